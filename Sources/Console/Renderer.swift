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
    screen.blocks.flatMap(lines).map { $0 + "\n" }.joined()
  }

  private func lines(of block: Screen.Block) -> [String] {
    switch block {
    case .gap: return [""]
    case .line(let style, let text): return hung(visible(text)).map { paint($0, style) }
    case .quote(let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
        wrap(visible(String(line)), width: width - 2).map { form == .plain ? "> " + $0 : "| " + $0 }
      }
    case .row(let style, let label, let text):
      if form == .plain { return wrap(visible("\(label): \(text)"), width: width) }
      let column = min(18, width / 3)
      let lead = visible(label) + String(repeating: " ", count: max(1, column - displayWidth(of: label)))
      let room = width - displayWidth(of: lead)
      if room < 8 {
        return wrap(visible(label), width: width).map { paint($0, style) }
          + wrap(visible(text), width: width - 2).map { "  " + $0 }
      }
      return wrap(visible(text), width: room).enumerated().map { index, line in
        (index == 0 ? paint(lead, style) : String(repeating: " ", count: displayWidth(of: lead))) + line
      }
    }
  }

  /// A line that goes on is indented as far as it began.
  private func hung(_ text: String) -> [String] {
    let indent = String(text.prefix { $0 == " " }.prefix(width / 4))
    return wrap(String(text.dropFirst(indent.count)), width: width - indent.count).map { indent + $0 }
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
