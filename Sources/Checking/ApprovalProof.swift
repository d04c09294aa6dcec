import Diagnostics
public import Library
import Messaging
public import OrderedCollections
import Running

/// Two roles, without both of whom messages could not be approved; either of them alone stops nothing.
public struct StoppedByTwo: Hashable, Sendable {
  public let roles: [Role.ID]
  /// The steps that it stops, and the levels at which it does.
  public let steps: OrderedDictionary<Step.ID, [Level]>

  public init(roles: [Role.ID], steps: OrderedDictionary<Step.ID, [Level]>) {
    (self.roles, self.steps) = (roles, steps)
  }
}

/// That each message of a playbook can be approved by others than who drafted it, whoever cannot be reached.
struct ApprovalProof {
  let subject: Subject
  private(set) var counterexamples: [Counterexample] = []
  private(set) var stoppedByTwo: [StoppedByTwo] = []

  init(of subject: Subject, seating: inout Seating) {
    self.subject = subject
    var pairs: OrderedDictionary<[Role.ID], OrderedDictionary<Step.ID, [Level]>> = [:]
    for (index, step, sending, template) in subject.sends {
      var found = Found()
      var everyDrafter: OrderedSet<Role.ID> = []
      for level in subject.levels(of: sending) {
        let drafters = drafters(of: step, sending, template, at: level)
        everyDrafter.formUnion(drafters)
        let answer = seating.answer(
          sending.seats(at: level, in: subject.organisation), drafters: drafters)
        // What the level's own seats are short of is told at the level.
        let floor = seating.answer(
          subject.organisation.levels[level]?.approve ?? [], drafters: [])
        if !answer.always.isEmpty, floor.always.isEmpty { found.always[level] = answer.always }
        for (role, seats) in answer.byOne where floor.byOne[role] == nil {
          found.byOne[role, default: [:]][level] = seats
        }
        for pair in answer.byTwo { pairs[pair, default: [:]][step.id, default: []].append(level) }
      }
      tell(
        found, index, step, sending,
        everyDrafter.filter { role in
          sending.approve.contains { subject.organisation.fillers(of: $0).contains(role) }
            || subject.levels(of: sending).contains { level in
              (subject.organisation.levels[level]?.approve ?? []).contains {
                subject.organisation.fillers(of: $0).contains(role)
              }
            }
        })
    }
    for (index, step) in subject.steps { tellDecision(index, step) }
    stoppedByTwo = pairs.map { StoppedByTwo(roles: $0.key, steps: $0.value) }
  }

  /// What stops one step, at which levels.
  private struct Found {
    var always: OrderedDictionary<Level, [Seat]> = [:]
    var byOne: OrderedDictionary<Role.ID, OrderedDictionary<Level, [Seat]>> = [:]
  }

  /// The roles that draft a message: who does the step, and whoever is asked for the texts in its words.
  private func drafters(
    of step: Step, _ sending: Step.Sending, _ template: Template, at level: Level
  ) -> [Role.ID] {
    let places = subject.places(of: sending, template).filter { $0.level == level }
    let named = OrderedSet(places.flatMap(\.wording.mentions).map(\.name))
    let typed = Set(
      named.compactMap { subject.playbook.fact(placeholder: $0) }
        .filter { fact in if case .text = fact.kind { !fact.isVerbatim } else { false } }.map(\.id))
    let typists = subject.playbook.steps.values.compactMap { asking in
      asking.asks.contains { typed.contains($0) } ? asking.who : nil
    }
    return Array(OrderedSet([step.who].compactMap { $0 } + typists))
  }

  private mutating func tell(
    _ found: Found, _ index: Int, _ step: Step, _ sending: Step.Sending, _ drafters: OrderedSet<Role.ID>
  ) {
    let part = sending.approve.isEmpty ? step.action.verb : "approve"
    if let (level, seats) = found.always.elements.first {
      counterexamples.append(
        subject.counterexample(
          .approvalImpossible, at: ["steps", .item(index), .key(part)],
          message: "'\(step.id)' can never be approved at \(listed(found.always.keys))",
          help: "let another role do the step, or give the seat another role",
          story: subject.story(of: step, at: level, absent: nil, seats: seats)))
    }
    for (role, levels) in found.byOne {
      guard let (level, seats) = levels.elements.first else { continue }
      counterexamples.append(
        subject.counterexample(
          .approvalHangsOnOne, .warning, at: ["steps", .item(index), .key(part)],
          message:
            "'\(step.id)' cannot be approved at \(listed(levels.keys)) while \(subject.organisation.title(of: role)) cannot be reached",
          help: drafters.isEmpty
            ? "give the role a deputy, or the seat another role"
            : "whoever drafts does not approve: let another role do the step, or give the seat another role",
          story: subject.story(of: step, at: level, absent: role, seats: seats)))
    }
  }

  /// A decision that nobody else may take.
  private mutating func tellDecision(_ index: Int, _ step: Step) {
    guard case .decide(let decision) = step.action,
      subject.organisation.fillers(of: Seat([decision.decides])).count < 2
    else { return }
    counterexamples.append(
      subject.counterexample(
        .approvalHangsOnOne, .warning, at: ["steps", .item(index), "decides"],
        message:
          "'\(step.id)' cannot be decided while \(subject.organisation.title(of: decision.decides)) cannot be reached",
        help: "give the role a deputy"))
  }

  private func listed(_ levels: OrderedSet<Level>) -> String {
    levels.map(\.rawValue).joined(separator: ", ")
  }
}

extension Subject {
  /// The levels that a send can have: its own, or any that an officer may decide.
  func levels(of sending: Step.Sending) -> [Level] {
    sending.level.map { [$0] } ?? Level.allCases.filter { organisation.levels[$0] != nil }
  }

  /// A walk to a draft, and who is then missing from it; nil where no walk leads there.
  func story(of step: Step, at level: Level, absent: Role.ID?, seats: [Seat]) -> Story? {
    for alternative in Alternative.all(of: step.when) where alternative.levels.contains(level) {
      guard var story = Story(of: plan, at: moment) else { return nil }
      story.tell("In '\(playbook.title)':")
      story.enter(alternative.answers(in: self), options: alternative.options)
      if story.draft(step, at: level).isEmpty { continue }
      if let absent { story.tell("\(organisation.title(of: absent)) cannot be reached") }
      for seat in seats { story.tell("Nobody can approve for \(organisation.words(for: seat))") }
      return story
    }
    return nil
  }
}
