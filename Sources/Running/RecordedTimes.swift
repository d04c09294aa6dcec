public import Library
import Messaging
import OrderedCollections
public import Time

/// How long the steps of one playbook took its officers, as the records of its runs tell.
///
/// A run may have walked another version of the playbook: a step is what its id says. Of each run the first round of a
/// step counts, by when things happened, not by when they were written down. What the record cannot measure is left
/// out: a wait, for nobody works on it; a step that was skipped or has not ended; a late entry that would make a time
/// negative; and what the clock was set back in.
public struct RecordedTimes: Hashable, Sendable {
  public let playbook: Playbook.ID
  /// How many runs were looked at.
  public private(set) var runs = 0
  public private(set) var steps: [Step.ID: Lengths] = [:]

  /// What one step took, once for each run that tells it, in the order of the runs.
  public struct Lengths: Hashable, Sendable {
    /// From when a message could be begun to the last change of its words.
    public internal(set) var draft: [Seconds] = []
    /// From the request to the approval that was the last one needed.
    public internal(set) var approve: [Seconds] = []
    /// From the last approval to the last release; of other steps the whole.
    public internal(set) var rest: [Seconds] = []
  }

  /// Of those runs that walk the playbook.
  public init(of playbook: Playbook.ID, in runs: some Sequence<Run>) {
    self.playbook = playbook
    for run in runs where run.playbook.id == playbook {
      self.runs += 1
      for step in run.playbook.steps.values { take(step, of: run) }
    }
  }

  private mutating func take(_ step: Step, of run: Run) {
    guard let ending = run.firstEnding(of: step.id), case .done = ending.outcome,
      let begin = run.handsOn(step)
    else { return }
    let end = RecordedPoint(ending)
    if run.clockJumps.contains(where: { begin.sequence < $0 && $0 <= end.sequence }) { return }
    switch step.action {
    case .wait: return
    case .act, .ask, .decide, .permit, .review, .handOver, .standDown:
      steps[step.id, default: Lengths()].rest += [end.at - begin.at].filter { $0 >= Seconds(0) }
    case .send: take(messagesOf: step.id, of: run, from: begin.at)
    }
  }

  /// The parts of a send follow each other: asking for an approval is over only once the words are what was approved.
  private mutating func take(messagesOf id: Step.ID, of run: Run, from begin: Instant) {
    let sent = run.messages(of: StepRound(id)).filter { $0.sentAt != nil }
    guard let words = sent.map(\.wordsAt).max(), let release = sent.compactMap(\.sentAt).max() else { return }
    // A pre-approval stands before anybody is asked.
    let approved = max(words, sent.compactMap { $0.completed(in: run.mode) }.max() ?? words)
    let asked = max(words, sent.compactMap(\.requestedAt).min() ?? words)
    var lengths = steps[id] ?? Lengths()
    lengths.draft += [words - begin].filter { $0 >= Seconds(0) }
    lengths.approve += [approved - asked].filter { $0 >= Seconds(0) }
    lengths.rest += [release - approved].filter { $0 >= Seconds(0) }
    steps[id] = lengths
  }
}

/// A moment of a record, and the event that stands there.
private struct RecordedPoint: Comparable {
  let at: Instant
  let sequence: Int

  init(_ at: Instant, _ sequence: Int) { (self.at, self.sequence) = (at, sequence) }

  init(_ ending: Run.Round.Ending) { self.init(ending.happened, ending.sequence) }

  static func < (left: Self, right: Self) -> Bool {
    (left.at, left.sequence) < (right.at, right.sequence)
  }
}

extension Message {
  /// When the last person agreed to the words as they went out; nil where nobody had to be asked.
  fileprivate func completed(in mode: Mode) -> Instant? {
    let digest = draft.digest(mode: mode)
    return approvals.filter { given in
      given.withdrawn == nil && given.digest == digest && given.how != .preApproved
        && sentAt.map { given.at <= $0 } ?? true
    }.map(\.at).max()
  }
}

extension Run {
  fileprivate func firstEnding(of step: Step.ID) -> Round.Ending? {
    guard let round = steps[step]?.first, round.number == 1 else { return nil }
    return round.ending
  }

  /// When whoever ended a step had nothing left before it: its gates were open, and what they did before was over.
  ///
  /// Nil where the record does not say when a gate opened.
  fileprivate func handsOn(_ step: Step) -> RecordedPoint? {
    guard let ending = firstEnding(of: step.id) else { return nil }
    let gates = plan.gates.blockers(of: step).map { opening(of: $0, besides: [step.id]) }
    let before = steps.values.joined().compactMap(\.ending).filter {
      $0.by == ending.by && $0.sequence < ending.sequence
    }
    let taken = officers.filter { $0.to == ending.by && $0.at <= ending.happened }.map(\.at).max()
    let own = [before.map(RecordedPoint.init).max(), taken.map { RecordedPoint($0, 0) }]
    guard gates.allSatisfy({ $0 != nil }) else { return nil }
    return (gates + own).compactMap { $0 }.reduce(RecordedPoint(startedAt, 1)) { max($0, $1) }
  }

  /// When what a step waits for was settled; nil where the record does not say.
  private func opening(of blocker: Blocker, besides seen: Set<Step.ID>) -> RecordedPoint? {
    switch blocker {
    case .fact(let fact, let asking):
      let answered = facts[fact]?.first.map { RecordedPoint($0.happened, $0.sequence) }
      return [answered, end(of: asking, besides: seen)].compactMap { $0 }.min()
    case .level: return decision { $0.record.level != nil }
    case .step(let other):
      return [end(of: other, besides: seen), decision { $0.record.at.step == other }].compactMap { $0 }.min()
    }
  }

  private func decision(where isMeant: (Decision) -> Bool) -> RecordedPoint? {
    decisions.first(where: isMeant).map { RecordedPoint($0.happened, $0.knownUpTo + 1) }
  }

  /// When a step was over: done, skipped, or known not to be done. `seen` ends a walk round gates in a circle.
  private func end(of id: Step.ID, besides seen: Set<Step.ID>) -> RecordedPoint? {
    if let ending = firstEnding(of: id) { return RecordedPoint(ending) }
    guard let step = playbook.steps[id], seen.count < playbook.steps.count, !seen.contains(id) else {
      return nil
    }
    let conditions = plan.gates.conditionBlockers(of: step).map { opening(of: $0, besides: seen.union([id])) }
    return conditions.allSatisfy { $0 != nil } ? conditions.compactMap { $0 }.max() : nil
  }
}
