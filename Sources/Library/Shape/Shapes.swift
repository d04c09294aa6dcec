/// The shapes of every kind of document.
enum Shapes {
  static let markings = Marking.allCases.map(\.rawValue)
  static let levels = Level.allCases.map(\.rawValue)
  static let reaches = Reach.allCases.map(\.rawValue)

  static let bankHolidays = Shape.Record(
    name: "the bank holidays",
    keys: [
      needed("division", .text, "The part of the country that they hold for."),
      optional("source", .text, "Where the dates come from."),
      needed("holidays", .map(key: .date, value: .text), "Date to name."),
    ])

  static let preApproval = Shape.Record(
    name: "the pre-approvals",
    keys: [
      needed(
        "pre-approvals",
        .list(
          .record(
            Shape.Record(
              name: "a pre-approval",
              keys: [
                needed("role", .reference("role"), "The role that agreed."),
                needed("by", .text, "Who agreed, by name or post."),
                needed("until", .date, "The last day on which it holds."),
                needed("levels", .list(.word(["signpost", "reassure"])), "The levels that it holds for."),
                needed("files", .map(key: .text, value: .text), "File name to the SHA-256 of its bytes."),
              ]))), "Standing agreements to these files as they are.")
    ])

  static let roster = Shape.Record(
    name: "the roster",
    keys: [
      needed(
        "people",
        .list(
          .record(
            Shape.Record(
              name: "a person",
              keys: [
                needed("name", .text, "The person's name."),
                needed("roles", .list(.reference("role")), "The roles that they hold."),
                optional("phone", .text, "The number to ring."),
                optional("email", .text, "The address to write to."),
                optional("hours", .text, "When they can be reached."),
              ]))), "People in the order in which they are rung.")
    ])

  static let answers = Shape.Record(
    name: "the answers",
    keys: [
      optional(
        "facts",
        .map(
          key: .identifier,
          value: .either(
            .anyText,
            Shape.Record(
              name: "an answer",
              keys: [
                optional("value", .anyText, "The value, as it would be typed."),
                optional("confidence", .word(Confidence.allCases.map(\.rawValue)), "How sure it is."),
                optional("source", .text, "Who or what said so."),
                optional("marking", .word(markings), "A higher marking than the fact's own."),
              ]))), "Fact to value."),
      optional(
        "decide",
        .map(
          key: .identifier,
          value: .record(
            Shape.Record(
              name: "a decision",
              keys: [
                needed("option", .text, "The option, or the level."),
                optional("by", .text, "Who decided."),
                optional("reason", .text, "Why."),
                optional(
                  "second", .text, "A second person who agreed, for a level above what the facts support."),
              ]))), "Step to decision."),
      optional("done", .map(key: .identifier, value: .anyText), "Step to the value that it asks for."),
      optional("skip", .map(key: .identifier, value: .text), "Step to the reason."),
    ])

  static let template = Shape.Record(
    name: "a template",
    keys: [
      needed("template", .text, "The template's title."),
      optional("purpose", .text, "What it is for."),
      needed("owner", .reference("role"), "The role that keeps it."),
      needed("review-by", .date, "When it must have been looked at again."),
      needed("marking", .word(markings), "The marking of its own words."),
      optional(
        "parts", .list(.word(Template.Part.allCases.map(\.rawValue))), "The parts that its words promise."),
      optional("key-messages", .list(.identifier), "The key messages that it carries."),
      optional("corrects", .oneOrList(.reference("template")), "The templates whose words it puts right."),
      optional("if-not-known", .map(key: .identifier, value: .text), "Words for a fact that is not known."),
      optional(
        "samples", .map(key: .identifier, value: .map(key: .identifier, value: .anyText)),
        "Filled examples: name to fact to what an officer would type."),
      optional(
        "cap", .record(alert), "What its public alerts say about themselves, in the words of CAP 1.2."),
    ])

  private static let alert = Shape.Record(
    name: "an alert",
    keys: [
      optional("category", .word(AlertValues.Category.allCases.map(\.rawValue)), "Safety where left out."),
      optional("event", .text, "What is happening, in a few words; the template's title where left out."),
      optional("urgency", .word(AlertValues.Urgency.allCases.map(\.rawValue)), "How soon people should act."),
      optional(
        "severity", .word(AlertValues.Severity.allCases.map(\.rawValue)), "How great the threat is."),
      optional(
        "certainty", .word(AlertValues.Certainty.allCases.map(\.rawValue)), "How sure it is."),
      optional("instruction", .text, "The heading under which the words say what people should do."),
    ])
}
