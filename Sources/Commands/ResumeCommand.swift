import ArgumentParser
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
      let ledger = try workspace.open(name)
      let asking = Asking(display)
      let session = Session(
        ledger: ledger, roster: workspace.roster, officer: try asking?.officer(state) ?? state.name())
      if takeOver {
        guard let reason else { throw Failure(.inputNeeded, "--take-over needs --reason TEXT") }
        try session.takePen(takingOver: true)
        try session.carryOut(.takeOver(reason: reason))
      } else {
        try session.goOn()
      }
      try walk(session, display, state, asking)
    }
  }
}
