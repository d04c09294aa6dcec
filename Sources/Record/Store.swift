public import Digest
public import Library
import System
public import Time

/// A run as the store lists it; what is in it stands in its events.
public struct RunRow: Hashable, Sendable {
  /// As `POST-0007`.
  public let id: String
  public let playbook: String
  public let library: ContentDigest
  public let lastSequence: Int
  /// When it was read in from a bundle; nil for a run that was begun here.
  public let imported: Instant?
}

/// One event as it stands on disk: its bytes are never changed, and `link` binds it to all before it.
public struct StoredEvent: Hashable, Sendable {
  public let sequence: Int
  public let payload: [UInt8]
  public let link: ContentDigest
}

/// The record on disk: append-only events in SQLite, durable before an append returns.
public final class Store {
  /// The form that this version reads and writes.
  static let version = 2
  /// "PLAY", in the database's header.
  static let application: Int64 = 0x504C_4159
  /// The database's name in the state folder.
  private static let file = "playbook.sqlite"

  let database: Database
  public let folder: String

  /// Whether a record lies in a folder; nothing is made by asking.
  public static func exists(in folder: String) -> Bool { Files.exists(folder + "/" + file) }

  /// Opens the record in a state folder, making both for their owner alone where they are not there.
  public init(folder: String) throws(StoreFault) {
    do throws(SystemFault) {
      try Files.makePrivateFolder(folder)
      try Files.makePrivateFolder(folder + "/locks")
      try Files.makePrivateFolder(folder + "/drafts")
    } catch {
      throw .system(error)
    }
    self.folder = folder
    let path = folder + "/" + Self.file
    let isNew = !Files.exists(path)
    if isNew {
      do throws(SystemFault) { try Files.touchPrivate(path) } catch { throw .system(error) }
    }
    database = try Database(path: path)
    // Nothing is written, the mode of the journal not either, before the file is known to be a record.
    try database.execute("PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;")
    try refuseStranger(path)
    try database.execute("PRAGMA journal_mode=WAL;")
    try prepare()
  }

  private func refuseStranger(_ path: String) throws(StoreFault) {
    let version = try number("PRAGMA user_version")
    if try number("SELECT count(*) FROM sqlite_master") == 0 { return }
    if try number("PRAGMA application_id") != Self.application {
      throw .damaged("it is the database of something else", path: path)
    }
    if version > Self.version { throw .newerVersion(found: Int(version), known: Self.version, path: path) }
  }

  func number(_ sql: String) throws(StoreFault) -> Int64 {
    try database.rows(sql).first?.first?.integer ?? 0
  }

  /// Begins a run: gives it the next number of its prefix, pins its library and appends its first events.
  public func create(
    prefix: String, playbook: String, files: [LibraryFiles.Pinned], library: ContentDigest,
    first: (String) throws(StoreFault) -> [[UInt8]]
  ) throws(StoreFault) -> String {
    try database.transaction { () throws(StoreFault) in
      let number = try nextNumber(of: prefix)
      let digits = String(number)
      let id = prefix + "-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      try database.rows(
        "INSERT INTO runs (id, prefix, number, playbook, library) VALUES (?, ?, ?, ?, ?)",
        [.text(id), .text(prefix), .integer(number), .text(playbook), .bytes(library.bytes)])
      try pin(files, of: library)
      try insert(first(id), into: id, after: 0, Chain.beginning)
      return id
    }
  }

  /// One more than any run of the prefix has had; the number of a run that was deleted is not given again.
  private func nextNumber(of prefix: String) throws(StoreFault) -> Int64 {
    let last = try database.rows("SELECT max(number) FROM runs WHERE prefix = ?", [.text(prefix)])
    let deleted = try database.rows(
      "SELECT max(CAST(substr(run, length(?1) + 2) AS INTEGER)) FROM tombstones WHERE run LIKE ?1 || '-%'",
      [.text(prefix)])
    return max(last.first?.first?.integer ?? 0, deleted.first?.first?.integer ?? 0) + 1
  }

  /// Keeps a library's files, once however many runs are pinned to them.
  func pin(_ files: [LibraryFiles.Pinned], of library: ContentDigest) throws(StoreFault) {
    let pins = try database.rows("SELECT count(*) FROM pins WHERE library = ?", [.bytes(library.bytes)])
    // Pins are only written whole, with the run that they are for.
    if pins.first?.first?.integer == Int64(files.count) { return }
    for file in files {
      let digest = Database.Value.bytes(file.digest.bytes)
      try database.rows(
        "INSERT OR IGNORE INTO blobs (digest, bytes) VALUES (?, ?)", [digest, .bytes(file.bytes)])
      try database.rows(
        "INSERT OR IGNORE INTO pins (library, path, digest) VALUES (?, ?, ?)",
        [.bytes(library.bytes), .text(file.path), digest])
    }
  }

  /// Appends events after the one numbered `expecting`; refuses where others came meanwhile.
  ///
  /// `generation` is the pen's; nil appends beside it. `pinning` are libraries that the events take up.
  /// `officer` is whose turn it is from these events on: who held the pen until then can write nothing after them.
  public func append(
    _ payloads: [[UInt8]], to run: String, expecting: Int, generation: Int? = nil,
    pinning: [LibraryFiles] = [], passingPenTo officer: String? = nil
  ) throws(StoreFault) {
    try database.transaction { () throws(StoreFault) in
      if try isImported(run) { throw .onlyRead(run) }
      if let generation, let pen = try pen(of: run), pen.generation != generation {
        throw .penLost(to: pen.officer)
      }
      let last = try database.rows(
        "SELECT sequence, link FROM events WHERE run = ? ORDER BY sequence DESC LIMIT 1", [.text(run)]
      ).first
      let found = Int(last?.first?.integer ?? 0)
      if found != expecting { throw .conflict(expected: expecting, found: found) }
      for files in pinning {
        let pinned = files.pinned()
        try pin(pinned.files, of: pinned.digest)
      }
      try insert(payloads, into: run, after: found, last?[1].digest ?? Chain.beginning)
      if let officer { try raiseGeneration(of: run, officer: officer) }
    }
  }

  func insert(
    _ payloads: [[UInt8]], into run: String, after last: Int, _ link: ContentDigest
  ) throws(StoreFault) {
    var (sequence, link) = (last, link)
    for payload in payloads {
      sequence += 1
      link = Chain.link(after: link, payload)
      try database.rows(
        "INSERT INTO events (run, sequence, payload, link) VALUES (?, ?, ?, ?)",
        [.text(run), .integer(Int64(sequence)), .bytes(payload), .bytes(link.bytes)])
    }
  }
}
