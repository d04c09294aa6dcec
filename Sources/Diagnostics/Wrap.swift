/// The text in lines of at most `width` cells, broken at spaces, and inside a word only where it is longer.
///
/// Runs of spaces between two words that stay on one line are kept, and so are spaces at the beginning where
/// a word fits behind them. An empty text is one empty line; a character wider than the width has its own line.
public func wrap(_ text: String, width: Int) -> [String] {
  let limit = max(1, width)
  if displayWidth(of: text) <= limit { return [text] }
  var page = Page(limit: limit)
  if isPlain(text) {
    addPlain(text, to: &page)
    return page.lines.isEmpty ? [""] : page.lines
  }
  var index = text.startIndex
  while index < text.endIndex {
    let start = text[index...].firstIndex { $0 != " " } ?? text.endIndex
    let end = text[start...].firstIndex(of: " ") ?? text.endIndex
    if start < end { page.add(text[start..<end], after: text.distance(from: index, to: start)) }
    index = end
  }
  page.close()
  return page.lines.isEmpty ? [""] : page.lines
}

/// The same for a text of which every byte is a cell: a space is a byte, and no mark hangs on it.
private func addPlain(_ text: String, to page: inout Page) {
  let bytes = text.utf8
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let start = bytes[index...].firstIndex { $0 != 0x20 } ?? bytes.endIndex
    let end = bytes[start...].firstIndex(of: 0x20) ?? bytes.endIndex
    if start < end { page.add(text[start..<end], after: bytes.distance(from: index, to: start)) }
    index = end
  }
  page.close()
}

/// Lines while words are put on them.
private struct Page {
  let limit: Int
  private(set) var lines: [String] = []
  private var line = ""
  private var cells = 0

  init(limit: Int) { self.limit = limit }

  mutating func close() {
    if !line.isEmpty { lines.append(line) }
    (line, cells) = ("", 0)
  }

  mutating func add(_ word: Substring, after spaces: Int) {
    let needed = displayWidth(of: word)
    if cells + spaces + needed > limit {
      close()
    } else {
      line += String(repeating: " ", count: spaces)
      cells += spaces
    }
    if cells + needed <= limit {
      line += word
      cells += needed
      return
    }
    for character in word {
      let width = displayWidth(of: character)
      if cells + width > limit { close() }
      line.append(character)
      cells += width
    }
  }
}
