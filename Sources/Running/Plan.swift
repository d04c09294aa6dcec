public import Library
import OrderedCollections
public import Time

/// What a run walks through, pinned for good: nothing in it changes with time.
public struct Plan: Sendable {
  public let library: Library
  public let playbook: Playbook
  /// The organisation's zone and its working days.
  public let calendar: WorkingCalendar
  /// The step that asks each fact; the first where several do.
  let asking: [Fact.ID: Step.ID]
  /// The first step that decides the level.
  let levelStep: Step.ID?
  /// What each step reads before it can start.
  let reads: [Step.ID: [Fact.ID]]

  public init(library: Library, playbook: Playbook, calendar: WorkingCalendar) {
    self.library = library
    self.playbook = playbook
    self.calendar = calendar
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
    var seen: Set<Fact.ID> = Set(step.asks)
    return found.filter { seen.insert($0).inserted }
  }
}
