import Library
import Messaging
import OrderedCollections
import Reporting
import Running
import Time

extension Screens {
  static func idle(_ run: Run, at now: Instant) -> Screen {
    var screen = Screen()
    screen.gap()
    let glance = run.glance(at: now)
    if glance.left == 0 {
      screen.line("Every step is over. Type finish to end the run.", .good)
    } else {
      screen.line("Nothing for you to do this minute.", .strong)
      for (index, step) in run.playbook.steps.values.enumerated() {
        if case .blocked(let blockers) = run.status(of: step) {
          screen.line("\(number(index))  \(step.title) waits for \(titles(of: blockers, run))", .quiet)
        }
      }
      for id in glance.awaiting {
        if let message = run.messages[id] {
          screen.line(
            "  \(title(message, run)): \(state(message, run.verdict(on: message, at: now), run, at: now))",
            .warn)
        }
      }
    }
    screen.line(
      "l list   g NUMBER go to a step   f facts   a FACT answer anew   t times   n note   h hand over   q leave   ? help",
      .key)
    return screen
  }

  /// A step's number as `g` takes it, in a column of two.
  private static func number(_ index: Int) -> String { (index < 9 ? " " : "") + String(index + 1) }

  static func list(_ run: Run, at now: Instant) -> Screen {
    var screen = Screen()
    screen.gap()
    for (index, step) in run.playbook.steps.values.enumerated() {
      let due = run.target(.due, of: run.openRound(of: step.id)).map { "   due \(run.clock($0))" } ?? ""
      let (words, style) = words(run.status(of: step), run)
      screen.line("\(number(index))  \(step.title): \(words)\(run.status(of: step).isOver ? "" : due)", style)
    }
    screen.line("g and a number goes to a step", .key)
    return screen
  }

  private static func words(_ status: StepStatus, _ run: Run) -> (String, Screen.Style) {
    switch status {
    case .notApplicable: ("not applicable", .quiet)
    case .blocked(let blockers): ("waits for " + titles(of: blockers, run), .quiet)
    case .ready: ("open", .normal)
    case .underWay: ("under way", .strong)
    case .awaitingApproval: ("waiting for approval", .warn)
    case .done: ("done", .good)
    case .skipped: ("skipped", .quiet)
    }
  }

  /// The steps that stand before another, each once.
  private static func titles(of blockers: [Blocker], _ run: Run) -> String {
    var found: [String] = []
    for blocker in blockers {
      let title = blocker.step.map { run.playbook.steps[$0]?.title ?? $0.text } ?? "the level"
      if !found.contains(title) { found.append(title) }
    }
    return found.joined(separator: ", ")
  }

  static func facts(_ run: Run) -> Screen {
    var screen = Screen()
    screen.gap()
    for fact in run.playbook.facts.values {
      guard let latest = run.latest(fact.id) else {
        screen.line("\(fact.id): not asked yet", .quiet)
        continue
      }
      let value = latest.record.value.map { run.words(for: $0, of: fact) } ?? "not known"
      let source = latest.record.source.isEmpty ? "" : ", \(latest.record.source)"
      let earlier = (run.facts[fact.id]?.count ?? 1) - 1
      let sure = latest.record.value == nil ? "asked" : latest.record.confidence.rawValue
      screen.line(
        "\(fact.id): \(value)   (\(sure)\(source), \(run.clock(latest.happened)))\(earlier > 0 ? ", \(earlier) earlier" : "")"
      )
    }
    screen.line("a and a fact's name answers it anew", .key)
    return screen
  }

  static func times(_ run: Run, at now: Instant) -> Screen {
    var screen = Screen()
    screen.gap()
    screen.line("T is \(run.clock(run.zero)): \(run.playbook.zero)")
    for target in run.openTargets() {
      let left = target.instant - now
      let title = run.playbook.steps[target.at.step]?.title ?? target.at.step.text
      screen.line(
        "\(run.clock(target.instant))  \(title), \(word(target.kind))   \(left.count < 0 ? spoken(left) + " late" : "in " + spoken(left))",
        left.count < 0 ? .stop : .normal)
    }
    return screen
  }

  /// What a step would send, on the facts as they are; nothing is drafted by looking.
  static func preview(_ id: Step.ID?, _ run: Run, at now: Instant) -> Screen {
    var screen = Screen()
    let sends = run.playbook.steps.values.filter { if case .send = $0.action { true } else { false } }
    let step = sends.first { $0.id == id } ?? sends.first { !run.status(of: $0).isOver }
    guard let step, case .send(let sending) = step.action else {
      screen.line("No message is left to preview.")
      return screen
    }
    var knowing = run.knowledge(at: now)
    knowing.nextUpdate = run.promise(of: run.openRound(of: step.id), now: now)
    if knowing.level == nil {
      knowing.level = run.supported?.choice.level
      knowing.nextUpdate = knowing.nextUpdate ?? now + .hours(1)
    }
    screen.gap()
    screen.line("Preview of '\(step.title)': nothing is drafted yet", .strong)
    for judged in drafts(for: sending, of: run.playbook, in: run.plan.library, knowing: knowing) {
      let channel = run.organisation.channels[judged.draft.channel]?.title ?? judged.draft.channel.text
      screen.line("\(channel), \(judged.draft.level.rawValue)", .heading)
      if let subject = judged.draft.subject { screen.quote("Subject: \(subject)") }
      screen.quote(judged.draft.text)
      for finding in judged.verdict.findings where finding.severity >= .warn {
        screen.line("\(finding.severity.mark)  \(finding.message)", .stop)
      }
    }
    return screen
  }

  static func help(_ run: Run, _ invocation: Invocation) -> Screen {
    var screen = Screen()
    screen.gap()
    for (key, words) in [
      ("l", "list of steps"), ("g NUMBER", "go to a step"), ("f", "facts"), ("a FACT", "answer a fact anew"),
      ("p", "preview the next message"), ("t", "times"), ("n", "note, rumour or feedback"),
      ("s", "skip with a reason"),
      ("b", "back"), ("h", "hand over"), ("finish", "end the run"), ("q", "leave; everything is saved"),
      ("?", "this help"),
    ] { screen.row(key, words, .key) }
    screen.line("In a text answer, put a colon before: :l, :p, :q.")
    screen.line("Every line ends with Enter. Enter alone never approves, sends, skips or finishes.")
    screen.line("`\(invocation.line("resume \(run.id)"))` comes back here, on any terminal.")
    return screen
  }
}
