import Library
import OrderedCollections
import Running
import Time

/// When the steps of a plan can be over at the earliest, by what each waits for and what each takes.
struct PlanClock {
  /// When a run begins, after T.
  let beginning: Seconds
  private let steps: OrderedDictionary<Step.ID, Step>
  private let pace: Pace
  /// What each step waits for.
  private let gates: [Step.ID: [Step.ID]]
  /// What each waits for to know whether it is to be done.
  private let conditions: [Step.ID: [Step.ID]]
  /// When each could be over if every step before it were to be done.
  private let ends: [Step.ID: Seconds]

  /// The most chains of steps that are looked at for one target.
  static let mostChains = 500

  init(_ plan: Plan, _ order: GateOrder, _ pace: Pace) {
    self.pace = pace
    steps = plan.playbook.steps
    gates = order.gates
    conditions = steps.values.reduce(into: [:]) { conditions, step in
      conditions[step.id] = plan.gates.conditionBlockers(of: step).compactMap(\.step).filter { $0 != step.id }
    }
    let least = Self.ends(of: steps, order, pace, from: .minutes(0))
    // Early enough for what is due first, with all that it waits for.
    let dues = plan.playbook.steps.values.compactMap { step -> (due: Seconds, begin: Seconds)? in
      guard let due = step.due?.least(closing: plan.calendar.closing), due.count < 0 else { return nil }
      return (due, due - (least[step.id] ?? pace.whole(step).length))
    }
    let first = dues.map(\.due).min()
    beginning = dues.filter { $0.due == first }.map(\.begin).min() ?? .minutes(0)
    // What goes in a circle is told elsewhere, and has no end.
    ends = Self.ends(of: steps, order, pace, from: beginning)
  }

  /// When each step could be over, of a run that begins then.
  private static func ends(
    of steps: OrderedDictionary<Step.ID, Step>, _ order: GateOrder, _ pace: Pace, from beginning: Seconds
  ) -> [Step.ID: Seconds] {
    var ends: [Step.ID: Seconds] = [:]
    for id in order.ordered {
      let before = (order.gates[id] ?? []).compactMap { ends[$0] }.max() ?? beginning
      ends[id] = before + (steps[id].map { pace.whole($0).length } ?? .minutes(0))
    }
    return ends
  }

  /// When a step could begin if every step before it were to be done.
  func start(of id: Step.ID) -> Seconds {
    (gates[id] ?? []).compactMap { ends[$0] }.max() ?? beginning
  }

  /// When the last step of a chain can begin.
  func length(of chain: [Step]) -> Seconds {
    chain.dropLast().reduce(beginning) { $0 + pace.whole($1).length }
  }

  /// The longest chain of steps to this one that keeps it from beginning by a time, and a situation in which all of
  /// them are to be done; nil where there is none.
  ///
  /// A step that is not to be done is waited for until that is known, and no longer.
  func chain(
    to step: Step, longerThan time: Seconds, where meet: ([Step]) throws(ProofTooLarge) -> Situation?
  ) throws(ProofTooLarge) -> (chain: [Step], situation: Situation)? {
    struct Trail {
      let chain: [Step]
      /// What its steps but the last take.
      let takes: Seconds
      /// When the last could begin at the latest.
      let bound: Seconds
    }
    var waiting = [Trail(chain: [step], takes: .minutes(0), bound: start(of: step.id))]
    var looks = 0
    var longest: (chain: [Step], situation: Situation, length: Seconds)?
    while let index = waiting.indices.max(by: { waiting[$0].bound < waiting[$1].bound }) {
      let trail = waiting.remove(at: index)
      if trail.bound <= max(time, longest?.length ?? time) { break }
      looks += 1
      if looks > Self.mostChains {
        // One that is too long is told, though there may be a longer one.
        if longest != nil { break }
        throw ProofTooLarge(what: "chains of steps to one target", limit: Self.mostChains)
      }
      guard let situation = try meet(trail.chain) else { continue }
      let length = beginning + trail.takes
      if length > max(time, longest?.length ?? time) { longest = (trail.chain, situation, length) }
      for gate in gates[trail.chain[0].id] ?? [] {
        for id in [gate] + (conditions[gate] ?? []) {
          guard let before = steps[id], !trail.chain.contains(where: { $0.id == id }) else { continue }
          let takes = trail.takes + pace.whole(before).length
          waiting.append(Trail(chain: [before] + trail.chain, takes: takes, bound: start(of: id) + takes))
        }
      }
    }
    return longest.map { ($0.chain, $0.situation) }
  }
}

extension RelativeTime {
  /// The least that it can be after T, in elapsed time.
  ///
  /// Days after T may have 23 hours, and the nth working day ends that soon after T where T is the last moment of the
  /// day before the first. Days before T count 24 hours: what is before T is held against what is before T alone.
  func least(closing: TimeOfDay) -> Seconds {
    switch unit {
    case .minutes: .minutes(Int64(count))
    case .hours: .hours(Int64(count))
    case .days: .days(Int64(count)) - .hours(count > 0 ? 1 : 0)
    case .weeks: .days(Int64(count) * 7) - .hours(count > 0 ? 1 : 0)
    case .workingDays:
      count > 0
        ? .days(Int64(count) - 1) + Seconds(Int64(closing.secondsAfterMidnight)) - .hours(1)
        : .days(Int64(count))
    }
  }
}
