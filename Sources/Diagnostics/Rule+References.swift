extension Rule {
  /// Explanations of the rules on references, order and proportion; nil for the others.
  var referenceExplanation: Explanation? {
    switch self {
    case .unknownReference:
      Explanation(
        title: "a name refers to nothing",
        why: "A role, audience, channel, fact, step, template or option is named that is not there.",
        wrong: "decides: duty-directer",
        right: "decides: duty-director")
    case .duplicateIdentifier:
      Explanation(
        title: "two steps or two facts have one name",
        why:
          "Times, gates and the record tell steps apart by their names, and templates tell facts apart without their hyphens.",
        wrong: "- id: call\n- id: call",
        right: "- id: call-police\n- id: call-chair")
    case .factNeverAsked:
      Explanation(
        title: "no step asks for a fact",
        why: "A message that needs it would stop on the night for want of an answer.",
        wrong: "facts: {area: …}\nsteps: []",
        right: "steps:\n  - id: known\n    ask: [area]")
    case .factAskedLater:
      Explanation(
        title: "a step reads a fact that is asked further down",
        why:
          "Written order is the order in which an officer goes. A step cannot start before its facts have been asked.",
        wrong: "- id: warn\n  do: Ring the school\n  when: {school: yes}\n- id: known\n  ask: [school]",
        right: "- id: known\n  ask: [school]\n- id: warn\n  do: Ring the school\n  when: {school: yes}")
    case .conditionNeverHolds:
      Explanation(
        title: "a condition can never hold",
        why: "Its step would never be done, or its row never chosen.",
        wrong: "when: {count: {at-least: 5, at-most: 3}}",
        right: "when: {count: {at-least: 3, at-most: 5}}")
    case .gateInCircle:
      Explanation(
        title: "steps wait for each other",
        why: "None of them could ever start.",
        wrong: "- id: a\n  after: [b]\n- id: b\n  after: [a]",
        right: "- id: a\n- id: b\n  after: [a]")
    case .proportionDoesNotEnd:
      Explanation(
        title: "the proportion table has no end",
        why:
          "The first row that holds decides. The last row has no condition, so that every situation has a level.",
        wrong: "proportion:\n  - {when: {danger: yes}, level: direct}",
        right: "proportion:\n  - {when: {danger: yes}, level: direct}\n  - {level: reassure}")
    case .proportionSilent:
      Explanation(
        title: "the proportion table is silent on not known",
        why:
          "Early on most facts are not known. A condition on a fact that is not known does not hold, so the row is passed over.",
        wrong: "- {when: {danger: yes}, level: direct}",
        right: "- {when: {danger: [yes, not-known]}, level: direct}")
    case .levelNeverDecided:
      Explanation(
        title: "a message has no level",
        why: "The level says who must approve and through which channels it goes.",
        wrong: "- id: holding\n  send: holding-statement",
        right: "- id: level\n  decide: proportion\n  decides: duty-director")
    case .timeOutOfOrder:
      Explanation(
        title: "a step's times are not in order",
        why: "Words are drafted, then approved, then sent, then acknowledged.",
        wrong: "draft-by: T+30m\ndue: T+20m",
        right: "draft-by: T+20m\ndue: T+30m")
    case .repeatNeverEnds:
      Explanation(
        title: "nothing ends the rounds of a step",
        why: "A run could never finish.",
        wrong: "repeat: 60m",
        right: "repeat: 60m\nuntil: {stood-down: yes}")
    case .noStandDown:
      Explanation(
        title: "a playbook has no end",
        why: "Somebody must be told that it is over.",
        wrong: "steps: [ … ]",
        right: "- id: stand-down\n  stand-down: Thank people and close the log.")
    case .factShadowsWord:
      Explanation(
        title: "a fact has the name of a word that templates have already",
        why:
          "((next update)), ((today)), ((time now)), ((organisation)) and the organisation's own words stand in every template. A fact of that name would take their place in silence.",
        wrong: "facts:\n  today: {ask: What happened today?, type: text}",
        right: "facts:\n  news: {ask: What happened today?, type: text}")
    case .permissionAskedTwice:
      Explanation(
        title: "two steps ask for the permission of one fact",
        why: "The first answer would do for both, so a no could not be asked about again in the second.",
        wrong: "- id: ask\n  permit: report\n- id: ask-again\n  permit: report",
        right: "- id: ask\n  permit: report")
    case .permissionNeverAsked:
      Explanation(
        title: "no step asks for a permission that a message waits for",
        why: "Words with a fact of somebody else's are held until its originator has permitted it.",
        wrong:
          "report: {ask: What is reported?, type: text, originator: required}\n- {id: share, send: report, to: [partners]}",
        right: "- {id: agree, permit: report}\n- {id: share, send: report, to: [partners], after: [agree]}")
    case .fileTooLarge, .notUTF8, .controlCharacter, .yamlSyntax, .tooDeep, .tooManyAliases, .duplicateKey,
      .severalDocuments, .emptyFile, .unknownKey, .missingKey, .wrongKind, .unknownWord, .badIdentifier,
      .badValue, .unknownFile, .missingFile, .placeholderSyntax, .unknownPlaceholder, .missingSubject,
      .missingWords, .audienceWithoutChannel, .unusedTemplate, .badSample, .markingAboveChannel,
      .markingAboveAudience,
      .handlingForbidsReach, .channelBeyondAudience, .messageStopped, .messageWarned, .acceptedUnreadable,
      .reviewOverdue,
      .reviewSoonDue, .preApprovalLapsed, .channelLostAbove, .approverLostAbove, .fewerApprovalsAbove,
      .fewerApprovalsInPublic, .rhythmSlowerAbove, .wordLimitGrows, .noCorrection, .promiseWithoutUpdate,
      .stepNeverReached, .waitNeverEnds, .rowNeverChosen, .standDownOutOfReach, .levelMayBeMissing,
      .factMayBeMissing, .permissionMayBeMissing, .presenceTells, .approvalImpossible,
      .approvalHangsOnOne, .dueOutOfReach, .rhythmOutOfReach, .longestIsStopped, .longestIsWarned,
      .proofTooLarge:
      nil
    }
  }
}
