import Library

/// Approved words as blocks, ready to be laid out; the marking and the exercise's words stand apart.
struct Document: Equatable {
  /// What stands at the top of the text, and in reverse at its bottom.
  let marks: [String]
  let blocks: [Block]

  struct Block: Equatable {
    let kind: Layout.Kind
    /// One for each bullet, and for each line that an officer typed in a paragraph.
    let lines: [[Inline]]
  }

  /// A stretch of a line.
  enum Inline: Equatable {
    case words(String)
    /// An address as it is read, and where it leads.
    case link(String, target: String)

    var text: String {
      switch self {
      case .words(let text), .link(let text, _): text
      }
    }
  }
}

extension Document.Block {
  /// Its lines as plain text.
  var texts: [String] { lines.map { $0.map(\.text).joined() } }

  var isHeading: Bool { kind == .heading || kind == .subheading }
}

extension Document {
  /// Blocks under the first heading that reads so, and those before and behind it.
  func divided(under heading: String?) -> (outside: [Block], under: [Block]) {
    guard let heading,
      let start = blocks.firstIndex(where: { $0.isHeading && $0.texts.map(spaced) == [spaced(heading)] })
    else { return (blocks, []) }
    let end =
      blocks[(start + 1)...].firstIndex { $0.isHeading && $0.kind.depth <= blocks[start].kind.depth }
      ?? blocks.endIndex
    return (Array(blocks[..<start] + blocks[end...]), Array(blocks[(start + 1)..<end]))
  }
}

extension Layout.Kind {
  /// 1 for `#`, 2 below it; 3 for what is no heading.
  var depth: Int {
    switch self {
    case .heading: 1
    case .subheading: 2
    case .paragraph, .bullets, .inset: 3
    }
  }
}
