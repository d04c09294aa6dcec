import ArgumentParser
import Library
import Running

/// `playbook draft`: a send's messages, filled from what is known.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Fill the messages of a step.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .step, completion: .steps) var step: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { _ in [.draft(Step.ID(step))] }
  }
}
