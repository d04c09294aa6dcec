public import ArgumentParser
import Diagnostics
import Library
import OrderedCollections
import System
import Time

/// `playbook new`: a commented file to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a commented file to start from.",
    discussion:
      "A playbook lies in the folder of its scenario, a template in a folder of its own. Nothing is overwritten."
  )

  @Argument(help: "What to write.") var kind: Scaffold.Kind
  @Argument(help: "Its name in the library: small letters, digits and '-'.") var name: String = ""
  @Option(help: "The kind of playbook.") var scenario: Playbook.Scenario =
    .postIncident
  @OptionGroup var place: LibraryOptions

  func run() throws {
    try reporting {
      let isFirst = kind == .organisation
      guard isFirst || Scaffold.isName(name) else {
        throw Failure(
          .usage,
          "'\(name)' is not a name: begin with a small letter, then small letters, digits and '-', at most 40"
        )
      }
      let root = isFirst ? place.library ?? Environment.workingFolder : try place.root()
      let today = Zone.utc.local(SystemClock.now()).date
      let organisation =
        isFirst
        ? nil
        : readLibrary(
          try LibraryFiles.read(in: root), today: nil
        ).library?.organisation
      let files = Scaffold(
        kind: kind, name: name, scenario: scenario, today: today, organisation: organisation
      ).files
      for path in files.keys.sorted() where Files.exists(root + "/" + path) {
        throw Failure(.usage, "\(root)/\(path) is there already; nothing was written")
      }
      for (path, text) in files.sorted(by: { $0.key < $1.key }) {
        let full = root + "/" + path
        try Files.makeFolder(String(full[..<(full.lastIndex(of: "/") ?? full.startIndex)]))
        try Files.write(Array(text.utf8), to: full, mode: 0o644)
        Output.data(full)
      }
    }
  }
}

extension Scaffold.Kind: ExpressibleByArgument {}
extension Playbook.Scenario: ExpressibleByArgument {}
