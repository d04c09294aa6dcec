import Diagnostics

/// Reads a template's text into words, placeholders and conditional words.
///
/// The language is GOV.UK Notify's: `((name))` and `((condition??words))`. The innermost double brackets
/// count, so `(((name)))` is a placeholder in brackets; of two `??` the first divides.
struct SegmentReader {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  /// `line` and `column` are the place of the text's first character within its file.
  mutating func read(_ text: String, line: Int = 1, column: Int = 1) -> [Segment] {
    let bytes = Array(text.utf8)
    var segments: [Segment] = []
    var walk = Walk(line: line, column: column)
    // Where the words begin that are not yet in a segment.
    var (plain, plainStart) = (0, walk.position)
    var index = 0
    func isPair(_ sign: Unicode.Scalar, at index: Int) -> Bool {
      index + 1 < bytes.count && bytes[index] == UInt8(ascii: sign) && bytes[index + 1] == bytes[index]
    }
    func words(upTo end: Int) -> [Segment] {
      if plain == end { return [] }
      let words = String(decoding: bytes[plain..<end], as: UTF8.self)
      return [Segment(span: Span(plainStart, walk.position), content: .words(words))]
    }
    while index < bytes.count {
      guard isPair("(", at: index), !isPair("(", at: index + 1) else {
        walk.step(over: bytes[index])
        index += 1
        continue
      }
      let start = walk.position
      var end = index + 2
      while end < bytes.count, !isPair(")", at: end), !isPair("(", at: end) { end += 1 }
      guard isPair(")", at: end) else {
        report(start, 2, "this '((' is not closed", "close it with '))' before the next one begins")
        for _ in 0..<2 { walk.step(over: bytes[index]) }
        index += 2
        continue
      }
      segments += words(upTo: index)
      for byte in bytes[index..<(end + 2)] { walk.step(over: byte) }
      let inside = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
      let span = Span(start, walk.position)
      if let content = content(inside, at: span) { segments.append(Segment(span: span, content: content)) }
      index = end + 2
      (plain, plainStart) = (index, walk.position)
    }
    return segments + words(upTo: bytes.count)
  }

  private mutating func content(_ inside: String, at span: Span) -> Segment.Content? {
    // Notify reads no bracket inside; and of three at the end it would not be clear which close.
    if inside.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) {
      report(span.start, 2, "a single bracket stands inside double brackets", "write the words without it")
      return nil
    }
    let range = firstRange(of: "??", in: inside)
    if inside[..<(range?.lowerBound ?? inside.endIndex)].contains(where: { $0.isWhitespace && $0 != " " }) {
      report(
        span.start, 2, "a line's end, a tab or an odd space stands in this name",
        "write the name on one line with plain spaces; GOV.UK Notify would not fill it")
      return nil
    }
    guard let range else {
      let name = trimmed(inside)
      if name.isEmpty {
        report(span.start, 4, "these brackets name nothing", "write ((fact))")
        return nil
      }
      return .placeholder(name)
    }
    let condition = trimmed(String(inside[..<range.lowerBound]))
    let words = String(inside[range.upperBound...])
    guard let choice = choice(condition) else {
      report(
        span.start, 2, "'\(condition)' is not a condition",
        "write ((fact??words)), ((fact: option??words)), ((not fact??words)), ((fact likely??words)) or ((at least advise??words))"
      )
      return nil
    }
    return .conditional(choice, words)
  }

  private func choice(_ text: String) -> Segment.Choice? {
    if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let (name, option) = (
        trimmed(String(text[..<colon])), trimmed(String(text[text.index(after: colon)...]))
      )
      return name.isEmpty || option.isEmpty ? nil : .option(name, option)
    }
    let words = Self.words(of: text)
    let lower = words.map { $0.lowercased() }
    guard let first = lower.first, let last = lower.last else { return nil }
    if lower.count == 3, first == "at", lower[1] == "least" || lower[1] == "most" {
      guard let level = Level(rawValue: last) else { return nil }
      return lower[1] == "least"
        ? .level(atLeast: level, atMost: .direct) : .level(atLeast: .signpost, atMost: level)
    }
    if lower.count > 1, first == "not" { return .no(words.dropFirst().joined(separator: " ")) }
    if lower.count > 1, last == "likely" { return .likely(words.dropLast().joined(separator: " ")) }
    if lower.count > 1, last == "known" { return .known(words.dropLast().joined(separator: " ")) }
    return .yes(words.joined(separator: " "))
  }

  private static func words(of text: String) -> [String] {
    // Names of facts are ASCII nearly always, where a space is all that parts words.
    if text.utf8.allSatisfy({ isPrinted($0) || $0 == UInt8(ascii: " ") }) {
      return text.utf8.split(separator: UInt8(ascii: " ")).compactMap { String($0) }
    }
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private mutating func report(_ start: Position, _ count: Int, _ message: String, _ help: String) {
    let end = Position(line: Int(start.line), column: Int(start.column) + count)
    diagnostics.append(
      Diagnostic(.placeholderSyntax, path: path, span: Span(start, end), message: message, help: help))
  }
}

/// A place in a text that is walked through byte by byte.
private struct Walk {
  var line: Int
  var column: Int

  var position: Position { Position(line: line, column: column) }

  mutating func step(over byte: UInt8) {
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      // A column is a scalar: its first byte counts, those that go on with it do not.
      column += 1
    }
  }
}

/// The text without white space around it.
func trimmed(_ text: String) -> String {
  // Most texts have nothing to trim, which their first and last byte tell.
  if let first = text.utf8.first, let last = text.utf8.last, isPrinted(first), isPrinted(last) { return text }
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}

/// Whether the byte is an ASCII character that leaves a mark.
func isPrinted(_ byte: UInt8) -> Bool { 0x20 < byte && byte < 0x7F }

/// Where `needle` stands first.
func firstRange(of needle: String, in text: String) -> Range<String.Index>? {
  let (needle, bytes) = (needle.utf8, text.utf8)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    if bytes[index] == needle.first, bytes[index...].starts(with: needle) {
      return index..<bytes.index(index, offsetBy: needle.count)
    }
    index = bytes.index(after: index)
  }
  return nil
}
