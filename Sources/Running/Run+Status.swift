public import Library
import Messaging
import OrderedCollections
import Time

/// Where a step stands.
public enum StepStatus: Hashable, Sendable {
  case notApplicable
  case blocked([Blocker])
  case ready
  case underWay
  /// Only others can bring it on: approvals are asked for.
  case awaitingApproval
  case done
  case skipped

  /// Nothing more is to be done in it.
  public var isOver: Bool {
    switch self {
    case .notApplicable, .done, .skipped: true
    case .blocked, .ready, .underWay, .awaitingApproval: false
    }
  }
}

extension Run {
  public func status(of step: Step) -> StepStatus {
    let round = currentRound(of: step.id)
    if let ending = round.ending {
      if hasNextRound(step) { return status(ofOpen: step, started: false) }
      switch ending.outcome {
      case .done: return .done
      case .skipped: return .skipped
      }
    }
    if let when = step.when, round.started == nil {
      if isSettled(when), !holdsOnceSettled(when) { return .notApplicable }
    }
    return status(ofOpen: step, started: round.started != nil)
  }

  private func status(ofOpen step: Step, started: Bool) -> StepStatus {
    let blockers = blockers(of: step)
    if !blockers.isEmpty { return .blocked(blockers) }
    if let when = step.when, !started, !holds(when) { return .notApplicable }
    if !started { return .ready }
    let open = messages(of: openRound(of: step.id)).filter { !$0.isOver }
    if !open.isEmpty, open.allSatisfy({ isWaiting($0) }) { return .awaitingApproval }
    return .underWay
  }

  /// Whether everything the condition looks at has been settled: asked, decided or passed by.
  private func isSettled(_ condition: Condition) -> Bool {
    var over: [Step.ID: Bool] = [:]
    return isSettled(condition, &over)
  }

  private func isSettled(_ condition: Condition, _ over: inout [Step.ID: Bool]) -> Bool {
    for test in condition.any.joined() {
      switch test {
      case .fact(let fact, _), .known(let fact):
        guard facts[fact] == nil, let asking = plan.gates.asking[fact] else { continue }
        if !isOver(asking, &over) { return false }
      case .level: if choice == nil { return false }
      case .decided(let step, _): if !hasBeenDecided(step), !isOver(step, &over) { return false }
      }
    }
    return true
  }

  /// A fact has been asked once it has an entry, or its step was skipped, done or does not apply.
  func hasBeenAsked(_ fact: Fact.ID) -> Bool {
    if facts[fact] != nil { return true }
    guard let asking = plan.gates.asking[fact] else { return true }
    return isOver(asking)
  }

  /// Whether a step's first round at least is over, or it does not apply.
  func isOver(_ id: Step.ID) -> Bool {
    var over: [Step.ID: Bool] = [:]
    return isOver(id, &over)
  }

  /// `over` holds what is known of other steps, each looked at once; one that is being looked at is not over, so that
  /// gates in a circle end the walk.
  private func isOver(_ id: Step.ID, _ over: inout [Step.ID: Bool]) -> Bool {
    if let known = over[id] { return known }
    over[id] = false
    if steps[id]?.contains(where: { $0.ending != nil }) ?? false {
      over[id] = true
    } else if let when = playbook.steps[id]?.when, isSettled(when, &over), !holdsOnceSettled(when) {
      over[id] = true
    }
    return over[id] ?? false
  }

  /// What stands before a step; empty where it can be started.
  public func blockers(of step: Step) -> [Blocker] {
    plan.gates.blockers(of: step).filter { blocker in
      switch blocker {
      case .fact(let fact, _): !hasBeenAsked(fact)
      case .level: choice == nil
      case .step(let other): !isOver(other) && (step.after.contains(other) || !hasBeenDecided(other))
      }
    }
  }

  private func hasBeenDecided(_ step: Step.ID) -> Bool { decisions.contains { $0.record.at.step == step } }

  /// Whether a repeating step, its last round over, has another one before it.
  func hasNextRound(_ step: Step) -> Bool {
    guard let rounds = step.rounds, finished == nil else { return false }
    let last = currentRound(of: step.id)
    if let until = rounds.until, holds(until) { return false }
    if let times = rounds.times, last.number >= times { return false }
    if rounds.every != nil { return true }
    return rounds.again.contains { knownValue($0) != nil && hasChanged($0, since: last, of: step.id) }
  }

  /// Whether the fact was another at any time since a round used it: since the oldest words that it sent were
  /// filled, or since it ended.
  private func hasChanged(_ fact: Fact.ID, since round: Round, of step: Step.ID) -> Bool {
    let sent = messages(of: StepRound(step, round: round.number)).filter { $0.sentAt != nil }
    let used = sent.map(\.filledSequence).min() ?? round.ending?.sequence ?? 0
    let entries = facts[fact] ?? []
    let then = entries.last { $0.sequence <= used }?.record.value
    return entries.contains { $0.sequence > used && $0.record.value != then }
  }

  /// The round that a command on the step is about.
  public func openRound(of id: Step.ID) -> StepRound {
    let round = currentRound(of: id)
    guard round.ending != nil, let step = playbook.steps[id], hasNextRound(step) else {
      return StepRound(id, round: round.number)
    }
    return StepRound(id, round: round.number + 1)
  }

  /// What the open round of a step still asks; a later round asks everything anew, whatever was answered before.
  public func openQuestions(of step: Step) -> [Fact.ID] {
    let round = openRound(of: step.id).round
    let before = steps[step.id]?.last { $0.number < round }?.ending?.sequence ?? 0
    return step.asks.filter { (latest($0)?.sequence ?? 0) <= before }
  }

  /// Whether a message only waits for somebody's approval.
  func isWaiting(_ message: Message) -> Bool {
    message.requestedAt != nil && !missingSeats(of: message).isEmpty && !isReturned(message)
  }

  /// Whether an approver sent back these very words, and has not approved them since.
  public func isReturned(_ message: Message) -> Bool {
    message.objections.contains { isOpen($0, on: message) }
  }

  /// Whether an objection still stands against the words as they are.
  public func isOpen(_ returned: Message.Returned, on message: Message) -> Bool {
    !returned.isAnswered && returned.digest == message.draft.digest(mode: mode)
  }
}
