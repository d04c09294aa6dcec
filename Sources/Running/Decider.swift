import Diagnostics
public import Library
import Messaging
import OrderedCollections
import Time

extension Run {
  /// Why a command would be refused, without carrying it out; nil where it would be accepted.
  public func refusal(of command: Command, at moment: Moment) -> Refusal? {
    do throws(Refusal) {
      _ = try decide(command, at: moment)
      return nil
    } catch {
      return error
    }
  }

  /// What the command makes happen now; the run itself is not changed.
  ///
  /// The caller puts the events on disk, and only then folds them in with `apply`.
  public func decide(_ command: Command, at moment: Moment) throws(Refusal) -> [Event.Content] {
    if finished != nil, !command.isAllowedAfterFinish { throw .runFinished }
    if let happened = moment.happened, happened > moment.now { throw .inTheFuture(happened) }
    let events = try events(of: command, at: moment)
    return command.mayEndSteps ? try followed(events, at: moment) : events
  }

  /// What the command itself makes happen.
  private func events(of command: Command, at moment: Moment) throws(Refusal) -> [Event.Content] {
    switch command {
    case .startStep(let id): return try starting(id).events
    case .recordFact(let answer): return try recording(answer, at: moment)
    case .completeStep(let id, let detail): return try completing(id, detail: detail, at: moment)
    case .skipStep(let id, let reason): return try skipping(id, reason: reason)
    case .decide(let id, let option, let decider, let reason, let second, let effect):
      return try deciding(
        id,
        DecisionRecord.Given(option: option, decider: decider, reason: reason, second: second, effect: effect)
      )
    case .permit(let id, let permission): return try permitting(id, permission)
    case .draft(let id): return try drafting(id, at: moment)
    case .edit(let id, let subject, let text): return try editing(id, subject: subject, text: text)
    case .requestApproval(let ids): return try requesting(ids, at: moment)
    case .tryContact(let ids, let contact):
      _ = try opened(ids)
      return [.contactTried(ids, contact)]
    case .approve(let ids, let person, let role, let how, let code):
      return try approving(ids, person: person, role: role, how: how, code: code, at: moment)
    case .takeReply(let reply): return try taking(reply, at: moment)
    case .returnMessages(let ids, let person, let role, let reason):
      return try returning(ids, person: person, role: role, reason: reason, at: moment)
    case .withdrawApproval(let ids, let reason):
      _ = try opened(ids)
      return [.approvalWithdrawn(ids, reason: try given(reason, for: "withdrawing an approval"))]
    case .acceptWarnings(let ids, let reason): return try accepting(ids, reason: reason, at: moment)
    case .correct(let ids, let reason): return try correcting(ids, reason: reason, at: moment)
    case .markSent(let id): return try sending(id, at: moment)
    case .dropMessage(let id, let reason): return try dropping(id, reason: reason)
    case .answerForPartner(let id, let partner, let state): return try answering(id, partner, state)
    case .note(let text, let kind): return [.noted(try given(text, for: "a note"), kind)]
    case .retime(let zero, let reason):
      return [.retimed(zero: zero, reason: try given(reason, for: "moving T"))]
    case .offerHandOver(let to): return try offering(to: to, at: moment)
    case .withdrawHandOver: return try withdrawingOffer(at: moment)
    case .acceptHandOver(let page): return try accepting(page, at: moment)
    case .takeOver(let reason):
      return [.takenOver(from: officer, reason: try given(reason, for: "taking over"))]
    case .adopt(let library, let reason): return try adopting(library, reason: reason)
    case .link(let run, let direction):
      return links.contains(Link(run: run, direction: direction)) ? [] : [.linked(run, direction)]
    case .finish(let reason): return try finishing(reason: reason)
    }
  }

  /// The longest text that an event holds, in characters.
  static let longestText = 100_000

  /// The text without white space around it; a reason that is empty is no reason.
  func given(_ text: String, for what: String) throws(Refusal) -> String {
    let trimmed = trimmed(text)
    if trimmed.isEmpty { throw .reasonNeeded(for: what) }
    if trimmed.utf8.count > Self.longestText { throw .textTooLong(limit: Self.longestText) }
    return trimmed
  }

  func trimmed(_ text: String) -> String {
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }

  func step(_ id: Step.ID) throws(Refusal) -> Step {
    guard let step = playbook.steps[id] else {
      throw .noSuchStep(id.text, nearest: nearest(to: id.text, among: playbook.steps.keys.map(\.text)))
    }
    return step
  }

  /// A step that can be worked on now, its round, and the event that starts it where it has not begun.
  func starting(_ id: Step.ID) throws(Refusal) -> (step: Step, at: StepRound, events: [Event.Content]) {
    let step = try step(id)
    switch status(of: step) {
    case .notApplicable: throw .notApplicable(id)
    case .blocked(let blockers): throw .blocked(id, blockers)
    case .done, .skipped: throw .stepIsOver(id)
    case .ready, .underWay, .awaitingApproval: break
    }
    let at = openRound(of: id)
    let round = currentRound(of: id)
    let hasBegun = round.number == at.round && round.started != nil
    return (step, at, hasBegun ? [] : [.stepStarted(at)])
  }

  private func skipping(_ id: Step.ID, reason: String) throws(Refusal) -> [Event.Content] {
    let step = try step(id)
    let reason = try given(reason, for: "skipping a step")
    switch status(of: step) {
    case .notApplicable: throw .notApplicable(id)
    case .done, .skipped: throw .stepIsOver(id)
    case .blocked, .ready, .underWay, .awaitingApproval: break
    }
    let at = openRound(of: id)
    let open = messages(of: at).filter { !$0.isOver }.map(\.id)
    if !open.isEmpty { throw .messagesOpen(id, open) }
    return [.stepSkipped(at, reason: reason)]
  }

  private func completing(_ id: Step.ID, detail: String?, at moment: Moment) throws(Refusal) -> [Event
    .Content]
  {
    let (step, at, begun) = try starting(id)
    let detail = detail.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
    if let detail { _ = try given(detail, for: "a value") }
    switch step.action {
    case .ask, .act:
      let open = openQuestions(of: step)
      if !open.isEmpty { throw .factsOpen(id, open) }
    case .send:
      let all = messages(of: at)
      if all.isEmpty { throw .wrongVerb(id, expected: "draft") }
      let open = all.filter { !$0.isOver }.map(\.id)
      if !open.isEmpty { throw .messagesOpen(id, open) }
    case .decide: throw .wrongVerb(id, expected: "decide")
    case .permit(let facts):
      let open = facts.filter { permissions[$0] == nil }
      if !open.isEmpty { throw .factsOpen(id, open) }
    case .wait:
      if let until = step.rounds?.until, !holds(until) { throw .waitIsOpen(id) }
    case .handOver(let role):
      if detail == nil { throw .detailNeeded(id, question: "Who is taking over as \(title(of: role))?") }
    case .review, .standDown: break
    }
    return begun + [.stepCompleted(at, detail: detail)]
  }

  /// A role as people call it.
  public func title(of role: Role.ID) -> String { organisation.title(of: role) }

  /// A person and the role they act in; a post that stands for itself is named once.
  public func giver(_ person: String, as role: Role.ID) -> String {
    let title = title(of: role)
    return folded(person) == folded(title) || person == role.text ? title : "\(person), \(title)"
  }

  private func finishing(reason: String?) throws(Refusal) -> [Event.Content] {
    let open = playbook.steps.values.filter { !status(of: $0).isOver }.map(\.id)
    let reason = reason.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
    if !open.isEmpty, reason == nil { throw .stepsOpen(open) }
    return [.finished(reason: reason)]
  }
}

extension Command {
  /// A finished run takes notes and late answers, and nothing that would change what was said.
  var isAllowedAfterFinish: Bool {
    switch self {
    case .note, .link, .answerForPartner: true
    case .startStep, .recordFact, .completeStep, .skipStep, .decide, .permit, .draft, .edit, .requestApproval,
      .tryContact, .approve, .takeReply, .returnMessages, .withdrawApproval, .acceptWarnings, .markSent,
      .correct, .dropMessage, .retime, .offerHandOver, .withdrawHandOver, .acceptHandOver, .takeOver, .adopt,
      .finish:
      false
    }
  }
}
