import Diagnostics
import Library
import OrderedCollections
import Running
import Time

/// Whether every due time can be met where everybody is as quick as the playbook says that they can be.
///
/// A step can be over once everything that it waits for is, and then as much later as it takes; a step for which
/// nobody has said takes nothing. Who reads one of several answers waits for the asking to begin: it may be the first.
/// A permission holds a message's release alone. Everybody who is needed is at hand at once: one pair of hands for several steps is
/// not looked at. A run begins at T, or where something is due before T, when the first of that must be begun.
struct TimeProof {
  let paths: Paths
  private let clock: PlanClock
  private var pace: Pace { subject.pace }

  init(paths: Paths) {
    self.paths = paths
    clock = PlanClock(paths.subject.plan, paths.subject.pace, holds: paths.subject.holds())
  }

  private var subject: Subject { paths.subject }

  func counterexamples() -> [Counterexample] {
    guard pace.isTimed(subject.playbook) else { return [] }
    return subject.steps.flatMap { index, step in
      targets(of: step).compactMap { late(index, step, $0) } + rhythm(index, step)
    }
  }

  /// Something of a step that is timed.
  private struct Timed {
    let kind: TargetKind
    let key: String
    let by: RelativeTime
    /// How much of what the step takes comes before it.
    let takes: Pace.Least
    let verb: String
  }

  private func targets(of step: Step) -> [Timed] {
    let due = step.due.map {
      Timed(kind: .due, key: "due", by: $0, takes: pace.whole(step), verb: "over")
    }
    guard case .send(let sending) = step.action else { return due.map { [$0] } ?? [] }
    let all = [
      sending.draftBy.map {
        Timed(kind: .draft, key: "draft-by", by: $0, takes: pace.drafted(step), verb: "drafted")
      },
      sending.approveBy.map {
        Timed(kind: .approve, key: "approve-by", by: $0, takes: pace.approved(step), verb: "approved")
      }, due,
    ]
    return all.compactMap { $0 }
  }

  /// A target that comes before it can be met, with the chain of steps that binds it.
  private func late(_ index: Int, _ step: Step, _ target: Timed) -> Counterexample? {
    let by = target.by.least(closing: subject.plan.calendar.closing)
    // Most steps are early however their conditions stand.
    let ways = clock.ways(to: step, target.takes, isOver: target.kind == .due)
    guard clock.latest(of: ways) > by else { return nil }
    let place: [Source.Part] = ["steps", .item(index), .key(target.key)]
    return subject.attempt(at: place) { () throws(ProofTooLarge) in
      let found = try clock.chain(to: ways, longerThan: by) { chain throws(ProofTooLarge) in
        try paths.situation { formula in for link in chain { require(link, &formula) } }
      }
      guard let (chain, situation) = found else { return nil }
      let isHeld = if case .release = chain.last?.part { true } else { false }
      return subject.counterexample(
        .dueOutOfReach, at: place,
        message:
          "'\(step.id)' cannot be \(target.verb) before \(words(clock.end(of: chain))), and \(target.key) is \(target.by)\(recorded(chain))",
        help: isHeld
          ? "give it more time, or ask for the permission earlier"
          : "give it more time, or take a gate or some minutes from the steps before it",
        story: story(chain, situation))
    }
  }

  /// That the step is to be done, and what holds it is there.
  private func require(_ link: PlanClock.Link, _ formula: inout Formula) {
    formula.require(link.step.when)
    guard case .release(let hold) = link.part else { return }
    for fact in hold.known {
      formula.restrict(.fact(fact)) { $0 != .notKnown }
      if let asking = paths.asking[fact] { formula.require(anyOf: asking.map(\.when)) }
    }
    for other in hold.others { formula.deny(other.when) }
    guard let levels = hold.levels else { return }
    formula.restrict(.level) { one in
      if case .level(let level) = one { levels.contains(level) } else { false }
    }
  }

  private func story(_ chain: [PlanClock.Link], _ situation: Situation) -> Story? {
    var story = Story(of: subject.plan, at: subject.moment)
    story?.time = clock.beginning
    story?.enter(situation)
    var time = clock.beginning
    for link in chain {
      let end = time + link.takes.length
      story?.time = end
      let line = line(link, from: time)
      switch link.part {
      case .whole, .release: story?.pass(link.step, telling: line)
      case .beginning: story?.tell(line, about: .step(link.step.id))
      }
      time = end
    }
    return story
  }

  private func line(_ link: PlanClock.Link, from begin: Seconds) -> String {
    let what = "\(link.step.title) ('\(link.step.id)')"
    let times = "\(words(begin)) to \(words(begin + link.takes.length))"
    let records = recorded(link.takes).map { ": \($0)" } ?? ""
    switch link.part {
    case .whole: return "\(times)  \(what)\(records)"
    case .beginning: return "\(words(begin))  \(what) begins"
    case .release: return "\(times)  \(what), permitted"
    }
  }

  /// Which of a chain's minutes are recorded, and in how many runs; empty where none are.
  private func recorded(_ chain: [PlanClock.Link]) -> String {
    let told = chain.compactMap { link in
      recorded(link.takes).map { "'\(link.step.id)' takes \($0)" }
    }
    return told.isEmpty ? "" : "; " + told.joined(separator: "; ")
  }

  /// "19m, the quickest of 3 recorded"; nil where the author says all of it.
  private func recorded(_ least: Pace.Least) -> String? {
    guard let records = least.records else { return nil }
    let part = least.recorded < least.length ? "\(length(least.recorded)) of them " : ""
    return length(least.length) + ", " + part
      + (records == 1 ? "as recorded once" : "the quickest of \(records) recorded")
  }

  /// Rounds that follow each other more quickly than one can be done.
  private func rhythm(_ index: Int, _ step: Step) -> [Counterexample] {
    guard let every = step.rounds?.every else { return [] }
    let takes = pace.whole(step)
    var limits: [(Seconds, String)] = [(every.length, "another is due every \(every.text)")]
    if case .send(let sending) = step.action {
      for level in sending.level.map({ [$0] }) ?? Level.allCases {
        guard let update = subject.organisation.levels[level]?.update, update.length < every.length else {
          continue
        }
        limits.append((update.length, "at \(level.rawValue) another is due every \(update.text)"))
      }
    }
    guard let (_, why) = limits.filter({ takes.length > $0.0 }).min(by: { $0.0 < $1.0 }) else { return [] }
    return [
      subject.counterexample(
        .rhythmOutOfReach, at: ["steps", .item(index), "repeat"],
        message: "a round of '\(step.id)' takes \(recorded(takes) ?? length(takes.length)), and \(why)",
        help: "give the rounds more time, or make one quicker")
    ]
  }

  /// "T+42m", "T-2d", "T+1h 50m".
  private func words(_ time: Seconds) -> String {
    if time.count == 0 { return "T" }
    return (time.count < 0 ? "T-" : "T+") + length(Seconds(abs(time.count)))
  }

  private func length(_ time: Seconds) -> String {
    let minutes = time.count / 60
    let parts = [(minutes / 1440, "d"), (minutes % 1440 / 60, "h"), (minutes % 60, "m")].filter { $0.0 > 0 }
    return parts.isEmpty ? "0m" : parts.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }
}
