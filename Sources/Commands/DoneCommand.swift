import ArgumentParser
import Library
import Running

/// `playbook done`: a step is over.
struct DoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "done", abstract: "Complete a step.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .step, completion: .steps) var step: String
  @Option(help: .value("text", "What the step asks for: what was done, or to whom it was handed.")) var value:
    String?

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { _ in [.completeStep(Step.ID(step), detail: value)] }
  }
}
