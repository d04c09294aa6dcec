public import ArgumentParser
import Digest
import Library
import Record
public import Reporting
import Running
import System

extension RunReport.Table: ExpressibleByArgument {}

/// `playbook report`: what a run's record says.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write what a run's record says: times against targets, facts, decisions, words.",
    discussion: """
      A file whose name ends in .html, .json or .csv gets that form, every other one plain text; --format says \
      otherwise. The page is one HTML file to read or print that needs nothing from a network. CSV is one table, \
      the timeline unless --table names another; a cell that a spreadsheet would take for a formula has an \
      apostrophe before it. `playbook schema report` describes the JSON.

      With --redact it is a copy for people outside: what is marked OFFICIAL-SENSITIVE or above is withheld, and so \
      are words that were typed without a marking, people's names, and the digests that could tell what is hidden. \
      Read the copy before it is released. Exits 7, with the report written, where the record does not fit its chain.
      """)

  /// What the report is written as.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, html, json, csv

    /// What a file's name asks for.
    init?(of file: String) {
      let name = file.lowercased()
      if name.hasSuffix(".html") || name.hasSuffix(".htm") {
        self = .html
      } else if name.hasSuffix(".json") {
        self = .json
      } else if name.hasSuffix(".csv") {
        self = .csv
      } else {
        return nil
      }
    }
  }

  @Argument(help: .openRun, completion: .runs) var name: String?
  @Option(
    name: .shortAndLong,
    help: .value("file", "The file to write; standard output where it is left out."), completion: .file()
  )
  var output: String?
  @Option(help: .value("form", "text, html, json or csv; by the file's name where it is left out."))
  var format: Form?
  @Option(help: .value("table", "The table that CSV holds; timeline where it is left out.")) var table:
    RunReport.Table?
  @Option(
    defaultAsFlag: Marking.officialSensitive,
    help: .value("marking", "Withhold what is marked so or above; OFFICIAL-SENSITIVE where none is named."))
  var redact: Marking?
  @Option(help: .value("words", "Why it is withheld, as s.31; stands in place of what is.")) var exemption:
    String?
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  private var form: Form {
    format ?? (display.json ? .json : nil) ?? output.flatMap { Form(of: $0) } ?? (table == nil ? .text : .csv)
  }

  func validate() throws {
    if display.json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) ask for two forms. Give one of them")
    }
    if table != nil, form != .csv {
      throw ValidationError("--table is for CSV, and this is \(form.rawValue). Add --format csv")
    }
    if exemption != nil, redact == nil {
      throw ValidationError("--exemption says why something is withheld. Add --redact")
    }
  }

  func run() throws {
    try reporting {
      let workspace = try Workspace.found(state)
      let ledger = try workspace.open(name)
      if ledger.imported != nil {
        Output.error(
          "\(ledger.run.id) was imported; `playbook status` says when, and `playbook verify` whether it is whole"
        )
      }
      let verdict = try workspace.store.verify(workspace.store.run(ledger.run.id))
      let report = RunReport(
        ledger.run, events: ledger.events, integrity: verdict.integrity,
        redaction: redact.map { Redaction(from: $0, exemption: exemption) })
      let words =
        switch form {
        case .text: report.text()
        case .html: report.html
        case .json: Output.indented(report) + "\n"
        case .csv: report.csv(table ?? .timeline)
        }
      if let output { try Files.write(Array(words.utf8), to: output) } else { Output.data(words) }
      if case .broken(let event, let how) = verdict {
        throw Failure(.damaged, "\(ledger.run.id): the record is damaged at event \(event): \(how)")
      }
    }
  }
}

extension Store.ChainVerdict {
  /// What a report says of it.
  fileprivate var integrity: RunReport.Integrity {
    switch self {
    case .whole(let events, let head):
      .init(head: head.hex, check: "\(events) events, nothing changed, cut or put in another order")
    case .broken(let event, let how):
      .init(check: "DAMAGED at event \(event): \(how)")
    }
  }
}
