import ArgumentParser
import Library
import Running

/// `playbook contact`: who was rung, and what came of it.
struct ContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "Record an attempt to reach an approver.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .messages, completion: .messages) var messages: [String]
  @Option(help: .value("name", "Who was rung.")) var to: String
  @Option(help: .value("role", "In which role."), completion: .roles) var role: String
  @Option(help: .value("outcome", "What came of it.")) var outcome: Contact.Outcome

  @Option(help: .value("way", "How they were tried.")) var how: Contact.Way = .phone

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      let contact = Contact(person: to, role: Role.ID(role), outcome: outcome, way: how)
      return [.tryContact(messages.map { session.run.messageID($0) }, contact)]
    }
  }
}
