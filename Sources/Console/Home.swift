public import Library
import Messaging
import OrderedCollections
import Reporting
public import Running
public import Time

/// The start screen: what is open, and what can be begun.
public struct Home: Sendable {
  private let open: [Run]
  private let now: Instant
  public var playbooks: [Playbook] = []
  /// Whether what cannot wait stands last, next to the question, as on a terminal that cannot show it all.
  public var isUrgentLast = false
  /// What is wrong with the library, where something is.
  public var problem: String?

  public init(open: [Run], now: Instant) {
    self.open = Self.sorted(open)
    self.now = now
  }

  /// Runs by what is due next.
  public static func sorted(_ runs: [Run]) -> [Run] {
    runs.map { ($0, $0.dueFirst?.instant ?? Instant(seconds: .max)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  public enum Choice: Sendable {
    case resume(String)
    case start(Playbook)
    case leave
    case unclear(String)
  }

  public var screen: Screen {
    var screen = Screen()
    screen.line("playbook", .strong)
    if let problem { screen.line(problem, .warn) }
    let parts = [openRuns] + Self.order.map(group)
    for part in isUrgentLast ? parts.reversed() : parts { screen.append(part) }
    screen.gap()
    return screen
  }

  /// The open runs, what is due next first.
  private var openRuns: Screen {
    var screen = Screen()
    if open.isEmpty { return screen }
    screen.gap()
    screen.line("Open runs", .heading)
    for (index, run) in open.enumerated() {
      let offered = run.offer.map { ", offered to \($0.to)" } ?? ""
      screen.line(
        "  \(index + 1)  \(run.mode.word)  \(run.id)  \(run.playbook.title), held by \(run.officer)\(offered)",
        run.mode == .live ? .live : .exercise)
      if let next = run.dueFirst {
        let title = run.playbook.steps[next.at.step]?.title ?? ""
        screen.line("     \(next.instant < now ? "late" : "next"): \(title) \(run.clock(next.instant))")
      }
    }
    return screen
  }

  /// The playbooks of one kind, each with when to use it.
  private func group(_ scenario: Playbook.Scenario) -> Screen {
    var screen = Screen()
    let found = listed.enumerated().filter { $0.element.scenario == scenario }
    if found.isEmpty { return screen }
    screen.gap()
    screen.line(Self.title(scenario), .heading)
    for (index, playbook) in found {
      screen.line("  \(open.count + index + 1)  \(playbook.title)", .strong)
      screen.line("     Use when: \(playbook.useWhen)", .quiet)
    }
    return screen
  }

  /// What cannot wait comes first.
  private static let order: [Playbook.Scenario] = [.postIncident, .prePlanned, .businessAsUsual]

  /// The playbooks in the order in which they are shown and numbered.
  private var listed: [Playbook] {
    Self.order.flatMap { scenario in playbooks.filter { $0.scenario == scenario } }
  }

  private static func title(_ scenario: Playbook.Scenario) -> String {
    switch scenario {
    case .businessAsUsual: "Business as usual"
    case .prePlanned: "Pre-planned"
    case .postIncident: "Post-incident"
    }
  }

  public func choice(_ line: String) -> Choice {
    if line.lowercased() == "q" { return .leave }
    guard let number = Int(line), number >= 1, number <= open.count + playbooks.count else {
      return .unclear("Type a number from 1 to \(open.count + playbooks.count), or q to leave.")
    }
    return number <= open.count ? .resume(open[number - 1].id) : .start(listed[number - open.count - 1])
  }

  /// What a live run is, before it begins.
  public static func confirmation(_ playbook: Playbook) -> Screen {
    var screen = Screen()
    screen.gap()
    screen.line(playbook.title, .heading)
    screen.line(playbook.purpose)
    screen.line("T is \(playbook.zero): now. A live run stays on the record for good.", .warn)
    return screen
  }

  public static func trimmed(_ text: String) -> String { Console.trimmed(text) }
}
