import ArgumentParser
import Record
import System

/// `playbook hold`: keep a run whatever its time.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Set a legal hold on a run, which nobody deletes then, or end it.")

  @Argument(help: .run, completion: .runs) var name: String
  @Option(help: .value("text", "Why: the inquiry, the claim, the request.")) var reason: String
  @Flag(help: "End the hold that stands.") var release = false
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let store = try Workspace.found(state).store
      let row = try store.run(name)
      let officer = try state.name()
      try requireWords(reason)
      if release, try store.hold(on: row.id) == nil { throw Failure(.usage, "\(row.id) is not on hold") }
      let hold = Hold(
        run: row.id, isHeld: !release, at: SystemClock.now(), officer: officer, reason: reason)
      try store.add(hold)
      if display.json { return Output.json(["run": row.id, "hold": release ? "ended" : "set"]) }
      if !display.quiet {
        Output.data(
          release
            ? "\(row.id) is not on hold any more"
            : "\(row.id) is on hold: nobody deletes it until the hold is ended")
      }
    }
  }
}

/// A reason that says something.
func requireWords(_ reason: String) throws {
  if reason.allSatisfy(\.isWhitespace) { throw Failure(.usage, "--reason has no words") }
}
