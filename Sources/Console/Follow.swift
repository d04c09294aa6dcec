import Library
import OrderedCollections
import Reporting
public import Running
public import Time

/// A run as somebody sees it who writes nothing: where it stands, and every event as it comes.
public struct Follow: Sendable {
  /// Targets told of as near, and as missed: each is told once as either.
  private var near: Set<Target> = []
  private var missed: Set<Target> = []
  private let invocation: Invocation

  /// How many events stand on the first screen.
  private static let before = 10

  public init(invocation: Invocation = Invocation()) {
    self.invocation = invocation
  }

  /// Where the run stands, and what happened last.
  public mutating func begin(_ run: Run, _ events: [Event], at now: Instant) -> Screen {
    // What is late stands in the header, to be told of once more only where more comes to be.
    for target in run.openTargets() where target.instant < now { missed.insert(target) }
    var screen = header(run, at: now)
    for line in news(run, at: now) { screen.line(line, .stop) }
    screen.gap()
    let hidden = events.count - Self.before
    if hidden > 0 {
      screen.line(
        "\(hidden) events before these; `\(invocation.line("report \(run.id)"))` has them all.", .quiet)
    }
    screen.append(came(Array(events.suffix(Self.before)), run))
    screen.gap()
    screen.append(run.finished == nil ? following(run) : ended(run))
    return screen
  }

  /// The events that came, each in a line.
  public func came(_ events: [Event], _ run: Run) -> Screen {
    var screen = Screen()
    for event in events {
      let entered = run.clock(event.entered)
      let happened = run.clock(event.happened)
      let late = happened == entered ? "" : " (at \(happened))"
      screen.line("\(entered)  \(event.by): \(run.words(for: event.content))\(late)")
    }
    return screen
  }

  /// The header, and below it each target that has come near or passed; empty where none has.
  public mutating func notices(_ run: Run, at now: Instant) -> Screen {
    let lines = news(run, at: now)
    if lines.isEmpty { return Screen() }
    var screen = header(run, at: now)
    for line in lines { screen.line(line, .stop) }
    return screen
  }

  private mutating func news(_ run: Run, at now: Instant) -> [String] {
    run.openTargets().compactMap { target in
      let isNew =
        target.instant < now
        ? missed.insert(target).inserted
        : (target.instant - now).count <= 300 && near.insert(target).inserted
      return isNew ? Screens.notice(target, run, at: now) : nil
    }
  }

  /// That the run is over, and so is the following.
  public func ended(_ run: Run) -> Screen {
    var screen = Screen()
    screen.line("\(run.id) is finished. `\(invocation.line("report \(run.id)"))` shows the record.", .good)
    return screen
  }

  private func header(_ run: Run, at now: Instant) -> Screen {
    var screen = Screens.header(run, at: now)
    screen.line("Held by \(run.officer)", .quiet)
    for step in run.playbook.steps.values {
      switch run.status(of: step) {
      case .underWay: screen.line("Under way: \(step.title)", .strong)
      case .awaitingApproval, .notApplicable, .blocked, .ready, .done, .skipped: break
      }
    }
    return screen
  }

  private func following(_ run: Run) -> Screen {
    var screen = Screen()
    screen.line("Following \(run.id); nothing is written from here. Ctrl-C ends.", .quiet)
    return screen
  }
}
