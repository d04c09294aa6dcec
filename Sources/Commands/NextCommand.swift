import ArgumentParser
import Console
import Record
import Running

/// `playbook next`: what a run asks for now.
struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Print what a run asks for now, each with the command that answers it.")

  @Argument(help: .openRun, completion: .runs) var name: String?
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      try OpenQuestions(try Workspace.found(state).open(name).run, state.invocation).write(display)
    }
  }
}
