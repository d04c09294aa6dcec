import Digest
import System
public import Time

extension Store {
  /// What is left of every run that was deleted, in order; each is bound to the one before it.
  public func tombstones() throws(StoreFault) -> [Tombstone] {
    var (link, found): (ContentDigest, [Tombstone]) = (Tombstone.beginning, [])
    for values in try database.rows("SELECT payload, link FROM tombstones ORDER BY number") {
      guard let payload = values[0].bytes, let tombstone = Tombstone(payload: payload) else {
        throw .damaged("tombstone \(found.count + 1) cannot be read", path: database.path)
      }
      link = Chain.link(after: link, payload)
      if values[1].digest != link {
        throw .damaged(
          "tombstone \(found.count + 1) was changed, or one before it was taken away", path: database.path)
      }
      found.append(tombstone)
    }
    return found
  }

  /// Deletes a run and leaves its tombstone; whether it may be deleted was asked before, but for a legal hold.
  ///
  /// Files that no other run needs go with it. What is deleted is overwritten with zeros. A record that is damaged is
  /// not deleted, for it may be what somebody looks for.
  public func delete(
    _ run: RunRow, officer: String, at moment: Instant, reason: String
  ) throws(StoreFault) -> Tombstone {
    if case .broken(let event, let how) = try verify(run) {
      throw .damaged("event \(event) of \(run.id): \(how)", path: database.path)
    }
    // Nobody is at it.
    if run.imported == nil { _ = try takePen(of: run.id, officer: officer) }
    try database.execute("PRAGMA secure_delete = ON")
    let tombstone = try database.transaction { () throws(StoreFault) in
      if let hold = try hold(on: run.id) { throw .onHold(run.id, by: hold.officer, reason: hold.reason) }
      let span = try span(of: run)
      let tombstone = Tombstone(
        run: run.id, playbook: run.playbook, started: span.started, finished: span.finished,
        events: span.events,
        head: span.head, by: officer, at: moment, reason: reason)
      let libraries = try survey(run).0.libraries
      try lay(tombstone)
      for table in ["events", "pens", "imports"] {
        try database.rows("DELETE FROM \(table) WHERE run = ?", [.text(run.id)])
      }
      try database.rows("DELETE FROM runs WHERE id = ?", [.text(run.id)])
      for library in libraries where try !isNeeded(library) {
        try database.rows("DELETE FROM pins WHERE library = ?", [.bytes(library.bytes)])
      }
      try database.execute("DELETE FROM blobs WHERE digest NOT IN (SELECT digest FROM pins)")
      return tombstone
    }
    // The journal holds what was deleted until it is written back.
    try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    removeFiles(of: run.id)
    return tombstone
  }

  private func lay(_ tombstone: Tombstone) throws(StoreFault) {
    let last = try database.rows("SELECT link FROM tombstones ORDER BY number DESC LIMIT 1")
    let link = Chain.link(after: last.first?.first?.digest ?? Tombstone.beginning, tombstone.payload)
    try database.rows(
      "INSERT INTO tombstones (run, payload, link) VALUES (?, ?, ?)",
      [.text(tombstone.run), .bytes(tombstone.payload), .bytes(link.bytes)])
  }

  /// Whether a run that is left stands on a library, or has stood on it.
  private func isNeeded(_ library: ContentDigest) throws(StoreFault) -> Bool {
    let began = try database.rows("SELECT 1 FROM runs WHERE library = ? LIMIT 1", [.bytes(library.bytes)])
    if !began.isEmpty { return true }
    let named = try database.rows(
      "SELECT 1 FROM events WHERE instr(payload, ?) > 0 LIMIT 1", [.bytes(Array(library.hex.utf8))])
    return !named.isEmpty
  }

  /// Half-typed texts, copies of messages and the lock.
  private func removeFiles(of run: String) {
    for name in (try? Files.names(in: folder + "/drafts")) ?? [] where name.hasPrefix(run + "-") {
      Files.remove(folder + "/drafts/" + name)
    }
    Files.remove(folder + "/locks/" + run + ".lock")
  }
}
