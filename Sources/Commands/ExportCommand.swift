import ArgumentParser
import Digest
import Record
import System

/// `playbook export`: a run's whole record in one file.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a run's whole record into one file that stands up without this program.",
    discussion: """
      The file is a tar archive, which every computer opens: the events, their chain, the library that the run was \
      pinned to, the words of every message that was sent, and a page that says how to verify all of it with common \
      tools. The same record always gives the same bytes. No roster is in it. The file is its owner's alone.
      """)

  @Argument(help: .run, completion: .runs) var name: String
  @Option(
    name: .shortAndLong,
    help: .value("file", "The file to write; RUN.tar, or EXERCISE-RUN.tar, where it is left out."),
    completion: .file())
  var output: String?
  @Flag(help: "Write over a file of that name.") var replace = false
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  /// What was written, for a program.
  struct Written: Encodable {
    let run: String
    let file: String
    let events: Int
    let messages: Int
    let bytes: Int
    let head: String
    let spoken: String
  }

  func run() throws {
    try reporting {
      let store = try Workspace.found(state).store
      let row = try store.run(name)
      let path = output ?? Store.bundleName(row)
      if !replace, Files.exists(path) {
        throw Failure(.usage, "\(path) is there already; --replace writes over it, and -o names another file")
      }
      let written = try store.export(row, to: path, replacing: replace)
      if display.json {
        return Output.json(
          Written(
            run: row.id, file: path, events: written.events, messages: written.messages, bytes: written.bytes,
            head: written.head.hex, spoken: written.head.spoken))
      }
      if display.quiet { return }
      let mode = written.isExercise ? "EXERCISE " : ""
      Output.data(
        "\(mode)\(row.id) written to \(path): \(counted(written.events, "event")), \(counted(written.messages, "message")) as sent, \(counted(written.files, "file"))\nhead \(written.head.hex)\nto read out: \(written.head.spoken)"
      )
    }
  }
}
