extension Shapes {
  static let factKinds = ["text", "number", "choice", "choices", "yes-no", "time", "date", "link"]

  static let playbook = Shape.Record(
    name: "a playbook",
    keys: [
      needed("playbook", .text, "The scenario's title."),
      needed("scenario", .word(Playbook.Scenario.allCases.map(\.rawValue)), "The kind; the folder's name."),
      needed("purpose", .text, "What it is to achieve."),
      needed("use-when", .text, "When an officer should choose it."),
      optional("zero", .text, "What T is, in words."),
      needed("owner", .reference("role"), "The role that keeps it."),
      needed("review-by", .date, "When it must have been looked at again."),
      needed("marking", .word(markings), "The marking of this file."),
      optional("approve", seats, "Approvals that every message needs besides the level's."),
      optional("facts", .map(key: .identifier, value: .record(fact)), "What the officer finds out."),
      optional(
        "proportion", .list(.record(proportion)), "Facts to a level; the first row that holds decides."),
      needed("steps", .list(.record(step)), "What is done."),
    ])

  private static let fact = Shape.Record(
    name: "a fact",
    keys: [
      needed("ask", .text, "The question."),
      needed("type", .word(factKinds), "What an answer is."),
      optional("help", .text, "What an officer at 03:12 should know."),
      optional("example", .text, "An answer."),
      optional("min", .integer, "Fewest characters of a text, or the smallest number."),
      optional("max", .integer, "Most characters of a text or an address, or the largest number."),
      optional(
        "options", .map(key: .identifier, value: .text), "Option to the words that stand in a message."),
      optional("marking", .word(markings), "The marking; OFFICIAL where it is left out."),
      optional("handling", .list(.reference("handling")), "Instructions that go with it."),
      optional("embargo", .reference("fact"), "The fact, a time, until which what carries this one is held."),
      optional("originator", .word(["required"]), "Its originator must permit its use."),
      optional("verbatim", .yesNo, "Relayed word for word; who types it is not its drafter."),
      optional("fresh-for", .interval, "How long an answer holds in a message, before it is asked again."),
    ])

  private static let proportion = Shape.Record(
    name: "a row of the proportion table",
    keys: [
      optional("when", .free, "The condition; the last row has none."),
      needed("level", .word(levels), "The level where it holds."),
      optional(
        "audiences", .map(key: .identifier, value: .word(levels)), "Audiences that get another level."),
    ])

  private static let takes = Shape.Record(
    name: "what a message takes",
    keys: [
      optional("draft", .interval, "Filling and reading it."),
      optional("approve", .interval, "Reaching whoever approves it, and their reading."),
      optional("send", .interval, "Sending it."),
    ])

  static let verbs = [
    "do", "ask", "decide", "send", "brief", "permit", "wait", "review", "hand-over", "stand-down",
  ]

  /// The keys of a step that only go with some verbs.
  static let keysOfVerbs: [String: [String]] = [
    "record": ["do"], "options": ["decide"], "decides": ["decide"], "to": ["send", "brief"],
    "level": ["send", "brief"], "approve": ["send", "brief"], "draft-by": ["send", "brief"],
    "approve-by": ["send", "brief"], "acknowledge-by": ["send", "brief"],
  ]

  private static let step = Shape.Record(
    name: "a step",
    keys: [
      needed("id", .identifier, "The step's name within the playbook."),
      optional("do", .text, "Something to do, as an instruction."),
      optional("ask", .oneOrList(.reference("fact")), "Facts to find out."),
      optional("decide", .text, "`proportion`, or a question with `options:`."),
      optional("send", .reference("template"), "A template to fill and send."),
      optional("brief", .reference("template"), "A template to fill and speak."),
      optional("permit", .oneOrList(.reference("fact")), "Facts whose originator must permit their use."),
      optional("wait", .text, "What is waited for."),
      optional("review", .text, "What is looked at again."),
      optional("hand-over", .reference("role"), "The role that takes over."),
      optional("stand-down", .text, "How it ends."),
      optional("title", .text, "A short heading."),
      optional("help", .text, "What an officer at 03:12 should know."),
      optional("who", .reference("role"), "The role that does it."),
      optional("after", .list(.reference("step")), "Steps that must be over before."),
      optional("when", .free, "The condition under which it applies."),
      optional("due", .relativeTime, "When it should be over."),
      optional("takes", .either(.interval, takes), "The least time that it takes once it can start."),
      optional("repeat", .interval, "How long between two rounds."),
      optional(
        "again", .oneOrList(.reference("fact")), "Facts that begin another round when they are answered anew."
      ),
      optional("until", .free, "What ends the rounds, or a wait."),
      optional("times", .integer, "The most rounds."),
      optional("record", .list(.reference("fact")), "Facts found while doing it."),
      optional("options", .map(key: .identifier, value: .text), "Option to words."),
      optional("decides", .reference("role"), "The role that decides."),
      optional("to", .oneOrList(.reference("audience")), "Who gets it."),
      optional("level", .word(levels), "The level, where the run's own does not decide."),
      optional("approve", seats, "Approvals besides the level's."),
      optional("draft-by", .relativeTime, "When the words should be there."),
      optional("approve-by", .relativeTime, "When they should be approved."),
      optional("acknowledge-by", .relativeTime, "When partners should have answered."),
    ],
    verbs: verbs)
}
