public import Time

/// How much a message asks of people, least first.
public enum Level: String, CaseIterable, Hashable, Comparable, Sendable {
  /// Here is where help is.
  case signpost
  /// We know, this is what is being done.
  case reassure
  /// Please do this.
  case advise
  /// Do this now: the police's own words, relayed verbatim.
  case direct

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .signpost: 0
    case .reassure: 1
    case .advise: 2
    case .direct: 3
    }
  }
}

/// What the organisation asks of every message at one level.
public struct LevelRules: Hashable, Sendable {
  public let level: Level
  public let title: String
  /// What the level says to people, in a few words.
  public let means: String
  /// Who must approve: one person of each seat; nobody fills two.
  public let approve: [Seat]
  /// Who must approve a correction of what went out at the level, where that is fewer; the others otherwise.
  public let correct: [Seat]?
  /// Who is told, without being asked.
  public let inform: [Role.ID]
  /// The longest time between two updates.
  public let update: Interval?
  /// The parts that every public page, release, email and letter has.
  public let parts: [Template.Part]
  /// The most words of a message on a kind of channel; of a text message, the most parts.
  public let words: [Channel.Kind: Int]
}

/// One approval that is needed: any one of these roles may give it.
public struct Seat: Hashable, Sendable {
  /// In the order in which they are rung; never empty.
  public let roles: [Role.ID]

  public init(_ roles: [Role.ID]) { self.roles = roles }
}
