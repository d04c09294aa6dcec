import Diagnostics

/// Why the text has more directives than libyaml can be given; nil where it has not.
///
/// A library's file needs none; libyaml 0.2.5 took ten seconds over 45,000 `%TAG` lines.
func refusalOfDirectives(_ text: ArraySlice<UInt8>, path: String, most: Int) -> Diagnostic? {
  if !text.contains(UInt8(ascii: "%")) { return nil }
  var (count, line, isAtStart) = (0, 1, true)
  for index in text.indices {
    let byte = text[index]
    if isAtStart, byte == UInt8(ascii: "%") {
      count += 1
      if count > most {
        let span = Span(Position(line: line, column: 1), Position(line: line, column: 2))
        return Diagnostic(
          .yamlSyntax, path: path, span: span, message: "more than \(most) lines begin with '%'",
          help: "leave directives out, and indent a text that begins with '%'")
      }
    }
    let isBeforeFeed = byte == 0x0D && index + 1 < text.endIndex && text[index + 1] == 0x0A
    isAtStart = byte == 0x0A || byte == 0x0D && !isBeforeFeed
    if isAtStart { line += 1 }
  }
  return nil
}

/// The line and the column behind the text's last character, both from 1; scalars are counted.
func place(after text: some RandomAccessCollection<UInt8>) -> (line: Int, column: Int) {
  var line = 1
  var start = text.startIndex
  for index in text.indices {
    let byte = text[index]
    guard byte <= 0x0D, byte == 0x0A || byte == 0x0D else { continue }
    let next = text.index(after: index)
    if byte == 0x0D, next < text.endIndex, text[next] == 0x0A { continue }
    line += 1
    start = next
  }
  // Every scalar has one byte that does not go on with another.
  return (line, text[start...].count { $0 & 0xC0 != 0x80 && $0 != 0x0D } + 1)
}
