import ArgumentParser
import Library
import Running

/// `playbook done`: a step is over.
struct DoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "done", abstract: "Complete a step.")

  @Argument(help: "The run, as POST-0007.") var name: String
  @Argument(help: "The step.") var step: String
  @Option(help: "The value that the step asks for: what was done, to whom.") var value: String?

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { _ in [.completeStep(Step.ID(step), detail: value)] }
  }
}
