extension Rule {
  /// Explanations of the rules on reading documents; nil for the others.
  var readingExplanation: Explanation? {
    switch self {
    case .fileTooLarge:
      Explanation(
        title: "a file is larger than a library's files need to be",
        why:
          "A limit keeps a broken or hostile file from holding up the reading of all others. YAML files may have 1 MiB, a template's file 64 KiB.",
        wrong: "playbooks/post-incident/everything.yaml (3 MB)",
        right: "playbooks/post-incident/one-scenario.yaml (6 KB)")
    case .notUTF8:
      Explanation(
        title: "a file is not UTF-8",
        why:
          "Words must arrive as they were written, on every machine. Other encodings turn apostrophes and names into something else.",
        wrong: "ask: Who is Zoë?   (saved as Latin-1)",
        right: "ask: Who is Zoë?   (saved as UTF-8)")
    case .controlCharacter:
      Explanation(
        title: "a character stands in the text that nobody can see",
        why:
          "A hidden character can turn words round on a screen or break a mail header, and no reviewer would notice.",
        wrong: "ask: Area<U+202E>affected",
        right: "ask: Area affected")
    case .yamlSyntax:
      Explanation(
        title: "the file is not YAML that can be read",
        why:
          "Until the whole file can be read, nothing in it is used. The place shown is where the author should look, which for an open bracket or quote is its beginning.",
        wrong: "facts: {area: {ask: Where?, type: text}",
        right: "facts: {area: {ask: Where?, type: text}}")
    case .tooDeep:
      Explanation(
        title: "lists and maps are too deep inside each other",
        why:
          "No file of a library needs more than ten levels; 32 are read. Deep nesting is a slip or an attack.",
        wrong: "- [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        right: "- [x]")
    case .tooManyAliases:
      Explanation(
        title: "aliases stand for more than a file may hold",
        why:
          "An alias repeats what it names; a few lines can stand for millions of values. 64 aliases and 100,000 values are read.",
        wrong: "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]   (and so on)",
        right: "a: [x, x]")
    case .duplicateKey:
      Explanation(
        title: "a key stands twice in one map",
        why: "One of the two would be lost in silence.",
        wrong: "due: T+10m\ndue: T+20m",
        right: "due: T+20m")
    case .severalDocuments:
      Explanation(
        title: "a file holds more than one document",
        why: "One file is one playbook, so that a review date and an owner belong to all of it.",
        wrong: "playbook: One\n---\nplaybook: Two",
        right: "playbook: One")
    case .emptyFile:
      Explanation(
        title: "a file has nothing in it",
        why: "An empty playbook cannot be walked. `playbook new` writes one to start from.",
        wrong: "(nothing)",
        right: "playbook: Local incident")
    case .unknownKey:
      Explanation(
        title: "a key is not known here",
        why: "A key that is not read does nothing, and the author believes that it does.",
        wrong: "- id: log\n  deu: T+5m",
        right: "- id: log\n  due: T+5m")
    case .missingKey:
      Explanation(
        title: "a key that is needed is not there",
        why: "Without it the file does not say what must be known on the night.",
        wrong: "playbook: Local incident",
        right: "playbook: Local incident\nowner: comms-lead")
    case .wrongKind:
      Explanation(
        title: "a list, a map or a single value stands where another belongs",
        why: "Each field has one form, so that it reads alike in every file.",
        wrong: "to: {public: yes}",
        right: "to: [public]")
    case .unknownWord:
      Explanation(
        title: "a word is not one of those that belong here",
        why: "Kinds, markings and levels are fixed words with fixed meanings.",
        wrong: "marking: SENSITIVE",
        right: "marking: OFFICIAL-SENSITIVE")
    case .badIdentifier:
      Explanation(
        title: "a name is not written as names are",
        why:
          "Names begin with a small letter and hold small letters, digits and hyphens, 40 at most, so that they can be typed at 03:12.",
        wrong: "- id: Holding Statement",
        right: "- id: holding-statement")
    case .badValue:
      Explanation(
        title: "a value cannot be read as what belongs here",
        why:
          "Dates, times and numbers have one form. T+15m is elapsed time, T-14d keeps the time of day, T+3wd is the end of the third working day.",
        wrong: "due: 15 minutes",
        right: "due: T+15m")
    case .unknownFile:
      Explanation(
        title: "a file lies where nothing reads it",
        why: "A playbook in the wrong folder is missing on the night, and nobody is told.",
        wrong: "playbooks/local-incident.yml",
        right: "playbooks/post-incident/local-incident.yaml")
    case .missingFile:
      Explanation(
        title: "a file that is needed is not there",
        why: "A library needs its organisation, and a template its template.yaml.",
        wrong: "templates/update/sms.md alone",
        right: "templates/update/template.yaml beside it")
    case .unknownReference, .duplicateIdentifier, .factNeverAsked, .factAskedLater, .conditionNeverHolds,
      .gateInCircle, .proportionDoesNotEnd, .proportionSilent, .levelNeverDecided, .timeOutOfOrder,
      .repeatNeverEnds, .noStandDown, .factShadowsWord, .permissionAskedTwice, .permissionNeverAsked,
      .placeholderSyntax, .unknownPlaceholder, .missingSubject, .missingWords, .audienceWithoutChannel,
      .unusedTemplate, .badSample, .markingAboveChannel, .markingAboveAudience, .handlingForbidsReach,
      .channelBeyondAudience, .messageStopped, .messageWarned, .acceptedUnreadable, .reviewOverdue,
      .reviewSoonDue,
      .preApprovalLapsed, .channelLostAbove, .approverLostAbove, .fewerApprovalsAbove,
      .fewerApprovalsInPublic, .rhythmSlowerAbove, .wordLimitGrows, .noCorrection, .promiseWithoutUpdate,
      .stepNeverReached, .waitNeverEnds, .rowNeverChosen, .standDownOutOfReach, .levelMayBeMissing,
      .factMayBeMissing, .permissionMayBeMissing, .presenceTells, .approvalImpossible,
      .approvalHangsOnOne, .dueOutOfReach, .rhythmOutOfReach, .longestIsStopped, .longestIsWarned,
      .proofTooLarge:
      nil
    }
  }
}
