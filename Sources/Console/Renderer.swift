import Diagnostics

/// Turns screens into lines: the same content for every reader, in the form that suits them.
public struct Renderer: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    /// Columns and bars; colour where it is wanted.
    case rich(colour: Bool)
    /// One thing a line, in words, for screen readers and logs.
    case plain
  }

  public let form: Form
  /// Columns; 20 at least.
  public let width: Int

  public init(form: Form, width: Int) {
    self.form = form
    self.width = max(20, width)
  }

  /// The screen's lines, each ended by a line feed.
  public func text(of screen: Screen) -> String {
    let labels = screen.blocks.map { block in
      if case .row(_, let label, _) = block { displayWidth(of: visible(label)) } else { 0 }
    }
    let column = column(behind: labels.max() ?? 0)
    return screen.blocks.flatMap { lines(of: $0, column: column) }.map { $0 + "\n" }.joined()
  }

  /// Where what belongs to the labels begins: in a narrow window as near to the widest as leaves room to read.
  private func column(behind widest: Int) -> Int {
    let third = min(18, width / 3)
    let needed = min(18, widest + 1)
    return width - needed < 20 ? third : max(third, needed)
  }

  private func lines(of block: Screen.Block, column: Int) -> [String] {
    switch block {
    case .gap: return [""]
    case .line(let style, let text): return hung(visible(text)).map { paint($0, style) }
    case .quote(let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
        wrap(visible(String(line)), width: width - 2).map { form == .plain ? "> " + $0 : "| " + $0 }
      }
    case .row(let style, let label, let text):
      if form == .plain { return wrap(visible("\(label): \(text)"), width: width) }
      let label = visible(label)
      let lead = label + String(repeating: " ", count: max(1, column - displayWidth(of: label)))
      let room = width - displayWidth(of: lead)
      if room < 8 {
        return wrap(label, width: width).map { paint($0, style) }
          + wrap(visible(text), width: width - 2).map { "  " + $0 }
      }
      return wrap(visible(text), width: room).enumerated().map { index, line in
        (index == 0 ? paint(lead, style) : String(repeating: " ", count: displayWidth(of: lead))) + line
      }
    }
  }

  /// A line that goes on is indented as far as it began, or as far as its words stand behind a number or a time.
  private func hung(_ text: String) -> [String] {
    let indent = String(text.prefix { $0 == " " }.prefix(width / 4))
    let words = text.dropFirst(indent.count)
    let mark = words.prefix { $0 != " " }
    let blanks = words.dropFirst(mark.count).prefix { $0 == " " }
    let deep = displayWidth(of: indent + mark + blanks)
    guard blanks.count >= 2, deep <= width / 4 else {
      return wrapKeepingParts(String(words), width: width - indent.count).map { indent + $0 }
    }
    let behind = String(words.dropFirst(mark.count + blanks.count))
    return wrapKeepingParts(behind, width: width - deep).enumerated().map { index, line in
      (index == 0 ? indent + mark + blanks : String(repeating: " ", count: deep)) + line
    }
  }

  private func paint(_ text: String, _ style: Screen.Style) -> String {
    guard case .rich(colour: true) = form, let code = Self.code(style) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// The terminal's own sixteen colours, which its user chose to be readable.
  private static func code(_ style: Screen.Style) -> String? {
    switch style {
    case .normal: nil
    case .strong, .heading: "1"
    case .quiet: "2"
    case .good: "32"
    case .warn: "33"
    case .stop: "1;31"
    case .key: "36"
    case .live: "1;31"
    case .exercise: "1;7;33"
    }
  }
}

/// The text in lines, broken between parts that three blanks or more keep apart, and inside a part only where it
/// is wider than a line: a letter stays with what it does, and a word with its time.
func wrapKeepingParts(_ text: String, width: Int) -> [String] {
  if displayWidth(of: text) <= width { return [text] }
  var lines: [String] = []
  for part in text.split(separator: /\ {3,}/) {
    let wrapped = wrap(String(part), width: width)
    guard let last = lines.last else {
      lines = wrapped
      continue
    }
    if displayWidth(of: last) + 3 + displayWidth(of: part) <= width {
      lines[lines.count - 1] = last + "   " + part
    } else {
      lines += wrapped
    }
  }
  return lines.isEmpty ? [""] : lines
}
