public import OrderedCollections
public import Time

/// One partnership: its roles, audiences, channels, levels and house rules.
public struct Organisation: Sendable {
  public let name: String
  public let shortName: String
  /// A name of the IANA time zone database.
  public let timeZone: String
  /// The library's own language, a BCP 47 tag.
  public let language: String
  public let marking: Marking
  public let owner: Role.ID
  public let reviewBy: CivilDate
  /// Stands at the head of every exercise message, inside the text that is approved.
  public let exercisePrefix: String
  public let workingDayStarts: TimeOfDay
  public let workingDayEnds: TimeOfDay
  /// How long a playbook may go without a rehearsal.
  public let exerciseEvery: Interval?
  /// How long an approver is waited for before the next one is rung.
  public let answerWithin: Interval?
  /// How soon a correction must be out, from when somebody began it.
  public let correctWithin: Interval?
  /// How long records are kept.
  public let retention: Retention
  /// Words that every template may use, by placeholder.
  public let words: OrderedDictionary<String, String>
  /// The same by folded placeholder.
  let foldedWords: [String: String]
  public let roles: OrderedDictionary<Role.ID, Role>
  public let channels: OrderedDictionary<Channel.ID, Channel>
  public let audiences: OrderedDictionary<Audience.ID, Audience>
  public let levels: OrderedDictionary<Level, LevelRules>
  public let handlings: OrderedDictionary<Handling.ID, Handling>
  public let voices: OrderedDictionary<Voice.ID, Voice>
}

/// A part that somebody plays: never a person.
public struct Role: Hashable, Sendable {
  public typealias ID = Name<Role>
  public let id: ID
  public let title: String
  public let does: String?
  /// Who may stand in, in order of call.
  public let deputies: [ID]
}

/// Who is addressed.
public struct Audience: Sendable {
  public typealias ID = Name<Audience>
  public let id: ID
  public let title: String
  public let who: String?
  public let reach: Reach
  /// The highest marking they may see.
  public let marking: Marking
  /// BCP 47 tags; never empty.
  public let languages: [String]
  /// Bodies whose receipt is followed.
  public let partners: [String]
  public let channels: [Level: [Channel.ID]]
}

/// A voice in the community that has agreed to speak; a role or a body, never a person.
public struct Voice: Hashable, Sendable {
  public typealias ID = Name<Voice>
  public let id: ID
  public let title: String
  public let topics: [String]
  public let consented: CivilDate
}
