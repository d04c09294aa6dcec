import ArgumentParser
import Library
import Running

/// `playbook return`: an approver's no, and what should change.
struct ReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Record that an approver sent messages back.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .messages, completion: .messages) var messages: [String]
  @Option(help: .value("name", "Who sent them back.")) var by: String
  @Option(help: .value("role", "In which role; the roster's where it is left out."), completion: .roles)
  var role: String?
  @Option(help: .value("text", "What should change.")) var reason: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      let ids = messages.map { session.run.messageID($0) }
      return [.returnMessages(ids, person: by, role: role.map { Role.ID($0) }, reason: reason)]
    }
  }
}
