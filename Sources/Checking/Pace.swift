import Library
import OrderedCollections
import Running
import Time

/// What each step of a playbook takes at least: what its author says, or the quickest that was ever recorded where
/// that is more.
struct Pace {
  /// Nil where no run of the playbook is looked at.
  let recorded: RecordedTimes?

  /// A length of time, how much of it is recorded, and how many records that is the quickest of.
  struct Least {
    let length: Seconds
    /// Nothing where the author says all of it.
    let recorded: Seconds
    let records: Int?

    static let none = Least(length: Seconds(0), recorded: Seconds(0), records: nil)
  }

  /// Whether anybody has said what anything takes.
  func isTimed(_ playbook: Playbook) -> Bool {
    playbook.steps.values.contains { $0.takes != nil || whole($0).records != nil }
  }

  /// Until a message is drafted.
  func drafted(_ step: Step) -> Least {
    larger(step.takes?.draft?.length, quickest(recorded?.steps[step.id]?.draft))
  }

  /// Until a message is approved.
  func approved(_ step: Step) -> Least { Self.sum([drafted(step), approval(of: step)]) }

  /// All of a step.
  func whole(_ step: Step) -> Least {
    let rest = quickest(recorded?.steps[step.id]?.rest)
    let parts = [drafted(step), approval(of: step)]
    let isApart = step.takes?.draft != nil || step.takes?.approve != nil
    if isApart {
      return Self.sum(parts + [larger(step.takes?.rest?.length, rest)])
    }
    return larger(step.takes?.whole, Self.sum(parts + [rest].compactMap { $0 }))
  }

  /// Sending a message that is approved and permitted, as its author says.
  ///
  /// What was recorded from the approval on may have gone by in wait for a permission.
  func released(_ step: Step) -> Least {
    let isApart = step.takes?.draft != nil || step.takes?.approve != nil
    return isApart ? larger(step.takes?.rest?.length, nil) : .none
  }

  private static func sum(_ parts: [Least]) -> Least {
    Least(
      length: parts.reduce(Seconds(0)) { $0 + $1.length },
      recorded: parts.reduce(Seconds(0)) { $0 + $1.recorded }, records: parts.compactMap(\.records).min())
  }

  private func approval(of step: Step) -> Least {
    larger(step.takes?.approve?.length, quickest(recorded?.steps[step.id]?.approve))
  }

  private func larger(_ stated: Seconds?, _ recorded: Least?) -> Least {
    let stated = Least(length: stated ?? Seconds(0), recorded: Seconds(0), records: nil)
    guard let recorded, recorded.length > stated.length else { return stated }
    return recorded
  }

  /// In whole minutes, as people write what a step takes; the least stays a least.
  private func quickest(_ lengths: [Seconds]?) -> Least? {
    guard let lengths, let least = lengths.min() else { return nil }
    let minutes = Seconds(least.count - least.count % 60)
    return Least(length: minutes, recorded: minutes, records: lengths.count)
  }
}
