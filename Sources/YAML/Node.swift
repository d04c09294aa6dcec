public import Diagnostics

/// A value of a YAML document and the stretch of text it stands in.
public struct Node: Sendable {
  public enum Content: Sendable {
    /// Text as the author wrote it; no value is guessed from it.
    case scalar(String, Style)
    case sequence([Node])
    /// Pairs in the author's order; keys are unlike each other.
    case mapping([Pair])
  }

  /// How a scalar was written; only a plain one may be empty to mean "nothing".
  public enum Style: Hashable, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// One key and its value.
  public struct Pair: Sendable {
    public let key: String
    public let keySpan: Span
    public let value: Node

    public init(key: String, keySpan: Span, value: Node) {
      (self.key, self.keySpan, self.value) = (key, keySpan, value)
    }
  }

  public let span: Span
  public let content: Content

  public init(span: Span, content: Content) { (self.span, self.content) = (span, content) }
}

/// What composing a text gave: a node where one could be made, and everything that is wrong.
public struct Composed: Sendable {
  public let node: Node?
  public let diagnostics: [Diagnostic]

  public init(node: Node?, diagnostics: [Diagnostic]) {
    (self.node, self.diagnostics) = (node, diagnostics)
  }
}
