/// Text as ASCII lines of at most 76 characters.
///
/// Source: RFC 2045, section 6.7.
enum QuotedPrintable {
  /// The lines, without their ends.
  static func lines(_ text: String) -> [String] {
    text.normalisedBreaks.split(on: "\n").flatMap(broken)
  }

  static func escaped(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    return "=" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
  }

  /// One line of text; a line that goes on ends in `=`, between scalars.
  private static func broken(_ line: String) -> [String] {
    let scalars = Array(line.unicodeScalars)
    var (lines, current): ([String], String) = ([], "")
    for (index, scalar) in scalars.enumerated() {
      let isSpace = scalar == " " || scalar == "\t"
      let isPlain =
        scalar.value > 0x20 && scalar.value < 0x7F && scalar != "=" || isSpace && index < scalars.count - 1
      // A dot alone on a line would end a mail for some servers.
      let standsAlone = scalar == "." && current.isEmpty
      let sign = isPlain && !standsAlone ? String(scalar) : String(scalar).utf8.map(escaped).joined()
      if current.utf8.count + sign.utf8.count > 75 {
        lines.append(current + "=")
        current = ""
      }
      current += sign
    }
    return lines + [current]
  }
}
