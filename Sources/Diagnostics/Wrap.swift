/// The text in lines of at most `width` cells, broken at spaces, and inside a word only where it is longer.
///
/// Runs of spaces between two words that stay on one line are kept. An empty text is one empty line.
public func wrap(_ text: String, width: Int) -> [String] {
  let limit = max(1, width)
  if displayWidth(of: text) <= limit { return [text] }
  var lines: [String] = []
  var line = ""
  var cells = 0
  var spaces = ""
  func close(_ lines: inout [String], _ line: inout String, _ cells: inout Int) {
    lines.append(line)
    (line, cells) = ("", 0)
  }
  var index = text.startIndex
  while index < text.endIndex {
    if text[index] == " " {
      spaces.append(" ")
      index = text.index(after: index)
      continue
    }
    let end = text[index...].firstIndex(of: " ") ?? text.endIndex
    var word = text[index..<end]
    let needed = displayWidth(of: word)
    if !line.isEmpty, cells + spaces.count + needed > limit {
      close(&lines, &line, &cells)
      spaces = ""
    }
    while displayWidth(of: word) > limit {
      var (part, taken) = ("", 0)
      while let next = word.first, taken + displayWidth(of: next) <= limit || part.isEmpty {
        part.append(next)
        taken += displayWidth(of: next)
        word.removeFirst()
      }
      lines.append(part)
    }
    line += spaces + word
    cells += spaces.count + displayWidth(of: word)
    spaces = ""
    index = end
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  return lines
}
