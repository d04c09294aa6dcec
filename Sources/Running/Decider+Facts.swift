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
    if answer.confidence != .notKnown, let value = answer.value { try check(value, of: fact) }
    let earlier = latest(fact.id)
    let reason = answer.reason.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
    if answer.value == nil, answer.confidence != .notKnown { throw .valueNeeded(fact.id) }
    if earlier?.record.value != nil, earlier?.record.value != answer.value, reason == nil,
      !isAskedAnew(fact.id, at: moment.now)
    {
      throw .reasonNeeded(for: "replacing an earlier answer")
    }
    let lowest = max(fact.marking, earlier?.record.marking ?? fact.marking)
    let marking = answer.marking ?? lowest
    if marking < lowest { throw .markingLowered(fact.id, to: marking, from: lowest) }
    let record = FactRecord(
      fact: fact.id, value: answer.confidence == .notKnown ? nil : answer.value,
      confidence: answer.confidence,
      source: trimmed(answer.source), marking: marking, reason: reason)
    return beginnings(of: fact.id) + [.factRecorded(record)]
  }

  private func check(_ value: FactValue, of fact: Fact) throws(Refusal) {
    do throws(FactProblem) { try fact.check(value) } catch {
      throw .valueUnfit(fact.id, because: error.message)
    }
  }

  /// The first answer to a step's questions begins it, so that its time runs from there.
  private func beginnings(of fact: Fact.ID) -> [Event.Content] {
    guard let step = plan.gates.asking[fact].flatMap({ playbook.steps[$0] }), status(of: step) == .ready
    else {
      return []
    }
    return [.stepStarted(openRound(of: step.id))]
  }

  /// Whether a later round of a step asks the fact now; its answer then corrects nothing.
  private func isAskedAnew(_ fact: Fact.ID, at now: Instant) -> Bool {
    playbook.steps.values.contains { step in
      let at = openRound(of: step.id)
      guard at.round > 1, openQuestions(of: step).contains(fact) else { return false }
      switch status(of: step) {
      case .underWay: return true
      case .ready: return !waitsQuietly(step, at, now)
      case .notApplicable, .blocked, .awaitingApproval, .done, .skipped: return false
      }
    }
  }

  /// The events, and the steps that they bring to their end: questions all answered, waits that are over.
  func followed(_ events: [Event.Content], at moment: Moment) throws(Refusal) -> [Event.Content] {
    var events = events
    var after = folding(events, at: moment)
    // A step that ends may open a gate for another one that is over as it stands.
    while let step = after.playbook.steps.values.first(where: after.endsByItself) {
      let at = after.openRound(of: step.id)
      let hasBegun = after.currentRound(of: step.id).started != nil
      let ending: [Event.Content] = (hasBegun ? [] : [.stepStarted(at)]) + [.stepCompleted(at, detail: nil)]
      events += ending
      after = after.folding(ending, at: moment)
    }
    return events
  }

  private func endsByItself(_ step: Step) -> Bool {
    let isAnswered =
      switch step.action {
      case .ask(let asked): !asked.isEmpty && openQuestions(of: step).isEmpty
      case .wait: step.rounds?.until.map(holds) ?? false
      case .act, .decide, .send, .permit, .review, .handOver, .standDown: false
      }
    guard isAnswered else { return false }
    switch status(of: step) {
    case .ready, .underWay: return true
    case .notApplicable, .blocked, .awaitingApproval, .done, .skipped: return false
    }
  }

  /// The run as it would be after these events.
  func folding(_ contents: [Event.Content], at moment: Moment) -> Run {
    var copy = self
    for content in contents {
      copy.apply(
        Event(
          sequence: copy.sequence + 1, entered: moment.now, happened: moment.time,
          by: moment.officer, content: content))
    }
    return copy
  }

  func permitting(_ id: Step.ID, _ permission: Permission) throws(Refusal) -> [Event.Content] {
    let (step, at, begun, ended) = try answering(id)
    guard case .permit(let facts) = step.action else { throw .wrongVerb(id, expected: step.action.verb) }
    guard facts.contains(permission.fact) else {
      throw .noSuchFact(
        permission.fact.text, nearest: nearest(to: permission.fact.text, among: facts.map(\.text)))
    }
    _ = try given(permission.by, for: "who answered for the originator")
    _ = try given(permission.basis, for: permission.isGranted ? "the lawful basis" : "the refusal")
    let rest = facts.filter { $0 != permission.fact && permissions[$0] == nil }
    return begun + [.permitted(at, permission)] + (rest.isEmpty ? ended : [])
  }

  /// Whether the originator permitted the fact as it stands; another value needs another permission.
  func isPermitted(_ id: Fact.ID) -> Bool { permission(for: id)?.isGranted ?? false }

  /// What the originator last said of the fact as it stands; nil where nobody has asked since it was answered.
  func permission(for id: Fact.ID) -> Permission? {
    guard let given = permissions[id]?.last else { return nil }
    let value = latest(id)?.record.value
    let others = facts[id]?.lastIndex { $0.record.value != value }
    let since = facts[id].map { $0[others.map { $0 + 1 } ?? 0].sequence } ?? 0
    return given.sequence > since ? given.permission : nil
  }

  /// The step of a question, and the events around its answer; one that is over is answered anew without them.
  private func answering(_ id: Step.ID) throws(Refusal) -> (
    step: Step, at: StepRound, begun: [Event.Content], ended: [Event.Content]
  ) {
    let step = try step(id)
    switch status(of: step) {
    case .done, .skipped: return (step, StepRound(id, round: currentRound(of: id).number), [], [])
    case .notApplicable, .blocked, .ready, .underWay, .awaitingApproval:
      let (_, at, begun) = try starting(id)
      return (step, at, begun, [.stepCompleted(at, detail: nil)])
    }
  }

  func deciding(_ id: Step.ID, _ given: DecisionRecord.Given) throws(Refusal) -> [Event.Content] {
    let (step, at, begun, ended) = try answering(id)
    guard case .decide(let decision) = step.action else { throw .wrongVerb(id, expected: step.action.verb) }
    let option = given.option
    let decider = try self.given(given.decider, for: "who decided")
    let effect = given.effect.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
    if let effect { _ = try self.given(effect, for: "the expected effect") }
    switch decision.question {
    case .options(_, let options):
      guard options[option] != nil else { throw .noSuchOption(option, options: Array(options.keys)) }
      let record = DecisionRecord(
        at: at, option: option, level: nil, decider: decider,
        reason: try self.given(given.reason, for: "a decision"), supported: nil, effect: effect)
      return begun + [.decided(record)] + ended
    case .proportion:
      guard let level = Level(rawValue: option) else {
        throw .noSuchOption(option, options: Level.allCases.map(\.rawValue))
      }
      let supported = supported?.choice
      let isSupported = supported?.level == level
      let reason =
        isSupported && trimmed(given.reason).isEmpty
        ? "As the facts support"
        : try self.given(given.reason, for: "a level other than the facts support")
      let agreed = try secondPerson(
        given.second, besides: decider, deciding: level, where: supported?.level)
      let choice = supported?.deciding(on: level) ?? LevelChoice(level: level, audiences: [:])
      let record = DecisionRecord(
        at: at, option: option, level: choice, decider: decider, reason: reason, supported: supported?.level,
        second: agreed, effect: effect)
      return begun + [.decided(record)] + ended
    }
  }
}

extension DecisionRecord {
  /// A decision as it was given, before it is held against the question.
  struct Given {
    let option: String
    let decider: String
    let reason: String
    let second: String?
    let effect: String?
  }
}

extension Run {
  /// Who agrees to a level besides who decided it: needed above what the facts support, so that nobody asks more of
  /// people alone than is known to be needed.
  private func secondPerson(
    _ second: String?, besides decider: String, deciding level: Level, where supported: Level?
  ) throws(Refusal) -> String? {
    let second = second.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
    if let second, isNamesake(second, decider) { throw .secondPersonDecided(second) }
    if let supported, level > supported, second == nil {
      throw .secondPersonNeeded(level, supported: supported)
    }
    return second
  }

  /// Whether a decision needs a second person, as it would be asked.
  public func needsSecondPerson(_ id: Step.ID, option: String) -> Bool {
    guard case .decide(let decision) = playbook.steps[id]?.action, case .proportion = decision.question,
      let level = Level(rawValue: option), let supported = supported?.choice.level
    else { return false }
    return level > supported
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
