import Library
import OrderedCollections
public import Time

extension Run {
  /// When a message of this round promises more: what the run will owe its audiences, on a whole five minutes.
  ///
  /// The words count as going out at `now`, or at their own due where that is later: an early draft promises
  /// nothing early. From then on the promise is the earliest of
  ///
  /// - the level's rhythm later;
  /// - the step's own next round, where it has one;
  /// - the open round, or where that is over by then the next one, of each other send that repeats, applies on
  ///   what is known and speaks to one of the same audiences.
  ///
  /// Rounds count from the first release; before it, from when these words go out.
  public func promise(of at: StepRound, now: Instant) -> Instant? {
    guard let step = playbook.steps[at.step], case .send(let sending) = step.action else { return nil }
    let out = max(now, target(.due, of: at) ?? now)
    let first = firstRelease(before: at) ?? out
    var owed: [Instant] = []
    if let rhythm = rhythm(of: sending) { owed.append(out + rhythm) }
    for other in playbook.steps.values {
      guard case .send(let further) = other.action, let rounds = other.rounds,
        let every = interval(of: rounds, in: other), every.count > 0
      else { continue }
      if other.id == step.id {
        guard isFollowed(at.round, by: rounds) else { continue }
      } else {
        guard isOwed(other), !Set(further.audiences).isDisjoint(with: sending.audiences) else { continue }
        if let due = target(.due, of: openRound(of: other.id)), due > out {
          owed.append(due)
          continue
        }
      }
      owed.append(whole(every, from: first, after: out))
    }
    guard let latest = owed.min() else { return nil }
    let rounded = Instant(seconds: latest.seconds - ((latest.seconds % 300) + 300) % 300)
    let promised = rounded > out ? rounded : latest
    return Instant.writable.contains(promised) ? promised : nil
  }

  /// The level's rhythm; nil where it has none or no level is decided.
  func rhythm(of sending: Step.Sending) -> Seconds? {
    (sending.level ?? choice?.level).flatMap { organisation.levels[$0]?.update?.length }
  }

  /// Whether another round comes after this one, on what is known.
  private func isFollowed(_ round: Int, by rounds: Step.Rounds) -> Bool {
    if let until = rounds.until, holds(until) { return false }
    return rounds.times.map { round < $0 } ?? true
  }

  /// Whether a step is still to be done, as far as anybody knows now.
  private func isOwed(_ step: Step) -> Bool {
    if status(of: step).isOver { return false }
    return step.when.map(holds) ?? true || currentRound(of: step.id).started != nil
  }

  /// The first moment after `after` that is a whole number of intervals from `base`.
  func whole(_ every: Seconds, from base: Instant, after: Instant) -> Instant {
    base + Seconds((max(0, (after - base).count) / every.count + 1) * every.count)
  }
}
