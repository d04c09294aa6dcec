/// One line of a source and the carets that go under it.
struct CaretLine {
  /// The line as it is shown: tabs as spaces, unseen characters by name, long ones cut to the part that matters.
  let text: String
  /// Spaces up to the first caret.
  let indent: String
  let carets: String

  /// The most cells of a line that are shown.
  private static let widest = 100

  init(line: String, span: Span, mark: Character) {
    let scalars = Array(line.unicodeScalars)
    let first = min(Int(span.start.column) - 1, scalars.count)
    let last =
      span.end.line == span.start.line
      ? min(max(Int(span.end.column) - 1, first), scalars.count) : scalars.count
    let before = Self.shown(scalars[..<first])
    let inside = Self.shown(scalars[first..<last])
    let after = Self.shown(scalars[last...])
    let carets = String(repeating: mark, count: max(1, min(Self.cells(inside), Self.widest)))
    var lead = before
    if Self.cells(before) > Self.widest / 2 { lead = "…" + String(before.suffix(Self.widest / 2 - 1)) }
    let whole = lead + inside + after
    text = whole.count > Self.widest ? String(whole.prefix(Self.widest)) + "…" : whole
    indent = String(repeating: " ", count: Self.cells(lead))
    self.carets = carets
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar == "\t" { text.append(contentsOf: "    ".unicodeScalars) } else { text.append(scalar) }
    }
    return visible(String(text))
  }

  private static func cells(_ text: String) -> Int { displayWidth(of: text) }
}

/// The lines of the sources, split once for each file that is asked for.
final class SourceLines {
  private let sources: [String: [UInt8]]
  private var split: [String: [ArraySlice<UInt8>]] = [:]

  init(_ sources: [String: [UInt8]]) { self.sources = sources }

  /// A line by its number from 1, without its end; LF, CR and CRLF all end one.
  func line(_ number: Int, of path: String) -> String? {
    if split[path] == nil { split[path] = sources[path].map(Self.lines) ?? [] }
    guard let lines = split[path], number >= 1, number <= lines.count else { return nil }
    return String(decoding: lines[number - 1], as: UTF8.self)
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        lines.append(bytes[start..<index])
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    lines.append(bytes[start...])
    return lines
  }
}
