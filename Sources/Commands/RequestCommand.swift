import ArgumentParser
import Library
import Running

/// `playbook request`: approvers are to be rung.
struct RequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Ask for the approval of messages.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .messages, completion: .messages) var messages: [String]

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in [.requestApproval(messages.map { session.run.messageID($0) })] }
  }
}
