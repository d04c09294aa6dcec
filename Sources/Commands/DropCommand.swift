import ArgumentParser
import Library
import Running

/// `playbook drop`: a message will not be sent.
struct DropCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Drop a message, with the reason.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .message, completion: .messages) var message: String
  @Option(help: .value("text", "Why.")) var reason: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in [.dropMessage(session.run.messageID(message), reason: reason)] }
  }
}
