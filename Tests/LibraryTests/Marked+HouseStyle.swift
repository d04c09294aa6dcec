import Fixtures
extension MarkedLibrary {
  /// The house style and the key messages.
  static let houseStyles: [MarkedLibrary] = [
    MarkedLibrary(
      "the house style holds words, and no patterns",
      [
        "templates/house-style.yaml": """
        house-style: Ours
        owner: lead
        review-by: 2099-01-01
        longest-sentence: 4
                          ^ error: bad-value: 4 is not between 5 and 100
        groups:
          alarm:
            title: frightens
            why: It does.
            finding: warn
            words:
              panic: {instead: worry, forms: [panics, "panic(ked|king)+"]}
                                                      ^^^^^^^^^^^^^^^^^^ error: bad-value: 'panic(ked|king)+' is written as a pattern
              PANIC: worry
              ^^^^^ warning: duplicate-identifier: 'PANIC' stands in a group already
              "!!": calm
              ^^^^ error: bad-value: '!!' is not one to 12 words
        """
      ]),
    MarkedLibrary(
      "a group says what its words do to a message",
      [
        "templates/house-style.yaml": """
        house-style: Ours
        owner: lead
        review-by: 2099-01-01
        groups:
          blame:
            title: blames
            why: It does.
            finding: shout
                     ^^^^^ error: unknown-word: 'shout' is not one of note, warn, stop
            words: {}
        """
      ]),
    MarkedLibrary(
      "a template promises key messages that are written down",
      [
        "templates/key-messages.yaml": """
        key-messages: Ours
        owner: lead
        review-by: 2099-01-01
        messages:
          safety: {says: It keeps people safe., signs: [safe]}
        """,
        "templates/note/template.yaml": """
        template: Note
        owner: lead
        review-by: 2099-01-01
        marking: OFFICIAL
        key-messages: [safety, safty]
                               ^^^^^ error: unknown-reference: 'safty' is not one of the key messages
        """,
      ]),
    MarkedLibrary(
      "what a template promises is not told again where the key messages cannot be read",
      [
        "templates/key-messages.yaml": """
        key-messages: Ours
        owner: lead
        review-by: soon
                   ^^^^ error: bad-value: 'soon' is not a date
        messages: {}
        """,
        "templates/note/template.yaml": """
        template: Note
        owner: lead
        review-by: 2099-01-01
        marking: OFFICIAL
        key-messages: [safety]
        """,
      ]),
    MarkedLibrary(
      "the house style and the key messages are looked at again in time",
      [
        "templates/house-style.yaml": """
        house-style: Ours
        owner: nobody-here
               ^^^^^^^^^^^ error: unknown-reference: 'nobody-here' is not a role of the organisation
        review-by: 2024-01-01
                   ^^^^^^^^^^ warning: review-overdue: the review was due on 2024-01-01
        """,
        "templates/key-messages.yaml": """
        key-messages: Ours
        owner: lead
        review-by: 2024-01-01
                   ^^^^^^^^^^ warning: review-overdue: the review was due on 2024-01-01
        messages: {}
        """,
      ], today: "2026-11-24"),
  ]
}
