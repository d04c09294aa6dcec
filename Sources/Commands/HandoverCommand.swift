import ArgumentParser
import Library
import Running

/// `playbook handover`: the pen goes to somebody else.
struct HandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover", abstract: "Hand the run over to another officer.")

  @Argument(help: .run, completion: .runs) var name: String
  @Option(help: .value("name", "Who takes over.")) var to: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { _ in [.handOver(to: to)] }
  }
}
