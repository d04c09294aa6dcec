import Diagnostics

/// Why the text has more directives than libyaml can be given; nil where it has not.
///
/// A library's file needs none; libyaml 0.2.5 took ten seconds over 45,000 `%TAG` lines.
func refusalOfDirectives(_ text: ArraySlice<UInt8>, path: String, most: Int) -> Diagnostic? {
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

/// The place behind the text's last character.
func endPosition(of text: UnsafeBufferPointer<UInt8>) -> Position {
  var (line, column) = (1, 1)
  for index in text.indices {
    let byte = unsafe text[index]
    let isBeforeFeed = unsafe byte == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
    if byte == 0x0A || byte == 0x0D && !isBeforeFeed {
      (line, column) = (line + 1, 1)
    } else if byte & 0xC0 != 0x80, byte != 0x0D {
      column += 1
    }
  }
  return Position(line: line, column: column)
}
