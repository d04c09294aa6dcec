import Library
import Messaging
import OrderedCollections
import Running
import Time

extension ReportMaker {
  /// Every target of the rounds of a step that are shown; one that does not apply has none.
  func targets(of step: Step) -> [RunReport.TargetEntry] {
    rounds(of: step).filter { $0.status != .notApplicable }.flatMap { round, _ in
      TargetKind.allCases.compactMap { entry($0, of: step, round) }
    }
  }

  private func entry(_ kind: TargetKind, of step: Step, _ round: Run.Round) -> RunReport.TargetEntry? {
    let at = StepRound(step.id, round: round.number)
    guard let due = due(kind, at, round) else { return nil }
    let actual = moment(of: kind, step, round)
    let late = actual.map { length(from: due, to: $0) }
    return RunReport.TargetEntry(
      step: id(of: step.id), title: telling.written(step.title), round: round.number, kind: kind.rawValue,
      target: round.number == 1 ? run.relative(kind, of: step)?.description : nil, due: stamp(due),
      actual: actual.map(stamp), lateSeconds: late, outcome: outcome(due: due, late: late, round),
      audiences: kind == .due ? audiences(of: step, at, due: due) : [])
  }

  /// The target as it stood when the round was over: T may have been moved since.
  func due(_ kind: TargetKind, _ at: StepRound, _ round: Run.Round?) -> Instant? {
    guard let now = run.target(kind, of: at) else { return nil }
    guard round?.ending != nil, let then = round?.due, let due = run.target(.due, of: at) else { return now }
    return now + (then - due)
  }

  private func outcome(due: Instant, late: Int64?, _ round: Run.Round) -> RunReport.TargetEntry.Outcome {
    if let late { return isLate(late) ? .missed : .met }
    if case .skipped = round.ending?.outcome { return .skipped }
    return due < run.lastEntered ? .passed : .open
  }

  /// When what the target is about was over.
  private func moment(of kind: TargetKind, _ step: Step, _ round: Run.Round) -> Instant? {
    let messages = (messages[StepRound(step.id, round: round.number)] ?? []).filter { $0.dropped == nil }
    switch kind {
    case .due:
      if case .done = round.ending?.outcome { return round.ending?.happened }
      return nil
    case .draft: return messages.map(\.draftedAt).max()
    case .approve: return latest(messages.map(approved))
    case .acknowledge: return latest(messages.filter { $0.sentAt != nil }.map(acknowledged))
    }
  }

  /// The last of them, where there is one and none is missing.
  private func latest(_ moments: [Instant?]) -> Instant? {
    moments.contains(nil) ? nil : moments.compactMap { $0 }.max()
  }

  /// When the last approval came that the words needed.
  private func approved(_ message: Message) -> Instant? {
    guard message.sentAt != nil || run.missingSeats(of: message).isEmpty else { return nil }
    let digest = message.draft.digest(mode: run.mode)
    return message.approvals.filter { $0.digest == digest && $0.withdrawn == nil }.map(\.at).max()
  }

  /// When the last of the partners who were sent it had answered; nil too where there are none.
  private func acknowledged(_ message: Message) -> Instant? {
    let partners = partners(of: message)
    let answered = partners.map { name in message.partners.first { $0.partner == name }?.at }
    return latest(answered)
  }

  func partners(of message: Message) -> [String] {
    message.draft.audiences.flatMap { run.organisation.audiences[$0]?.partners ?? [] }
  }

  /// Each audience on its last message, where every one of them is over.
  private func audiences(
    of step: Step, _ at: StepRound, due: Instant
  ) -> [RunReport.TargetEntry.AudienceEntry] {
    guard case .send(let sending) = step.action else { return [] }
    let all = messages[at] ?? []
    return sending.audiences.compactMap { audience in
      let own = all.filter { $0.draft.audiences.contains(audience) }
      guard own.allSatisfy(\.isOver), let sent = own.compactMap(\.sentAt).max() else { return nil }
      return .init(
        audience: run.organisation.title(of: audience), sent: stamp(sent),
        lateSeconds: length(from: due, to: sent))
    }
  }
}
