import ArgumentParser
import Library
import Running

/// `playbook finish`: nothing can be sent from it afterwards.
struct FinishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "finish", abstract: "End a run.")

  @Argument(help: .run, completion: .runs) var name: String
  @Option(help: .value("text", "Why it ends with steps open.")) var reason: String?

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { _ in [.finish(reason: reason)] }
  }
}
