import ArgumentParser
import Diagnostics
import Library
import Messaging
import OrderedCollections
import Record
import Reporting
import Running
import System

/// `playbook trends`: times of each step over runs and exercises, against their targets.
struct TrendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trends",
    abstract: "Show how early or late each step was from run to run, and whether it gets better.",
    discussion: """
      Reads every run of the state folder, imported ones too, and compares those of one playbook in order of their \
      start: each target, and the lengths from receiving to disseminating. Live runs (L) and exercises (E) stand \
      apart. Later rounds of a repeated step count as the worst of them. Better and worse compare the median of the \
      newer half with that of the older half, from 4 runs on.

      A file whose name ends in .html, .json or .csv gets that form, every other one plain text; --format says \
      otherwise. With --plain, or where the locale is not UTF-8, text has the times in place of blocks. No name of a \
      person is in any form. `playbook schema trends` describes the JSON. Exits 7, with the rest written, where a run \
      cannot be read.
      """)

  @Argument(
    help: .value("playbook", "The playbooks; every one that has a run where none is named."),
    completion: .playbooks)
  var names: [String] = []
  @Flag(help: "Live runs alone.") var live = false
  @Flag(help: "Exercises alone.") var exercises = false
  @Option(help: .value("number", "So many of the newest runs of each playbook.")) var last: Int?
  @Option(
    name: .shortAndLong,
    help: .value("file", "The file to write; standard output where it is left out."), completion: .file()
  )
  var output: String?
  @Option(help: .value("form", "text, html, json or csv; by the file's name where it is left out."))
  var format: ReportCommand.Form?
  @OptionGroup var place: LibraryOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  private var form: ReportCommand.Form {
    format ?? (display.json ? .json : nil) ?? output.flatMap { ReportCommand.Form(of: $0) } ?? .text
  }

  func validate() throws {
    if display.json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) ask for two forms. Give one of them")
    }
    if live, exercises {
      throw ValidationError("--live and --exercises leave nothing over. Give one of them, or neither")
    }
    if let last, last < 1 {
      throw ValidationError("--last counts runs, from 1 on, and this is \(last)")
    }
  }

  func run() throws {
    try reporting {
      guard let workspace = try Workspace.existing(state) else {
        _ = try playbooks(named: [])
        try write(Trends(of: []))
        return Output.error("no runs yet in \(try state.folder()); `playbook start PLAYBOOK` begins one")
      }
      let all = try workspace.ledgers().map(\.1.run)
      let wanted = try playbooks(named: all)
      let chosen = all.filter { run in
        (wanted.isEmpty || wanted.contains(run.start.playbook))
          && (live || exercises ? run.mode == (live ? .live : .exercise) : true)
      }
      try write(Trends(of: chosen, last: last))
      if chosen.isEmpty { Output.error(nothing(of: wanted, all.isEmpty)) }
      if all.count < (try workspace.store.runs().count) { throw Failure(.damaged, nil) }
    }
  }

  /// Why there is nothing to show.
  private func nothing(of wanted: [Playbook.ID], _ isEmpty: Bool) -> String {
    if isEmpty { return "no run can be shown; `playbook start PLAYBOOK` begins one" }
    let kind = live ? "live run" : exercises ? "exercise" : "run"
    let which = wanted.isEmpty ? "" : " of " + wanted.map(\.text).joined(separator: " or ")
    return "there is no \(kind)\(which) yet; `playbook runs` lists what there is"
  }

  private func write(_ trends: Trends) throws {
    let words =
      switch form {
      case .text: trends.playbooks.isEmpty ? "" : trends.text(width: width, isPlain: isPlain)
      case .html: trends.html
      case .json: Output.indented(trends) + "\n"
      case .csv: trends.csv
      }
    if let output { return try Files.write(Array(words.utf8), to: output) }
    if !words.isEmpty { Output.data(words) }
  }

  private var width: Int { output == nil && Terminals.isOutputTerminal ? min(80, Descriptor.columns) : 80 }

  /// A file's form is for whoever opens it later: only the option changes it.
  private var isPlain: Bool { output == nil ? display.isPlain || !Environment.isUTF8 : display.plain }

  /// The playbooks that are named: of the runs, whatever the library holds now, and of the library, without a run.
  private func playbooks(named runs: [Run]) throws -> [Playbook.ID] {
    if names.isEmpty { return [] }
    var known = OrderedDictionary(
      runs.map { ($0.start.playbook, [$0.playbook.title]) }, uniquingKeysWith: { $0 + $1 })
    if names.contains(where: { Self.found($0, in: known).isEmpty }), let root = try? place.root(),
      let library = try? LoadedLibrary(root: root).read.library
    {
      for playbook in library.playbooks.values { known[playbook.id, default: []].append(playbook.title) }
    }
    return try names.map { try Self.playbook($0, in: known) }
  }

  private static func found(_ name: String, in known: OrderedDictionary<Playbook.ID, [String]>)
    -> [Playbook.ID]
  {
    let wanted = folded(name)
    return known.filter { id, titles in words(id, titles).contains { folded($0) == wanted } }.map(\.key)
  }

  private static func playbook(
    _ name: String, in known: OrderedDictionary<Playbook.ID, [String]>
  ) throws -> Playbook.ID {
    let found = found(name, in: known)
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw Failure(
        .inputNeeded,
        "'\(name)' names \(found.count) playbooks: " + found.map(\.text).joined(separator: ", "))
    }
    let near = nearest(to: name, among: known.flatMap { words($0.key, $0.value) })
      .map { ". Did you mean '\($0)'?" }
    throw Failure(.notFound, "there is no playbook '\(name)'" + (near ?? ""))
  }

  /// What a playbook may be called: its id, the last part of it, its title.
  private static func words(_ id: Playbook.ID, _ titles: [String]) -> [String] {
    [id.text] + id.text.split(separator: "/").suffix(1).map(String.init) + titles
  }
}

extension Environment {
  /// Whether the locale's characters are UTF-8, as the first of these variables says that is set.
  ///
  /// Source: POSIX.1-2024, 8.2 Internationalization Variables.
  fileprivate static var isUTF8: Bool {
    let locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? ""
    return locale.lowercased().replacing("-", with: "").contains("utf8")
  }
}
