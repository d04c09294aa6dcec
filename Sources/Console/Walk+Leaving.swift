import Library
import OrderedCollections
import Reporting
public import Running
public import Time

/// What is shown where a walk begins again and where it ends.
extension Walk {
  /// What others did since this officer last wrote, the last twenty things of it; and from whom the run was taken.
  public static func meanwhile(_ events: [Event], for officer: String, _ run: Run) -> Screen {
    var screen = Screen()
    var events = events[...]
    // Going on with somebody else's run is written before anything is shown.
    if let last = events.last, folded(last.by) == folded(officer), case .takenOver(let from, _) = last.content
    {
      events.removeLast()
      screen.gap()
      screen.line("\(run.id) was \(from)'s until now. You hold it, and the record says so.", .warn)
    }
    guard let mine = events.last(where: { folded($0.by) == folded(officer) }) else { return screen }
    let since = events.filter { $0.sequence > mine.sequence }
    if since.isEmpty { return screen }
    screen.gap()
    screen.line("Since you wrote last, at \(run.clock(mine.entered)):", .strong)
    for event in since.suffix(20) {
      screen.line("  \(run.clock(event.happened))  \(event.by): \(run.words(for: event.content))")
    }
    return screen
  }

  /// What was half-typed when the walk ended; `line` stands behind the question again where keys come one by one.
  public func offered(_ line: String, isOnLine: Bool) -> Screen {
    var screen = Screen()
    for line in written.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      screen.quote(String(line))
    }
    if isOnLine {
      screen.line(
        "You were typing this when the walk ended. Go on with it, or Ctrl-U clears the line.", .warn)
    } else if !line.isEmpty {
      screen.quote(line)
      screen.line("You were typing this line when the walk ended; type it again to keep it.", .warn)
    }
    return screen
  }

  /// What another officer had not finished when their walk ended, where it is still asked; it is only shown, for
  /// nobody should be a key away from recording somebody else's words.
  public func halfTyped(by officer: String, _ prompt: String, _ text: String, _ run: Run) -> Screen {
    var there = self
    if text.isEmpty || there.restore(prompt, text, run) == nil { return Screen() }
    var screen = there.asked(run)
    screen.line("\(officer) was typing this when their walk ended; nothing of it is recorded:", .warn)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { screen.quote(String(line)) }
    return screen
  }

  public static func saved(_ run: Run) -> Screen {
    var screen = Screen()
    screen.line("Saved \(run.plan.calendar.zone.local(run.lastEntered).time).", .good)
    return screen
  }

  /// Why the walk ends, that nothing is lost, and what is due next; a run that was handed over is another's to resume.
  public func leaving(
    _ run: Run, _ why: String?, isHandedOver: Bool = false, at now: Instant
  ) -> Screen {
    var screen = Screen()
    screen.gap()
    screen.line((why.map { $0 + ". " } ?? "") + "Everything is saved.", .good)
    let glance = run.glance(at: now)
    if let next = glance.late.first ?? glance.next {
      let title = run.playbook.steps[next.at.step]?.title ?? next.at.step.text
      screen.line(
        "\(next.instant < now ? "Late: \(title), due" : "Next due: \(title)") at \(run.clock(next.instant))")
    }
    screen.line(
      isHandedOver
        ? "`\(invocation.line("follow \(run.id)"))` shows how it goes on."
        : "`\(invocation.line("resume \(run.id)"))` goes on.")
    return screen
  }
}
