import Diagnostics
public import Library
import OrderedCollections
import Time

extension Run {
  func recording(_ answer: Answer, at moment: Moment) throws(Refusal) -> [Event.Content] {
    guard let fact = playbook.facts[answer.fact] else {
      throw .noSuchFact(
        answer.fact.text, nearest: nearest(to: answer.fact.text, among: playbook.facts.keys.map(\.text)))
    }
    let earlier = latest(fact.id)
    let reason = answer.reason.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
    if answer.value == nil, answer.confidence != .notKnown { throw .valueNeeded(fact.id) }
    if earlier?.record.value != nil, earlier?.record.value != answer.value, reason == nil {
      throw .reasonNeeded(for: "replacing an earlier answer")
    }
    let lowest = max(fact.marking, earlier?.record.marking ?? fact.marking)
    let marking = answer.marking ?? lowest
    if marking < lowest { throw .markingLowered(fact.id, to: marking, from: lowest) }
    let record = FactRecord(
      fact: fact.id, value: answer.confidence == .notKnown ? nil : answer.value,
      confidence: answer.confidence,
      source: trimmed(answer.source), marking: marking, reason: reason)
    return try followed([.factRecorded(record)], at: moment)
  }

  /// The events, and the steps that they bring to their end: questions all answered, waits that are over.
  private func followed(_ events: [Event.Content], at moment: Moment) throws(Refusal) -> [Event.Content] {
    var events = events
    let after = folding(events, at: moment)
    for step in after.playbook.steps.values {
      let status = after.status(of: step)
      guard status == .ready || status == .underWay else { continue }
      switch step.action {
      case .ask(let facts):
        guard facts.allSatisfy({ after.facts[$0] != nil }), step.rounds == nil else { continue }
      case .wait:
        guard let until = step.rounds?.until, after.holds(until) else { continue }
      case .act, .decide, .send, .permit, .review, .handOver, .standDown: continue
      }
      let at = after.openRound(of: step.id)
      let hasBegun = after.currentRound(of: step.id).started != nil
      events += (hasBegun ? [] : [.stepStarted(at)]) + [.stepCompleted(at, detail: nil)]
    }
    return events
  }

  /// The run as it would be after these events.
  func folding(_ contents: [Event.Content], at moment: Moment) -> Run {
    var copy = self
    for content in contents {
      copy.apply(
        Event(
          sequence: copy.sequence + 1, entered: moment.now, happened: moment.happened ?? moment.now,
          by: moment.officer, content: content))
    }
    return copy
  }

  func permitting(_ id: Step.ID, _ permission: Permission) throws(Refusal) -> [Event.Content] {
    let (step, at, begun) = try starting(id)
    guard case .permit(let facts) = step.action else { throw .wrongVerb(id, expected: step.action.verb) }
    guard facts.contains(permission.fact) else {
      throw .noSuchFact(
        permission.fact.text, nearest: nearest(to: permission.fact.text, among: facts.map(\.text)))
    }
    _ = try given(permission.by, for: "who answered for the originator")
    _ = try given(permission.basis, for: permission.isGranted ? "the lawful basis" : "the refusal")
    let rest = facts.filter { $0 != permission.fact && permissions[$0] == nil }
    return begun + [.permitted(at, permission)] + (rest.isEmpty ? [.stepCompleted(at, detail: nil)] : [])
  }

  func deciding(
    _ id: Step.ID, option: String, decider: String, reason: String
  ) throws(Refusal) -> [Event.Content] {
    let (step, at, begun) = try starting(id)
    guard case .decide(let decision) = step.action else { throw .wrongVerb(id, expected: step.action.verb) }
    let decider = try given(decider, for: "who decided")
    switch decision.question {
    case .options(_, let options):
      guard options[option] != nil else { throw .noSuchOption(option, options: Array(options.keys)) }
      let record = DecisionRecord(
        at: at, option: option, level: nil, decider: decider, reason: try given(reason, for: "a decision"),
        supported: nil)
      return begun + [.decided(record), .stepCompleted(at, detail: nil)]
    case .proportion:
      guard let level = Level(rawValue: option) else {
        throw .noSuchOption(option, options: Level.allCases.map(\.rawValue))
      }
      let supported = supported?.choice
      let isSupported = supported?.level == level
      let reason =
        isSupported && trimmed(reason).isEmpty
        ? "As the facts support" : try given(reason, for: "a level other than the facts support")
      // An audience that the facts put higher than the county stays higher.
      let audiences = (supported?.audiences ?? [:]).filter { isSupported || $0.value > level }
      let record = DecisionRecord(
        at: at, option: option, level: LevelChoice(level: level, audiences: audiences), decider: decider,
        reason: reason, supported: supported?.level)
      return begun + [.decided(record), .stepCompleted(at, detail: nil)]
    }
  }
}

extension Step.Action {
  /// The verb that the playbook's author wrote.
  public var verb: String {
    switch self {
    case .act: "do"
    case .ask: "ask"
    case .decide: "decide"
    case .send(let sending): sending.isSpoken ? "brief" : "send"
    case .permit: "permit"
    case .wait: "wait"
    case .review: "review"
    case .handOver: "hand-over"
    case .standDown: "stand-down"
    }
  }
}
