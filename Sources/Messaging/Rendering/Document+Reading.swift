import Diagnostics
import Library

extension Document {
  /// Reads the words of a draft as they were approved.
  ///
  /// As filled, its layout says what each block is, and facts can be nothing but words of theirs. Typed anew,
  /// empty lines part paragraphs, `* ` and `- ` at a line's start make bullets, other lines keep their ends,
  /// and a line alone is a heading where the template has a heading of the same words.
  init(_ draft: Draft, marks: [String], headings: [String: Layout.Kind], addresses: Addresses) {
    self.marks = marks
    let read =
      Self.filled(draft, marks: marks)
      ?? Self.typed(draft.text.normalisedBreaks, marks: marks, headings: headings)
    blocks = read.map { kind, lines in
      Block(kind: kind, lines: lines.map { addresses.inlines(visible($0)) })
    }
  }

  private typealias Read = [(kind: Layout.Kind, lines: [String])]

  /// The blocks of words that stand as they were filled; nil where the layout does not fit them.
  private static func filled(_ draft: Draft, marks: [String]) -> Read? {
    guard var kinds = draft.layout?.kinds else { return nil }
    var parts = draft.text.split(on: "\n\n")[...]
    guard parts.count >= 2 * marks.count, parts.starts(with: marks), parts.reversed().starts(with: marks)
    else { return nil }
    parts = parts.dropFirst(marks.count).dropLast(marks.count)
    // What a press release ends with where its words do not say so.
    if parts.count == kinds.count + 1, parts.last == "ENDS" { kinds.append(.paragraph) }
    guard parts.count == kinds.count else { return nil }
    return zip(kinds, parts).map { kind, part in
      kind == .bullets
        ? (kind, part.split(separator: "\n").map { String($0.hasPrefix("* ") ? $0.dropFirst(2) : $0) })
        : (kind, [part])
    }
  }

  private static func typed(_ text: String, marks: [String], headings: [String: Layout.Kind]) -> Read {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(spacedLine)[...]
    func isForm(_ line: String?) -> Bool { line.map { $0.isEmpty || marks.contains($0) } ?? false }
    while isForm(lines.first) { lines.removeFirst() }
    while isForm(lines.last) { lines.removeLast() }
    var (read, kind, open): (Read, Layout.Kind, [String]) = ([], .paragraph, [])
    func close() {
      if open.count == 1, kind == .paragraph, let heading = headings[open[0]] { kind = heading }
      if !open.isEmpty { read.append((kind, open)) }
      (kind, open) = (.paragraph, [])
    }
    for line in lines {
      let isBullet = ["* ", "- ", "\u{2022} "].contains { line.hasPrefix($0) }
      if line.isEmpty || (isBullet != (kind == .bullets)) { close() }
      if line.isEmpty { continue }
      if isBullet { kind = .bullets }
      open.append(isBullet ? String(line.dropFirst(2)) : line)
    }
    close()
    return read
  }

  /// A line without white space at its ends.
  private static func spacedLine(_ line: Substring) -> String {
    var line = line
    while let last = line.last, last.isWhitespace { line.removeLast() }
    return String(line.drop(while: \.isWhitespace))
  }
}

extension Wording {
  /// The headings that stand in the file in full, with what they are; one with a fact in it is not known again.
  var headings: [String: Layout.Kind] {
    // Conditional words stand in their lines, or are headings themselves.
    let text = body.map { segment in
      switch segment.content {
      case .words(let words), .conditional(_, let words): words
      case .placeholder: "((…))"
      }
    }.joined()
    return Dialect(of: text).blocks.reduce(into: [:]) { found, block in
      guard block.kind.depth < 3, !block.text.contains("((") else { return }
      found[block.text] = block.kind
    }
  }
}

extension String {
  /// With LF alone at the ends of lines.
  var normalisedBreaks: String {
    var clean = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in unicodeScalars {
      if scalar == "\r" || scalar == "\n" {
        if scalar == "\r" || !isAfterReturn { clean.append("\n") }
      } else {
        clean.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return String(clean)
  }

  /// The parts between the separators, empty ones included; source: bytes, for a character may hold several.
  func split(on separator: String) -> [String] {
    let (bytes, mark) = (Array(utf8), Array(separator.utf8))
    var (parts, start, index): ([String], Int, Int) = ([], 0, 0)
    while index + mark.count <= bytes.count {
      if bytes[index..<(index + mark.count)].elementsEqual(mark) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}
