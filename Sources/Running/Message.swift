public import Digest
public import Library
public import Messaging
public import Time

/// A message of a run, from draft to sent.
public struct Message: Hashable, Sendable {
  /// As `M4` within its run.
  public typealias ID = Name<Message>

  public let id: ID
  public let at: StepRound
  /// The words as they stand now.
  public var draft: Draft
  public let draftedAt: Instant
  /// The sequence of the event that set the words, by drafting or by an edit.
  public var wordsSequence: Int
  /// The sequence of the event that filled the template; facts recorded later are newer, an edit or not.
  public var filledSequence: Int
  /// The moment that the template was filled with.
  public var filledAt: Instant
  /// When the words came to be as they are.
  public var wordsAt: Instant
  /// Who edited the words, or typed a text fact that stands in them.
  public var drafters: Set<String>
  public var isEdited = false
  public var requestedAt: Instant?
  public var approvals: [GivenApproval] = []
  /// The events that asked for its approval.
  public var requests: [Int] = []
  /// The event that last took approvals back.
  public var lastWithdrawal: Int?
  public var contacts: [TriedContact] = []
  public var objections: [Returned] = []
  /// Warnings that were let stand, each for the words as they were then.
  public var accepted: [AcceptedWarnings] = []
  public var sentAt: Instant?
  /// When it was written down that it went out.
  public var sentEntered: Instant?
  public var dropped: Dropped?
  public var partners: [PartnerState] = []

  /// An approval and the digest it was given for.
  public struct GivenApproval: Hashable, Sendable {
    public let person: String
    public let role: Role.ID
    public let how: Approval.How
    public let digest: ContentDigest
    public let at: Instant
    /// When it was written down.
    public let entered: Instant
    public let seal: SignedReply.Seal?
    /// Why it was taken back, where it was.
    public var withdrawn: String?

    /// Whether it is this pre-approval, counted for the message.
    func isGiven(by agreed: PreApproval) -> Bool {
      how == .preApproved && person == agreed.by && role == agreed.role
    }
  }

  public struct TriedContact: Hashable, Sendable {
    public let contact: Contact
    public let at: Instant
  }

  public struct Returned: Hashable, Sendable {
    public let objection: Objection
    public let digest: ContentDigest
    public let at: Instant
    /// Whether the same person approved these very words afterwards.
    public var isAnswered = false
  }

  public struct Dropped: Hashable, Sendable {
    public let reason: String
    public let at: Instant
  }

  public struct PartnerState: Hashable, Sendable {
    public let partner: String
    public let state: CascadeState
    public let at: Instant
    /// When it was written down.
    public let entered: Instant
  }

  /// Sent or dropped: nothing more is to be done with it.
  public var isOver: Bool { sentAt != nil || dropped != nil }
}
