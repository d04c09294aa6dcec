/// One line of a source and the carets that go under it.
struct CaretLine {
  /// The line as it is shown: tabs as spaces, unseen characters by name, long ones cut to the part that matters.
  let text: String
  /// Spaces up to the first caret.
  let indent: String
  let carets: String

  /// The most cells of a line that are shown.
  private static let widest = 100
  /// The most scalars on either side that are looked at: a long line costs no more than a short one.
  private static let reach = 4 * widest

  init(line: [Unicode.Scalar], span: Span, mark: Character) {
    let first = min(max(0, Int(span.start.column) - 1), line.count)
    let isOneLine = span.end.line == span.start.line
    let last = isOneLine ? min(max(Int(span.end.column) - 1, first), line.count) : line.count
    let start = max(0, first - Self.reach)
    let middle = min(last, first + Self.reach)
    let end = min(line.count, middle + Self.reach)
    let before = Self.shown(line[start..<first])
    let inside = Self.shown(line[first..<middle])
    let after = Self.shown(line[middle..<end])
    let isWhole = start == 0 && middle == last && end == line.count
    let fits = isWhole && displayWidth(of: before + inside + after) <= Self.widest
    var lead = before
    if !fits, displayWidth(of: before) > Self.widest / 2 {
      lead = "…" + Self.end(of: before, cells: Self.widest / 2 - 1)
    } else if start > 0 {
      lead = "…" + before
    }
    let left = Self.widest - displayWidth(of: lead)
    let seen = Self.beginning(of: inside, cells: left)
    let rest = seen == inside ? Self.beginning(of: after, cells: left - displayWidth(of: seen)) : ""
    let isCut = middle < last || end < line.count || seen != inside || rest != after
    text = lead + seen + rest + (isCut ? "…" : "")
    indent = String(repeating: " ", count: displayWidth(of: lead))
    carets = String(repeating: mark, count: max(1, displayWidth(of: seen)))
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar == "\t" { text.append(contentsOf: "    ".unicodeScalars) } else { text.append(scalar) }
    }
    return visible(String(text))
  }

  /// As much of the text's beginning as the cells hold.
  private static func beginning(of text: String, cells: Int) -> String {
    var taken = 0
    return String(
      text.prefix { character in
        taken += displayWidth(of: character)
        return taken <= cells
      })
  }

  /// As much of the text's end as the cells hold.
  private static func end(of text: String, cells: Int) -> String {
    String(beginning(of: String(text.reversed()), cells: cells).reversed())
  }
}

/// The lines of the sources, split once for each file that is asked for.
final class SourceLines {
  private let sources: [String: [UInt8]]
  private var split: [String: [ArraySlice<UInt8>]] = [:]
  /// The line that was asked for last: many diagnostics may stand on one.
  private var last: (path: String, number: Int, line: [Unicode.Scalar])?

  init(_ sources: [String: [UInt8]]) { self.sources = sources }

  /// A line by its number from 1, without its end; LF, CR and CRLF all end one.
  func line(_ number: Int, of path: String) -> [Unicode.Scalar]? {
    if let last, last.number == number, last.path == path { return last.line }
    if split[path] == nil { split[path] = sources[path].map(Self.lines) ?? [] }
    guard let lines = split[path], number >= 1, number <= lines.count else { return nil }
    let line = Array(String(decoding: lines[number - 1], as: UTF8.self).unicodeScalars)
    last = (path, number, line)
    return line
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
