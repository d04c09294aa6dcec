/// Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet.
///
/// A cell of words that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@` or a control
/// character, gets an apostrophe before it, as OWASP's "CSV Injection" asks; a number stays a number.
struct CSVText {
  private(set) var text = ""

  enum Cell {
    case words(String)
    case number(Int64)
    case none
  }

  mutating func row(_ cells: [Cell]) {
    text += cells.map { cell in
      switch cell {
      case .words(let words): Self.quoted(Self.guarded(words))
      case .number(let number): String(number)
      case .none: ""
      }
    }.joined(separator: ",")
    text += "\r\n"
  }

  private static func guarded(_ words: String) -> String {
    guard let first = words.utf8.first else { return words }
    return first < 0x20 || "=+-@".utf8.contains(first) ? "'" + words : words
  }

  private static func quoted(_ words: String) -> String {
    let isPlain = words.utf8.allSatisfy {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D
    }
    return isPlain ? words : "\"" + words.replacing("\"", with: "\"\"") + "\""
  }
}
