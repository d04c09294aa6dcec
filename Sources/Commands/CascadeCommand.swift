import ArgumentParser
import Library
import Running

/// `playbook cascade`: received, relevant, recirculated, per partner.
struct CascadeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cascade", abstract: "Record how far a partner got with a message.")

  @Argument(help: "The run, as POST-0007.") var name: String
  @Argument(help: "The message, as M4.") var message: String
  @Argument(help: "The partner's name.") var partner: String
  @Argument(help: "received, relevant, recirculated or not-relevant.") var state: CascadeState

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      [.answerForPartner(session.run.messageID(message), partner: partner, state)]
    }
  }
}
