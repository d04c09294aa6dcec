import Library
import OrderedCollections
import Running

/// The steps of a plan, each after all that it waits for (Kahn, 1962).
struct GateOrder {
  /// What each step waits for.
  let gates: [Step.ID: [Step.ID]]
  /// The steps that wait for each.
  private let behind: [Step.ID: [Step.ID]]
  private(set) var ordered: [Step.ID] = []
  /// The steps that wait for each other, or for such: they have no order.
  let inCircles: Set<Step.ID>

  /// By what stands before each step while nothing has been done; `isAwaiting` takes a wait for over only once what
  /// ends it has been asked.
  init(_ plan: Plan, isAwaiting: Bool = false) {
    let steps = plan.playbook.steps
    self.init(
      steps.keys,
      gates: steps.values.reduce(into: [:]) { gates, step in
        let awaited = isAwaiting ? Self.awaited(by: step, in: plan.playbook) : []
        gates[step.id] = Array(OrderedSet((plan.gates.blockers(of: step) + awaited).compactMap(\.step)))
      })
  }

  /// `gates` are what each step waits for, each once.
  init(_ steps: OrderedSet<Step.ID>, gates: [Step.ID: [Step.ID]]) {
    var waiting = gates.mapValues(\.count)
    var behind: [Step.ID: [Step.ID]] = [:]
    for step in steps { for gate in gates[step] ?? [] { behind[gate, default: []].append(step) } }
    ordered = steps.filter { waiting[$0] == 0 }
    var next = 0
    while next < ordered.count {
      for step in behind[ordered[next]] ?? [] {
        waiting[step, default: 0] -= 1
        if waiting[step] == 0 { ordered.append(step) }
      }
      next += 1
    }
    (self.gates, self.behind) = (gates, behind)
    inCircles = Set(steps).subtracting(ordered)
  }

  /// The steps that cannot start before this one is over.
  func behind(_ id: Step.ID) -> Set<Step.ID> {
    var found: Set<Step.ID> = []
    var waiting = behind[id] ?? []
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += behind[next] ?? [] }
    }
    return found
  }

  /// Steps that wait for each other, from one of them to itself; nil where none do.
  func circle(in playbook: Playbook) -> [Step.ID]? {
    guard let start = playbook.steps.keys.first(where: inCircles.contains) else { return nil }
    var trail = [start]
    // Whoever is left waits for somebody who is left.
    while let next = gates[trail[trail.count - 1]]?.filter(inCircles.contains).min() {
      if let first = trail.firstIndex(of: next) { return Array(trail[first...]) + [next] }
      trail.append(next)
    }
    return nil
  }

  /// The answers without which a wait cannot come to its end, each where one step alone asks for it.
  static func awaited(by step: Step, in playbook: Playbook) -> [Blocker] {
    guard case .wait = step.action, let until = step.rounds?.until else { return [] }
    let needed = until.any.map { Set($0.compactMap(\.needed)) }
    let always = needed.dropFirst().reduce(needed.first ?? []) { $0.intersection($1) }
    return always.sorted { $0.text < $1.text }.compactMap { fact in
      let asking = playbook.steps.values.filter { $0.asks.contains(fact) }
      return asking.count == 1 ? .fact(fact, askedBy: asking[0].id) : nil
    }
  }
}

extension Condition.Test {
  /// The fact that has to be known for it; nil where none has.
  var needed: Fact.ID? {
    switch self {
    case .fact(let fact, let matches): matches.contains(.notKnown) ? nil : fact
    case .known(let fact): fact
    case .level, .decided: nil
    }
  }
}
