import ArgumentParser
import Library
import Running

/// `playbook return`: an approver's no, and what should change.
struct ReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Record that an approver sent messages back.")

  @Argument(help: "The run, as POST-0007.") var name: String
  @Argument(help: "The messages, as M4 M5.") var messages: [String]
  @Option(help: "Who sent them back.") var by: String
  @Option(help: "In which role; the roster's where it is left out.") var role: String?
  @Option(help: "What should change.") var reason: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      let ids = messages.map { session.run.messageID($0) }
      return [.returnMessages(ids, person: by, role: role.map { Role.ID($0) }, reason: reason)]
    }
  }
}
