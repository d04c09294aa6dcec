import Diagnostics
import Library
import OrderedCollections
import Running

/// Whether every walk can come to its end: no step is out of reach, nothing waits for what cannot come, no gates go
/// in a circle, and whatever was found out, a stand-down is to be done.
struct EndingProof {
  let paths: Paths

  private var subject: Subject { paths.subject }
  private var playbook: Playbook { paths.subject.playbook }

  func counterexamples() -> [Counterexample] {
    let waits = subject.steps.compactMap(wait)
    return rows() + subject.steps.compactMap(reach) + waits + circles()
      + (waits.isEmpty ? waitsInCircles() : [])
      + ending()
  }

  /// Rows of the proportion table that no facts choose.
  private func rows() -> [Counterexample] {
    var found: [Counterexample] = []
    for index in playbook.proportion.indices where index > 0 || playbook.proportion[index].when != nil {
      let place: [Source.Part] = ["proportion", .item(index)]
      let row = subject.attempt(at: place) { () throws(ProofTooLarge) in
        guard let because = try whyNeverChosen(index) else { return nil }
        return subject.counterexample(
          .rowNeverChosen, at: place, message: "no facts choose row \(index + 1): \(because)",
          help: "move it up, or remove it")
      }
      found += row.map { [$0] } ?? []
      // The rows after one that is too large are larger still.
      if row?.diagnostic.rule == .proofTooLarge { break }
    }
    return found
  }

  /// What keeps a row from being chosen; nil where some facts choose it.
  private func whyNeverChosen(_ index: Int) throws(ProofTooLarge) -> String? {
    if try isChosen(index) { return nil }
    let rows = playbook.proportion
    if try !isPossible(rows[index].when) { return "its own condition never holds" }
    for above in rows.indices.prefix(index) {
      let isFree = try paths.isPossible { formula in
        formula.require(rows[index].when)
        formula.deny(rows[above].when)
      }
      if !isFree { return "row \(above + 1) holds wherever it does" }
    }
    return "the rows above it hold wherever it does"
  }

  /// Whether some facts make the row the first that holds.
  private func isChosen(_ index: Int) throws(ProofTooLarge) -> Bool {
    try paths.isPossible { formula in
      formula.require(playbook.proportion[index].when)
      for above in playbook.proportion.prefix(index) { formula.deny(above.when) }
    }
  }

  private func isPossible(_ condition: Condition?) throws(ProofTooLarge) -> Bool {
    try paths.isPossible { $0.require(condition) }
  }

  /// A step whose condition nothing meets.
  private func reach(_ index: Int, _ step: Step) -> Counterexample? {
    guard paths.dead.contains(step.id) else { return nil }
    return subject.counterexample(
      .stepNeverReached, at: ["steps", .item(index), "when"],
      message: "'\(step.id)' is never to be done: nothing makes its condition hold",
      help: "change its condition, or remove it")
  }

  /// A wait, or rounds, whose end cannot come.
  private func wait(_ index: Int, _ step: Step) -> Counterexample? {
    guard let until = step.rounds?.until else { return nil }
    let place: [Source.Part] = ["steps", .item(index), "until"]
    return subject.attempt(at: place) { () throws(ProofTooLarge) in
      guard try isPossible(until) else {
        return subject.counterexample(
          .waitNeverEnds, at: place, message: "'\(step.id)' never ends: nothing makes its end hold",
          help: "change 'until'")
      }
      if let found = try waitBehind(step, until, at: place) { return found }
      return try unasked(step, until, at: place)
    }
  }

  /// A wait for what is asked or decided only after it.
  private func waitBehind(
    _ step: Step, _ until: Condition, at place: [Source.Part]
  ) throws(ProofTooLarge) -> Counterexample? {
    guard case .wait = step.action else { return nil }
    let behind = paths.order.behind(step.id)
    let reachable = until.any.filter { tests in tests.allSatisfy { !hangs($0, only: behind) } }
    if !reachable.isEmpty, try isPossible(Condition(any: reachable)) { return nil }
    let facts = until.facts.filter { fact in
      !(paths.asking[fact] ?? []).contains { !behind.contains($0.id) }
    }
    let names = facts.map { "'\($0)'" }.joined(separator: ", ")
    return subject.counterexample(
      .waitNeverEnds, at: place,
      message: names.isEmpty
        ? "'\(step.id)' waits for what is decided only after it"
        : "'\(step.id)' waits for \(names), which is asked only after it",
      help: "ask before it, or take the gate between them away")
  }

  /// A wait or rounds on a path on which nobody is to ask for what would end them.
  private func unasked(
    _ step: Step, _ until: Condition, at place: [Source.Part]
  ) throws(ProofTooLarge) -> Counterexample? {
    // For each list, the facts that have to be known and are not asked on every path.
    let needed = until.any.map { tests in tests.compactMap { $0.needed }.filter(isSometimesUnasked) }
    guard step.rounds?.times == nil, needed.allSatisfy({ !$0.isEmpty }) else { return nil }
    let found = try paths.situation(isStraight: true) { formula in
      formula.require(step.when)
      for facts in needed { formula.deny(oneOf: facts.map { (paths.asking[$0] ?? []).map(\.when) }) }
    }
    guard let found else { return nil }
    let facts = OrderedSet(needed.joined())
    var story = Story(of: subject.plan, at: subject.moment)
    story?.enter(found)
    let asking = facts.flatMap { paths.asking[$0] ?? [] }
    for one in asking { story?.reach(one) }
    story?.reach(step)
    for one in asking where story?.run.status(of: one) == .notApplicable {
      story?.tell("'\(one.id)' is not to be done", about: .step(one.id))
    }
    let names = facts.map { "'\($0)'" }.joined(separator: ", ")
    story?.tell(
      "'\(step.id)' goes on until somebody knows of \(names), for which nobody is to ask",
      about: .step(step.id))
    return subject.counterexample(
      .waitNeverEnds, at: place,
      message: "'\(step.id)' may wait for \(names), for which nobody is to ask",
      help: "ask for it wherever '\(step.id)' is to be done", story: story)
  }

  private func isSometimesUnasked(_ fact: Fact.ID) -> Bool {
    let asking = paths.asking[fact] ?? []
    return !asking.isEmpty && asking.allSatisfy { $0.when != nil }
  }

  /// Whether a test can hold only once one of these steps has been done.
  private func hangs(_ test: Condition.Test, only behind: Set<Step.ID>) -> Bool {
    func all(_ steps: [Step]) -> Bool { steps.allSatisfy { behind.contains($0.id) } }
    switch test {
    case .fact(let fact, _), .known(let fact): return all(paths.asking[fact] ?? [])
    case .level: return all(paths.leveling)
    case .decided(let step, _): return behind.contains(step)
    }
  }

  /// Steps that wait for each other through what they read, where no single `after` shows it.
  private func circles() -> [Counterexample] {
    guard let trail = paths.order.circle(in: playbook) else { return [] }
    let index = playbook.steps.index(forKey: trail[0]) ?? 0
    return [
      subject.counterexample(
        .gateInCircle, at: ["steps", .item(index)],
        message: "steps wait for each other: \(trail.map(\.text).joined(separator: ", then "))",
        help: "each reads what the next one asks or decides; ask it earlier, or remove a gate")
    ]
  }

  /// Waits each of which waits for what is asked only after another.
  private func waitsInCircles() -> [Counterexample] {
    guard paths.order.inCircles.isEmpty,
      let trail = GateOrder(subject.plan, isAwaiting: true).circle(in: playbook),
      let index = trail.compactMap({ playbook.steps.index(forKey: $0) }).first(where: {
        playbook.steps.values[$0].rounds?.until != nil
      })
    else { return [] }
    return [
      subject.counterexample(
        .waitNeverEnds, at: ["steps", .item(index), "until"],
        message: "waits wait for each other: \(trail.map(\.text).joined(separator: ", then "))",
        help: "each waits for what is asked only after the next; ask it earlier, or remove a gate")
    ]
  }

  /// A situation in which no stand-down is to be done.
  private func ending() -> [Counterexample] {
    func ends(_ step: Step) -> Bool {
      switch step.action {
      case .standDown: true
      case .act, .ask, .decide, .send, .permit, .wait, .review, .handOver: false
      }
    }
    let endings = subject.steps.filter { ends($0.step) }
    guard let last = endings.last, endings.allSatisfy({ $0.step.when != nil }) else { return [] }
    let place: [Source.Part] = ["steps", .item(last.index), "when"]
    let found = subject.attempt(at: place) { () throws(ProofTooLarge) in
      let found = try paths.situation { formula in
        for ending in endings { formula.deny(ending.step.when) }
      }
      guard let found else { return nil }
      var story = Story(of: subject.plan, at: subject.moment)
      story?.enter(found)
      story?.passAll(but: Set(endings.map(\.step.id)))
      for ending in endings {
        let isApplicable = story?.run.status(of: ending.step) != .notApplicable
        story?.tell(
          "'\(ending.step.id)' " + (isApplicable ? "waits for what nobody is to decide" : "is not to be done")
        )
      }
      return subject.counterexample(
        .standDownOutOfReach, at: place,
        message: "a night can end without '\(last.step.id)'",
        help: "end every path with a stand-down; most playbooks have one without a condition", story: story)
    }
    return found.map { [$0] } ?? []
  }
}
