import ArgumentParser
import Library
import Running

/// `playbook cascade`: received, relevant, recirculated, per partner.
struct CascadeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cascade", abstract: "Record how far a partner got with a message.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .message, completion: .messages) var message: String
  @Argument(help: "The partner's name.") var partner: String
  @Argument(help: "How far the partner got.") var state: CascadeState

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      [.answerForPartner(session.run.messageID(message), partner: partner, state)]
    }
  }
}
