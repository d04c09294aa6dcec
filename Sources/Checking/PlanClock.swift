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
  private let waits: [Step.ID: [Wait]]
  /// What each waits for to know whether it is to be done.
  private let conditions: [Step.ID: [Wait]]
  /// What holds the release of each message.
  private let holds: [Step.ID: [Hold]]
  /// When each could begin and be over if every step before it were to be done.
  private let times: Times

  /// The most chains of steps that are looked at for one target.
  static let mostChains = 500

  /// A step that another one waits for.
  private struct Wait: Hashable {
    let step: Step.ID
    /// Whether the first of several answers may be the one, so that the other waits for its beginning alone.
    let isForAnswer: Bool
  }

  private typealias Times = (starts: [Step.ID: Seconds], ends: [Step.ID: Seconds])

  /// A step of a chain, and how much of it the next one waits for.
  struct Link {
    enum Part {
      /// All of the step.
      case whole
      /// The first of its answers or permissions.
      case beginning
      /// A message from its permission on.
      case release(Hold)
    }
    let step: Step
    let part: Part
    let takes: Pace.Least
  }

  init(_ plan: Plan, _ pace: Pace, holds: [Step.ID: [Hold]]) {
    let playbook = plan.playbook
    self.pace = pace
    steps = playbook.steps
    let all = playbook.steps.values.reduce(into: [:] as [Step.ID: [Wait]]) { waits, step in
      waits[step.id] = Self.waits(
        for: plan.gates.blockers(of: step) + GateOrder.awaited(by: step, in: playbook), playbook)
    }
    waits = all
    conditions = steps.values.reduce(into: [:]) { conditions, step in
      conditions[step.id] = Self.waits(for: plan.gates.conditionBlockers(of: step), playbook).filter {
        $0.step != step.id
      }
    }
    // A permission that is asked only behind the message holds it for good, which is no matter of time.
    let gates = GateOrder(playbook.steps.keys, gates: all.mapValues { $0.map(\.step) })
    let held = holds.reduce(into: [:] as [Step.ID: [Hold]]) { held, entry in
      let behind = gates.behind(entry.key)
      held[entry.key] = entry.value.filter { !behind.contains($0.permit) }
    }
    self.holds = held
    let order = GateOrder(
      playbook.steps.keys,
      gates: all.reduce(into: [:]) { gates, entry in
        let permits = (held[entry.key] ?? []).map(\.permit)
        gates[entry.key] = Array(OrderedSet(entry.value.map(\.step) + permits))
      }
    ).ordered
    func times(from beginning: Seconds) -> Times {
      Self.times(of: order.compactMap { playbook.steps[$0] }, all, held, pace, from: beginning)
    }
    let least = times(from: .minutes(0)).ends
    // Early enough for what is due first, with all that it waits for.
    let dues = playbook.steps.values.compactMap { step -> (due: Seconds, begin: Seconds)? in
      guard let due = step.due?.least(closing: plan.calendar.closing), due.count < 0 else { return nil }
      return (due, due - (least[step.id] ?? pace.whole(step).length))
    }
    let first = dues.map(\.due).min()
    beginning = dues.filter { $0.due == first }.map(\.begin).min() ?? .minutes(0)
    // What goes in a circle is told elsewhere, and has no end.
    self.times = times(from: beginning)
  }

  // MARK: - What is waited for

  /// Each step once: whoever waits for its end waits for its answers besides.
  private static func waits(for blockers: [Blocker], _ playbook: Playbook) -> [Wait] {
    let all = blockers.compactMap { blocker -> Wait? in
      switch blocker {
      case .fact(_, let asking):
        guard case .ask(let facts) = playbook.steps[asking]?.action else {
          return Wait(step: asking, isForAnswer: false)
        }
        return Wait(step: asking, isForAnswer: facts.count > 1)
      case .step(let step): return Wait(step: step, isForAnswer: false)
      case .level(let deciding): return deciding.map { Wait(step: $0, isForAnswer: false) }
      }
    }
    let ends = Set(all.filter { !$0.isForAnswer })
    return Array(
      OrderedSet(all.filter { !$0.isForAnswer || !ends.contains(Wait(step: $0.step, isForAnswer: false)) }))
  }

  // MARK: - If every step were to be done

  /// When each step could begin and be over, of a run that begins then; each stands after all that it waits for.
  private static func times(
    of ordered: [Step], _ waits: [Step.ID: [Wait]], _ holds: [Step.ID: [Hold]], _ pace: Pace,
    from beginning: Seconds
  ) -> Times {
    var times: Times = ([:], [:])
    for step in ordered {
      let start = start(of: step.id, waits, times) ?? beginning
      let permitted = (holds[step.id] ?? []).compactMap { hold in
        (hold.isWhole ? times.ends : times.starts)[hold.permit].map { $0 + pace.released(step).length }
      }
      times.starts[step.id] = start
      times.ends[step.id] = ([start + pace.whole(step).length] + permitted).max()
    }
    return times
  }

  private static func start(of id: Step.ID, _ waits: [Step.ID: [Wait]], _ times: Times) -> Seconds? {
    (waits[id] ?? []).compactMap { ($0.isForAnswer ? times.starts : times.ends)[$0.step] }.max()
  }

  /// When a step could begin if every step before it were to be done.
  private func start(of id: Step.ID) -> Seconds {
    times.starts[id] ?? Self.start(of: id, waits, times) ?? beginning
  }

  /// When the last of these ways could be over if every step before it were to be done.
  func latest(of ways: [[Link]]) -> Seconds {
    ways.map(bound).max() ?? beginning
  }

  private func bound(_ chain: [Link]) -> Seconds {
    (chain.first.map { start(of: $0.step.id) } ?? beginning) + takes(chain)
  }

  // MARK: - Chains

  /// The ways in which a step, of which a part is looked at, comes to be late: by itself, and where it is looked at
  /// until it is over by each permission that holds it.
  func ways(to step: Step, _ takes: Pace.Least, isOver: Bool) -> [[Link]] {
    let own = [Link(step: step, part: .whole, takes: takes)]
    guard isOver else { return [own] }
    return [own]
      + (holds[step.id] ?? []).compactMap { hold in
        steps[hold.permit].map { permit in
          let first =
            hold.isWhole
            ? Link(step: permit, part: .whole, takes: pace.whole(permit))
            : Link(step: permit, part: .beginning, takes: .none)
          return [first, Link(step: step, part: .release(hold), takes: pace.released(step))]
        }
      }
  }

  private func ways(through wait: Wait) -> [[Link]] {
    guard let step = steps[wait.step] else { return [] }
    if wait.isForAnswer { return [[Link(step: step, part: .beginning, takes: .none)]] }
    return ways(to: step, pace.whole(step), isOver: true)
  }

  private func takes(_ chain: [Link]) -> Seconds { chain.reduce(Seconds(0)) { $0 + $1.takes.length } }

  /// When a chain can be over.
  func end(of chain: [Link]) -> Seconds { beginning + takes(chain) }

  /// The longest chain of steps to one of these ways that keeps it from being over by a time, and a situation in which
  /// all of them are to be done; nil where there is none.
  ///
  /// A step that is not to be done is waited for until that is known, and no longer.
  func chain(
    to ways: [[Link]], longerThan time: Seconds, where meet: ([Link]) throws(ProofTooLarge) -> Situation?
  ) throws(ProofTooLarge) -> (chain: [Link], situation: Situation)? {
    struct Trail {
      let chain: [Link]
      /// When it could be over at the latest.
      let bound: Seconds
    }
    var waiting = ways.map { Trail(chain: $0, bound: bound($0)) }
    var looks = 0
    var longest: (chain: [Link], situation: Situation, end: Seconds)?
    while let index = waiting.indices.max(by: { waiting[$0].bound < waiting[$1].bound }) {
      let trail = waiting.remove(at: index)
      if trail.bound <= max(time, longest?.end ?? time) { break }
      looks += 1
      if looks > Self.mostChains {
        // One that is too long is told, though there may be a longer one.
        if longest != nil { break }
        throw ProofTooLarge(what: "chains of steps to one target", limit: Self.mostChains)
      }
      guard let situation = try meet(trail.chain) else { continue }
      let end = end(of: trail.chain)
      if end > max(time, longest?.end ?? time) { longest = (trail.chain, situation, end) }
      for gate in waits[trail.chain[0].step.id] ?? [] {
        for wait in [gate] + (conditions[gate.step] ?? []) {
          for way in self.ways(through: wait) where !isThere(way, in: trail.chain) {
            let chain = way + trail.chain
            waiting.append(Trail(chain: chain, bound: bound(chain)))
          }
        }
      }
    }
    return longest.map { ($0.chain, $0.situation) }
  }

  private func isThere(_ way: [Link], in chain: [Link]) -> Bool {
    way.contains { one in chain.contains { $0.step.id == one.step.id } }
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
