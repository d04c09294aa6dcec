public import Library
import OrderedCollections

/// What the steps of a playbook wait for, as its author wrote it: no answer changes it.
public struct Gates: Sendable {
  private let steps: OrderedDictionary<Step.ID, Step>
  /// The step that asks each fact; the first where several do.
  let asking: [Fact.ID: Step.ID]
  /// The first step that decides the level.
  let levelStep: Step.ID?
  /// What each step reads before it can start.
  private let reads: [Step.ID: [Fact.ID]]

  /// Of a playbook with what its templates read.
  public init(of playbook: Playbook, in library: Library) {
    steps = playbook.steps
    var asking: [Fact.ID: Step.ID] = [:]
    var levelStep: Step.ID?
    for step in playbook.steps.values {
      for fact in step.asks where asking[fact] == nil { asking[fact] = step.id }
      if levelStep == nil, case .decide(let decision) = step.action, case .proportion = decision.question {
        levelStep = step.id
      }
    }
    self.asking = asking
    self.levelStep = levelStep
    reads = playbook.steps.mapValues { Self.reads(of: $0, playbook: playbook, library: library) }
      .reduce(into: [:]) { $0[$1.key] = $1.value }
  }

  /// Everything that stands before a step while nothing has been done yet.
  public func blockers(of step: Step) -> [Blocker] {
    var found: [Blocker] = []
    for fact in reads[step.id] ?? [] {
      if let asking = asking[fact] { found.append(.fact(fact, askedBy: asking)) }
    }
    if needsLevel(step) { found.append(.level(decidedBy: levelStep)) }
    for other in step.after + (step.when?.decisions ?? []) where !found.contains(.step(other)) {
      found.append(.step(other))
    }
    return found
  }

  /// Those of them that its condition looks at.
  public func conditionBlockers(of step: Step) -> [Blocker] {
    guard let condition = step.when else { return [] }
    let facts = condition.facts.compactMap { fact in asking[fact].map { Blocker.fact(fact, askedBy: $0) } }
    let level = condition.readsLevel ? [Blocker.level(decidedBy: levelStep)] : []
    return facts + level + condition.decisions.map { .step($0) }
  }

  private func needsLevel(_ step: Step) -> Bool {
    if case .send(let sending) = step.action, sending.level == nil { return true }
    return step.when?.readsLevel ?? false
  }

  /// The facts a step reads: its condition's, its decision's, its template's.
  private static func reads(of step: Step, playbook: Playbook, library: Library) -> [Fact.ID] {
    var found = step.when?.facts ?? []
    switch step.action {
    case .decide(let decision):
      switch decision.question {
      case .proportion: found += playbook.proportion.flatMap { $0.when?.facts ?? [] }
      case .options: break
      }
    case .send(let sending):
      if let template = library.templates[sending.template] {
        let named = Set(template.wordings.flatMap(\.mentions).map(\.name))
        found += playbook.facts.keys.filter { named.contains(folded($0.text)) }
      }
    case .permit(let facts): found += facts
    case .act, .ask, .wait, .review, .handOver, .standDown: break
    }
    // Until when something is held has to be asked before it is said.
    if step.isSend { found += found.compactMap { playbook.facts[$0]?.embargo } }
    var seen: Set<Fact.ID> = Set(step.asks)
    return found.filter { seen.insert($0).inserted }
  }
}

extension Condition {
  /// The steps whose decisions it looks at.
  var decisions: [Step.ID] {
    any.joined().compactMap { if case .decided(let step, _) = $0 { step } else { nil } }
  }

  /// Whether it looks at the level.
  var readsLevel: Bool { any.joined().contains { if case .level = $0 { true } else { false } } }
}

extension Step {
  fileprivate var isSend: Bool { if case .send = action { true } else { false } }
}
