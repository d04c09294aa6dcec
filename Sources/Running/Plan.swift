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
        found += playbook.facts.keys.filter { template.names($0) }
      }
    case .permit(let facts): found += facts
    case .act, .ask, .wait, .review, .handOver, .standDown: break
    }
    var seen: Set<Fact.ID> = Set(step.asks)
    return found.filter { seen.insert($0).inserted }
  }
}

extension Template {
  /// Whether any of its files reads the fact, in a placeholder or in a condition.
  func names(_ fact: Fact.ID) -> Bool {
    let name = folded(fact.text)
    return wordings.contains { wording in
      (wording.subject + wording.body).contains { segment in
        switch segment.content {
        case .words: false
        case .placeholder(let placeholder): folded(placeholder) == name
        case .conditional(let choice, _):
          switch choice {
          case .yes(let read), .no(let read), .option(let read, _), .likely(let read), .known(let read):
            folded(read) == name
          case .level: false
          }
        }
      }
    }
  }
}
