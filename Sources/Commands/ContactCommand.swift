import ArgumentParser
import Library
import Running

/// `playbook contact`: who was rung, and what came of it.
struct ContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "Record an attempt to reach an approver.")

  @Argument(help: "The run, as POST-0007.") var name: String
  @Argument(help: "The messages that wait, as M4 M5.") var messages: [String]
  @Option(help: "Who was rung.") var to: String
  @Option(help: "In which role.") var role: String
  @Option(help: "no-answer, left-message, reached or unavailable.") var outcome: Contact.Outcome

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      let contact = Contact(person: to, role: Role.ID(role), outcome: outcome)
      return [.tryContact(messages.map { session.run.messageID($0) }, contact)]
    }
  }
}
