public import OrderedCollections
public import Time

/// One thing to do.
public struct Step: Sendable {
  public typealias ID = Name<Step>

  public let id: ID
  /// A short heading.
  public let title: String
  public let help: String?
  /// Who does it.
  public let who: Role.ID?
  public let action: Action
  /// Steps that must be over before this one can start.
  public let after: [ID]
  /// Nil applies always.
  public let when: Condition?
  public let due: RelativeTime?
  /// The least time that it takes once it can start; nil where nobody has said.
  public let takes: Takes?
  public let rounds: Rounds?

  /// What there is to do.
  public enum Action: Sendable {
    case act(String, record: [Fact.ID])
    case ask([Fact.ID])
    case decide(Decision)
    case send(Sending)
    case permit([Fact.ID])
    case wait(String)
    case review(String)
    case handOver(Role.ID)
    case standDown(String)
  }

  /// The least time that a step takes, and of a message its parts.
  public struct Takes: Hashable, Sendable {
    /// Nil but for a message.
    public let draft: Interval?
    public let approve: Interval?
    /// Sending it; of other steps, and where the parts are not told apart, the whole.
    public let rest: Interval?

    public init(draft: Interval?, approve: Interval?, rest: Interval?) {
      (self.draft, self.approve, self.rest) = (draft, approve, rest)
    }

    /// All of it.
    public var whole: Seconds {
      [draft, approve, rest].reduce(Seconds.minutes(0)) { $0 + ($1?.length ?? .minutes(0)) }
    }
  }

  /// A step that is done again and again.
  public struct Rounds: Hashable, Sendable {
    public let every: Interval?
    /// When there is no further round; a `wait` ends by it too.
    public let until: Condition?
    /// The most rounds.
    public let times: Int?
    /// Facts that begin a round when one of them is answered anew, in place of the clock.
    public let again: [Fact.ID]
  }

  /// A question that somebody decides.
  public struct Decision: Sendable {
    public enum Question: Sendable {
      /// The level, by the proportion table.
      case proportion
      /// A question with options: id to words.
      case options(String, OrderedDictionary<String, String>)
    }
    public let question: Question
    public let decides: Role.ID
  }

  /// A template filled and sent, or spoken, to audiences.
  public struct Sending: Sendable {
    public let template: Template.ID
    public let audiences: [Audience.ID]
    /// Spoken, through briefing channels alone.
    public let isSpoken: Bool
    /// The level, where the run's own does not decide it.
    public let level: Level?
    /// Approvals besides the level's floor.
    public let approve: [Seat]
    public let draftBy: RelativeTime?
    public let approveBy: RelativeTime?
    public let acknowledgeBy: RelativeTime?
  }

  /// The facts that are asked in it.
  public var asks: [Fact.ID] {
    switch action {
    case .ask(let facts), .act(_, let facts): facts
    case .decide, .send, .permit, .wait, .review, .handOver, .standDown: []
    }
  }
}

extension Step.Sending {
  /// The same with its level fixed.
  public func at(_ level: Level) -> Self {
    Self(
      template: template, audiences: audiences, isSpoken: isSpoken, level: level, approve: approve,
      draftBy: draftBy, approveBy: approveBy, acknowledgeBy: acknowledgeBy)
  }
}

extension Step {
  /// The same with approvals that every message of the playbook needs besides its own.
  func approved(besides seats: [Seat]) -> Self {
    guard case .send(let own) = action, !seats.isEmpty else { return self }
    let sending = Sending(
      template: own.template, audiences: own.audiences, isSpoken: own.isSpoken, level: own.level,
      approve: own.approve + seats.filter { !own.approve.contains($0) }, draftBy: own.draftBy,
      approveBy: own.approveBy, acknowledgeBy: own.acknowledgeBy)
    return Self(
      id: id, title: title, help: help, who: who, action: .send(sending), after: after, when: when, due: due,
      takes: takes, rounds: rounds)
  }
}
