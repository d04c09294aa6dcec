import ArgumentParser
import Library
import Running

/// `playbook approve`: an approval, against the code that was read back.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Record that somebody approved these exact words.")

  @Argument(help: "The run, as POST-0007.") var name: String
  @Argument(help: "The messages, as M4 M5; one code stands for the set.") var messages: [String]
  @Option(help: "Who approved, by name.") var by: String
  @Option(help: "In which role; the roster's where it is left out.") var role: String?
  @Option(help: "present or phone.") var how: Presence
  @Option(help: "The code that they read back, as `playbook show RUN MESSAGE` prints it.") var code: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      let ids = messages.map { session.run.messageID($0) }
      return [.approve(ids, person: by, role: role.map { Role.ID($0) }, how: how.how, code: code)]
    }
  }
}
