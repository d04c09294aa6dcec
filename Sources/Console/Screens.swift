import Library
import Messaging
import OrderedCollections
import Reporting
import Running
import Time

/// What is shown at each place of a walk.
enum Screens {
  /// `others` are the other runs that are open, of which what cannot wait is told.
  static func header(
    _ run: Run, at now: Instant, on step: Step? = nil, others: [Run] = [],
    roster: Roster = Roster(people: [])
  ) -> Screen {
    let glance = run.glance(at: now)
    let zone = run.plan.calendar.zone
    let isLive = run.mode == .live
    var screen = Screen()
    screen.gap()
    let clock = "\(zone.local(now).time.shortDescription) \(zone.period(at: now).abbreviation)"
    screen.line(
      "\(run.mode.word)  \(run.id)  \(run.playbook.title)   \(clock)  \(elapsed(run, now))",
      isLive ? .live : .exercise)
    for other in Home.sorted(others) {
      if let line = alsoOpen(other, at: now) { screen.line(line, other.mode == .live ? .live : .exercise) }
    }
    let number = step.flatMap { run.playbook.steps.index(forKey: $0.id) }.map { $0 + 1 }
    let here = number.map { "Done \(glance.done)   Now \($0) of \(glance.total)" }
    let notApplicable = glance.notApplicable > 0 ? "   Not applicable \(glance.notApplicable)" : ""
    screen.line(
      (here ?? "Done \(glance.done) of \(glance.total)")
        + "   Left \(glance.left)   Skipped \(glance.skipped)\(notApplicable)", .quiet)
    if let late = glance.late.first {
      let more = glance.late.count > 1 ? ", and \(glance.late.count - 1) more" : ""
      screen.line(
        "Late: \(title(late, run)) was due \(run.clock(late.instant)), \(spoken(now - late.instant)) ago\(more)",
        .stop)
    }
    if let next = glance.next {
      let relative = next.relative.map { " (\($0))" } ?? ""
      screen.line(
        "Next target: \(title(next, run)) \(run.clock(next.instant))\(relative), in \(spoken(next.instant - now))",
        .key)
    }
    if !glance.awaiting.isEmpty {
      screen.line("Waiting for approval: \(awaited(glance.awaiting, run))", .warn)
    }
    for escalation in run.escalations(at: now, roster: roster) {
      screen.line(run.words(for: escalation, at: now), .stop)
    }
    screen.append(levelInQuestion(run))
    screen.append(offer(run))
    return screen
  }

  /// That the facts support another level by now than they did when it was decided.
  static func levelInQuestion(_ run: Run) -> Screen {
    var screen = Screen()
    if let supported = run.levelInQuestion, let level = run.choice?.level {
      screen.line(
        "The facts now support \(supported.level.rawValue); decided was \(level.rawValue)."
          + (decidingStep(run).map { " g \($0) decides again; or go on as it is." } ?? ""), .warn)
    }
    return screen
  }

  /// Messages, each set with the number of its step.
  private static func awaited(_ ids: [Message.ID], _ run: Run) -> String {
    var steps: OrderedDictionary<Step.ID, [String]> = [:]
    for id in ids { steps[run.messages[id]?.at.step ?? Step.ID(""), default: []].append(id.text) }
    return steps.map { step, ids in
      let number = run.playbook.steps.index(forKey: step).map { " (step \($0 + 1))" } ?? ""
      return ids.joined(separator: ", ") + number
    }.joined(separator: ", ")
  }

  /// The number of the step that decides the level.
  private static func decidingStep(_ run: Run) -> Int? {
    run.playbook.steps.values.firstIndex { step in
      if case .decide(let decision) = step.action, case .proportion = decision.question {
        true
      } else {
        false
      }
    }.map { $0 + 1 }
  }

  /// `T+09` in minutes, `T+2h05`, `T-3d`.
  static func elapsed(_ run: Run, _ now: Instant) -> String {
    let seconds = (now - run.zero).count
    let (sign, minutes) = (seconds < 0 ? "-" : "+", abs(seconds) / 60)
    if minutes < 60 { return "T\(sign)\(minutes < 10 ? "0" : "")\(minutes)" }
    if minutes < 2880 { return "T\(sign)\(minutes / 60)h\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)" }
    return "T\(sign)\(minutes / 1440)d"
  }

  static func word(_ kind: TargetKind) -> String {
    switch kind {
    case .draft: "draft"
    case .approve: "approval"
    case .due: "completion"
    case .acknowledge: "answers"
    }
  }

  /// That a target is near, or was missed, in a line.
  static func notice(_ target: Target, _ run: Run, at now: Instant) -> String {
    let title = run.playbook.steps[target.at.step]?.title ?? target.at.step.text
    if target.instant < now {
      return "LATE  \(title): \(word(target.kind)) was due at \(run.clock(target.instant))"
    }
    let minutes = max(1, ((target.instant - now).count + 59) / 60)
    return "DUE   \(title): \(word(target.kind)) at \(run.clock(target.instant)), in \(minutes) min"
  }

  private static func title(_ target: Target, _ run: Run) -> String {
    let title = run.playbook.steps[target.at.step]?.title ?? target.at.step.text
    return target.kind == .due ? title : "\(title), \(word(target.kind))"
  }

  static func step(_ step: Step, _ run: Run, at now: Instant) -> Screen {
    var screen = Screen()
    screen.gap()
    let number = (run.playbook.steps.index(forKey: step.id) ?? 0) + 1
    let round = run.openRound(of: step.id).round
    screen.line("Step \(number)  \(step.title)" + (round > 1 ? "  (round \(round))" : ""), .heading)
    switch step.action {
    case .act(let text, _), .wait(let text), .review(let text), .standDown(let text):
      if text != step.title { screen.line(text) }
    case .send(let sending): screen.line(run.plan.library.words(for: sending))
    case .handOver(let role): screen.line("To the \(run.title(of: role))")
    case .ask: screen.line("'not known' is an answer too.", .quiet)
    case .decide, .permit: break
    }
    if let help = step.help { screen.line(help, .quiet) }
    if let who = step.who { screen.row("Who", run.title(of: who), .quiet) }
    if let due = run.target(.due, of: run.openRound(of: step.id)) {
      let left = due - now
      screen.row(
        "Due", run.clock(due) + (left.count < 0 ? ", \(spoken(left)) ago" : ", in \(spoken(left))"),
        left.count < 0 ? .stop : .quiet)
    }
    return screen
  }

  static func fact(_ fact: Fact, _ run: Run) -> Screen {
    var screen = Screen()
    screen.gap()
    let example = fact.example.map { "  Example: \($0)" } ?? ""
    let isYesNo = if case .yesNo = fact.kind { true } else { false }
    screen.line(fact.ask + (isYesNo ? "  yes or no (1 or 2)" : example), .strong)
    if let help = fact.help { screen.line(help, .quiet) }
    if fact.marking > .official || !fact.handling.isEmpty {
      let handlings = fact.handling.map { run.organisation.handlings[$0]?.title ?? $0.text }
      screen.row("Marking", ([fact.marking.rawValue] + handlings).joined(separator: ", "), .warn)
    }
    if let options = fact.options {
      for (number, words) in options.values.enumerated() { screen.line("  \(number + 1)  \(words)") }
      if case .choices = fact.kind { screen.line("Several numbers with commas between them", .quiet) }
    }
    if let latest = run.latest(fact.id) {
      let value = latest.record.value.map { run.words(for: $0, of: fact) } ?? "not known"
      let sure = latest.record.value == nil ? "" : "\(latest.record.confidence.rawValue), "
      screen.row("Until now", "\(value) (\(sure)\(run.clock(latest.happened)))", .quiet)
    }
    return screen
  }

  /// A value as it was taken, and once a run how its source is given.
  static func taken(_ words: String?, _ run: Run) -> Screen {
    var screen = Screen()
    if let words { screen.line(words, .strong) }
    if !run.facts.values.joined().contains(where: { !$0.record.source.isEmpty }) {
      screen.line("Who says so may stand behind the number: 1 Duty inspector", .quiet)
    }
    return screen
  }

  static func permission(_ fact: Fact, _ run: Run) -> Screen {
    var screen = Screen()
    screen.line(fact.ask, .strong)
    if let value = run.latest(fact.id)?.record.value {
      screen.quote(run.words(for: value, of: fact))
    }
    screen.line("Ask its originator, and tell the Chair through the administrator, before it is shared.")
    return screen
  }

  /// The options of a decision: id and words.
  static func options(of decision: Step.Decision) -> [(id: String, words: String)] {
    switch decision.question {
    case .proportion: Level.allCases.map { ($0.rawValue, $0.rawValue) }
    case .options(_, let options): options.map { ($0.key, $0.value) }
    }
  }

  static func choices(of id: Step.ID, _ run: Run) -> Screen {
    var screen = Screen()
    guard case .decide(let decision) = run.playbook.steps[id]?.action else { return screen }
    if let earlier = run.decisions.last(where: { $0.record.at.step == id }) {
      screen.row(
        "Until now",
        "\(earlier.record.option), decided by \(earlier.record.decider) \(run.clock(earlier.happened))",
        .quiet)
    }
    switch decision.question {
    case .proportion:
      for (number, level) in Level.allCases.enumerated() {
        let rules = run.organisation.levels[level]
        screen.line("  \(number + 1)  \(rules?.title ?? level.rawValue): \(rules?.means ?? "")")
      }
      if let supported = run.supported {
        screen.line(
          "The facts support \(supported.choice.level.rawValue)" + because(supported.row, run), .good)
        for (audience, level) in supported.choice.audiences.sorted(by: { $0.key < $1.key }) {
          screen.line(
            "and \(level.rawValue) for \(run.organisation.audiences[audience]?.title ?? audience.text)", .good
          )
        }
        for point in run.turningPoints { screen.line(turn(point, run), .quiet) }
      }
    case .options(let question, let options):
      screen.line(question, .strong)
      for (number, words) in options.values.enumerated() { screen.line("  \(number + 1)  \(words)") }
    }
    return screen
  }

  /// `It would be advise: Is there a continuing danger to the public? no`
  private static func turn(_ point: TurningPoint, _ run: Run) -> String {
    guard let fact = run.playbook.facts[point.fact] else { return "" }
    let values = point.values.map { $0.map { run.words(for: $0, of: fact) } ?? "not known" }
    return "It would be \(point.level.rawValue): \(fact.ask) \(values.joined(separator: ", or "))"
  }

  /// The facts that decided a row of the proportion table.
  private static func because(_ row: Int, _ run: Run) -> String {
    guard let condition = run.playbook.proportion[row].when else { return ": no row above the last holds" }
    let facts = condition.facts.compactMap { id -> String? in
      guard let fact = run.playbook.facts[id] else { return nil }
      let value = run.latest(id)?.record.value.map { run.words(for: $0, of: fact) }
      return "\(fact.ask) \(value ?? "not known")"
    }
    return ": " + facts.joined(separator: "; ")
  }
}
