import Library

/// The template dialect as plain text, read line by line: headings `#`, bullets `*` and `-`, insets `^`, paragraphs.
///
/// Empty lines part blocks, and one parts them in the plain text. A line's break inside a paragraph is a space;
/// bullets keep their lines.
struct Dialect {
  /// The plain text's UTF-8.
  private(set) var text: [UInt8] = []
  /// What each block is.
  private(set) var kinds: [Layout.Kind] = []
  /// Whether what comes next can still belong to the last block.
  private var isOpen = false

  /// Nothing yet; the plain text is likely to have `room` bytes.
  init(room: Int) {
    text.reserveCapacity(room)
    kinds.reserveCapacity(16)
  }

  init(of body: String) {
    let bytes = Array(body.utf8)
    self.init(room: bytes.count)
    read(bytes, in: 0..<bytes.count)
  }

  /// Reads lines of UTF-8; marks inside the places of `facts` are the facts' own.
  mutating func read(_ bytes: [UInt8], in range: Range<Int>, facts: [Range<Int>] = []) {
    let source = Source(bytes: bytes, facts: facts)
    var start = range.lowerBound
    while start < range.upperBound {
      let line = source.line(from: start, upTo: range.upperBound)
      read(line, of: source)
      start = line.upperBound + 1
    }
  }

  /// Adds whole blocks that were read before.
  mutating func add(_ blocks: ArraySlice<UInt8>, _ kinds: ArraySlice<Layout.Kind>) {
    isOpen = false
    part()
    text += blocks
    self.kinds += kinds
  }

  /// Adds words before all blocks, or behind them, that are none.
  mutating func add(_ words: String) { text += words.utf8 }

  /// The blocks as they stand in the plain text.
  var blocks: [(kind: Layout.Kind, text: String)] {
    Array(zip(kinds, String(decoding: text, as: UTF8.self).split(on: "\n\n")).map { ($0, $1) })
  }

  /// Whether a line of the plain text reads so.
  func hasLine(_ line: String) -> Bool {
    let source = Source(bytes: text, facts: [])
    var start = 0
    while start < text.count {
      let found = source.line(from: start, upTo: text.count)
      if text[found].elementsEqual(line.utf8) { return true }
      start = found.upperBound + 1
    }
    return false
  }

  private mutating func read(_ line: Range<Int>, of source: Source) {
    guard let inkEnd = source.inkEnd(of: line) else {
      isOpen = false
      return
    }
    switch source.mark(of: line) {
    case .bullets:
      begin(.bullets, after: lineEnd)
      text.append(UInt8(ascii: "*"))
      text.append(space)
      text += source.bytes[line].dropFirst(2)
    case .heading, .subheading, .inset:
      let kind = source.mark(of: line) ?? .heading
      isOpen = false
      begin(kind)
      text += source.bytes[source.words(of: line)]
      isOpen = kind == .inset
    case .paragraph, nil:
      begin(isOpen ? kinds.last ?? .paragraph : .paragraph)
      text += source.bytes[line.lowerBound..<(kinds.last == .bullets ? line.upperBound : inkEnd)]
    }
  }

  /// Begins a block, or goes on in the last one where that is open and of the same kind.
  private mutating func begin(_ kind: Layout.Kind, after separator: UInt8 = space) {
    if isOpen, kinds.last == kind { return text.append(separator) }
    part()
    kinds.append(kind)
    isOpen = true
  }

  /// The empty line between two blocks.
  private mutating func part() {
    if kinds.isEmpty { return }
    text.append(lineEnd)
    text.append(lineEnd)
  }
}

private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
private let lineEnd = UInt8(ascii: "\n")

/// Words in the dialect, in UTF-8.
private struct Source {
  let bytes: [UInt8]
  /// The places whose marks are not the template's.
  let facts: [Range<Int>]

  /// The next line, without the spaces that it begins with.
  func line(from start: Int, upTo limit: Int) -> Range<Int> {
    var start = start
    while start < limit, bytes[start] == space || bytes[start] == tab { start += 1 }
    var end = start
    while end < limit, bytes[end] != lineEnd { end += 1 }
    return start..<end
  }

  /// Where a line's last character ends that is not white space; nil where it is blank.
  func inkEnd(of line: Range<Int>) -> Int? {
    var end = line.upperBound
    while end > line.lowerBound {
      var start = end - 1
      while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      if !bytes.scalar(at: start).isSpace { return end }
      end = start
    }
    return nil
  }

  /// What the mark that a line begins with makes of it.
  func mark(of line: Range<Int>) -> Layout.Kind? {
    let (start, next) = (line.lowerBound, line.lowerBound + 1)
    switch Unicode.Scalar(bytes[start]) {
    case "*", "-": return next < line.upperBound && bytes[next] == space && isMark(start) ? .bullets : nil
    case "^": return isMark(start) ? .inset : nil
    case "#":
      if !isMark(start) { return nil }
      return next < line.upperBound && bytes[next] == bytes[start] && isMark(next) ? .subheading : .heading
    default: return nil
    }
  }

  /// A line behind its mark, which may be repeated, and the spaces there.
  func words(of line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    while start < line.upperBound,
      bytes[start] == space || bytes[start] == bytes[line.lowerBound] && isMark(start)
    {
      start += 1
    }
    return start..<line.upperBound
  }

  /// Whether a mark is the template's own: not a fact's, and no part of a keycap or an accented letter.
  private func isMark(_ place: Int) -> Bool {
    if facts.contains(where: { $0.contains(place) }) { return false }
    guard place + 1 < bytes.count, bytes[place + 1] >= 0x80 else { return true }
    return String(decoding: bytes[place...].prefix(5), as: UTF8.self).first?.utf8.count == 1
  }
}
