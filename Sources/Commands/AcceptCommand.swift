import ArgumentParser
import Library
import Running

/// `playbook accept`: warnings on messages stand, for a reason.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Let the warnings on messages stand, for a reason.",
    discussion: """
      A message with a warning goes out only with a reason on the record. It holds for these words and these warnings: \
      an edit, or a new warning, needs another. What stops a message cannot be let stand.
      """)

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .messages, completion: .messages) var messages: [String]
  @Option(help: .value("text", "Why they may stand.")) var reason: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      [.acceptWarnings(messages.map { session.run.messageID($0) }, reason: reason)]
    }
  }
}
