public import OrderedCollections
public import Time

/// Something the officer finds out.
public struct Fact: Sendable {
  public typealias ID = Name<Fact>

  public enum Kind: Sendable, Hashable {
    /// Between `min` and `max` characters.
    case text(min: Int, max: Int)
    /// A whole number.
    case number(min: Int?, max: Int?)
    /// One option: id to the words that stand in a message.
    case choice(OrderedDictionary<String, String>)
    /// Any number of options.
    case choices(OrderedDictionary<String, String>)
    case yesNo, time, date
    /// An address of at most so many characters; nil where the playbook sets no limit.
    case link(max: Int?)
  }

  public let id: ID
  /// The question.
  public let ask: String
  public let help: String?
  public let example: String?
  public let kind: Kind
  public let marking: Marking
  public let handling: [Handling.ID]
  /// The fact, a time, until which every message that carries this one is held.
  public let embargo: ID?
  /// Whether its originator must permit its use.
  public let needsPermission: Bool
  /// Relayed word for word; who types it is not its drafter.
  public let isVerbatim: Bool
  /// How long an answer holds in a message; nil where it does not grow old.
  public let freshFor: Interval?
}

/// What a fact was found to be.
public enum FactValue: Hashable, Sendable {
  case text(String)
  case number(Int)
  /// An option's id.
  case choice(String)
  /// Options' ids, in the playbook's order.
  case choices([String])
  case yesNo(Bool)
  case time(Instant)
  case date(CivilDate)
  case link(String)
}

/// How sure a fact is.
public enum Confidence: String, CaseIterable, Hashable, Sendable {
  case confirmed, likely
  case notKnown = "not-known"
}
