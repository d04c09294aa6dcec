public import Library
import OrderedCollections
public import Time

/// How a run stands, for a header or a list.
public struct Glance: Hashable, Sendable {
  public let done: Int
  public let left: Int
  public let skipped: Int
  public let notApplicable: Int
  public let total: Int
  /// The earliest target that is still open; nil where there is none.
  public let next: Target?
  /// Targets that have passed, oldest first.
  public let late: [Target]
  /// Messages that wait for an approval.
  public let awaiting: [Message.ID]
}

extension Run {
  public func glance(at now: Instant) -> Glance {
    var (done, left, skipped, notApplicable) = (0, 0, 0, 0)
    for step in playbook.steps.values {
      switch status(of: step) {
      case .done: done += 1
      case .skipped: skipped += 1
      case .notApplicable: notApplicable += 1
      case .blocked, .ready, .underWay, .awaitingApproval: left += 1
      }
    }
    let open = openTargets()
    return Glance(
      done: done, left: left, skipped: skipped, notApplicable: notApplicable, total: playbook.steps.count,
      next: open.first { $0.instant >= now }, late: open.filter { $0.instant < now },
      awaiting: messages.values.filter { !$0.isOver && isWaiting($0) }.map(\.id))
  }

  /// The target that runs are sorted by: what is late longest, else what comes next; nil where nothing does.
  public var dueFirst: Target? { openTargets().first }

  /// The targets of everything that is not over, earliest first.
  public func openTargets() -> [Target] {
    guard finished == nil else { return [] }
    var found: [Target] = []
    for step in playbook.steps.values where !status(of: step).isOver {
      let at = openRound(of: step.id)
      let drafted = !messages(of: at).isEmpty
      let approved = drafted && messages(of: at).allSatisfy { $0.isOver || missingSeats(of: $0).isEmpty }
      for kind in TargetKind.allCases {
        if kind == .draft && drafted || kind == .approve && approved || kind == .acknowledge { continue }
        guard let instant = target(kind, of: at) else { continue }
        found.append(
          Target(
            at: at, kind: kind, instant: instant, relative: at.round == 1 ? relative(kind, of: step) : nil))
      }
    }
    return found.sorted { $0.instant < $1.instant }
  }

  /// What an officer should turn to now: by target, then in the written order; nil where only others can act.
  public func nextStep(at now: Instant) -> Step.ID? {
    guard finished == nil else { return nil }
    var best: (id: Step.ID, key: (Int, Int64, Int))?
    var earliest = Int64.min
    for (index, step) in playbook.steps.values.enumerated() {
      let at = openRound(of: step.id)
      if let due = target(.due, of: at) { earliest = max(earliest, due.seconds) }
      let status = status(of: step)
      guard status == .ready || status == .underWay else { continue }
      let due = target(.draft, of: at) ?? target(.due, of: at)
      let key = (waitsQuietly(step, at, now) ? 1 : 0, due?.seconds ?? earliest, index)
      if best.map({ key < $0.key }) ?? true { best = (step.id, key) }
    }
    return best?.id
  }

  /// A wait, or a later round whose target is more than a quarter of an hour away.
  public func waitsQuietly(_ step: Step, _ at: StepRound, _ now: Instant) -> Bool {
    if case .wait = step.action { return true }
    guard at.round > 1, let due = target(.due, of: at) else { return false }
    return (due - now).count > 15 * 60
  }
}
