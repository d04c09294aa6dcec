import ArgumentParser
import Library
import Record
import System
import Time

/// `playbook retention`: until when each finished run is kept.
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "List until when each run is kept; nothing is deleted.",
    discussion: """
      How long is the organisation's: `retention` in playbooks/organisation.yaml, for each kind of playbook and for \
      exercises, counted from the end of the run. A legal hold keeps a run whatever its time.
      """)

  @Flag(help: "Only the runs that are past their time and not on hold.") var expired = false
  @OptionGroup var place: LibraryOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let organisation = try LoadedLibrary(root: try place.root()).sound().organisation
      let now = SystemClock.now()
      let store = try Workspace.existing(state)?.store
      let all = try store.map { store in
        try store.runs().map { try Kept($0, in: store, organisation: organisation, at: now) }
      }
      let rows = (all ?? []).filter { !expired || $0.isExpired }
      if display.json { return Output.json(rows) }
      for row in rows { Output.data(row.text) }
      if rows.isEmpty { Output.error(expired ? "no run is past its time" : "no runs yet") }
    }
  }
}

/// Until when one run is kept.
struct Kept: Encodable {
  let run: String
  /// The day on which it ended.
  let finished: String?
  /// The day from which on it may be deleted.
  let until: String?
  /// Past its time, and not on hold.
  let isExpired: Bool
  /// Who set a legal hold, and why.
  let heldBy: String?
  let heldBecause: String?

  init(_ row: RunRow, in store: Store, organisation: Organisation, at now: Instant) throws {
    let span = try store.span(of: row)
    // Nobody ends an imported run here, and its last event is the last that is known of it.
    let ended = span.finished ?? (row.imported == nil ? nil : span.last)
    let length = organisation.retention.length(forRun: row.id)
    let end = ended.flatMap { ended in length.map { ended + $0.length } }
    let hold = try store.hold(on: row.id)
    run = row.id
    finished = ended.map(Self.day)
    until = end.map(Self.day)
    isExpired = hold == nil && end.map { $0 <= now } ?? false
    (heldBy, heldBecause) = (hold?.officer, hold?.reason)
  }

  private static func day(_ instant: Instant) -> String { Zone.utc.local(instant).date.description }

  /// Why the run is not to be deleted now; nil where it may be.
  var obstacle: String? {
    if let heldBy, let heldBecause { return "\(run) is on legal hold, set by \(heldBy): \(heldBecause)" }
    guard let finished else { return "\(run) is open; a run is kept until it has ended and its time is past" }
    guard let until else {
      return
        "\(run) ended on \(finished), and playbooks/organisation.yaml does not say for how long it is kept: it has no `retention` for it"
    }
    return isExpired ? nil : "\(run) ended on \(finished) and is kept until \(until)"
  }

  var text: String {
    guard let finished else { return "\(run)  open" + held }
    let kept =
      until.map { isExpired ? "past its time since \($0)" : "kept until \($0)" } ?? "kept, for no time is set"
    return "\(run)  ended \(finished)  \(kept)\(held)"
  }

  private var held: String { heldBy.map { "  on hold, set by \($0): \(heldBecause ?? "")" } ?? "" }
}
