import ArgumentParser
import Digest
import Library
import Record
import Reporting
import System
import Time

/// `playbook delete`: end the keeping of a run whose time is past.
struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete a run that is past its time; a tombstone says that there was one.",
    discussion: """
      A run is not deleted while it is open, within its retention or on legal hold. Its events and the files that no \
      other run needs are overwritten. Its id, its playbook, its times, the number of its events, its head, and who \
      deleted it, when and why, stay for good. Its number is not given again.
      """)

  @Argument(help: .run, completion: .runs) var name: String
  @Option(help: .value("text", "Why it is deleted now.")) var reason: String
  @OptionGroup var place: LibraryOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let store = try Workspace.found(state).store
      let row = try store.run(name)
      let officer = try state.name()
      try requireWords(reason)
      let now = SystemClock.now()
      let organisation = try LoadedLibrary(root: try place.root()).sound().organisation
      let kept = try Kept(row, in: store, organisation: organisation, at: now)
      if let obstacle = kept.obstacle { throw Failure(.usage, obstacle) }
      let tombstone = try store.delete(row, officer: officer, at: now, reason: reason)
      if display.json { return Output.json(Buried(tombstone)) }
      if !display.quiet {
        Output.data(
          "\(row.id) deleted, \(counted(tombstone.events, "event")); `playbook runs --all` shows what is left of it"
        )
      }
    }
  }
}

/// What is left of a deleted run.
struct Buried: Encodable {
  let run: String
  let playbook: String
  let started: String
  let finished: String?
  let events: Int
  let head: String
  let deletedBy: String
  let deleted: String
  let reason: String

  init(_ tombstone: Tombstone) {
    (run, playbook, events, head) = (tombstone.run, tombstone.playbook, tombstone.events, tombstone.head.hex)
    (deletedBy, reason) = (tombstone.by, tombstone.reason)
    started = Self.stamp(tombstone.started)
    finished = tombstone.finished.map(Self.stamp)
    deleted = Self.stamp(tombstone.at)
  }

  private static func stamp(_ instant: Instant) -> String { RunReport.Stamp(instant, zone: .utc).utc }

  var text: String {
    "\(run)  deleted  \(playbook)  \(counted(events, "event")), head \(head.prefix(16))  by \(deletedBy), \(deleted): \(reason)"
  }
}
