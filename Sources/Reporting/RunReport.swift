import Messaging
import Running
import Time

/// What a run's record says, for people and for programs; the JSON form is this very value.
///
/// Times are written twice: in UTC with its `Z`, and as the organisation's clocks showed them.
public struct RunReport: Encodable, Sendable {
  public let version = 1
  public let run: String
  public let playbook: String
  public let title: String
  public let scenario: String
  public let mode: String
  public let organisation: String
  public let marking: String
  public let library: String
  public let events: Int
  public let started: Stamp
  public let zero: Stamp
  public let finished: Stamp?
  public let finishReason: String?
  public let steps: [StepEntry]
  public let facts: [FactEntry]
  public let decisions: [DecisionEntry]
  public let messages: [MessageEntry]
  public let permissions: [PermissionEntry]
  public let notes: [NoteEntry]
  public let officers: [OfficerEntry]
  public let retimings: [RetimingEntry]
  /// Events that were entered with a clock that had been set back.
  public let clockJumps: [Int]
  public let clockChanges: [ClockChange]
  /// Every target with what came of it.
  public let targets: [TargetEntry]
  public let measures: [MeasureEntry]
  /// What happened, and what should have, in one line of time.
  public let timeline: [TimelineEntry]
  public let silences: Silences
  public let unrecorded: Unrecorded
  public let integrity: Integrity
  /// Set in a copy from which something was withheld.
  public let redaction: RedactionEntry?
  /// Every event in its order; empty where the record was not given.
  public let log: [LogEntry]
  public let summary: Summary

  public var isExercise: Bool { mode == Mode.exercise.rawValue }

  /// A moment, twice.
  public struct Stamp: Encodable, Hashable, Sendable {
    public let utc: String
    public let local: String
    /// For the picture; the JSON form has it as words.
    let instant: Instant

    private enum CodingKeys: String, CodingKey { case utc, local }
  }

  public struct Summary: Encodable, Sendable {
    public let done: Int
    public let skipped: Int
    public let notApplicable: Int
    public let open: Int
    public let targetsMet: Int
    public let targetsMissed: Int
    public let messagesSent: Int
    public let messagesDropped: Int
  }

  public struct StepEntry: Encodable, Sendable {
    public let id: String
    public let title: String
    public let verb: String
    public let round: Int
    public let status: String
    public let started: Stamp?
    public let completed: Stamp?
    /// When the end was written down, where that was later than the end itself.
    public let entered: Stamp?
    public let due: Stamp?
    /// As the playbook writes the target.
    public let target: String?
    /// Seconds after the target; negative is early.
    public let lateSeconds: Int64?
    public let by: String?
    public let detail: String?
    public let reason: String?
  }

  public struct FactEntry: Encodable, Sendable {
    public let id: String
    public let ask: String
    public let marking: String
    public let handling: [String]
    public let history: [Value]

    public struct Value: Encodable, Sendable {
      public let at: Stamp
      public let entered: Stamp?
      /// Nil where it was not known.
      public let value: String?
      public let confidence: String
      public let source: String
      public let marking: String
      public let by: String
      public let reason: String?
    }
  }

  public struct DecisionEntry: Encodable, Sendable {
    public let number: Int
    public let step: String
    public let question: String
    public let options: [String]
    public let choice: String
    public let audiences: [String: String]
    public let supported: String?
    public let decider: String
    /// Who agreed besides, where the level was above what the facts supported.
    public let second: String?
    public let loggedBy: String
    public let decided: Stamp
    public let entered: Stamp
    public let reason: String
    /// What it should bring about; nil where nobody said.
    public let effect: String?
    /// The later decision on the same question; nothing is erased.
    public let supersededBy: Int?
    /// What was known at that moment, as "question: answer (confidence)".
    public let known: [String]
  }

  public struct MessageEntry: Encodable, Sendable {
    public let id: String
    public let step: String
    public let round: Int
    public let channel: String
    public let audiences: [String]
    public let level: String
    public let language: String
    public let marking: String
    public let subject: String?
    public let text: String
    /// Nil in a redacted copy: what is short can be guessed from its digest.
    public let digest: String?
    /// Whether the words stand here; in a redacted copy they may be withheld.
    public let isShown: Bool
    public let drafted: Stamp
    public let requested: Stamp?
    public let sent: Stamp?
    /// When the sending was written down, where that was later.
    public let sentEntered: Stamp?
    public let dropped: Stamp?
    public let dropReason: String?
    public let isEdited: Bool
    public let drafters: [String]
    public let approvals: [ApprovalEntry]
    public let contacts: [ContactEntry]
    public let objections: [ObjectionEntry]
    /// Warnings that were let stand for these words, and why.
    public let accepted: [AcceptedEntry]
    public let partners: [PartnerEntry]
    /// The messages that it puts right, and why.
    public let corrects: [CorrectionEntry]
    /// The messages that put it right.
    public let correctedBy: [String]
    public let findings: [FindingEntry]
  }

  public struct ApprovalEntry: Encodable, Sendable {
    public let person: String
    public let role: String
    public let how: String
    /// How sure it is that this person agreed to these words.
    public let assurance: String
    /// The name of the key that signed; nil where none did.
    public let key: String?
    public let at: Stamp
    /// When it was written down, where that was later.
    public let entered: Stamp?
    /// Whether it stands for the words as they are.
    public let stands: Bool
    public let withdrawn: String?
    /// Set where the words were changed after it.
    public let lapse: LapseEntry?

    /// Who gave it, and in which role; a post that stands for itself is named once.
    public var giver: String {
      person == role || person.hasPrefix(role + " ") ? person : "\(person), \(role)"
    }
  }

  public struct CorrectionEntry: Encodable, Sendable {
    public let message: String
    public let reason: String
    public let begun: Stamp
    public let by: String
  }

  public struct AcceptedEntry: Encodable, Sendable {
    public let warnings: [String]
    public let reason: String
    /// Whether it is for the words as they are.
    public let stands: Bool
  }

  public struct ContactEntry: Encodable, Sendable {
    public let person: String
    public let role: String
    public let outcome: String
    /// By telephone, text, mail or in person; nil where it was not asked.
    public let way: String?
    public let at: Stamp
  }

  public struct ObjectionEntry: Encodable, Sendable {
    public let person: String
    public let role: String
    public let reason: String
    public let at: Stamp
  }

  public struct PartnerEntry: Encodable, Sendable {
    public let partner: String
    public let state: String
    public let at: Stamp
    /// When it was written down, where that was later.
    public let entered: Stamp?
  }

  public struct FindingEntry: Encodable, Sendable {
    public let kind: String
    public let severity: String
    public let message: String
  }

  public struct PermissionEntry: Encodable, Sendable {
    public let fact: String
    public let ask: String
    public let granted: Bool
    public let by: String
    public let basis: String
    public let chairTold: Bool
    public let at: Stamp
  }

  public struct NoteEntry: Encodable, Sendable {
    public let kind: String
    public let text: String
    public let by: String
    public let at: Stamp
    public let entered: Stamp?
  }

  public struct OfficerEntry: Encodable, Sendable {
    public let from: String
    public let to: String
    public let reason: String?
    public let at: Stamp
  }

  public struct RetimingEntry: Encodable, Sendable {
    public let from: Stamp
    public let to: Stamp
    public let reason: String
    public let at: Stamp
  }
}
