public import Digest
public import Library
public import Messaging
public import OrderedCollections
public import Time

/// One walk through a playbook: the fold of its events, and nothing else.
public struct Run: Sendable {
  public internal(set) var plan: Plan
  /// Libraries that can be taken up, and those that were.
  var later: [ContentDigest: Plan] = [:]
  public internal(set) var adoptions: [Adopted] = []
  public internal(set) var links: [Link] = []
  public internal(set) var start: Start
  public internal(set) var startedAt: Instant
  /// Who began it.
  let starter: String
  /// T as it stands now.
  public internal(set) var zero: Instant
  /// Who holds the pen.
  public internal(set) var officer: String
  public internal(set) var finished: Finish?
  /// Every value that each fact has had, oldest first.
  public internal(set) var facts: [Fact.ID: [FactEntry]] = [:]
  public internal(set) var steps: [Step.ID: [Round]] = [:]
  public internal(set) var decisions: [Decision] = []
  public internal(set) var choice: LevelChoice?
  public internal(set) var permissions: [Fact.ID: [GivenPermission]] = [:]
  public internal(set) var messages: OrderedDictionary<Message.ID, Message> = [:]
  /// What was put right, or is being.
  public internal(set) var corrections: [Correction] = []
  public internal(set) var notes: [Note] = []
  public internal(set) var retimings: [Retiming] = []
  public internal(set) var officers: [OfficerChange] = []
  /// Whom the run is offered to; nil where it is not.
  public internal(set) var offer: HandOverOffer?
  /// The last event's number.
  public internal(set) var sequence: Int
  /// When the last event was entered; a clock that stands before it has jumped back.
  public internal(set) var lastEntered: Instant
  /// Events entered before the one in front of them: the clock was set back.
  public internal(set) var clockJumps: [Int] = []

  public var playbook: Playbook { plan.playbook }
  public var organisation: Organisation { plan.library.organisation }
  public var mode: Mode { start.mode }
  public var id: String { start.run }

  /// Nil unless the first event is the start of a run of the plan's own playbook.
  ///
  /// `later` has the plan of each library that the run took up on its way.
  public init?(plan: Plan, later: [ContentDigest: Plan] = [:], events: some Sequence<Event>) {
    var iterator = events.makeIterator()
    guard let first = iterator.next(), case .started(let start) = first.content,
      start.playbook == plan.playbook.id
    else { return nil }
    self.plan = plan
    self.later = later
    self.start = start
    startedAt = first.happened
    zero = start.zero
    officer = first.by
    starter = first.by
    sequence = first.sequence
    lastEntered = first.entered
    while let event = iterator.next() { apply(event) }
  }

  /// One value of a fact's history.
  public struct FactEntry: Hashable, Sendable {
    public let record: FactRecord
    public let sequence: Int
    public let happened: Instant
    public let entered: Instant
    public let by: String
  }

  /// One round of a step, from its start to its end.
  public struct Round: Hashable, Sendable {
    public let number: Int
    public var started: Instant?
    public var ending: Ending?
    /// The target as it stood when the round was over.
    public var due: Instant?

    public struct Ending: Hashable, Sendable {
      public let happened: Instant
      public let entered: Instant
      public let by: String
      public let outcome: Outcome
      /// The event that ended it: a later round's answers come after it.
      public let sequence: Int
    }

    public init(number: Int) { self.number = number }

    public enum Outcome: Hashable, Sendable {
      case done(detail: String?)
      case skipped(reason: String)
    }
  }

  public struct Decision: Hashable, Sendable {
    public let number: Int
    public let record: DecisionRecord
    public let happened: Instant
    public let entered: Instant
    public let by: String
    /// The last event before it: the facts known then are those up to it.
    public let knownUpTo: Int
  }

  public struct GivenPermission: Hashable, Sendable {
    public let permission: Permission
    public let sequence: Int
    public let at: Instant
    public let by: String
  }

  /// A message that went out, and the round of a step that puts it right.
  public struct Correction: Hashable, Sendable {
    public let message: Message.ID
    public let at: StepRound
    public let reason: String
    public let begun: Instant
    public let by: String
  }

  public struct Note: Hashable, Sendable {
    public let text: String
    public let kind: NoteKind
    public let happened: Instant
    public let entered: Instant
    public let by: String
  }

  public struct Retiming: Hashable, Sendable {
    public let from: Instant
    public let to: Instant
    public let reason: String
    public let at: Instant
  }

  public struct OfficerChange: Hashable, Sendable {
    public let from: String
    public let to: String
    /// Set where the pen was taken rather than handed.
    public let reason: String?
    public let at: Instant
  }

  public struct Finish: Hashable, Sendable {
    public let at: Instant
    public let reason: String?
  }
}

extension Knowledge.Entry {
  fileprivate init(_ record: FactRecord) {
    self.init(
      value: record.value, confidence: record.confidence, marking: record.marking, source: record.source)
  }
}

extension Run {
  /// The latest entry of a fact; nil where it was never asked.
  public func latest(_ fact: Fact.ID) -> FactEntry? { facts[fact]?.last }

  /// The round of a step that is open now, or the last one where it is over.
  public func currentRound(of step: Step.ID) -> Round {
    steps[step]?.last ?? Round(number: 1)
  }

  /// Messages of one round of a step, in the order they were drafted.
  public func messages(of at: StepRound) -> [Message] { messages.values.filter { $0.at == at } }

  /// What messages are filled from, as known at `now`.
  public func knowledge(at now: Instant) -> Knowledge {
    let entries = facts.mapValues { $0.map(\.record).map(Knowledge.Entry.init) }
    return Knowledge(
      facts: entries.compactMapValues(\.last), earlier: entries.mapValues { Array($0.dropLast()) },
      level: choice?.level, audienceLevels: choice?.audiences ?? [:], mode: mode, now: now,
      nextUpdate: nil, calendar: plan.calendar)
  }
}
