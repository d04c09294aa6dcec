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

  init(_ plan: Plan) {
    let steps = plan.playbook.steps
    let gates = steps.values.reduce(into: [:] as [Step.ID: [Step.ID]]) { gates, step in
      gates[step.id] = Array(OrderedSet(plan.gates.blockers(of: step).compactMap(\.step)))
    }
    var waiting = gates.mapValues(\.count)
    var behind: [Step.ID: [Step.ID]] = [:]
    for step in steps.keys { for gate in gates[step] ?? [] { behind[gate, default: []].append(step) } }
    ordered = steps.keys.filter { waiting[$0] == 0 }
    var next = 0
    while next < ordered.count {
      for step in behind[ordered[next]] ?? [] {
        waiting[step, default: 0] -= 1
        if waiting[step] == 0 { ordered.append(step) }
      }
      next += 1
    }
    (self.gates, self.behind) = (gates, behind)
    inCircles = Set(steps.keys).subtracting(ordered)
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
}
