import ArgumentParser
import Diagnostics
import Library
import Messaging
import OrderedCollections
import System

/// `playbook check`: every structural problem of a library, in one pass.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell everything that is wrong with a library.",
    discussion: """
      Looks at the structure, and at the messages that the templates' samples make. Exits 0 where nothing is an \
      error, 1 where something is. `playbook explain RULE` expands a rule's name.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, line, json }

  @Flag(help: "Structure alone: what stands where, and what refers to what; no sample is filled.")
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
      let wanted = try paths.map { try Self.inside($0, loaded) }
      let diagnostics = try (loaded.read.diagnostics + messages(loaded)).filter { found in
        wanted.isEmpty || wanted.contains { Self.holds($0, found.path) }
      }
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

  /// What is found on the messages that the samples make, where the structure is sound enough to make them.
  private func messages(_ loaded: LoadedLibrary) throws -> [Diagnostic] {
    guard !structure, !loaded.read.hasErrors, let library = loaded.read.library else { return [] }
    return sampleFindings(in: library, files: loaded.files, at: try library.sampleMoment())
  }

  private func summary(_ report: DiagnosticReport, _ loaded: LoadedLibrary) -> String {
    guard let library = loaded.read.library else { return report.summary }
    let playbooks = counted(library.playbooks.count, "playbook")
    return "\(playbooks), \(counted(library.templates.count, "template")): \(report.summary)"
  }

  /// A path as the library names it; it may be given as it is seen from here.
  ///
  /// A check of nothing would find nothing wrong with it, so a path that holds no file of the library is refused.
  private static func inside(_ given: String, _ loaded: LoadedLibrary) throws -> String {
    let root = resolved(loaded.root, from: Environment.workingFolder)
    for here in [Environment.workingFolder, root] {
      let path = resolved(given, from: here)
      let inside =
        path == root ? "" : path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : nil
      if let inside, loaded.files.files.keys.contains(where: { holds(inside, $0) }) { return inside }
    }
    throw Failure(.notFound, "'\(given)' is no file or folder of the library in \(loaded.root)")
  }

  private static func holds(_ folder: String, _ path: String) -> Bool {
    folder.isEmpty || path == folder || path.hasPrefix(folder + "/")
  }

  /// The path from the root on, without `.` and `..`.
  private static func resolved(_ path: String, from folder: String) -> String {
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
