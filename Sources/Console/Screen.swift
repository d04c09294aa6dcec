/// What is shown, as a value: lines with a meaning, never with a colour.
public struct Screen: Hashable, Sendable {
  public private(set) var blocks: [Block] = []

  public init() {}

  public enum Block: Hashable, Sendable {
    case line(Style, String)
    /// Exact words behind a bar; wrapped, never changed.
    case quote(String)
    /// A label and what belongs to it, in a column where there is room.
    case row(Style, label: String, String)
    case gap
  }

  /// What a line means.
  public enum Style: String, CaseIterable, Hashable, Sendable {
    case normal, strong, quiet, heading, good, warn, stop, key
    /// The run's mode, at the head of every screen.
    case live, exercise
  }

  public mutating func line(_ text: String, _ style: Style = .normal) { blocks.append(.line(style, text)) }
  public mutating func quote(_ text: String) { blocks.append(.quote(text)) }
  public mutating func gap() { if blocks.last != .gap { blocks.append(.gap) } }

  public mutating func row(_ label: String, _ text: String, _ style: Style = .normal) {
    blocks.append(.row(style, label: label, text))
  }

  public mutating func append(_ other: Screen) { blocks += other.blocks }

  public var isEmpty: Bool { blocks.isEmpty }
}
