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

  /// `isAwaiting` takes a wait for over only once what ends it has been asked.
  init(_ plan: Plan, isAwaiting: Bool = false) {
    let steps = plan.playbook.steps
    let gates = steps.values.reduce(into: [:] as [Step.ID: [Step.ID]]) { gates, step in
      var own = plan.gates.blockers(of: step).compactMap(\.step)
      if isAwaiting, case .wait = step.action, let until = step.rounds?.until {
        own += Self.awaited(by: until, in: plan.playbook)
      }
      gates[step.id] = Array(OrderedSet(own))
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

  /// The steps that alone ask for facts without which a condition cannot come to hold.
  private static func awaited(by until: Condition, in playbook: Playbook) -> [Step.ID] {
    let needed = until.any.map { Set($0.compactMap(\.needed)) }
    let always = needed.dropFirst().reduce(needed.first ?? []) { $0.intersection($1) }
    return always.compactMap { fact in
      let asking = playbook.steps.values.filter { $0.asks.contains(fact) }
      return asking.count == 1 ? asking[0].id : nil
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
