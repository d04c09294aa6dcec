import ArgumentParser
import Library
import Record
import Running
import System

/// `playbook request`: approvers are to be rung, or to sign on a machine of their own.
struct RequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Ask for the approval of messages.",
    discussion: """
      With -o it also writes a request file: the whole words, where they go and what was found on them. An approver \
      who has a key signs it on a machine of their own with `playbook sign FILE`, and `playbook approve RUN --reply \
      FILE` takes their answer.
      """)

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .messages, completion: .messages) var messages: [String]
  @Option(
    name: .shortAndLong, help: .value("file", "The request file to write, for an approver with a key."),
    completion: .file())
  var output: String?
  @Option(name: .customLong("for"), help: .value("name", "Whom the request file is for.")) var person: String?

  @OptionGroup var writing: Writing

  func validate() throws {
    if person != nil, output == nil {
      throw ValidationError("--for names whom a request file is for; name the file with -o FILE.")
    }
  }

  func run() throws {
    try writing.carryOut(name) { session in
      [.requestApproval(messages.map { session.run.messageID($0) })]
    } then: { session in
      guard let output else { return }
      let ids = messages.map { session.run.messageID($0) }
      let request = ApprovalRequest(
        ids, of: session.run, by: session.officer, for: person, now: SystemClock.now(),
        roster: session.roster)
      guard let request else { return }
      if request.roles.isEmpty {
        throw Failure(
          .usage,
          person.map { "no role that the roster gives \($0) approves all of these messages" }
            ?? "no role approves all of these messages; write one request file for each of them")
      }
      try Files.write(request.file(), to: output, mode: 0o600)
      Output.error("\(output) written: send it to the approver, who signs it with `playbook sign`")
    }
  }
}
