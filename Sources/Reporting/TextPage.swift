import Diagnostics

/// Lines of a report, wrapped at a width; unseen characters are shown by name.
struct TextPage {
  private let width: Int
  private var lines: [String] = []

  init(width: Int) { self.width = max(20, width) }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// A line that has been fitted already.
  mutating func exact(_ line: String) { lines.append(line) }

  mutating func line(_ text: String) { wrapped(text, indent: 0) }

  mutating func gap() { if lines.last?.isEmpty == false { lines.append("") } }

  mutating func heading(_ text: String) {
    gap()
    lines += wrap(text.uppercased(), width: width)
    lines.append("")
  }

  /// Words behind an indent; a line that goes on is indented by two more.
  mutating func wrapped(_ text: String, indent: Int) {
    let lead = String(repeating: " ", count: indent)
    for (index, line) in wrap(visible(text), width: width - indent - 2).enumerated() {
      lines.append(lead + (index == 0 ? "" : "  ") + line)
    }
  }

  /// Exact words, behind a bar; nothing in them is changed but unseen characters.
  mutating func quote(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      for part in wrap(visible(String(line)), width: width - 6) { lines.append("    | " + part) }
    }
  }
}
