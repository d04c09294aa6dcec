extension Rule {
  /// Explanations of the rules on levels among each other, and on what follows a message; nil for the others.
  var ladderExplanation: Explanation? {
    switch self {
    case .channelLostAbove:
      Explanation(
        title: "an audience is reached less well at a higher level",
        why:
          "The more a message asks of people, the surer it must reach them. What is told: an audience with no channel left, with none of the reach that it had, or with nothing that comes to it by itself, as a text message, an email, a letter or a call does. One channel in place of another of its kind is not told.",
        wrong: "nearby: {channels: {advise: [page, sms], direct: [page]}}",
        right: "nearby: {channels: {advise: [page, sms], direct: [page, sms]}}")
    case .approverLostAbove:
      Explanation(
        title: "a role approves at a level and nobody stands for it at a higher one",
        why:
          "Whoever must agree to a calmer message must agree to a stronger one. Another role of the same seat may stand in for it.",
        wrong: "advise: {approve: [police, head]}\ndirect: {approve: [police]}",
        right: "advise: {approve: [police, head]}\ndirect: {approve: [police, [head, chair]]}")
    case .fewerApprovalsAbove:
      Explanation(
        title: "a level needs fewer approvals than a lower one",
        why: "Words that ask more of people are looked at by no fewer people.",
        wrong: "advise: {approve: [police, head]}\ndirect: {approve: [[police, head]]}",
        right: "advise: {approve: [police, head]}\ndirect: {approve: [police, head]}")
    case .fewerApprovalsInPublic:
      Explanation(
        title: "the public gets words with fewer approvals than partners or staff get them with",
        why: "The wider words travel, the less they can be taken back.",
        wrong: "{send: notice, to: [partners], level: advise}\n{send: notice, to: [public], level: reassure}",
        right: "{send: notice, to: [partners], level: advise}\n{send: notice, to: [public], level: advise}")
    case .rhythmSlowerAbove:
      Explanation(
        title: "updates come more slowly at a higher level",
        why: "People who are asked to do more need to hear sooner whether it still holds.",
        wrong: "reassure: {update: 4h}\nadvise: {update: 6h}",
        right: "reassure: {update: 4h}\nadvise: {update: 60m}")
    case .wordLimitGrows:
      Explanation(
        title: "a message may be longer at a higher level",
        why: "People who must act at once read little. It may be meant, so it is a note.",
        wrong: "advise: {words: {web-page: 300}}\ndirect: {words: {web-page: 400}}",
        right: "advise: {words: {web-page: 300}}\ndirect: {words: {web-page: 150}}")
    case .noCorrection:
      Explanation(
        title: "a public message could not be put right",
        why:
          "Sooner or later something that was said is wrong. The words that put it right are written on a quiet day, and reach those who got the first ones. A template names what it corrects.",
        wrong: "- {id: tell, send: notice, to: [public]}",
        right:
          "- {id: tell, send: notice, to: [public]}\n- {id: right, send: notice-correction, to: [public], when: {known: right-words}}\n\ntemplate.yaml: corrects: [notice]"
      )
    case .promiseWithoutUpdate:
      Explanation(
        title: "words promise a next update that no step sends",
        why:
          "A time that passes in silence costs trust. ((next update)) needs a later step to the same audience, rounds, or a later step on the same page or feed.",
        wrong: "email.md: We will say more by ((next update)).\n- {id: tell, send: notice, to: [members]}",
        right: "- {id: tell, send: notice, to: [members]}\n- {id: close, send: closing, to: [members]}")
    case .fileTooLarge, .notUTF8, .controlCharacter, .yamlSyntax, .tooDeep, .tooManyAliases, .duplicateKey,
      .severalDocuments, .emptyFile, .unknownKey, .missingKey, .wrongKind, .unknownWord, .badIdentifier,
      .badValue, .unknownFile, .missingFile, .unknownReference, .duplicateIdentifier, .factNeverAsked,
      .factAskedLater, .conditionNeverHolds, .gateInCircle, .proportionDoesNotEnd, .proportionSilent,
      .levelNeverDecided, .timeOutOfOrder, .repeatNeverEnds, .noStandDown, .factShadowsWord,
      .permissionAskedTwice, .permissionNeverAsked, .placeholderSyntax, .unknownPlaceholder, .missingSubject,
      .missingWords, .audienceWithoutChannel, .unusedTemplate, .badSample, .markingAboveChannel,
      .markingAboveAudience, .handlingForbidsReach, .channelBeyondAudience, .messageStopped, .messageWarned,
      .acceptedUnreadable,
      .reviewOverdue, .reviewSoonDue, .preApprovalLapsed,
      .stepNeverReached, .waitNeverEnds, .rowNeverChosen, .standDownOutOfReach, .levelMayBeMissing,
      .factMayBeMissing, .permissionMayBeMissing, .presenceTells, .approvalImpossible,
      .approvalHangsOnOne, .dueOutOfReach, .rhythmOutOfReach, .longestIsStopped, .longestIsWarned,
      .proofTooLarge:
      nil
    }
  }
}
