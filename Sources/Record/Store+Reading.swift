public import Digest
import Library
import Running

extension Store {
  /// Every run, in the order in which they were begun.
  public func runs() throws(StoreFault) -> [RunRow] {
    try database.rows(
      "SELECT id, playbook, library, (SELECT max(sequence) FROM events WHERE run = id) FROM runs ORDER BY rowid"
    ).compactMap(row)
  }

  public func run(_ id: String) throws(StoreFault) -> RunRow {
    let found = try database.rows(
      "SELECT id, playbook, library, (SELECT max(sequence) FROM events WHERE run = id) FROM runs WHERE id = ? COLLATE NOCASE",
      [.text(id)]
    ).compactMap(row).first
    guard let found else { throw .noSuchRun(id) }
    return found
  }

  private func row(_ values: [Database.Value]) -> RunRow? {
    guard values.count == 4, let id = values[0].text, let playbook = values[1].text,
      let library = values[2].digest
    else { return nil }
    return RunRow(id: id, playbook: playbook, library: library, lastSequence: Int(values[3].integer ?? 0))
  }

  /// The events of a run after the one numbered `after`.
  public func events(of run: String, after: Int = 0) throws(StoreFault) -> [StoredEvent] {
    try database.rows(
      "SELECT sequence, payload, link FROM events WHERE run = ? AND sequence > ? ORDER BY sequence",
      [.text(run), .integer(Int64(after))]
    ).compactMap { values in
      // A row without these is left out, and so its number is missed.
      guard let sequence = values[0].integer, let payload = values[1].bytes, let link = values[2].digest
      else { return nil }
      return StoredEvent(sequence: Int(sequence), payload: payload, link: link)
    }
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

  /// What holding a run's events against their chain gave.
  public enum ChainVerdict: Hashable, Sendable {
    /// The number of events, and the last link, which can be read out or printed.
    case whole(events: Int, head: ContentDigest)
    /// The first event that does not fit, and how.
    case broken(at: Int, String)
  }

  public func verify(_ run: RunRow) throws(StoreFault) -> ChainVerdict {
    var (sequence, link) = (0, Chain.beginning)
    for event in try events(of: run.id) {
      if event.sequence != sequence + 1 { return .broken(at: sequence + 1, "it is missing") }
      link = Chain.link(after: link, event.payload)
      sequence = event.sequence
      if link != event.link { return .broken(at: sequence, "it was changed, or put where another one stood") }
    }
    if sequence > 0, let fault = try pinFault(of: run) { return .broken(at: 1, fault) }
    return sequence == 0 ? .broken(at: 1, "it is missing") : .whole(events: sequence, head: link)
  }

  /// What is wrong with the library that a run is pinned to; nil where nothing is.
  private func pinFault(of run: RunRow) throws(StoreFault) -> String? {
    guard let first = try events(of: run.id).first,
      case .started(let start)? = EventForm(payload: first.payload)?.event(sequence: 1)?.content
    else { return "it is not the beginning of a run" }
    if start.run != run.id || start.playbook.text != run.playbook {
      return "it is the beginning of another run"
    }
    let files = try pinnedFiles(run.library)
    if start.library != run.library || LibraryFiles(files).digest != run.library {
      return "the library that it is pinned to was changed"
    }
    return nil
  }
}
