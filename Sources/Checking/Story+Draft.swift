import Library
import Messaging
import OrderedCollections
import Running
import Time

extension Story {
  /// Walks to the draft of a send at a level: these answers are given, and every other step before it is skipped.
  ///
  /// False where the machine does not let it be drafted so, as of a step whose condition the answers do not meet.
  mutating func draft(
    _ step: Step, at level: Level, answers: [Answer], options: [Step.ID: String] = [:]
  ) -> Bool {
    for answer in answers {
      guard give(.recordFact(answer)) else { return false }
      tell("'\(run.playbook.facts[answer.fact]?.ask ?? answer.fact.text)' is answered: \(words(of: answer))")
    }
    guard open(step, at: level, options: options, behind: []), give(.draft(step.id)) else { return false }
    tell("'\(step.title)' is drafted at \(level.rawValue)")
    return true
  }

  private func words(of answer: Answer) -> String {
    guard let value = answer.value, let fact = run.playbook.facts[answer.fact] else { return "not known" }
    let zone = run.plan.calendar.zone
    let words = fact.words(for: value, zone: zone, today: zone.local(run.zero + time).date)
    return answer.confidence == .likely ? words + " (likely)" : words
  }

  /// Takes away what stands before a step; false where something stays.
  private mutating func open(
    _ step: Step, at level: Level, options: [Step.ID: String], behind: Set<Step.ID>
  ) -> Bool {
    guard !behind.contains(step.id) else { return false }
    while let blocker = run.blockers(of: step).first {
      switch blocker {
      case .fact(_, let asking): guard skip(asking) else { return false }
      case .step(let other):
        guard let option = options[other] else {
          guard skip(other) else { return false }
          continue
        }
        guard decide(other, option, at: level, options, behind.union([step.id])) else { return false }
      case .level(let deciding):
        guard let deciding, decide(deciding, level.rawValue, at: level, options, behind.union([step.id]))
        else { return false }
      }
    }
    return true
  }

  private mutating func skip(_ step: Step.ID) -> Bool {
    give(.skipStep(step, reason: "In a proof"), telling: "'\(title(of: step))' is skipped")
  }

  private mutating func decide(
    _ id: Step.ID, _ option: String, at level: Level, _ options: [Step.ID: String], _ behind: Set<Step.ID>
  ) -> Bool {
    guard let step = run.playbook.steps[id], open(step, at: level, options: options, behind: behind) else {
      return false
    }
    return give(
      .decide(id, option: option, decider: "Decider", reason: "In a proof", second: "Second person"),
      telling: "'\(step.title)' is decided: \(option)")
  }

  private func title(of step: Step.ID) -> String { run.playbook.steps[step]?.title ?? step.text }
}
