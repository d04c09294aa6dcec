public import Library
import OrderedCollections
public import Time

/// What of a step is timed.
public enum TargetKind: String, CaseIterable, Hashable, Sendable {
  case draft, approve, due, acknowledge
}

/// A moment by which something of a step should be over.
public struct Target: Hashable, Sendable {
  public let at: StepRound
  public let kind: TargetKind
  public let instant: Instant
  /// As the playbook writes it; nil for a later round, which counts from the first.
  public let relative: RelativeTime?
}

extension Run {
  /// A target of one round, by T as it stands; nil where the playbook sets none.
  public func target(_ kind: TargetKind, of at: StepRound) -> Instant? {
    if kind == .due, let begun = corrections.first(where: { $0.at == at })?.begun,
      let within = organisation.correctWithin
    {
      return begun + within.length
    }
    guard let step = playbook.steps[at.step] else { return nil }
    let first = relative(kind, of: step).map { $0.instant(from: zero, in: plan.calendar) }
    guard let rounds = step.rounds else { return first }
    // A round that an answer began has no time of its own.
    guard let every = interval(of: rounds, in: step) else { return at.round > 1 ? nil : first }
    guard at.round > 1 || first == nil else { return first }
    guard let due = roundDue(of: step, round: at.round, every: every) else { return first }
    // Drafting and approving a later round keep the lead they have in the first.
    guard kind != .due, let first,
      let firstDue = relative(.due, of: step)?.instant(from: zero, in: plan.calendar)
    else { return kind == .due ? due : nil }
    return due + (first - firstDue)
  }

  /// The target as written in the playbook.
  public func relative(_ kind: TargetKind, of step: Step) -> RelativeTime? {
    if kind == .due { return step.due }
    guard case .send(let sending) = step.action else { return nil }
    switch kind {
    case .draft: return sending.draftBy
    case .approve: return sending.approveBy
    case .acknowledge: return sending.acknowledgeBy
    case .due: return step.due
    }
  }

  /// How long between rounds; of a send never longer than the level's rhythm.
  func interval(of rounds: Step.Rounds, in step: Step) -> Seconds? {
    guard let every = rounds.every?.length else { return nil }
    guard case .send(let sending) = step.action, let rhythm = rhythm(of: sending) else { return every }
    return min(every, rhythm)
  }

  /// A later round is due a whole number of intervals after the base; missed ones do not stack.
  ///
  /// A round that was over a little early, by half an interval at most, was that of its own due, as its words
  /// promised; one over earlier still came besides.
  private func roundDue(of step: Step, round: Int, every: Seconds) -> Instant? {
    guard let base = base(of: step, before: round), every.count > 0 else { return nil }
    guard let last = steps[step.id]?.last(where: { $0.ending != nil && $0.number < round }),
      let over = last.ending?.happened
    else { return whole(every, from: base, after: base) }
    let due = last.due ?? over
    let isOfItsDue = (due - over).count * 2 <= every.count
    return whole(every, from: base, after: isOfItsDue ? max(over, due) : over)
  }

  /// What rounds count from: the first release, or for a step without messages the end of its first round.
  private func base(of step: Step, before round: Int) -> Instant? {
    if case .send = step.action { return firstRelease(before: StepRound(step.id, round: round)) }
    return steps[step.id]?.first?.ending?.happened
  }

  /// When the first message went out; those of the round itself are not its measure.
  func firstRelease(before at: StepRound) -> Instant? {
    messages.values.filter { $0.at != at }.compactMap(\.sentAt).min()
  }
}
