import ArgumentParser
import Console
import Record
import Running
import System

/// `playbook resume`: go on with a run.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with a run.",
    discussion: "The run stays on the library that it began with, whatever has been edited since.")

  @Argument(help: .openRun, completion: .runs) var name: String?
  @Flag(help: "Take the pen from an officer who holds it.") var takeOver = false
  @Option(help: .value("text", "Why the pen is taken.")) var reason: String?
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let workspace = try Workspace.found(state)
      let asking = Asking(display)
      let ledger = try workspace.open(try name ?? asking.flatMap { try chosen(in: workspace, $0) })
      let session = Session(
        ledger: ledger, roster: workspace.roster, officer: try asking?.officer(state) ?? state.name())
      if takeOver {
        guard let reason else { throw Failure(.inputNeeded, "--take-over needs --reason TEXT") }
        try session.takePen(takingOver: true)
        try session.carryOut(.takeOver(reason: reason))
      } else {
        try session.begin(asking, state.invocation)
      }
      try walk(session, display, state, asking)
    }
  }

  /// Of several open runs, the one that is chosen from a list, what is due next first; nil where there is no choice.
  private func chosen(in workspace: Workspace, _ asking: Asking) throws -> String? {
    let open = try workspace.openRuns().map(\.1.run)
    if open.count < 2 { return nil }
    let home = Home(open: open, now: SystemClock.now())
    let form: Renderer.Form = display.isPlain ? .plain : .rich(colour: display.hasColour)
    Output.data(Renderer(form: form, width: min(asking.terminal.columns, 100)).text(of: home.screen))
    while true {
      guard let line = try asking.line("Which run? A number, or q > ") else { throw ExitCode(10) }
      switch home.choice(line) {
      case .resume(let id): return id
      case .leave: throw ExitCode(10)
      case .unclear(let message): Output.data(message)
      case .start: break
      }
    }
  }
}
