public import Digest
import Library
import Running
import Time

extension Store {
  /// Every run, in the order in which they were begun.
  public func runs() throws(StoreFault) -> [RunRow] {
    try database.rows(Self.rowsOfRuns + " ORDER BY rowid").map(row)
  }

  public func run(_ id: String) throws(StoreFault) -> RunRow {
    let found = try database.rows(Self.rowsOfRuns + " WHERE id = ? COLLATE NOCASE", [.text(id)]).first
    guard let found else { throw .noSuchRun(id) }
    return try row(found)
  }

  private static let rowsOfRuns = """
    SELECT id, playbook, library, (SELECT max(sequence) FROM events WHERE run = id),
      (SELECT at FROM imports WHERE run = id) FROM runs
    """

  /// Whether a run was read in from a bundle: nobody can go on with it here.
  public func isImported(_ run: String) throws(StoreFault) -> Bool {
    try !database.rows("SELECT 1 FROM imports WHERE run = ?", [.text(run)]).isEmpty
  }

  private func row(_ values: [Database.Value]) throws(StoreFault) -> RunRow {
    guard values.count == 5, let id = values[0].text, let playbook = values[1].text,
      let library = values[2].digest
    else { throw .damaged("the line of a run was changed", path: database.path) }
    return RunRow(
      id: id, playbook: playbook, library: library, lastSequence: Int(values[3].integer ?? 0),
      imported: values[4].integer.map { Instant(seconds: $0) })
  }

  /// The events of a run after the one numbered `after`.
  public func events(of run: String, after: Int = 0) throws(StoreFault) -> [StoredEvent] {
    var found: [StoredEvent] = []
    try eachEvent(of: run, after: after) { event in found.append(event) }
    return found
  }

  /// The same one after another, of which none is kept.
  func eachEvent(
    of run: String, after: Int = 0, _ body: (StoredEvent) throws(StoreFault) -> Void
  ) throws(StoreFault) {
    try database.each(
      "SELECT sequence, payload, link FROM events WHERE run = ? AND sequence > ? ORDER BY sequence",
      [.text(run), .integer(Int64(after))]
    ) { (values) throws(StoreFault) in
      // A row without these is left out, and so its number is missed.
      guard let sequence = values[0].integer, let payload = values[1].bytes, let link = values[2].digest
      else { return }
      try body(StoredEvent(sequence: Int(sequence), payload: payload, link: link))
    }
  }

  /// Whether a run is finished, told from its last events alone: what can follow is notes, links and answers.
  public func isOver(_ run: RunRow) throws(StoreFault) -> Bool {
    var last = run.lastSequence
    while last > 0 {
      guard let stored = try events(of: run.id, after: last - 1).first(where: { $0.sequence == last }),
        let event = EventForm(payload: stored.payload)?.event(sequence: last)
      else { return false }
      switch event.content {
      case .finished: return true
      case .noted, .linked, .partnerAnswered: last -= 1
      case .started, .stepStarted, .stepCompleted, .stepSkipped, .factRecorded, .decided, .permitted,
        .messageDrafted, .messageEdited, .approvalRequested, .contactTried, .approved, .returned,
        .approvalWithdrawn, .warningsAccepted, .messageSent, .messageDropped, .correctionBegun, .retimed,
        .handOverOffered, .handOverWithdrawn, .handedOver, .takenOver, .adopted:
        return false
      }
    }
    return false
  }

  /// The library's files as they were when the run began.
  public func pinnedFiles(_ library: ContentDigest) throws(StoreFault) -> [String: [UInt8]] {
    try database.rows(
      "SELECT path, bytes FROM pins JOIN blobs USING (digest) WHERE library = ?", [.bytes(library.bytes)]
    ).reduce(into: [:]) { files, values in
      if let path = values[0].text, let bytes = values[1].bytes { files[path] = bytes }
    }
  }

  /// A number that changes whenever another process has written.
  public func writingsOfOthers() -> Int64 {
    ((try? database.rows("PRAGMA data_version"))?.first?.first?.integer) ?? 0
  }
}
