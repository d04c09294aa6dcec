extension RunReport {
  /// One target of a step's round against what came of it.
  public struct TargetEntry: Encodable, Sendable {
    public let step: String
    public let title: String
    public let round: Int
    /// `draft`, `approve`, `due` or `acknowledge`.
    public let kind: String
    /// As the playbook writes it; nil for a later round.
    public let target: String?
    public let due: Stamp
    public let actual: Stamp?
    /// Seconds after the target; negative is early.
    public let lateSeconds: Int64?
    public let outcome: Outcome
    /// Of a message that goes to several audiences: each on its last message.
    public let audiences: [AudienceEntry]

    public enum Outcome: String, CaseIterable, Encodable, Sendable {
      case met, missed, skipped
      /// Its time came and it was not done.
      case passed = "passed, not done"
      /// Its time had not come when the record ended.
      case open
    }

    public struct AudienceEntry: Encodable, Sendable {
      public let audience: String
      public let sent: Stamp
      public let lateSeconds: Int64
    }
  }

  /// A length of time that the strategy or a lesson asks about.
  public struct MeasureEntry: Encodable, Sendable {
    public let id: String
    public let title: String
    public let from: Stamp
    /// Nil where it has not come.
    public let to: Stamp?
    public let seconds: Int64?
    /// What else there is to say: "2 of 5 partners".
    public let detail: String?
  }

  /// One thing on the line of time.
  public struct TimelineEntry: Encodable, Sendable {
    public let at: Stamp
    /// Negative before T.
    public let secondsAfterZero: Int64
    public let kind: Kind
    public let id: String?
    public let what: String
    public let who: String?
    public let due: Stamp?
    public let lateSeconds: Int64?

    public enum Kind: String, CaseIterable, Encodable, Sendable {
      case begun, target
      case stepBegan = "step began"
      case stepDone = "step done"
      case stepSkipped = "step skipped"
      case drafted = "message drafted"
      case approved, returned
      case sent = "message sent"
      case dropped = "message dropped"
      case partner, decision, permission, fact, note, rumour, feedback
      case handOver = "hand-over"
      case takeOver = "take-over"
      case retimed = "T moved"
      case clock, finished

      /// Whether it stands in the picture and the table beside it; the rest has lists of its own.
      var isOnPicture: Bool {
        switch self {
        case .begun, .target, .stepBegan, .stepDone, .stepSkipped, .sent, .dropped, .decision, .permission,
          .handOver, .takeOver, .retimed, .clock, .finished:
          true
        case .drafted, .approved, .returned, .partner, .fact, .note, .rumour, .feedback: false
        }
      }
    }
  }

  /// Stretches in which nothing was written down.
  public struct Silences: Encodable, Sendable {
    /// The least that counts.
    public let thresholdSeconds: Int64
    public let count: Int
    /// The longest of them, in order of time.
    public let longest: [Silence]

    public struct Silence: Encodable, Sendable {
      public let from: Stamp
      public let to: Stamp
      public let seconds: Int64
      /// The event after which nothing came.
      public let afterEvent: Int
    }
  }

  /// A change of the clock while the run lasted.
  public struct ClockChange: Encodable, Sendable {
    /// The first event after it.
    public let event: Int
    public let kind: Kind
    public let from: Stamp
    public let to: Stamp

    public enum Kind: String, CaseIterable, Encodable, Sendable {
      /// The machine's clock was set back.
      case setBack = "set back"
      /// Summer time began or ended.
      case local = "local time changed"
    }
  }

  /// What the record does not have.
  public struct Unrecorded: Encodable, Sendable {
    public let notAsked: [Question]
    public let notKnown: [Question]
    public let enteredLate: [LateEntry]

    public struct Question: Encodable, Sendable {
      public let id: String
      public let ask: String
    }

    /// An event that was written down a minute or more after it happened.
    public struct LateEntry: Encodable, Sendable {
      public let event: Int
      public let happened: Stamp
      public let entered: Stamp
      public let seconds: Int64
    }
  }

  /// What the record can be held against.
  public struct Integrity: Encodable, Sendable {
    /// The chain's last link; nil where it is not known, and in a redacted copy.
    public let head: String?
    /// What holding the events against their chain gave; nil where nobody did.
    public let check: String?

    public init(head: String? = nil, check: String? = nil) { (self.head, self.check) = (head, check) }
  }

  /// What of approved words was changed afterwards.
  public struct LapseEntry: Encodable, Sendable {
    /// From the words approved to the words as they are now; empty where the words are the same, and withheld
    /// from a redacted copy.
    public let difference: [Stretch]
    /// What else the approval was bound to and is another now: subject, audiences, level.
    public let others: [String]

    public struct Stretch: Encodable, Sendable {
      /// `same`, `removed` or `added`.
      public let kind: String
      public let text: String
    }
  }
}
