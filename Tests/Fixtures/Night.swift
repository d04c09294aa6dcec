import Digest
public import Library
public import Messaging
public import Running
public import Time

/// A run in memory that commands are given to, on a clock that the test moves.
public struct Night: Sendable {
  public var run: Run
  /// Everything that has happened, as a record would hold it.
  public private(set) var events: [Event]
  public var now: Instant
  public var officer: String
  public var roster = Roster(people: [])

  /// Begins a run at `now`, which is T as well.
  public init?(
    _ plan: Plan, mode: Mode = .live, at now: Instant = Fixtures.night, officer: String = "Ash",
    run id: String? = nil
  ) {
    let start = Start(
      run: id ?? (mode == .live ? "POST-0001" : "EX-0001"), playbook: plan.playbook.id, mode: mode, zero: now,
      library: .sha256(of: []))
    let first = Event(sequence: 1, entered: now, happened: now, by: officer, content: .started(start))
    guard let run = Run(plan: plan, events: [first]) else { return nil }
    (self.run, self.events, self.now, self.officer) = (run, [first], now, officer)
  }

  /// Carries a command out and gives what it made happen.
  @discardableResult
  public mutating func give(_ command: Command, happened: Instant? = nil) throws(Refusal) -> [Event.Content] {
    let moment = Moment(now: now, happened: happened, officer: officer, roster: roster)
    let contents = try run.decide(command, at: moment)
    for content in contents {
      let event = Event(
        sequence: run.sequence + 1, entered: now, happened: happened ?? now, by: officer, content: content)
      run.apply(event)
      events.append(event)
    }
    return contents
  }

  /// Records a confirmed fact.
  public mutating func answer(_ fact: Fact.ID, _ value: FactValue, _ confidence: Confidence = .confirmed)
    throws(Refusal)
  {
    try give(.recordFact(Answer(fact: fact, value: value, confidence: confidence)))
  }

  /// Records that nobody knows.
  public mutating func answerNotKnown(_ fact: Fact.ID) throws(Refusal) {
    try give(.recordFact(Answer(fact: fact, value: nil, confidence: .notKnown)))
  }

  /// Moves the clock on.
  public mutating func pass(_ length: Seconds) { now = now + length }
}
