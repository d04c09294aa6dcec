import ArgumentParser
import Library
import Messaging
import OrderedCollections
import Running
import System

/// `playbook edit`: new words from a file or from standard input.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Put other words into a message.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .message, completion: .messages) var message: String
  @Option(
    help: "The file of the new words; - for standard input. A first line 'Subject: words' sets the subject.",
    completion: .file())
  var file: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      let bytes = try Files.read(file == "-" ? "/dev/stdin" : file, most: 1 << 20)
      guard var text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(
          .badDocument,
          "\(file == "-" ? "standard input" : file) is not UTF-8; save it as UTF-8 and try again")
      }
      var subject = session.run.messages[session.run.messageID(message)]?.draft.subject
      if text.lowercased().hasPrefix("subject:"), let end = text.firstIndex(of: "\n") {
        subject = String(text[..<end].dropFirst("subject:".count))
        text = String(text[end...])
      }
      return [.edit(session.run.messageID(message), subject: subject, text: text)]
    }
  }
}
