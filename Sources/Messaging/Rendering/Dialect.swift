/// A block of the template dialect, read once: headings `#`, bullets `*` and `-`, insets `^`, paragraphs.
struct Passage {
  var kind = Layout.Kind.paragraph
  /// Without the marks of headings and insets; each bullet has its own line, after `* `.
  var lines: [String] = []

  /// As it stands in the plain text: a line break inside a paragraph is a space, bullets keep their lines.
  var text: String { lines.joined(separator: kind == .bullets ? "\n" : " ") }
}

/// The template dialect.
enum Dialect {
  /// Blocks are parted by empty lines; marks that a shield stands before are words.
  static func passages(_ body: String) -> [Passage] {
    var passages: [Passage] = []
    var current = Passage()
    func close() {
      if !current.lines.isEmpty { passages.append(current) }
      current = Passage()
    }
    for raw in body.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = raw.drop { $0 == " " || $0 == "\t" }
      if line.allSatisfy(\.isWhitespace) {
        close()
      } else if line.hasPrefix("* ") || line.hasPrefix("- ") {
        if current.kind != .bullets { close() }
        current.kind = .bullets
        current.lines.append("* " + line.dropFirst(2))
      } else if line.hasPrefix("#") {
        close()
        current.kind = line.hasPrefix("##") ? .subheading : .heading
        current.lines.append(String(line.drop { $0 == "#" || $0 == " " }))
        close()
      } else if line.hasPrefix("^") {
        close()
        current.kind = .inset
        current.lines.append(String(line.drop { $0 == "^" || $0 == " " }))
      } else if current.kind == .bullets, let last = current.lines.popLast() {
        current.lines.append(last + " " + line)
      } else {
        current.lines.append(withoutTrailingSpace(line))
      }
    }
    close()
    return passages
  }

  private static func withoutTrailingSpace(_ line: Substring) -> String {
    var line = line
    while let last = line.last, last.isWhitespace { line.removeLast() }
    return String(line)
  }
}
