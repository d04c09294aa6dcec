import Console
import Library
import Messaging
import OrderedCollections
import Running
import System
import Time

/// Answers given in one go, carried out in the playbook's order.
struct Script {
  let session: Session

  func apply(_ answers: Answers) throws {
    let run = session.run
    for (name, answer) in answers.facts {
      guard let fact = run.playbook.facts[Fact.ID(name)] else { continue }
      try session.carryOut(.recordFact(try read(answer, fact)))
    }
    for step in run.playbook.steps.values {
      let name = step.id.text
      if let decision = answers.decisions[name] {
        try session.carryOut(
          .decide(
            step.id, option: decision.option, decider: decision.by ?? session.officer,
            reason: decision.reason ?? "", second: decision.second))
      }
      if let detail = answers.done[name] {
        try session.carryOut(.completeStep(step.id, detail: detail.isEmpty ? nil : detail))
      }
      if let reason = answers.skipped[name] { try session.carryOut(.skipStep(step.id, reason: reason)) }
    }
  }

  func read(_ answer: Answers.Fact, _ fact: Fact, reason: String? = nil) throws -> Answer {
    var given = Answer(
      fact: fact.id, value: nil, confidence: answer.confidence ?? .confirmed, source: answer.source ?? "",
      marking: answer.marking, reason: reason)
    if answer.value == Confidence.notKnown.rawValue || given.confidence == .notKnown {
      given.confidence = .notKnown
      return given
    }
    do throws(FactProblem) {
      given.value = try fact.read(answer.value, now: SystemClock.now(), calendar: session.run.plan.calendar)
    } catch {
      throw Failure(.usage, error.message)
    }
    return given
  }
}

/// What a run asks for now, each with the command that answers it.
struct OpenQuestions: Encodable {
  struct Question: Encodable {
    let step: String
    let question: String
    let due: String?
    let command: String
  }

  let run: String
  let open: [Question]

  init(_ run: Run, _ invocation: Invocation) {
    self.run = run.id
    open =
      run.finished != nil
      ? []
      : run.playbook.steps.values.flatMap { Self.questions(of: $0, run, invocation) }
        + run.askedAnew.compactMap { id in
          run.playbook.facts[id].map { fact in
            Question(
              step: "\(id)", question: fact.ask, due: nil,
              command: invocation.line("answer \(run.id) \(id) VALUE"))
          }
        }
  }

  private static func questions(
    of step: Step, _ run: Run, _ invocation: Invocation
  ) -> [Question] {
    let status = run.status(of: step)
    guard status == .ready || status == .underWay || status == .awaitingApproval else { return [] }
    let due = run.target(.due, of: run.openRound(of: step.id)).map { run.clock($0) }
    func question(_ words: String, _ command: String) -> Question {
      Question(step: step.id.text, question: words, due: due, command: invocation.line(command))
    }
    let asks = run.openQuestions(of: step).map { id in
      question(run.playbook.facts[id]?.ask ?? id.text, "answer \(run.id) \(id) VALUE")
    }
    if !asks.isEmpty { return asks }
    let done = question(step.title, "done \(run.id) \(step.id)")
    switch step.action {
    case .ask, .act, .wait, .review, .standDown: return [done]
    case .handOver: return [question(step.title, "done \(run.id) \(step.id) --value NAME")]
    case .decide:
      let options = "OPTION --by NAME --reason TEXT"
      return [question(step.title, "decide \(run.id) \(step.id) \(options)")]
    case .permit(let facts):
      return facts.filter { run.permissions[$0] == nil }.map {
        question(
          "Permission for '\(run.playbook.facts[$0]?.ask ?? $0.text)'",
          "permit \(run.id) \($0) --by NAME --basis TEXT")
      }
    case .send:
      let messages = run.messages(of: run.openRound(of: step.id)).filter { !$0.isOver }
      if messages.isEmpty { return [question(step.title, "draft \(run.id) \(step.id)")] }
      return messages.map { message in
        if let because = run.outOfDate(message, at: SystemClock.now()) {
          return question("\(message.id) must be drafted anew: \(because)", "draft \(run.id) \(step.id)")
        }
        if let back = message.objections.last(where: { run.isOpen($0, on: message) })?.objection {
          return question(
            "\(message.id) was sent back by \(back.person): \(back.reason). Edit it, or draft it anew",
            "edit \(run.id) \(message.id) --file FILE")
        }
        let isApproved = run.missingSeats(of: message).isEmpty
        let warnings = isApproved ? run.openWarnings(on: message, at: SystemClock.now()) : []
        if !warnings.isEmpty {
          return question(
            "\(message.id) has warnings that need a reason: "
              + warnings.map(\.message).joined(separator: "; "),
            "accept \(run.id) \(message.id) --reason TEXT")
        }
        return isApproved
          ? question("\(message.id) is approved", "sent \(run.id) \(message.id)")
          : question(
            "\(message.id) needs approval; `\(invocation.line("show \(run.id) \(message.id)"))` gives its words and code",
            "approve \(run.id) \(message.id) --by NAME --role ROLE --how phone --code CODE")
      }
    }
  }

  func write(_ display: DisplayOptions) throws {
    if display.json { return Output.json(self) }
    for question in open {
      Output.data(
        "\(question.step): \(question.question)\(question.due.map { " (due \($0))" } ?? "")\n  \(question.command)"
      )
    }
  }
}
