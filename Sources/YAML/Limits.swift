/// How much of a document is read before it is refused.
public struct Limits: Hashable, Sendable {
  /// Bytes of a file.
  public var size = 1 << 20
  /// Lines that begin with '%'; libyaml compares each with all before it.
  public var directives = 8
  /// Lists and maps inside each other, aliases included.
  public var depth = 32
  /// Uses of an anchor.
  public var aliases = 64
  /// Nodes, each alias counted with all that it stands for.
  public var nodes = 100_000

  public static let standard = Limits()
}
