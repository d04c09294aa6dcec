import Library
import OrderedCollections
import Running

/// How a message comes to an audience at a level.
struct Way {
  /// What the run's own level is then; nil where the step has one of its own.
  let level: Level?
  let situation: Situation
  /// What the level was decided in, where answers have changed since; nil where none had to.
  var before: Situation? = nil

  /// The same where nothing is said of one fact as it is at last.
  func without(_ fact: Fact.ID) -> Way {
    Way(level: level, situation: situation.without(fact), before: before)
  }
}

extension Story {
  /// Answers and decides what a way needs: where answers changed, the level is decided before they do.
  mutating func enter(_ way: Way) {
    guard let before = way.before else { return enter(way.situation) }
    enter(before)
    for step in run.playbook.leveling where run.choice == nil {
      reach(step)
      if let level = way.level { decide(step, level.rawValue) }
    }
    let then = before.facts(of: run.playbook)
    let now = way.situation.facts(of: run.playbook)
    for (id, value) in now where !then.contains(where: { $0.id == id && $0.value == value }) {
      answer(id, value)
    }
    for (id, _) in then where way.situation.leavesOpen(id) { answer(id, nil) }
    enter([], options: run.playbook.steps.keys.reduce(into: [:]) { $0[$1] = way.situation.option(of: $1) })
  }
}

extension Paths {
  /// The first way on which a send comes to an audience at a level, where more holds besides; nil where there is none.
  ///
  /// The officer may decide on any level, whatever the facts support; what the table sets for an audience follows as
  /// the run has it.
  func way(
    of step: Step, _ sending: Step.Sending, to audience: Audience.ID, at level: Level,
    where also: (inout Formula) -> Void = { _ in }
  ) throws(ProofTooLarge) -> Way? {
    func way(_ decided: Level?, _ asks: (inout Formula) -> Void = { _ in }) throws(ProofTooLarge) -> Way? {
      let found = try situation { formula in
        formula.require(step.when)
        if let decided { formula.restrict(.level) { $0 == .level(decided) } }
        asks(&formula)
        also(&formula)
      }
      return found.map { Way(level: decided, situation: $0) }
    }
    if let own = sending.level { return own == level ? try way(nil) : nil }
    let rows = subject.playbook.proportion
    guard rows.contains(where: { $0.audiences[audience] != nil }) else { return try way(level) }
    for (index, row) in rows.enumerated() {
      for decided in Level.allCases where row.choice.deciding(on: decided).level(for: audience) == level {
        let found = try way(decided) { formula in
          formula.require(row.when)
          for above in rows.prefix(index) { formula.deny(above.when) }
        }
        if let found { return found }
      }
    }
    return try wayOfChange(step, to: audience, at: level, where: also)
  }

  /// A way on which answers changed after the level was decided: what the table set for the audience then stands, and
  /// the step's condition looks at the facts as they are now.
  private func wayOfChange(
    _ step: Step, to audience: Audience.ID, at level: Level, where also: (inout Formula) -> Void
  ) throws(ProofTooLarge) -> Way? {
    let rows = subject.playbook.proportion
    for (index, row) in rows.enumerated() {
      for decided in Level.allCases where row.choice.deciding(on: decided).level(for: audience) == level {
        let then = try situation { formula in
          formula.restrict(.level) { $0 == .level(decided) }
          formula.require(row.when)
          for above in rows.prefix(index) { formula.deny(above.when) }
        }
        let now = try situation { formula in
          formula.require(step.when)
          formula.restrict(.level) { $0 == .level(decided) }
          also(&formula)
        }
        if let then, let now { return Way(level: decided, situation: now, before: then) }
      }
    }
    return nil
  }
}

extension Subject {
  /// Every file that a send takes its words from: for whom, at which level and on which channel.
  func places(of sending: Step.Sending, _ template: Template) -> [Place] {
    return sending.audiences.compactMap { organisation.audiences[$0] }.flatMap { audience in
      (sending.level.map { [$0] } ?? Level.allCases).flatMap { level in
        sending.channels(for: audience, at: level, in: organisation).flatMap { channel in
          audience.languages.compactMap { language in
            template.wording(for: channel, level: level, language: language, own: organisation.language).map {
              Place(audience: audience, level: level, channel: channel, wording: $0)
            }
          }
        }
      }
    }
  }

  /// Where words of a send come to.
  struct Place {
    let audience: Audience
    let level: Level
    let channel: Channel
    let wording: Wording
  }
}
