extension Shapes {
  static let houseStyle = Shape.Record(
    name: "the house style",
    keys: [
      needed("house-style", .text, "What it is called."),
      needed("owner", .reference("role"), "The role that keeps it."),
      needed("review-by", .date, "When it must have been looked at again."),
      optional("longest-sentence", .integer, "The most words of a sentence; 25 where it is left out."),
      optional("reading-age", .integer, "The reading age to aim at in public; 9 where it is left out."),
      optional(
        "groups", .map(key: .identifier, value: .record(group)),
        "Words that are wrong, by what is wrong with them."),
      optional(
        "asks", .map(key: .word(levels), value: .list(.text)),
        "Phrases that ask something of people, by the level they belong to."),
      optional(
        "parts", .map(key: .word(Template.Part.allCases.map(\.rawValue)), value: .list(.text)),
        "Phrases that tell that a message has a part."),
    ])

  private static let exceptions: Shape = .list(.word(WordingGroup.Exception.allCases.map(\.rawValue)))

  private static let group = Shape.Record(
    name: "a group",
    keys: [
      needed("title", .text, "What is wrong with these words, as 'alarms people'."),
      needed("why", .text, "Why it matters, as an officer should read it."),
      needed(
        "finding", .word(WordingGroup.Weight.allCases.map(\.rawValue)),
        "What a word does: note, warn (a reason is needed) or stop (it cannot go out)."),
      optional("fine-from", .word(levels), "The level from which they are no longer wrong."),
      optional("unless", exceptions, "Where they are right all the same."),
      needed(
        "words",
        .map(
          key: .text,
          value: .either(
            .text,
            Shape.Record(
              name: "a word",
              keys: [
                needed("instead", .text, "What to write instead."),
                optional("forms", .list(.text), "Its other forms, as plurals and past tenses."),
                optional("unless", exceptions, "Where this one is right all the same."),
              ]))), "Word or phrase to what to write instead."),
    ])

  static let keyMessages = Shape.Record(
    name: "the key messages",
    keys: [
      needed("key-messages", .text, "What they are called."),
      needed("owner", .reference("role"), "The role that keeps them."),
      needed("review-by", .date, "When they must have been looked at again."),
      needed(
        "messages",
        .map(
          key: .identifier,
          value: .record(
            Shape.Record(
              name: "a key message",
              keys: [
                needed("says", .text, "The message in one sentence."),
                needed("signs", .list(.text), "Phrases any of which tells that a text carries it."),
              ]))), "Name to message."),
    ])
}
