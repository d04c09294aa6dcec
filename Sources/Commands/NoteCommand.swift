import ArgumentParser
import Library
import Running

/// `playbook note`: words beside the steps.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Add a note, a rumour or feedback.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: "The words.") var text: String
  @Option(help: "What the words are.") var kind: NoteKind = .note

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { _ in [.note(text, kind)] }
  }
}
