/// A place in a text: its line and its column.
public struct Position: Hashable, Comparable, Sendable {
  /// 1 for the first line.
  public let line: UInt32
  /// 1 for the first Unicode scalar of the line; scalars are counted, not bytes and not cells.
  public let column: UInt32

  public init(line: Int, column: Int) {
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  public static let start = Position(line: 1, column: 1)
}

/// A stretch of a text, up to but not including `end`.
public struct Span: Hashable, Sendable {
  public let start: Position
  public let end: Position

  public init(_ start: Position, _ end: Position) { (self.start, self.end) = (start, end) }

  /// An empty stretch at the beginning of a text.
  public static let start = Span(.start, .start)
}
