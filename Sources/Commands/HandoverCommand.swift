import ArgumentParser
import Library
import Running

/// `playbook handover`: the pen goes to somebody else.
struct HandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover", abstract: "Hand the run over to another officer.")

  @Argument(help: "The run, as POST-0007.") var name: String
  @Option(help: "Who takes over.") var to: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { _ in [.handOver(to: to)] }
  }
}
