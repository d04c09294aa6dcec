/// A security classification, lowest first; OFFICIAL-SENSITIVE is a marking within OFFICIAL.
///
/// Source: Government Security Classifications Policy, Cabinet Office, August 2024.
public enum Marking: String, CaseIterable, Hashable, Comparable, Sendable {
  case official = "OFFICIAL"
  case officialSensitive = "OFFICIAL-SENSITIVE"
  case secret = "SECRET"

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .official: 0
    case .officialSensitive: 1
    case .secret: 2
    }
  }
}

/// How far words travel, narrowest first.
public enum Reach: String, CaseIterable, Hashable, Comparable, Sendable {
  case `internal`, partner, `public`

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .internal: 0
    case .partner: 1
    case .public: 2
    }
  }
}

/// An instruction that goes with a fact and says which reaches it allows.
public struct Handling: Hashable, Sendable {
  public typealias ID = Name<Handling>
  public let id: ID
  public let title: String
  public let reaches: Set<Reach>
}
