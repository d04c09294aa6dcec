import Diagnostics
import Library
import OrderedCollections
import Running

/// The paths of one playbook: which situations each of its steps can meet.
struct Paths {
  let subject: Subject
  let situations: Situations
  let order: GateOrder
  /// The steps that ask each fact, in the file's order.
  let asking: [Fact.ID: [Step]]
  /// The steps that decide the level.
  let leveling: [Step]
  /// The steps that are never to be done.
  private(set) var dead: Set<Step.ID> = []
  /// What any walk meets: nobody answers or decides in a step that is never to be done.
  private var free: Formula
  /// What a walk meets in which no answer was changed: what is known was asked, and what was decided was to be decided.
  private var straight: Formula
  private let effort = Effort()

  init(of subject: Subject) throws(ProofTooLarge) {
    self.subject = subject
    situations = try Situations(of: subject.playbook, now: subject.moment.local)
    order = GateOrder(subject.plan)
    var asking: [Fact.ID: [Step]] = [:]
    for step in subject.playbook.steps.values {
      for fact in step.asks { asking[fact, default: []].append(step) }
    }
    (self.asking, leveling) = (asking, subject.playbook.leveling)
    (free, straight) = (Formula(situations), Formula(situations))
    try bury()
  }

  /// The lightest situation that meets what is asked: of a walk in which no answer was changed, and where there is
  /// none, of any walk.
  ///
  /// Any fact can be answered anew at any time, so a walk can meet whatever its facts can be.
  func situation(
    isStraight: Bool = false, where asks: (inout Formula) -> Void
  ) throws(ProofTooLarge) -> Situation? {
    for start in isStraight ? [straight] : [straight, free] {
      var formula = start
      asks(&formula)
      if let found = try Solver.lightest(formula, effort) { return situation(found) }
    }
    return nil
  }

  /// The steps that ask a fact before a step can start: the first that asks it, and others that are waited for.
  func asking(_ fact: Fact.ID, before step: Step.ID) -> [Step] {
    (asking[fact] ?? []).enumerated().filter { $0 == 0 || order.behind($1.id).contains(step) }.map(\.element)
  }

  /// Whether any walk meets what is asked.
  func isPossible(where asks: (inout Formula) -> Void) throws(ProofTooLarge) -> Bool {
    var formula = free
    asks(&formula)
    return try Solver.isPossible(formula, effort)
  }

  /// Finds the steps that are never to be done, and those that hang on them; and what walks meet then.
  private mutating func bury() throws(ProofTooLarge) {
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      free = formulaOfAnyWalk()
      for step in subject.playbook.steps.values {
        guard let when = step.when, !dead.contains(step.id), try !isPossible(where: { $0.require(when) })
        else {
          continue
        }
        dead.insert(step.id)
        isGrowing = true
      }
    }
    straight = formulaOfStraightWalk()
  }

  private func formulaOfStraightWalk() -> Formula {
    var formula = free
    for variable in situations.variables {
      switch variable.subject {
      case .fact(let fact): formula.require(anyOf: (asking[fact] ?? []).map(\.when), where: variable.subject)
      case .decision(let step):
        formula.require(anyOf: [subject.playbook.steps[step]?.when], where: variable.subject)
      case .option, .level, .alternative: break
      }
    }
    return formula
  }

  private func formulaOfAnyWalk() -> Formula {
    var formula = Formula(situations)
    for variable in situations.variables {
      switch variable.subject {
      case .fact(let fact):
        let steps = asking[fact] ?? []
        if !dead.isEmpty, steps.allSatisfy({ dead.contains($0.id) }) {
          formula.restrict(variable.subject) { $0 == .notKnown }
        }
      case .decision(let step):
        if dead.contains(step) { formula.restrict(variable.subject) { $0 == .notDecided } }
      case .level:
        // Whoever is to decide on it can, so it is open only where nobody is.
        if leveling.contains(where: { $0.when == nil }) { formula.restrict(.level) { $0 != .notDecided } }
        for step in leveling { formula.deny(step.when, unless: .level) { $0 != .notDecided } }
      case .option, .alternative: break
      }
    }
    return formula
  }

  /// The classes of a situation, by what they are classes of.
  private func situation(_ found: [Int]) -> Situation {
    Situation(
      classes: zip(situations.variables, found).reduce(into: [:]) { classes, entry in
        classes[entry.0.subject] = entry.0.classes[entry.1]
      })
  }
}

/// One situation: what each variable of a playbook is.
struct Situation {
  let classes: OrderedDictionary<Situations.Variable.Subject, Situations.Variable.Class>

  /// The facts that are known in it, with their values.
  func facts(of playbook: Playbook) -> [(id: Fact.ID, value: FactValue)] {
    playbook.facts.values.compactMap { fact in
      switch classes[.fact(fact.id)] {
      case .value(let value): return (fact.id, value)
      case .known:
        let chosen = fact.options?.keys.filter { classes[.option(fact.id, $0)] == .present } ?? []
        return (fact.id, .choices(Array(chosen)))
      case .notKnown, .notDecided, .level, .option, .absent, .present, nil: return nil
      }
    }
  }

  /// Whether the fact is not known in it.
  func leavesOpen(_ fact: Fact.ID) -> Bool { classes[.fact(fact)] == .notKnown }

  /// The same where nothing is said of one fact.
  func without(_ fact: Fact.ID) -> Situation {
    Situation(
      classes: classes.filter { subject, _ in
        switch subject {
        case .fact(let id), .option(let id, _): id != fact
        case .level, .decision, .alternative: true
        }
      })
  }

  /// The option that a step was decided with.
  func option(of step: Step.ID) -> String? {
    if case .option(let option) = classes[.decision(step)] { option } else { nil }
  }
}
