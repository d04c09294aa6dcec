import ArgumentParser
import Library
import Running

/// `playbook skip`: a step is passed over.
struct SkipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "skip", abstract: "Skip a step, with the reason.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .step, completion: .steps) var step: String
  @Option(help: .value("text", "Why.")) var reason: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { _ in [.skipStep(Step.ID(step), reason: reason)] }
  }
}
