import Library
public import Running

/// A screen as other programs read it: what is shown, or what is asked.
public struct ScreenDocument: Encodable, Hashable, Sendable {
  public let lines: [Line]
  /// Set where an answer is waited for.
  public let question: Question?

  /// What is asked, and what the answer is about.
  public struct Question: Encodable, Hashable, Sendable {
    public let text: String
    public let step: String?
    public let fact: String?
  }

  public struct Line: Encodable, Hashable, Sendable {
    public let style: String
    public let label: String?
    public let text: String
  }

  /// The question that the walk asks now.
  public init(asking walk: Walk, _ run: Run) {
    lines = []
    question = Question(
      text: walk.question(run), step: walk.current?.text, fact: walk.askedFact?.text)
  }

  public init(_ screen: Screen) {
    question = nil
    lines = screen.blocks.compactMap { block in
      switch block {
      case .gap: nil
      case .line(let style, let text): Line(style: style.rawValue, label: nil, text: text)
      case .quote(let text): Line(style: "quote", label: nil, text: text)
      case .row(let style, let label, let text): Line(style: style.rawValue, label: label, text: text)
      }
    }
  }
}
