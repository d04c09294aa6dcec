import ArgumentParser
import Diagnostics
import Library
import OrderedCollections
import System

/// `playbook check`: every structural problem of a library, in one pass.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell everything that is wrong with a library.",
    discussion: """
      Exits 0 where nothing is an error, 1 where something is. `playbook explain RULE` expands a rule's name.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, line, json }

  @Flag(help: "Structure alone: what stands where, and what refers to what.")
  var structure = false

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Option(help: .value("form", "The form of what is told; line is path:line:col."))
  var format: Format?

  @Argument(
    help: .value("path", "Show only what is found in these files or folders of the library."),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var place: LibraryOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let loaded = try LoadedLibrary(root: try place.root())
      let diagnostics = try loaded.read.diagnostics.filter { try concerns($0.path, loaded) }
      let report = DiagnosticReport(diagnostics, sources: loaded.files.files)
      switch format ?? (display.json ? .json : .text) {
      case .text:
        if !report.diagnostics.isEmpty {
          Output.data(report.text(colour: display.hasColour && Terminals.isOutputTerminal))
        }
        if !display.quiet { Output.error(summary(report, loaded)) }
      case .line: if !report.diagnostics.isEmpty { Output.data(report.lines().joined(separator: "\n")) }
      case .json: Output.json(DiagnosticsDocument(report))
      }
      let fails = report.hasErrors || strict && report.diagnostics.contains { $0.severity == .warning }
      if fails { throw Failure(.findings, nil) }
    }
  }

  private func summary(_ report: DiagnosticReport, _ loaded: LoadedLibrary) -> String {
    guard let library = loaded.read.library else { return report.summary }
    return "\(library.playbooks.count) playbooks, \(library.templates.count) templates: \(report.summary)"
  }

  /// A path may be given as it is seen from here, or as it is named inside the library.
  private func concerns(_ path: String, _ loaded: LoadedLibrary) throws -> Bool {
    if paths.isEmpty { return true }
    return paths.contains { given in
      var inside = given.hasPrefix(loaded.root + "/") ? String(given.dropFirst(loaded.root.count + 1)) : given
      while inside.hasPrefix("./") { inside.removeFirst(2) }
      while inside.hasSuffix("/") { inside.removeLast() }
      return path == inside || path.hasPrefix(inside + "/") || inside == "." || inside.isEmpty
    }
  }
}
