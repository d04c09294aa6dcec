import ArgumentParser
import Library
import Running

/// `playbook sent`: a message is out, with every approval that it needs.
struct SentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sent", abstract: "Record that a message went out.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .message, completion: .messages) var message: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in [.markSent(session.run.messageID(message))] }
  }
}
