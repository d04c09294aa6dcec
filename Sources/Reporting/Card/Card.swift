/// A playbook for paper: what is done, asked, sent and approved, with blanks for what the night brings.
///
/// It holds no person's name and no number: the roster stays where it is.
public struct Card: Encodable, Sendable {
  public let organisation: String
  /// The organisation's own language, a BCP 47 tag.
  public let language: String
  public let title: String
  public let scenario: String
  public let useWhen: String
  public let purpose: String
  /// What T is, in words.
  public let zero: String
  public let owner: String
  public let reviewBy: String
  /// The marking of the empty card.
  public let marking: String
  /// The highest marking that an answer on it can have.
  public let markingOnceFilled: String
  /// How the times on it are read.
  public let times: [String]
  public let proportion: [Row]
  public let levels: [LevelEntry]
  public let steps: [StepEntry]
  public let roles: [RoleEntry]

  /// A row of the proportion table; the first that holds decides.
  public struct Row: Encodable, Sendable {
    public let level: String
    /// Nil where the row holds whenever none above it does.
    public let condition: String?
    /// Audiences that get another level, with it.
    public let audiences: [String]
  }

  /// What one level says to people and asks of those who send.
  public struct LevelEntry: Encodable, Sendable {
    public let level: String
    public let means: String
    /// Every seat that must agree, as people say it.
    public let approvals: [String]
    /// Who is told without being asked.
    public let informed: [String]
    /// The longest time between two updates, in words.
    public let update: String?
  }

  /// One step in its written place.
  public struct StepEntry: Encodable, Sendable {
    public let number: Int
    public let title: String
    /// What is to be done, in whole sentences.
    public let instructions: [String]
    public let help: String?
    /// The role that does it, with its deputies.
    public let who: String?
    /// The steps that must be over before, each with its number.
    public let waits: [String]
    /// When it applies; nil is always.
    public let condition: String?
    public let questions: [Question]
    /// The options of a decision.
    public let options: [String]
    public let isHandOver: Bool
    public let sending: SendingEntry?
    public let targets: [TargetEntry]
    /// When it comes again, and until when.
    public let rounds: [String]
    /// Whether it can have more rounds than one.
    public let isRepeated: Bool
  }

  /// A fact that a step asks.
  public struct Question: Encodable, Sendable {
    public let ask: String
    public let help: String?
    /// How an answer looks, as "a number, 0 to 99".
    public let form: String
    public let options: [String]
    /// What its answer is to be handled as, where that is more than the card.
    public let marking: String?
    /// Whether its originator must permit its use.
    public let needsPermission: Bool
    /// How long an answer holds in a message, in words; nil where it does not grow old.
    public let holdsFor: String?
  }

  /// To whom a send goes, how, and who must agree.
  public struct SendingEntry: Encodable, Sendable {
    public let audiences: [AudienceEntry]
    /// Each with its levels in front, as "at signpost and reassure: Head of communications".
    public let approvals: [String]
    /// How many people must agree at the level that asks most.
    public let seats: Int
  }

  /// An audience and the channels through which it is reached.
  public struct AudienceEntry: Encodable, Sendable {
    public let title: String
    /// Each with its levels in front where they differ, as "at direct: Web page, Text message".
    public let channels: [String]
    /// Bodies whose receipt is followed.
    public let partners: [String]
  }

  /// A time by which something should be over.
  public struct TargetEntry: Encodable, Sendable {
    /// `draft`, `approved`, `done` or `answers`.
    public let kind: String
    /// As the playbook writes it, as `T+15m`; nil where it sets none.
    public let time: String?
    /// Whether the blank for it needs a date.
    public let isOnAnotherDay: Bool
  }

  /// A part somebody plays in it, with a blank for who that is tonight.
  public struct RoleEntry: Encodable, Sendable {
    public let title: String
    public let does: String?
    public let deputies: [String]
  }
}
