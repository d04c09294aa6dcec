import ArgumentParser
import Library
import Running

/// `playbook withdraw`: approvals no longer stand.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take approvals back before the words go out.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .messages, completion: .messages) var messages: [String]
  @Option(help: .value("text", "Why.")) var reason: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      [.withdrawApproval(messages.map { session.run.messageID($0) }, reason: reason)]
    }
  }
}
