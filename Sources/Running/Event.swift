public import Digest
public import Library
public import Messaging
public import Time

/// One thing that happened in a run; the record is nothing but these, in order.
public struct Event: Hashable, Sendable {
  /// 1 for the first of a run.
  public let sequence: Int
  /// When it was written down.
  public let entered: Instant
  /// When it happened; earlier than `entered` for a late entry.
  public let happened: Instant
  /// Who wrote it down.
  public let by: String
  public let content: Content

  public init(sequence: Int, entered: Instant, happened: Instant, by: String, content: Content) {
    self.sequence = sequence
    self.entered = entered
    self.happened = happened
    self.by = by
    self.content = content
  }

  public enum Content: Hashable, Sendable {
    case started(Start)
    case stepStarted(StepRound)
    case stepCompleted(StepRound, detail: String?)
    case stepSkipped(StepRound, reason: String)
    case factRecorded(FactRecord)
    case decided(DecisionRecord)
    case permitted(StepRound, Permission)
    case messageDrafted(StepRound, DraftedMessage)
    case messageEdited(Message.ID, subject: String?, text: String)
    case approvalRequested([Message.ID], by: Instant?)
    case contactTried([Message.ID], Contact)
    case approved([Message.ID], Approval)
    case returned([Message.ID], Objection)
    case approvalWithdrawn([Message.ID], reason: String)
    case warningsAccepted(Message.ID, AcceptedWarnings)
    case messageSent(Message.ID)
    case messageDropped(Message.ID, reason: String)
    /// A message that went out is being put right by a round of a step, and why.
    case correctionBegun(Message.ID, by: StepRound, reason: String)
    case partnerAnswered(Message.ID, partner: String, CascadeState)
    case noted(String, NoteKind)
    case retimed(zero: Instant, reason: String)
    case handOverOffered(to: String)
    case handOverWithdrawn(to: String)
    /// `read` is nil in records from before a page was read.
    case handedOver(to: String, read: ReadPage? = nil)
    case takenOver(from: String, reason: String)
    /// Another library was taken up, and the words of these messages are to be drafted anew.
    case adopted(ContentDigest, reason: String, lapsed: [Message.ID])
    /// Facts were carried between this run and another.
    case linked(String, LinkDirection)
    case finished(reason: String?)
  }
}

/// What a run begins with; fixed for good.
public struct Start: Hashable, Sendable {
  /// As `POST-0007`.
  public let run: String
  public let playbook: Playbook.ID
  public let mode: Mode
  /// The run's T.
  public let zero: Instant
  /// The library that it is pinned to.
  public let library: ContentDigest

  public init(run: String, playbook: Playbook.ID, mode: Mode, zero: Instant, library: ContentDigest) {
    self.run = run
    self.playbook = playbook
    self.mode = mode
    self.zero = zero
    self.library = library
  }
}

/// One round of a step; 1 where it does not repeat.
public struct StepRound: Hashable, Sendable {
  public let step: Step.ID
  public let round: Int

  public init(_ step: Step.ID, round: Int = 1) { (self.step, self.round) = (step, round) }
}

/// One entry in a fact's history.
public struct FactRecord: Hashable, Sendable {
  public let fact: Fact.ID
  /// Nil where it is not known.
  public let value: FactValue?
  public let confidence: Confidence
  /// Who or what said so; empty where nobody asked.
  public let source: String
  public let marking: Marking
  /// Why an earlier value was replaced.
  public let reason: String?

  public init(
    fact: Fact.ID, value: FactValue?, confidence: Confidence, source: String, marking: Marking,
    reason: String?
  ) {
    self.fact = fact
    self.value = value
    self.confidence = confidence
    self.source = source
    self.marking = marking
    self.reason = reason
  }
}

/// One decision, by whom and why.
public struct DecisionRecord: Hashable, Sendable {
  public let at: StepRound
  /// The option's id, or the level's.
  public let option: String
  /// Set where the question was the level.
  public let level: LevelChoice?
  /// Who decided, by name; not always who wrote it down.
  public let decider: String
  public let reason: String
  /// What the facts supported.
  public let supported: Level?
  /// Who agreed besides, where the level is above what the facts supported.
  public let second: String?
  /// What it should bring about; nil where nobody said.
  public let effect: String?

  public init(
    at: StepRound, option: String, level: LevelChoice?, decider: String, reason: String, supported: Level?,
    second: String? = nil, effect: String? = nil
  ) {
    self.at = at
    self.option = option
    self.level = level
    self.decider = decider
    self.reason = reason
    self.supported = supported
    self.second = second
    self.effect = effect
  }
}

/// A level, and the audiences that get another.
public struct LevelChoice: Hashable, Sendable {
  public let level: Level
  public let audiences: [Audience.ID: Level]

  public init(level: Level, audiences: [Audience.ID: Level]) {
    (self.level, self.audiences) = (level, audiences)
  }

  public func level(for audience: Audience.ID) -> Level { audiences[audience] ?? level }
}

/// An originator's answer on a fact, and the notice to the Chair.
public struct Permission: Hashable, Sendable {
  public let fact: Fact.ID
  public let isGranted: Bool
  /// Who answered for the originator.
  public let by: String
  /// The lawful basis for sharing, or why it was refused.
  public let basis: String
  public let isChairTold: Bool

  public init(fact: Fact.ID, isGranted: Bool, by: String, basis: String, isChairTold: Bool) {
    self.fact = fact
    self.isGranted = isGranted
    self.by = by
    self.basis = basis
    self.isChairTold = isChairTold
  }
}

/// A message as the template gave it.
public struct DraftedMessage: Hashable, Sendable {
  public let id: Message.ID
  public let draft: Draft

  public init(id: Message.ID, draft: Draft) { (self.id, self.draft) = (id, draft) }
}

/// One attempt to reach somebody for an approval.
public struct Contact: Hashable, Sendable {
  public let person: String
  public let role: Role.ID
  public let outcome: Outcome
  /// Nil in records from before it was asked.
  public let way: Way?

  /// How somebody was tried.
  public enum Way: String, CaseIterable, Hashable, Sendable {
    case phone, text, email
    case inPerson = "in-person"
  }

  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case noAnswer = "no-answer"
    case leftMessage = "left-message"
    case reached, unavailable
  }

  public init(person: String, role: Role.ID, outcome: Outcome, way: Way? = nil) {
    (self.person, self.role, self.outcome, self.way) = (person, role, outcome, way)
  }
}

/// A named person in a role agreed to exact texts.
public struct Approval: Hashable, Sendable {
  public let person: String
  public let role: Role.ID
  public let how: How
  /// The digest of each message, in the order of the event's messages.
  public let digests: [ContentDigest]
  /// The signature, where it was given with one.
  public let seal: SignedReply.Seal?

  public enum How: String, CaseIterable, Hashable, Sendable {
    /// By their own key, on a machine of their own.
    case signed
    case present, phone
    case preApproved = "pre-approved"
  }

  public init(
    person: String, role: Role.ID, how: How, digests: [ContentDigest], seal: SignedReply.Seal? = nil
  ) {
    (self.person, self.role, self.how, self.digests, self.seal) = (person, role, how, digests, seal)
  }
}

/// Warnings on exact words that were let stand, and why.
public struct AcceptedWarnings: Hashable, Sendable {
  public let digest: ContentDigest
  /// What each of them said.
  public let warnings: [String]
  public let reason: String

  public init(digest: ContentDigest, warnings: [String], reason: String) {
    (self.digest, self.warnings, self.reason) = (digest, warnings, reason)
  }
}

/// An approver's no, and what should change.
public struct Objection: Hashable, Sendable {
  public let person: String
  public let role: Role.ID
  public let reason: String
  /// The signature, where it was given with one.
  public let seal: SignedReply.Seal?

  public init(person: String, role: Role.ID, reason: String, seal: SignedReply.Seal? = nil) {
    (self.person, self.role, self.reason, self.seal) = (person, role, reason, seal)
  }
}

/// How far a partner has got with a message.
public enum CascadeState: String, CaseIterable, Hashable, Sendable {
  case received, relevant, recirculated
  case notRelevant = "not-relevant"
}

/// What a note is about.
public enum NoteKind: String, CaseIterable, Hashable, Sendable {
  case note, rumour, feedback
}
