extension Shapes {
  static let organisation = Shape.Record(
    name: "the organisation",
    keys: [
      needed("organisation", .text, "The partnership's full name."),
      needed("short-name", .text, "What it is called for short."),
      needed("time-zone", .text, "A name of the IANA time zone database, as Europe/London."),
      needed("language", .text, "The library's own language, a BCP 47 tag."),
      needed("marking", .word(markings), "The marking of this file."),
      needed("owner", .reference("role"), "The role that keeps it."),
      needed("review-by", .date, "When it must have been looked at again."),
      needed("exercise-prefix", .text, "Stands at the head of every exercise message."),
      optional(
        "working-day",
        .record(
          Shape.Record(
            name: "the working day",
            keys: [
              needed("starts", .timeOfDay, "When it starts."), needed("ends", .timeOfDay, "When it ends."),
            ])), "When people work; T+1wd falls on its end."),
      optional("exercise-every", .interval, "How long a playbook may go without a rehearsal."),
      optional(
        "answer-within", .interval, "How long an approver is waited for before the next one is rung."),
      optional("correct-within", .interval, "How soon a correction must be out, once it is begun."),
      optional(
        "retention", .map(key: .word(kept), value: .interval),
        "Kind of playbook, or exercise, to how long its records are kept after their end, as 2557d for seven years."
      ),
      optional("words", .map(key: .text, value: .text), "Words that every template may use, by placeholder."),
      needed("roles", .map(key: .identifier, value: .record(role)), "Parts that people play."),
      needed("channels", .map(key: .identifier, value: .record(channel)), "How words travel."),
      needed("audiences", .map(key: .identifier, value: .record(audience)), "Who is addressed."),
      needed("levels", .map(key: .word(levels), value: .record(level)), "What each level asks of a message."),
      optional(
        "handlings", .map(key: .identifier, value: .record(handling)), "Instructions that go with facts."),
      optional(
        "voices", .map(key: .identifier, value: .record(voice)), "Credible voices that agreed to speak."),
    ])

  private static let kept = Playbook.Scenario.allCases.map(\.rawValue) + ["exercise"]

  private static let role = Shape.Record(
    name: "a role",
    keys: [
      needed("title", .text, "What the role is called."),
      optional("does", .text, "What the role does here."),
      optional("deputies", .list(.reference("role")), "Who may stand in, in order of call."),
    ])

  private static let channel = Shape.Record(
    name: "a channel",
    keys: [
      needed("kind", .word(Channel.Kind.allCases.map(\.rawValue)), "What it is; fixes its limits."),
      needed("title", .text, "What it is called."),
      needed("reach", .word(reaches), "How far words travel on it."),
      needed("ceiling", .word(markings), "The highest marking that it may carry."),
      optional("prefix", .anyText, "Put before every message and counted against its limit."),
      optional(
        "show-marking", .word(["always"]), "Puts the marking into the text of a kind that carries none."),
    ])

  private static let audience = Shape.Record(
    name: "an audience",
    keys: [
      needed("title", .text, "What they are called."),
      optional("who", .text, "Who they are."),
      needed("reach", .word(reaches), "How far words to them travel."),
      needed("marking", .word(markings), "The highest marking that they may see."),
      optional("languages", .list(.text), "Languages they are written to in, BCP 47 tags."),
      optional("partners", .list(.text), "Bodies whose receipt is followed."),
      needed("channels", .free, "A list of channels for every level, or level to list."),
    ])

  /// Who must approve: each is a role, roles any of which may, or so many of some roles.
  static let seats = Shape.list(
    .either(
      .oneOrList(.reference("role")),
      Shape.Record(
        name: "so many of some roles",
        keys: [
          needed("any", .integer, "How many of them."),
          needed("of", .list(.reference("role")), "The roles, each filled by another person."),
        ])))

  private static let level = Shape.Record(
    name: "a level",
    keys: [
      needed("title", .text, "What it is called."),
      needed("means", .text, "What it says to people."),
      needed(
        "approve", seats,
        "Who must approve: a role, roles any of which may, or so many of some roles."),
      optional(
        "correct", seats,
        "Who must approve a correction, where that is fewer."),
      optional("inform", .list(.reference("role")), "Who is told."),
      optional("update", .interval, "The longest time between two updates."),
      optional(
        "parts", .list(.word(Template.Part.allCases.map(\.rawValue))),
        "The parts that every public page, release, email and letter has."),
      optional(
        "words", .map(key: .word(Channel.Kind.allCases.map(\.rawValue)), value: .integer),
        "Kind of channel to the most words of a message there; for sms, the most parts."),
    ])

  private static let handling = Shape.Record(
    name: "a handling",
    keys: [
      needed("title", .text, "What it says."),
      needed("reaches", .list(.word(reaches)), "The reaches that it allows."),
    ])

  private static let voice = Shape.Record(
    name: "a voice",
    keys: [
      needed("title", .text, "A role or a body, never a person."),
      needed("topics", .list(.text), "What they speak about."),
      needed("consented", .date, "When they agreed."),
    ])
}
