import Library
import OrderedCollections
public import Running
public import Time

extension Walk {
  /// Finds what to turn to now and shows it; called at the start and after everything that was done.
  public mutating func settle(_ run: Run, at now: Instant) -> [Effect] {
    self.now = now
    if run.finished != nil {
      var screen = Screens.header(run, at: now, others: others, roster: roster)
      screen.line("\(run.id) is finished. `\(invocation.line("report \(run.id)"))` shows the record.", .good)
      return [.show(screen), .leave]
    }
    if let id = chosen, let step = run.playbook.steps[id], !isWorkable(step, run) { chosen = nil }
    guard let id = chosen ?? run.nextStep(at: now), let step = run.playbook.steps[id] else {
      prompt = .idle
      headed = nil
      var screen = Screens.header(run, at: now, others: others, roster: roster)
      screen.append(offerNews(run))
      return [.show(screen), .show(Screens.idle(run, at: now))]
    }
    let at = run.openRound(of: id)
    var screen = Screen()
    if headed != at {
      screen = Screens.header(run, at: now, on: step, others: others, roster: roster)
      // What the header says is not said again above the prompt.
      if let next = run.glance(at: now).next, (next.instant - now).count <= 300 { told.insert(next) }
      screen.append(Screens.step(step, run, at: now))
      headed = at
    } else if run.levelInQuestion != levelTold {
      screen.append(Screens.levelInQuestion(run))
    }
    levelTold = run.levelInQuestion
    screen.append(offerNews(run))
    prompt = place(in: step, run)
    screen.append(ask(run))
    return [.show(screen)]
  }

  private func isWorkable(_ step: Step, _ run: Run) -> Bool {
    switch run.status(of: step) {
    case .ready, .underWay, .awaitingApproval: true
    case .done, .skipped: step.action.isAskedAnew
    case .notApplicable, .blocked: false
    }
  }

  /// The first thing that a step asks now.
  private func place(in step: Step, _ run: Run) -> Prompt {
    switch step.action {
    case .ask, .act:
      let open = run.openQuestions(of: step).first.flatMap { run.playbook.facts[$0] }
      return open.map { asking($0, in: step.id) } ?? .step(step.id)
    case .permit(let facts):
      // Of a step that is over and was gone to, the first is asked anew.
      let open =
        facts.first { run.permissions[$0] == nil } ?? (run.status(of: step).isOver ? facts.first : nil)
      return open.map { .permit(step.id, $0) } ?? .step(step.id)
    case .send:
      let open = run.messages(of: run.openRound(of: step.id)).filter { !$0.isOver }
      return open.isEmpty ? .step(step.id) : .messages(step.id)
    case .decide, .wait, .review, .handOver, .standDown: return .step(step.id)
    }
  }

  /// What stands in front of the question, for one that is asked again.
  public func asked(_ run: Run) -> Screen { ask(run) }

  /// What the prompt shows in front of its question.
  func ask(_ run: Run) -> Screen {
    switch prompt {
    case .fact(_, let id): return run.playbook.facts[id].map { Screens.fact($0, run) } ?? Screen()
    case .messages(let id): return Screens.messages(of: id, run, at: now)
    case .message(let id): return Screens.message(id, run, at: now)
    case .approver(let ids): return Screens.approvers(of: ids, run, roster, isApproving: true)
    case .objector(let ids): return Screens.approvers(of: ids, run, roster, isApproving: false)
    case .approverRole(let ids, _): return Screens.roles(of: ids, run)
    case .code(let ids, _, _, _): return Screens.readOut(ids, run)
    case .confirmSent(let ids): return Screens.confirmation(ids, run)
    case .writing(let what, _): return Screens.writing(what, run)
    case .step(let id): return Screens.choices(of: id, run)
    case .permit(_, let id): return run.playbook.facts[id].map { Screens.permission($0, run) } ?? Screen()
    case .handOver: return Screens.handingOver(run, invocation)
    case .idle, .confidence, .correction, .decider, .decisionReason, .second, .permitBy, .permitBasis,
      .chairTold,
      .how,
      .contact, .objection, .dropReason, .warningReason, .skipReason, .note, .finish, .finishReason:
      return Screen()
    }
  }

  /// Targets that are five minutes away or missed and have not been told of; one line each.
  public mutating func notices(_ run: Run, at now: Instant) -> [String] {
    var lines: [String] = []
    for target in run.openTargets() where (target.instant - now).count <= 300 && !told.contains(target) {
      told.insert(target)
      lines.append(Screens.notice(target, run, at: now))
    }
    for other in Home.sorted(others) {
      guard let line = Screens.alsoOpen(other, at: now) else { continue }
      if othersTold.insert(Screens.key(other, at: now)).inserted { lines.append(line) }
    }
    return lines
  }

  /// Says nothing of what was late before the officer came; the header shows it.
  public mutating func passOver(_ run: Run, at now: Instant) {
    for target in run.openTargets() where target.instant < now { told.insert(target) }
    for other in others { othersTold.insert(Screens.key(other, at: now)) }
    offerTold = run.offer
  }
}

extension Step.Action {
  /// Whether it can be answered again once it is over: the earlier answer stays on record.
  var isAskedAnew: Bool {
    switch self {
    case .decide, .permit: true
    case .act, .ask, .send, .wait, .review, .handOver, .standDown: false
    }
  }
}
