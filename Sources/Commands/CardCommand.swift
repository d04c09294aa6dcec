import ArgumentParser
import Library
import Reporting
import System

/// `playbook card`: a playbook on paper, for the night that the laptop is dead.
struct CardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card", abstract: "Write a playbook as a page to print, with blanks for times and answers.",
    discussion: """
      Every step in order: what to do, who does it, what it waits for, what it asks, to whom words go and who must \
      approve them. The page is one HTML file that needs nothing from a network. A terminal is shown the same in \
      plain text, and --text or --plain writes that, 80 columns wide. No name and no number of a person is on it.
      """)

  @Argument(help: .playbook, completion: .playbooks) var playbook: String
  @OptionGroup var page: PageOptions
  @OptionGroup var place: LibraryOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let loaded = try LoadedLibrary(root: try place.root(), playbook: playbook)
      let chosen = try loaded.playbook(playbook)
      loaded.tellErrors()
      let card = Card(of: chosen, in: try loaded.sound())
      if display.json { return try page.write(Output.indented(card)) }
      try page.write(page.isText(display) ? card.text(width: page.width) : card.html)
    }
  }
}

/// Where a page goes, and whether it goes there as plain text.
struct PageOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: .value("file", "The file to write; standard output where it is left out."), completion: .file())
  var output: String?

  @Flag(help: "Plain text, also into a pipe or a file; one whose name ends in .txt gets it anyway.")
  var text = false

  /// A variable that asks for plain screens does not turn a file's form round; an option does.
  func isText(_ display: DisplayOptions) -> Bool {
    text || display.plain || output?.lowercased().hasSuffix(".txt") ?? Terminals.isOutputTerminal
  }

  /// Columns for plain text: the terminal's where it has fewer than 80.
  var width: Int { output == nil && Terminals.isOutputTerminal ? min(80, Descriptor.columns) : 80 }

  /// Writes the page to the file, or to standard output where none is named.
  func write(_ page: String) throws {
    guard let output else { return Output.data(page) }
    try Files.write(
      Array((page.utf8.last == UInt8(ascii: "\n") ? page : page + "\n").utf8), to: output, mode: 0o644)
  }
}
