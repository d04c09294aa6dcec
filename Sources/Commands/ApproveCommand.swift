import ArgumentParser
import Library
import Running

/// `playbook approve`: an approval, against the code that was read back.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Record that somebody approved these exact words.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(
    help: .value("message", "The messages, as M4 M5; one code stands for the set."), completion: .messages)
  var messages: [String]
  @Option(help: .value("name", "Who approved.")) var by: String
  @Option(help: .value("role", "In which role; the roster's where it is left out."), completion: .roles)
  var role: String?
  @Option(help: .value("way", "How it was given: to your face or by phone.")) var how: Presence
  @Option(help: "The code that they read back, as `playbook show RUN MESSAGE` prints it.") var code: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      let ids = messages.map { session.run.messageID($0) }
      return [.approve(ids, person: by, role: role.map { Role.ID($0) }, how: how.how, code: code)]
    }
  }
}
