import Digest
public import Library
public import Messaging
public import Running
public import Time

/// A walk on the machine that a real run is, told so that its reader could walk it again.
public struct Story: Sendable {
  /// One command, and how long after T it is given.
  public struct Turn: Hashable, Sendable {
    public let command: Command
    public let after: Seconds
  }

  public private(set) var turns: [Turn] = []
  /// What a line tells of.
  public enum Topic: Hashable, Sendable {
    case step(Step.ID)
    case fact(Fact.ID)
  }

  /// One line of what is told.
  public struct Line: Hashable, Sendable {
    public let text: String
    /// Nil where it is about nothing in the playbook.
    public let topic: Topic?
  }

  public private(set) var told: [Line] = []
  /// What is told of it, line by line.
  public var lines: [String] { told.map(\.text) }
  /// The run as it stands at the end of it.
  public private(set) var run: Run
  /// How long after T the next command is given.
  public var time = Seconds.minutes(0)
  private let zero: Instant

  /// Begins a live run of the plan at the moment, which is T as well.
  public init?(of plan: Plan, at moment: SampleMoment) {
    guard let run = Self.started(plan, moment) else { return nil }
    (self.run, zero) = (run, moment.now)
  }

  /// Who gives every command of a story.
  public static let officer = "Officer"

  /// Carries a command out on the machine; false where the machine refuses it.
  @discardableResult
  public mutating func give(
    _ command: Command, telling line: String? = nil, about topic: Topic? = nil
  ) -> Bool {
    guard Self.give(command, after: time, to: &run, zero: zero) else { return false }
    turns.append(Turn(command: command, after: time))
    if let line { tell(line, about: topic) }
    return true
  }

  /// Adds a line to what is told.
  public mutating func tell(_ line: String, about topic: Topic? = nil) {
    told.append(Line(text: line, topic: topic))
  }

  /// The run that the same commands make anew; nil where the machine refuses one of them.
  public func replayed(on plan: Plan, at moment: SampleMoment) -> Run? {
    guard var run = Self.started(plan, moment) else { return nil }
    for turn in turns {
      guard Self.give(turn.command, after: turn.after, to: &run, zero: moment.now) else { return nil }
    }
    return run
  }

  private static func started(_ plan: Plan, _ moment: SampleMoment) -> Run? {
    let start = Start(
      run: plan.playbook.scenario.prefix + "-0001", playbook: plan.playbook.id, mode: moment.mode,
      zero: moment.now, library: .sha256(of: []))
    return Run(
      plan: plan,
      events: [
        Event(
          sequence: 1, entered: moment.now, happened: moment.now, by: officer, content: .started(start))
      ])
  }

  private static func give(_ command: Command, after: Seconds, to run: inout Run, zero: Instant) -> Bool {
    let now = zero + after
    guard let contents = try? run.decide(command, at: Moment(now: now, officer: officer)) else {
      return false
    }
    for content in contents {
      run.apply(
        Event(sequence: run.sequence + 1, entered: now, happened: now, by: officer, content: content))
    }
    return true
  }
}
