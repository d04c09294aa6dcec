import ArgumentParser
import Library
import Running

/// `playbook sent`: a message is out, with every approval that it needs.
struct SentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sent", abstract: "Record that a message went out.")

  @Argument(help: "The run, as POST-0007.") var name: String
  @Argument(help: "The message, as M4.") var message: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in [.markSent(session.run.messageID(message))] }
  }
}
