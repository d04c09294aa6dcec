import ArgumentParser
import Library
import Reporting
import System

/// `playbook map`: a picture of a playbook, or who is reached how.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Draw a playbook: its steps, what each waits for, and when it is due.",
    discussion: """
      The picture is one SVG file. A terminal is shown the same in plain text, and --text or --plain writes that. \
      With --audiences it is a table of who is reached how at each level, of one playbook or of the whole \
      organisation; a file whose name ends in .html gets a page.
      """)

  @Argument(help: .playbook, completion: .playbooks) var playbook: String?
  @Flag(help: "Audiences and their channels at each level.") var audiences = false
  @OptionGroup var page: PageOptions
  @OptionGroup var place: LibraryOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      if audiences { return try writeAudiences() }
      guard let playbook else {
        throw Failure(.inputNeeded, "which playbook? `playbook map --audiences` needs none")
      }
      let loaded = try LoadedLibrary(root: try place.root(), playbook: playbook)
      let chosen = try loaded.playbook(playbook)
      loaded.tellErrors()
      let map = PlaybookMap(of: chosen, in: try loaded.sound())
      if display.json { return try page.write(Output.indented(map)) }
      if page.isText(display) {
        return try page.write(map.text(width: page.width, isPlain: isPlain))
      }
      try page.write(map.svg)
    }
  }

  private func writeAudiences() throws {
    let loaded = try LoadedLibrary(root: try place.root(), playbook: playbook)
    let chosen = try playbook.map { try loaded.playbook($0) }
    let library = try loaded.sound()
    loaded.tellErrors()
    let map = AudienceMap(of: library.organisation, for: chosen)
    if display.json { return try page.write(Output.indented(map)) }
    let isPage = page.output?.lowercased().hasSuffix(".html") ?? false
    if isPage, !page.text, !display.plain { return try page.write(map.html) }
    try page.write(map.text(width: page.width, asTable: !isPlain))
  }

  /// Plain lines are for whoever reads the screen; a file has them where an option asks.
  private var isPlain: Bool { display.plain || page.output == nil && display.isPlain }
}
