import ArgumentParser
import Library
import Messaging
import OrderedCollections
import Reporting
import System

/// `playbook proof`: every message that the samples make, on one printable page.
struct ProofCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proof", abstract: "Write one printable page with every message that the samples make.",
    discussion: """
      Every template, sample, level, audience, channel and language, with its verdict; a hole is shown as one. The \
      page is one HTML file that needs nothing from a network. Exits 1 where a message could not go out as it is.
      """)

  @Argument(
    help: "The templates, by the names of their folders; all where none is named.", completion: .templates)
  var templates: [String] = []
  @Option(
    name: .shortAndLong,
    help: .value("file", "The file to write; standard output where it is left out."), completion: .file())
  var output: String?
  @OptionGroup var place: LibraryOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let library = try LoadedLibrary(root: try place.root()).sound()
      let chosen =
        templates.isEmpty
        ? Array(library.templates.values) : try templates.map { try library.template(named: $0) }
      let sheet = ProofSheet(of: chosen, in: library, at: try library.sampleMoment())
      if let output {
        try Files.write(Array(sheet.html.utf8), to: output, mode: 0o644)
        if !display.quiet { Output.error("\(output): \(sheet.summary)") }
      } else {
        Output.data(sheet.html)
      }
      if sheet.count(.stop) > 0 { throw Failure(.findings, nil) }
    }
  }
}
