public import Library
public import Time

/// Whether a run is the real thing; fixed when it starts.
public enum Mode: String, CaseIterable, Hashable, Sendable {
  case live, exercise
}

/// What is known at one moment, that a message is filled from.
public struct Knowledge: Sendable {
  /// What one fact is known to be.
  public struct Entry: Hashable, Sendable {
    /// Nil where it is not known.
    public let value: FactValue?
    public let confidence: Confidence
    public let marking: Marking
    public let source: String

    public init(value: FactValue?, confidence: Confidence, marking: Marking, source: String) {
      (self.value, self.confidence, self.marking, self.source) = (value, confidence, marking, source)
    }
  }

  /// A fact that was never asked is not here.
  public var facts: [Fact.ID: Entry]
  /// What each fact was known to be before, oldest first; replaced, it may still not be told to everybody.
  public var earlier: [Fact.ID: [Entry]]
  /// The run's level; nil until it is decided.
  public var level: Level?
  public var audienceLevels: [Audience.ID: Level]
  public var mode: Mode
  public var now: Instant
  /// When more is promised.
  public var nextUpdate: Instant?
  public var calendar: WorkingCalendar

  public init(
    facts: [Fact.ID: Entry], earlier: [Fact.ID: [Entry]] = [:], level: Level?,
    audienceLevels: [Audience.ID: Level], mode: Mode, now: Instant, nextUpdate: Instant?,
    calendar: WorkingCalendar
  ) {
    self.facts = facts
    self.earlier = earlier
    self.level = level
    self.audienceLevels = audienceLevels
    self.mode = mode
    self.now = now
    self.nextUpdate = nextUpdate
    self.calendar = calendar
  }

  /// The day on which the message is filled, by the organisation's clock.
  var today: CivilDate { calendar.zone.local(now).date }

  /// The value where it is confirmed or likely.
  func value(_ fact: Fact.ID) -> FactValue? {
    guard let entry = facts[fact], entry.confidence != .notKnown else { return nil }
    return entry.value
  }
}
