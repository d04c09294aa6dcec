/// The template dialect as plain text: headings, bullets and insets without their marks.
enum PlainText {
  /// Paragraphs, headings and bullets.
  static func of(_ body: String) -> String { of(Dialect.passages(body)) }

  static func of(_ passages: [Passage]) -> String {
    unshielded(passages.map(\.text).joined(separator: "\n\n"))
  }

  /// Stands before a mark that is a fact's own and not the template's; no script uses it.
  private static let shield: Character = "\u{F8FF}"

  /// A fact's words, whose own marks stay what they are.
  static func shielded(_ words: String) -> String {
    var shown = ""
    var isLineStart = true
    for character in words where character != shield {
      if isLineStart, "*-#^".contains(character) { shown.append(shield) }
      shown.append(character)
      isLineStart = character == "\n" || isLineStart && character.isWhitespace
    }
    return shown
  }

  static func unshielded(_ words: String) -> String { words.filter { $0 != shield } }
}
