extension Rule {
  /// Explanations of what the proofs could not hold; nil for the others.
  var proofExplanation: Explanation? {
    switch self {
    case .stepNeverReached:
      Explanation(
        title: "a step can never be done",
        why:
          "Nothing that can be found out, decided or skipped makes its condition hold, so it never comes up.",
        wrong:
          "- {id: call, do: Ring them, when: {level: direct, decided: {level: reassure}}}",
        right:
          "- {id: call, do: Ring them, when: {level: direct}}")
    case .waitNeverEnds:
      Explanation(
        title: "a wait or a repeat waits for what can never come",
        why:
          "Its end hangs on answers that exclude each other, or that nobody gives before it is over.",
        wrong:
          "- id: go\n  wait: The police agree\n  until: {agrees: yes}\n- id: ask\n  ask: [agrees]\n  after: [go]",
        right: "- id: ask\n  ask: [agrees]\n- id: go\n  wait: The police agree\n  until: {agrees: yes}")
    case .rowNeverChosen:
      Explanation(
        title: "a row of the proportion table is never chosen",
        why:
          "Whatever the facts are, a row above it holds first or its own condition does not hold.",
        wrong:
          "- {when: {danger: [yes, not-known]}, level: direct}\n- {when: {danger: yes, harm: killed}, level: advise}",
        right:
          "- {when: {danger: [yes, not-known]}, level: direct}\n- {when: {harm: killed}, level: advise}")
    case .standDownOutOfReach:
      Explanation(
        title: "from some situation no way leads to the stand-down",
        why:
          "Whatever was answered and skipped, the officer must be able to end the night in order.",
        wrong:
          "- id: over\n  stand-down: It is over.\n  when: {danger: yes, danger-past: yes}   # never both",
        right: "- id: over\n  stand-down: It is over.")
    case .levelMayBeMissing:
      Explanation(
        title: "a message may be left without a level",
        why:
          "The step that decides the level does not apply on some path, and the message does.",
        wrong:
          "- {id: level, decide: proportion, decides: director, when: {harm: killed}}\n- {id: tell, send: note, to: [public]}",
        right: "- {id: level, decide: proportion, decides: director}\n- {id: tell, send: note, to: [public]}")
    case .factMayBeMissing:
      Explanation(
        title: "a message needs a fact that is not asked on some path",
        why:
          "The step that asks it does not apply there, so the words would have a hole and nobody would be asked to fill it.",
        wrong:
          "- {id: which, ask: [school], when: {near-school: yes}}\n- {id: tell, send: note, to: [schools]}   # says ((school))",
        right: "- {id: which, ask: [school]}\n- {id: tell, send: note, to: [schools]}")
    case .permissionMayBeMissing:
      Explanation(
        title: "a message waits for a permission that is not asked for on some path",
        why:
          "The step that asks the originator does not apply there, so the words could never go.",
        wrong:
          "- {id: agree, permit: report, when: {harm: killed}}\n- {id: share, send: report, to: [partners]}",
        right:
          "- {id: agree, permit: report, when: {known: report}}\n- {id: share, send: report, to: [partners], when: {known: report}}"
      )
    case .markingAboveChannel:
      Explanation(
        title: "a fact is marked higher than a channel may carry",
        why: "The words, and even a condition on the fact, would tell what may not travel there.",
        wrong: "sms.md: ((partner report))",
        right: "resilience-direct.md: ((partner report))")
    case .markingAboveAudience:
      Explanation(
        title: "a fact is marked higher than an audience may see",
        why: "Each audience has a highest marking.",
        wrong: "to: [parishes] with ((partner report))",
        right: "to: [partners] with ((partner report))")
    case .handlingForbidsReach:
      Explanation(
        title: "a handling does not allow the reach of a channel or an audience",
        why: "What is held on ResilienceDirect reaches no public channel under any circumstances.",
        wrong: "web-page.md: ((partner report))",
        right: "resilience-direct.md: ((partner report))")
    case .presenceTells:
      Explanation(
        title: "that a message comes at all tells of a fact that may not travel so far",
        why:
          "Its step is done only for some answers, so whoever gets it learns the answer. A decision of a person may stand between them.",
        wrong: "- {id: tell, send: calm, to: [public], when: {known: secret-report}}",
        right:
          "- {id: choose, decide: Say something?, options: {yes: Yes, no: No}, decides: director}\n- {id: tell, send: calm, to: [public], when: {decided: {choose: yes}}}"
      )
    case .approvalImpossible:
      Explanation(
        title: "a message can never be approved",
        why:
          "Its seats cannot all be filled by different people who did not draft it.",
        wrong:
          "# head has no deputy\n- {id: tell, send: note, to: [public], who: head, approve: [head]}",
        right:
          "- {id: tell, send: note, to: [public], who: officer, approve: [head]}")
    case .approvalHangsOnOne:
      Explanation(
        title: "a message cannot be approved while one person cannot be reached",
        why:
          "Everybody sleeps, travels and falls ill. A deputy, or another role on the seat, stands in.",
        wrong: "lawyer: {title: Lawyer}",
        right: "lawyer: {title: Lawyer, deputies: [duty-lawyer]}")
    case .dueOutOfReach:
      Explanation(
        title: "a step cannot be over by its due time",
        why:
          "What has to be done before it takes longer than there is, even where everybody is quick.",
        wrong:
          "- {id: call, do: Ring them all, takes: 30m}\n- {id: tell, send: note, to: [public], after: [call], due: T+20m}",
        right:
          "- {id: call, do: Ring them all, takes: 10m}\n- {id: tell, send: note, to: [public], after: [call], due: T+20m}"
      )
    case .rhythmOutOfReach:
      Explanation(
        title: "an update takes longer than the time between two of them",
        why:
          "Each round is drafted, approved and sent anew before the next one is due.",
        wrong: "repeat: 10m\ntakes: 15m",
        right: "repeat: 30m\ntakes: 15m")
    case .longestIsStopped:
      Explanation(
        title: "a message can be too long for its channel",
        why:
          "With the longest answers that its facts take, it passes the channel's own limit. Give the facts a smaller `max:`, or use fewer words.",
        wrong: "area: {ask: Where?, type: text, max: 300}",
        right: "area: {ask: Where?, type: text, max: 40}")
    case .longestIsWarned:
      Explanation(
        title: "a message can be longer than its level allows",
        why:
          "With the longest answers that its facts take, it passes the limit that the organisation sets for the level.",
        wrong: "latest: {ask: What is new?, type: text, max: 300}",
        right: "latest: {ask: What is new?, type: text, max: 110}")
    case .proofTooLarge:
      Explanation(
        title: "a playbook's conditions are too many to prove",
        why:
          "They tell more situations apart than the proof may look at. Nothing is known to be wrong, and nothing is proved. Fewer facts in one table or condition mend it.",
        wrong: "proportion:\n  - {when: [{a: yes, b: yes}, {c: yes, d: yes}, …], level: direct}",
        right: "proportion:\n  - {when: {danger: yes}, level: direct}")
    case .fileTooLarge, .notUTF8, .controlCharacter, .yamlSyntax, .tooDeep, .tooManyAliases, .duplicateKey,
      .severalDocuments, .emptyFile, .unknownKey, .missingKey, .wrongKind, .unknownWord, .badIdentifier,
      .badValue, .unknownFile, .missingFile, .unknownReference, .duplicateIdentifier, .factNeverAsked,
      .factAskedLater, .conditionNeverHolds, .gateInCircle, .proportionDoesNotEnd, .proportionSilent,
      .levelNeverDecided, .timeOutOfOrder, .repeatNeverEnds, .noStandDown, .factShadowsWord,
      .permissionAskedTwice, .permissionNeverAsked, .channelLostAbove, .approverLostAbove,
      .fewerApprovalsAbove, .fewerApprovalsInPublic, .rhythmSlowerAbove, .wordLimitGrows, .noCorrection,
      .promiseWithoutUpdate, .placeholderSyntax, .unknownPlaceholder, .missingSubject, .missingWords,
      .audienceWithoutChannel, .unusedTemplate, .badSample, .channelBeyondAudience, .messageStopped,
      .messageWarned, .acceptedUnreadable,
      .reviewOverdue, .reviewSoonDue, .preApprovalLapsed:
      nil
    }
  }
}
