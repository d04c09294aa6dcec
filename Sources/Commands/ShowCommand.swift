import ArgumentParser
import Console
import Diagnostics
import Digest
import Library
import OrderedCollections
import Record
import Reporting
import Running
import System

/// `playbook show`: a run's steps, or one message with its verdict and its code.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a run, or one of its messages with its verdict and the code of its words.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(
    help: .value("message", "The messages, as M4 M5; shown together they have one code."),
    completion: .messages)
  var messages: [String] = []
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  struct Shown: Encodable {
    let messages: [RunReport.MessageEntry]
    let code: String?
  }

  func run() throws {
    try reporting {
      let workspace = try Workspace.found(state)
      let run = try workspace.open(name).run
      if messages.isEmpty {
        let report = RunReport(run)
        return display.json ? Output.json(report) : Output.data(report.text())
      }
      let ids = messages.map { run.messageID($0) }
      for id in ids where run.messages[id] == nil { throw Failure(Refusal.noSuchMessage(id.text), in: run) }
      let entries = RunReport(run).messages.filter { entry in ids.contains { $0.text == entry.id } }
      let code = run.code(for: ids)?.description
      if display.json { return Output.json(Shown(messages: entries, code: code)) }
      for entry in entries {
        Output.data(
          "\(entry.id)  \(entry.channel) to \(entry.audiences.joined(separator: ", "))   \(entry.marking)   level \(entry.level)"
        )
        if let subject = entry.subject { Output.data("| Subject: \(subject)") }
        for line in entry.text.split(separator: "\n", omittingEmptySubsequences: false) {
          Output.data("| \(line)")
        }
        for finding in entry.findings {
          Output.data("\(finding.severity.uppercased())  \(finding.kind): \(finding.message)")
        }
        if let message = run.messages[Message.ID(entry.id)], !message.isOver {
          if let because = run.outOfDate(message, at: SystemClock.now()) {
            Output.data("must be drafted anew: \(because)")
          }
          for back in message.objections where run.isOpen(back, on: message) {
            Output.data("sent back by \(visible(back.objection.person)): \(visible(back.objection.reason))")
          }
          let revoked = Set(workspace.roster.keys.filter { $0.revoked != nil }.map(\.key))
          for given in message.approvals where given.seal.map({ revoked.contains($0.key) }) ?? false {
            Output.data("the key of \(visible(given.person)) has been revoked; that approval counts no more")
          }
        }
        for approval in entry.approvals {
          Output.data(
            "approved by \(visible(approval.giver)), \(approval.how)\(approval.stands ? "" : ", lapsed")"
          )
        }
      }
      if let code { Output.data("Code of these words: \(code)") }
    }
  }
}
