import ArgumentParser
import FoundationEssentials
import Record
import Reporting
import Running
import System

/// `playbook report`: what a run's record says.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write what a run's record says: times against targets, facts, decisions, words.")

  @Argument(help: .openRun, completion: .runs) var name: String?
  @Option(
    name: .shortAndLong,
    help: .value("file", "The file to write; standard output where it is left out."), completion: .file()
  )
  var output: String?
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let ledger = try Workspace.found(state).open(name)
      let report = RunReport(ledger.run, events: ledger.events)
      guard let output else { return display.json ? Output.json(report) : Output.data(report.text()) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      let bytes = try display.json ? Array(encoder.encode(report)) + [0x0A] : Array(report.text().utf8)
      try Files.write(bytes, to: output)
    }
  }
}
