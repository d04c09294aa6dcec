import ArgumentParser
import Library
import Messaging
import OrderedCollections
import Record
import Reporting
import Running
import System
import Time

/// `playbook runs`: every run, sorted by what is due next.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List runs, what is due next first.")

  @Flag(help: "What is left of deleted runs too.") var all = false
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  /// One run at a glance.
  struct Row: Encodable {
    let run: String
    let title: String
    let mode: String
    let state: String
    /// When it was read in from a bundle; nobody can go on with it.
    let imported: RunReport.Stamp?
    let officer: String
    let offeredTo: String?
    let done: Int
    let left: Int
    let late: Int
    let next: String?
    let due: RunReport.Stamp?

    init(_ run: Run, at now: Instant, imported: Instant? = nil) {
      let glance = run.glance(at: now)
      let target = run.dueFirst
      self.run = run.id
      title = run.playbook.title
      mode = run.mode.rawValue
      self.imported = imported.map { RunReport.Stamp($0, zone: run.plan.calendar.zone) }
      state = run.finished == nil ? "open" : "finished"
      officer = run.officer
      offeredTo = run.finished == nil ? run.offer?.to : nil
      (done, left, late) = (glance.done, glance.left, glance.late.count)
      next = target.flatMap { run.playbook.steps[$0.at.step]?.title }
      due = target.map { RunReport.Stamp($0.instant, zone: run.plan.calendar.zone) }
    }
  }

  func run() throws {
    try reporting {
      let now = SystemClock.now()
      guard let workspace = try Workspace.existing(state) else {
        if display.json { return Output.json([Row]()) }
        return try sayThereAreNone()
      }
      let rows = try workspace.ledgers().map { Row($0.1.run, at: now, imported: $0.0.imported) }
        .sorted {
          ($0.state == "open" ? 0 : 1, $0.due?.utc ?? "9") < ($1.state == "open" ? 0 : 1, $1.due?.utc ?? "9")
        }
      let count = try workspace.store.runs().count
      let buried = all ? try workspace.store.tombstones().map { Buried($0) } : []
      if count == 0, buried.isEmpty, !display.json { return try sayThereAreNone() }
      if display.json { tell(rows, buried) } else { list(rows) }
      if !display.json { for tombstone in buried { Output.data(tombstone.text) } }
      if rows.count < count { throw Failure(.damaged, nil) }
    }
  }

  /// Deleted runs stand behind the others, in a document of their own shape.
  private func tell(_ rows: [Row], _ buried: [Buried]) {
    struct Everything: Encodable {
      let runs: [Row]
      let deleted: [Buried]
    }
    if all { Output.json(Everything(runs: rows, deleted: buried)) } else { Output.json(rows) }
  }

  private func sayThereAreNone() throws {
    Output.error("no runs yet in \(try state.folder()); `playbook start PLAYBOOK` begins one")
  }

  private func list(_ rows: [Row]) {
    for row in rows {
      let word = row.late > 0 ? "late" : "next"
      let next = row.next.map { "\(word) \($0)" + (row.due.map { " \($0.local)" } ?? "") } ?? "nothing due"
      let state = row.imported == nil ? row.state : "imported, \(row.state)"
      let late = row.late > 0 ? ", late \(row.late)" : ""
      Output.data(
        "\(row.mode.uppercased())  \(row.run)  \(row.title)  \(state)  done \(row.done), left \(row.left)\(late)  \(next)"
          + (row.offeredTo.map { "  offered to \($0) by \(row.officer)" } ?? "")
      )
    }
  }
}
