/// Text as the manual's formatter takes it.
enum Roff {
  /// How many bytes a line of running text has at most; mandoc's own advice.
  private static let width = 80

  /// Running text: each sentence on a new line, words in backquotes in bold, nothing taken for a request.
  static func lines(_ text: String) -> String {
    var (lines, line) = ([String](), "")
    for word in escaped(text).split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if line.isEmpty {
        line = String(word)
      } else if line.utf8.count + 1 + word.utf8.count <= width, !endsSentence(line) {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { ($0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" : "") + $0 + "\n" }.joined()
  }

  /// One word of a macro's line, which is not itself taken for a macro.
  static func word(_ text: some StringProtocol) -> String {
    (text.count <= 3 && text.first?.isUppercase == true ? "\\&" : "") + characters(text)
  }

  private static func endsSentence(_ line: String) -> Bool { line.hasSuffix(".") || line.hasSuffix("?") }

  private static func escaped(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // An odd number of backquotes would turn the rest of the page bold.
    guard parts.count % 2 == 1 else { return characters(text) }
    return parts.enumerated().map { index, part in
      index % 2 == 1 ? "\\fB\(characters(part))\\fP" : characters(part)
    }.joined()
  }

  /// The characters with a meaning of their own written by name; a dash stays one that can be typed.
  private static func characters(_ text: some StringProtocol) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "\"": "\\(dq"
      default: scalar.isASCII ? String(scalar) : "\\[u\(hex(scalar.value))]"
      }
    }.joined()
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
