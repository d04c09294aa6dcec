import Library
import Messaging
import OrderedCollections
import Running
import Time

extension Story {
  /// Answers what a situation knows, and takes its decisions.
  mutating func enter(_ situation: Situation) {
    let answers = situation.facts(of: run.playbook).map { Answer(fact: $0.id, value: $0.value) }
    let options = run.playbook.steps.keys.reduce(into: [:]) { $0[$1] = situation.option(of: $1) }
    enter(answers, options: options)
  }

  /// Gives answers, and takes decisions: the option of each step.
  mutating func enter(_ answers: [Answer], options: [Step.ID: String]) {
    for answer in answers { record(answer) }
    for step in run.playbook.steps.values {
      guard let option = options[step.id] else { continue }
      reach(step)
      decide(step, option)
    }
  }

  /// Records a fact as confirmed; nil as not known.
  mutating func answer(_ id: Fact.ID, _ value: FactValue?) {
    record(
      Answer(
        fact: id, value: value, confidence: value == nil ? .notKnown : .confirmed,
        reason: run.latest(id) == nil ? nil : "It is otherwise now"))
  }

  private mutating func record(_ answer: Answer) {
    guard let fact = run.playbook.facts[answer.fact] else { return }
    let zone = run.plan.calendar.zone
    let today = zone.local(run.zero + time).date
    let words = answer.value.map { fact.words(for: $0, zone: zone, today: today) } ?? "not known"
    let sure = answer.confidence == .likely ? " (likely)" : ""
    let shown: String = if case .text = answer.value { "\"\(words)\"" } else { words }
    give(
      .recordFact(answer), telling: fact.ask + (fact.ask.hasSuffix("?") ? " " : ": ") + shown + sure,
      about: .fact(fact.id))
  }

  /// Takes a decision of one of a step's options.
  mutating func decide(_ step: Step, _ option: String) {
    let words =
      if case .decide(let decision) = step.action, case .options(_, let options) = decision.question {
        options[option] ?? option
      } else { option }
    give(
      .decide(step.id, option: option, decider: "Decider", reason: "In this story", second: "Second"),
      telling: "\(step.title): \(words)", about: .step(step.id))
  }

  /// Clears everything that stands before a step, by as few commands as will do: what is not answered is passed over.
  ///
  /// `level` is what is decided where the step needs a level; nil decides what the facts support.
  mutating func reach(_ step: Step, at level: Level? = nil) {
    // Each command ends one step at least, and none comes back.
    for _ in 0...run.playbook.steps.count {
      guard case .blocked(let blockers) = run.status(of: step), let blocker = blockers.first else { return }
      switch blocker {
      case .level(let deciding):
        guard let deciding = deciding.flatMap({ run.playbook.steps[$0] }), deciding.id != step.id else {
          return
        }
        reach(deciding)
        guard let chosen = level ?? run.supported?.choice.level else { return }
        let before = run.sequence
        decide(deciding, chosen.rawValue)
        if run.sequence == before { return }
      case .fact(_, let other), .step(let other):
        guard let other = run.playbook.steps[other], pass(other) else { return }
      }
    }
  }

  /// Skips a step; false where it cannot be.
  @discardableResult
  mutating func pass(_ step: Step, telling line: String? = nil) -> Bool {
    give(
      .skipStep(step.id, reason: "In this story"), telling: line ?? "'\(step.id)' is skipped",
      about: .step(step.id))
  }

  /// Skips whatever else is left that can be, and tells it in one line.
  mutating func passAll(but kept: Set<Step.ID>) {
    for step in run.playbook.steps.values where !kept.contains(step.id) && !run.status(of: step).isOver {
      give(.skipStep(step.id, reason: "In this story"))
    }
    tell("Every other step is skipped")
  }

  /// Drafts a step's messages; what stands before it is cleared first.
  @discardableResult
  mutating func draft(_ step: Step, at level: Level? = nil) -> [Message] {
    reach(step, at: level)
    guard give(.draft(step.id), telling: "'\(step.id)' is drafted", about: .step(step.id)) else { return [] }
    return run.messages(of: run.openRound(of: step.id))
  }

  /// Tells lines of a text as it would have gone out.
  mutating func quote(_ message: Message, where isTold: (Substring) -> Bool = { _ in true }) {
    let topic = Topic.step(message.at.step)
    let channel = run.organisation.channels[message.draft.channel]?.title ?? message.draft.channel.text
    let to = message.draft.audiences.map { run.organisation.title(of: $0) }.joined(separator: ", ")
    tell("\(channel), to \(to), at \(message.draft.level.rawValue):", about: topic)
    let lines = ([message.draft.subject].compactMap { $0 } + [message.draft.text])
      .flatMap { $0.split(whereSeparator: \.isNewline) }
    let told = lines.filter(isTold)
    for line in (told.isEmpty ? lines : told).prefix(3) { tell("| " + line, about: topic) }
  }
}
