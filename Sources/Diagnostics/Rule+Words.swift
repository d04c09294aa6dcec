extension Rule {
  /// Explanations of the rules on templates, markings and upkeep; nil for the others.
  var wordsExplanation: Explanation? {
    switch self {
    case .placeholderSyntax:
      Explanation(
        title: "double brackets cannot be read",
        why:
          "They hold a fact, or a condition and words: ((area)), ((danger??Please stay inside.)), ((harm: killed??…)), ((not danger??…)), ((area likely??…)), ((at least advise??…)). Conditional words hold no placeholder and no single bracket.",
        wrong: "Police are in ((area.",
        right: "Police are in ((area)).")
    case .unknownPlaceholder:
      Explanation(
        title: "double brackets name nothing",
        why: "A message never goes out with a hole in it.",
        wrong: "Police are in ((aera)).",
        right: "Police are in ((area)).")
    case .missingSubject:
      Explanation(
        title: "a document has no subject",
        why:
          "Emails, pages, letters, press releases and ResilienceDirect posts begin with a subject, to which the marking is put.",
        wrong: "# What we know",
        right: "Subject: Incident in ((area))\n\n# What we know")
    case .missingWords:
      Explanation(
        title: "a template has no words for a channel that is needed",
        why: "On the night that audience would get nothing on that channel.",
        wrong: "templates/update/web-page.md alone",
        right: "templates/update/web-page.md and templates/update/sms.md")
    case .audienceWithoutChannel:
      Explanation(
        title: "an audience gets a message through no channel",
        why:
          "At a level that the playbook can come to, the audience would be passed over in silence. What is sent goes through every channel but briefings, what is spoken through briefings alone.",
        wrong:
          "members: {channels: {reassure: [mail]}}\n- {id: warn, send: warning, to: [members], level: advise}",
        right: "members: {channels: {reassure: [mail], advise: [mail]}}")
    case .unusedTemplate:
      Explanation(
        title: "no playbook sends a template",
        why: "Words that nobody sends grow old unseen.",
        wrong: "templates/old-notice/",
        right: "(the folder removed, or a step with send: old-notice)")
    case .badSample:
      Explanation(
        title: "a sample's value is not one that an officer could type",
        why: "Samples stand in for the night; they must be answers that the facts take.",
        wrong: "samples: {typical: {harm: hurt}}",
        right: "samples: {typical: {harm: injured}}")
    case .channelBeyondAudience:
      Explanation(
        title: "a channel reaches further than its audience",
        why: "Words for staff on a public channel are public words.",
        wrong: "staff: {reach: internal, channels: [x]}",
        right: "staff: {reach: internal, channels: [staff-email]}")
    case .messageStopped:
      Explanation(
        title: "a sample makes a message that could not go out",
        why:
          "Samples stand in for the night. `playbook preview TEMPLATE` shows the message with everything that was found on it.",
        wrong: "The attacker ran towards ((area)).",
        right: "A person ran towards ((area)).")
    case .messageWarned:
      Explanation(
        title: "a sample makes a message that would need a reason",
        why:
          "On the night an officer would have to say why the warning may stand. `playbook preview TEMPLATE` shows the message.",
        wrong: "Do not panic.",
        right: "Please stay away from ((area)).")
    case .acceptedUnreadable:
      Explanation(
        title: "accepted samples cannot be read",
        why:
          "`playbook samples accept` writes samples.accepted.txt, and nobody edits it. Two branches that both accepted are merged by accepting again.",
        wrong: "<<<<<<< HEAD",
        right: "`playbook samples accept first-words` again")
    case .reviewOverdue:
      Explanation(
        title: "a review date has passed",
        why: "Numbers, roles and words grow old. The owner looks the file over and sets the next date.",
        wrong: "review-by: 2024-04-30",
        right: "review-by: 2027-04-30")
    case .reviewSoonDue:
      Explanation(
        title: "a review is due within thirty days",
        why: "So that it is done before it is overdue.",
        wrong: "review-by: (next week)",
        right: "review-by: (next year)")
    case .preApprovalLapsed:
      Explanation(
        title: "a pre-approval no longer holds",
        why: "It was given for exact bytes and until a date. One changed byte ends it.",
        wrong: "sms.md edited after `playbook preapprove`",
        right: "`playbook preapprove first-words` again")
    case .fileTooLarge, .notUTF8, .controlCharacter, .yamlSyntax, .tooDeep, .tooManyAliases, .duplicateKey,
      .severalDocuments, .emptyFile, .unknownKey, .missingKey, .wrongKind, .unknownWord, .badIdentifier,
      .badValue, .unknownFile, .missingFile, .unknownReference, .duplicateIdentifier, .factNeverAsked,
      .factAskedLater, .conditionNeverHolds, .gateInCircle, .proportionDoesNotEnd, .proportionSilent,
      .levelNeverDecided, .timeOutOfOrder, .repeatNeverEnds, .noStandDown, .factShadowsWord,
      .permissionAskedTwice, .permissionNeverAsked, .channelLostAbove, .approverLostAbove,
      .fewerApprovalsAbove, .fewerApprovalsInPublic, .rhythmSlowerAbove,
      .wordLimitGrows, .noCorrection, .promiseWithoutUpdate,
      .stepNeverReached, .waitNeverEnds, .rowNeverChosen, .standDownOutOfReach, .levelMayBeMissing,
      .factMayBeMissing, .permissionMayBeMissing, .presenceTells, .approvalImpossible,
      .approvalHangsOnOne, .dueOutOfReach, .rhythmOutOfReach, .longestIsStopped, .longestIsWarned,
      .proofTooLarge,
      .markingAboveChannel, .markingAboveAudience, .handlingForbidsReach:
      nil
    }
  }
}
