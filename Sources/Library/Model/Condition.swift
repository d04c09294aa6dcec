/// When something holds: any of the lists, all of whose tests hold.
public struct Condition: Hashable, Sendable {
  /// Never empty; nor is any list in it.
  public let any: [[Test]]

  public init(any: [[Test]]) { self.any = any }

  public enum Test: Hashable, Sendable {
    /// The fact has one of these values.
    case fact(Fact.ID, [Match])
    case level(atLeast: Level, atMost: Level)
    /// The fact is confirmed or likely.
    case known(Fact.ID)
    /// The step was decided with one of these options.
    case decided(Step.ID, [String])
  }

  public enum Match: Hashable, Sendable {
    case notKnown
    /// An option's id, or of choices one that is among them.
    case option(String)
    case yesNo(Bool)
    case number(atLeast: Int?, atMost: Int?)
    /// A text, link, date or time, to the letter.
    case text(String)
  }

  /// The facts it looks at, in order.
  public var facts: [Fact.ID] {
    var found: [Fact.ID] = []
    for test in any.joined() {
      switch test {
      case .fact(let fact, _), .known(let fact): if !found.contains(fact) { found.append(fact) }
      case .level, .decided: break
      }
    }
    return found
  }
}
