import Messaging
import Running

/// How long the steps of each playbook took from one run to the next, against their targets.
///
/// The JSON form is the list of playbooks. No name of a person and nothing that anybody typed is in it.
public struct Trends: Encodable, Sendable {
  /// Those with a run, by their ids.
  public let playbooks: [PlaybookTrend]

  public func encode(to encoder: any Encoder) throws { try playbooks.encode(to: encoder) }
}

/// What the runs of one playbook tell.
///
/// A run may have walked another version of the playbook: a step is what its id says, and each run is held against
/// the target that it had. Live runs and exercises are never counted together.
public struct PlaybookTrend: Encodable, Sendable {
  public let version = 1
  public let id: String
  public let title: String
  /// That of the playbook, whose words alone are told.
  public let marking: String
  /// In order of their start.
  public let runs: [RunEntry]
  /// In the order of the newest run's steps; lengths of time that the strategy asks about stand last.
  public let series: [Series]

  public struct RunEntry: Encodable, Sendable {
    public let run: String
    public let mode: String
    public let started: RunReport.Stamp
  }

  /// One target of one step, or one length of time, in every run.
  public struct Series: Encodable, Sendable {
    /// `first.due`, `update.due.later`, or the id of a length of time.
    public let id: String
    public let kind: Kind
    /// Nil for a length of time.
    public let step: String?
    public let title: String
    /// As the playbooks write them, the newest last; empty for a length of time and for later rounds.
    public let targets: [String]
    /// One for each run, in their order.
    public let points: [Point]
    public let live: Tally
    public let exercises: Tally

    /// What is measured.
    public enum Kind: String, CaseIterable, Encodable, Sendable {
      case draft, approve, due, acknowledge
      /// The worst of a step's later rounds.
      case laterDraft = "later draft"
      case laterApprove = "later approve"
      case laterDue = "later due"
      case laterAcknowledge = "later acknowledge"
      /// A length of time without a target.
      case length
    }

    /// Those of one mode.
    func points(of mode: Mode) -> [Point] { points.filter { $0.mode == mode.rawValue } }

    func tally(of mode: Mode) -> Tally {
      switch mode {
      case .live: live
      case .exercise: exercises
      }
    }
  }

  /// What came of it in one run.
  public struct Point: Encodable, Sendable {
    public let run: String
    public let mode: String
    public let outcome: Outcome
    /// After the target, negative is early; of a length of time the length. Nil where nothing can be measured.
    public let seconds: Int64?

    public enum Outcome: String, CaseIterable, Encodable, Sendable {
      case met, missed
      /// A length of time came to its end.
      case reached
      /// The target passed, or the run ended, and it was not done.
      case notDone = "not done"
      case skipped
      case notApplicable = "not applicable"
      /// Its time had not come when the record ended.
      case open
      /// The run's playbook had no such target, or the run no such round.
      case absent = "had none"
    }
  }
}

extension PlaybookTrend.Series.Kind {
  init(_ kind: TargetKind, isLater: Bool) {
    self =
      switch kind {
      case .draft: isLater ? .laterDraft : .draft
      case .approve: isLater ? .laterApprove : .approve
      case .due: isLater ? .laterDue : .due
      case .acknowledge: isLater ? .laterAcknowledge : .acknowledge
      }
  }

  /// Whether there is something to be late against.
  public var hasTarget: Bool { self != .length }
}
