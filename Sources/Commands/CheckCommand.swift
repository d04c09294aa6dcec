import ArgumentParser
import Checking
import Diagnostics
import Library
import Messaging
import OrderedCollections
import Record
import Running
import System

/// `playbook check`: every structural problem of a library, in one pass.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell everything that is wrong with a library.",
    discussion: """
      Looks at the structure, proves over every path what a plan can be trusted for, and fills the templates' \
      samples. Exits 0 where nothing is an \
      error, 1 where something is. `playbook explain RULE` expands a rule's name. With --watch it checks again \
      whenever a file is saved, and ends at Ctrl-C.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, line, json, sarif, github

    /// Whether it is one document, of which a watch prints one a line.
    var isDocument: Bool {
      switch self {
      case .json, .sarif: true
      case .text, .line, .github: false
      }
    }
  }

  @Flag(help: "Structure alone: what stands where, and what refers to what; no sample is filled.")
  var structure = false

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Flag(help: "Tell what was proved of each playbook, and over how many situations.")
  var explainProof = false

  @Flag(help: "Count no step quicker than its runs in the record were; --state-dir names the record.")
  var history = false

  @Option(
    help: .value(
      "form",
      "The form of what is told; line is path:line:col, sarif is for code scanning, github for GitHub Actions."
    ))
  var format: Format?

  @Flag(
    help:
      "Check again whenever a file of the library changes; with json or sarif, one document a line each time."
  )
  var watch = false

  @Argument(
    help: .value("path", "Show only what is found in these files or folders of the library."),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var place: LibraryOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if display.json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) ask for two forms; take one of them.")
    }
    if history, structure {
      throw ValidationError("--structure proves nothing that --history could bear on.")
    }
    if explainProof, structure {
      throw ValidationError("--structure proves nothing that --explain-proof could tell.")
    }
    if explainProof, form != .text {
      throw ValidationError("--explain-proof is for people; take the form 'text'.")
    }
  }

  func run() throws {
    try reporting {
      let root = try place.root()
      if watch { try keepChecking(root) }
      let found = try examine(root)
      show(found, on: form)
      if fails(found.report) { throw Failure(.findings, nil) }
    }
  }

  /// The form that is asked for.
  var form: Format { format ?? (display.json ? .json : .text) }

  /// What one look at the library found.
  struct Found {
    let loaded: LoadedLibrary
    let report: DiagnosticReport
    /// Nil where the structure alone was asked for, or is not sound enough to prove anything.
    let proof: LibraryProof?
  }

  /// Reads the library and checks it, as far as the paths given go.
  func examine(_ root: String) throws -> Found {
    let loaded = try LoadedLibrary(root: root)
    let wanted = try paths.map { try Self.inside($0, loaded) }
    let proof = try proof(loaded)
    let proved = proof?.counterexamples.map(\.diagnostic) ?? []
    let diagnostics = try (loaded.read.diagnostics + proved + messages(loaded, besides: proved)).filter {
      found in
      wanted.isEmpty || wanted.contains { Self.holds($0, found.path) }
    }
    let told = proof.map { proof in
      LibraryProof(
        playbooks: proof.playbooks.filter { playbook in
          wanted.isEmpty || wanted.contains { Self.holds($0, "playbooks/\(playbook.playbook).yaml") }
        }, levels: proof.levels, isHeld: proof.isHeld, unproved: proof.unproved)
    }
    return Found(
      loaded: loaded, report: DiagnosticReport(diagnostics, sources: loaded.files.files), proof: told)
  }

  /// Prints what was found; `isLine` puts a document on one line.
  func show(_ found: Found, on form: Format, isLine: Bool = false) {
    let report = found.report
    switch form {
    case .text:
      if !report.diagnostics.isEmpty {
        Output.data(report.text(colour: display.hasColour && Terminals.isOutputTerminal))
      }
      if explainProof, let proof = found.proof { Output.data(proof.lines(width: 80).joined(separator: "\n")) }
      if !display.quiet { Output.error(summary(report, found.loaded, found.proof)) }
    case .line: if !report.diagnostics.isEmpty { Output.data(report.lines().joined(separator: "\n")) }
    case .json: show(DiagnosticsDocument(report), isLine: isLine)
    case .sarif:
      let version = PlaybookCommand.configuration.version
      show(SARIFDocument(report, in: Self.folder(of: found.loaded), version: version), isLine: isLine)
    case .github:
      let commands = report.workflowCommands(in: Self.folder(of: found.loaded))
      if !commands.isEmpty { Output.data(commands.joined(separator: "\n")) }
    }
  }

  private func show(_ document: some Encodable, isLine: Bool) {
    if isLine { Output.jsonLine(document) } else { Output.json(document) }
  }

  private func fails(_ report: DiagnosticReport) -> Bool {
    report.hasErrors || strict && report.diagnostics.contains { $0.severity == .warning }
  }

  /// What was proved over every path, where the structure is sound enough to prove anything.
  private func proof(_ loaded: LoadedLibrary) throws -> LibraryProof? {
    guard !structure, let library = loaded.read.library else { return nil }
    return prove(
      loaded.read, at: try library.sampleMoment(), history: try history ? recordedTimes(of: library) : [:])
  }

  /// What the runs of each playbook took, as far as they can be read; those that cannot are named.
  private func recordedTimes(of library: Library) throws -> [Playbook.ID: RecordedTimes] {
    guard let workspace = try Workspace.existing(state) else {
      Output.error("no runs yet in \(try state.folder()), so only what the playbooks say counts")
      return [:]
    }
    let runs = try workspace.ledgers().map(\.1.run)
    return library.playbooks.keys.reduce(into: [:]) { $0[$1] = RecordedTimes(of: $1, in: runs) }
  }

  /// What is found on the messages that the samples make, where the structure is sound enough to make them.
  private func messages(_ loaded: LoadedLibrary, besides proved: [Diagnostic]) throws -> [Diagnostic] {
    guard !structure, !loaded.read.hasErrors, let library = loaded.read.library else { return [] }
    let leaking = proved.filter { $0.rule.isOfProofs }.map(\.path)
    return sampleFindings(
      in: library, files: loaded.files, at: try library.sampleMoment(), besides: Set(leaking))
  }

  private func summary(_ report: DiagnosticReport, _ loaded: LoadedLibrary, _ proof: LibraryProof?) -> String
  {
    guard let library = loaded.read.library else { return report.summary }
    let playbooks = counted(library.playbooks.count, "playbook")
    let told = "\(playbooks), \(counted(library.templates.count, "template")): \(report.summary)"
    let unproved = proof?.unproved ?? 0
    return unproved == 0
      ? told : told + "\nproofs were not made for \(counted(unproved, "playbook")): mend the errors first"
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

  /// The library's folder as it is seen from here; empty where it is this one, or lies elsewhere.
  private static func folder(of loaded: LoadedLibrary) -> String {
    let here = resolved(".", from: Environment.workingFolder)
    let root = resolved(loaded.root, from: here)
    return root.hasPrefix(here + "/") ? String(root.dropFirst(here.count + 1)) : ""
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
