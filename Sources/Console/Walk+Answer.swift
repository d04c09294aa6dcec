import Library
import OrderedCollections
import Running
import Time

extension Walk {
  /// An answer to the question that stands.
  mutating func answer(_ text: String, _ run: Run, at now: Instant) -> [Effect] {
    switch prompt {
    case .idle: return again(run, "Nothing is asked now. ? shows what can be done")
    case .step(let id): return answer(step: id, text, run)
    case .fact(let step, let id): return answer(fact: id, of: step, text, run, at: now)
    case .confidence(let step, let given): return answer(confidence: text, step, given, run)
    case .correction(_, var answer):
      answer.reason = text
      return [.command(.recordFact(answer))]
    case .decider(let step, let option):
      prompt = .decisionReason(step, option: option, decider: text)
      if let supported = supported(in: step, run), supported != option {
        return again(
          run, "The facts support \(supported). The decision log needs the reason why it is \(option).", .warn
        )
      }
      return again(run, "The reason goes into the decision log, for instance: as the facts support.", .quiet)
    case .decisionReason(let step, let option, let decider):
      if run.needsSecondPerson(step, option: option) {
        prompt = .second(step, option: option, decider: decider, reason: text)
        return again(
          run, "\(option) asks more of people than the facts support. A second person has to agree.", .warn)
      }
      chosen = nil
      return [.command(.decide(step, option: option, decider: decider, reason: text))]
    case .second(let step, let option, let decider, let reason):
      let command = Command.decide(step, option: option, decider: decider, reason: reason, second: text)
      if folded(text) == folded(decider) {
        return again(run, Refusal.secondPersonDecided(text).message(in: run))
      }
      chosen = nil
      return [.command(command)]
    case .permit, .permitBy, .permitBasis, .chairTold: return answer(permission: text, run)
    case .messages, .message, .approver, .approverRole, .how, .code, .contact, .objector, .objection,
      .confirmSent,
      .dropReason, .warningReason:
      return answer(message: text, run, at: now)
    case .writing: return []
    case .skipReason(let step): return [.command(.skipStep(step, reason: text))]
    case .note:
      let lower = text.lowercased()
      for kind in [NoteKind.rumour, .feedback] where lower.hasPrefix(kind.rawValue + ":") {
        return [.command(.note(trimmed(String(text.dropFirst(kind.rawValue.count + 1))), kind))]
      }
      return [.command(.note(text, .note))]
    case .handOver:
      let isBack = run.offer != nil && folded(text) == "withdraw"
      return [.command(isBack ? .withdrawHandOver : .offerHandOver(to: text))]
    case .finish:
      guard text == Self.finishWord(run.mode) else {
        return again(run, "Nothing was ended. Type \(Self.finishWord(run.mode)) in capitals, or b for back")
      }
      if run.glance(at: now).left == 0 { return [.command(.finish(reason: nil))] }
      prompt = .finishReason
      return []
    case .finishReason: return [.command(.finish(reason: text))]
    }
  }

  /// The level that the facts support, where a step decides the level.
  private func supported(in step: Step.ID, _ run: Run) -> String? {
    guard case .decide(let decision) = run.playbook.steps[step]?.action, case .proportion = decision.question
    else { return nil }
    return run.supported?.choice.level.rawValue
  }

  private mutating func answer(step id: Step.ID, _ text: String, _ run: Run) -> [Effect] {
    guard let step = run.playbook.steps[id] else { return [] }
    let isDone = text.lowercased() == "d"
    switch step.action {
    case .act, .review: return [.command(.completeStep(id, detail: isDone ? nil : text))]
    case .handOver: return [.command(.completeStep(id, detail: text))]
    case .wait, .standDown, .ask, .permit:
      return isDone
        ? [.command(.completeStep(id, detail: nil))]
        : again(run, "Type d when it is done, s to skip it with a reason, or ? for help")
    case .send:
      return isDone
        ? [.command(.draft(id))] : again(run, "Type d to draft the messages, s to skip, or ? for help")
    case .decide(let decision):
      let options = Screens.options(of: decision)
      guard
        let chosen = Int(text).flatMap({ options.indices.contains($0 - 1) ? options[$0 - 1].id : nil })
          ?? options.first(where: { folded($0.id) == folded(text) })?.id
      else { return again(run, "'\(text)' is not a choice; type 1 to \(options.count)") }
      prompt = .decider(id, option: chosen)
      return again(
        run, "Usually the \(run.title(of: decision.decides)). Write the name of the person.", .quiet)
    }
  }

  mutating func answer(
    fact id: Fact.ID, of step: Step.ID, _ text: String, _ run: Run, at now: Instant
  ) -> [Effect] {
    guard let fact = run.playbook.facts[id] else { return [] }
    if Self.meansNotKnown(text) {
      return recorded(Answer(fact: id, value: nil, confidence: .notKnown), step, run)
    }
    do throws(FactProblem) {
      let value = try fact.read(text, now: now, calendar: run.plan.calendar)
      prompt = .confidence(step, Answer(fact: id, value: value))
      typed = text
      let words = run.words(for: value, of: fact)
      return [.show(Screens.taken(words == text ? nil : words, run))]
    } catch {
      return isLetter(text) ? misplaced(text, run) : again(run, error.message)
    }
  }

  private mutating func answer(
    confidence text: String, _ step: Step.ID, _ answer: Answer, _ run: Run
  ) -> [Effect] {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    var answer = answer
    switch words[0].lowercased() {
    case "1", "confirmed": answer.confidence = .confirmed
    case "2", "likely": answer.confidence = .likely
    case "3", "not-known":
      answer.confidence = .notKnown
      answer.value = nil
    default: return again(run, "Type 1, 2 or 3. You wrote: \(text)")
    }
    if words.count > 1 { answer.source = words[1] }
    return recorded(answer, step, run)
  }

  /// An earlier answer is replaced with a reason, never overwritten.
  private mutating func recorded(_ answer: Answer, _ step: Step.ID, _ run: Run) -> [Effect] {
    // A later round asks anew, so another answer is none that was wrong.
    let isDue = run.playbook.steps[step].map { run.openQuestions(of: $0).contains(answer.fact) } ?? false
    if !isDue, let earlier = run.latest(answer.fact)?.record.value, earlier != answer.value {
      prompt = .correction(step, answer)
      return []
    }
    return [.command(.recordFact(answer))]
  }

  private mutating func answer(permission text: String, _ run: Run) -> [Effect] {
    func yesNo() -> Bool? {
      switch text.lowercased() {
      case "y", "yes": true
      case "n", "no": false
      default: nil
      }
    }
    switch prompt {
    case .permit(let step, let fact):
      guard let granted = yesNo() else { return again(run, "Type yes or no. You wrote: \(text)") }
      prompt = .permitBy(step, fact, granted: granted)
    case .permitBy(let step, let fact, let granted):
      prompt = .permitBasis(step, fact, granted: granted, by: text)
    case .permitBasis(let step, let fact, let granted, let by):
      prompt = .chairTold(
        step, Permission(fact: fact, isGranted: granted, by: by, basis: text, isChairTold: false))
    case .chairTold(let step, let given):
      guard let told = yesNo() else { return again(run, "Type yes or no. You wrote: \(text)") }
      return [
        .command(
          .permit(
            step,
            Permission(
              fact: given.fact, isGranted: given.isGranted, by: given.by, basis: given.basis,
              isChairTold: told)))
      ]
    case .idle, .step, .fact, .confidence, .correction, .decider, .decisionReason, .second, .messages,
      .message,
      .approver,
      .approverRole, .how, .code, .contact, .objector, .objection, .confirmSent, .dropReason, .warningReason,
      .writing,
      .skipReason, .note, .handOver, .finish, .finishReason:
      break
    }
    return []
  }
}
