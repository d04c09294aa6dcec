extension Store {
  /// The tables as form 1 had them, which form 2 adds to.
  static let firstSchema = """
    CREATE TABLE blobs (digest BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE runs (
      id TEXT PRIMARY KEY, prefix TEXT NOT NULL, number INTEGER NOT NULL, playbook TEXT NOT NULL,
      library BLOB NOT NULL, UNIQUE (prefix, number)) STRICT;
    CREATE TABLE pins (
      library BLOB NOT NULL, path TEXT NOT NULL, digest BLOB NOT NULL REFERENCES blobs,
      PRIMARY KEY (library, path)) STRICT, WITHOUT ROWID;
    CREATE TABLE events (
      run TEXT NOT NULL REFERENCES runs, sequence INTEGER NOT NULL, payload BLOB NOT NULL, link BLOB NOT NULL,
      PRIMARY KEY (run, sequence)) STRICT, WITHOUT ROWID;
    CREATE TABLE pens (run TEXT PRIMARY KEY REFERENCES runs, generation INTEGER NOT NULL, officer TEXT NOT NULL) STRICT;
    \(growing("events", "run = new.run AND sequence = new.sequence"))
    \(growing("runs", "id = new.id"))
    \(growing("pins", "library = new.library AND path = new.path AND digest <> new.digest"))
    \(growing("blobs", "digest = new.digest AND bytes <> new.bytes"))
    """

  /// What form 2 has besides: runs that were imported, legal holds, and what is left of runs that were deleted.
  ///
  /// A row leaves the record only behind its tombstone, and a pin or a file only when no run needs it.
  static let secondSchema = """
    CREATE TABLE imports (run TEXT PRIMARY KEY, at INTEGER NOT NULL, officer TEXT NOT NULL) STRICT;
    CREATE TABLE holds (
      number INTEGER PRIMARY KEY, run TEXT NOT NULL, held INTEGER NOT NULL, at INTEGER NOT NULL,
      officer TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
    CREATE TABLE tombstones (
      number INTEGER PRIMARY KEY, run TEXT NOT NULL UNIQUE, payload BLOB NOT NULL, link BLOB NOT NULL,
      signature BLOB) STRICT;
    \(growing("imports", "run = new.run", except: "tombstones WHERE run = old.run"))
    \(growing("holds", "number = new.number"))
    \(growing("tombstones", "number = new.number OR run = new.run"))
    \(leaving("events", unless: "NOT EXISTS (SELECT 1 FROM tombstones WHERE run = old.run)"))
    \(leaving("runs", unless: "NOT EXISTS (SELECT 1 FROM tombstones WHERE run = old.id)"))
    \(leaving("pins", unless: "NOT EXISTS (SELECT 1 FROM tombstones) OR EXISTS (SELECT 1 FROM runs WHERE library = old.library)"))
    \(leaving("blobs", unless: "NOT EXISTS (SELECT 1 FROM tombstones) OR EXISTS (SELECT 1 FROM pins WHERE digest = old.digest)"))
    CREATE TRIGGER pens_are_own BEFORE INSERT ON pens WHEN EXISTS (SELECT 1 FROM imports WHERE run = new.run)
      BEGIN SELECT RAISE(ABORT, 'an imported run is only read'); END;
    """

  private static let refusal = "BEGIN SELECT RAISE(ABORT, 'the record only grows'); END;"

  /// Rows are added, never changed, taken away or replaced (`INSERT OR REPLACE` asks no DELETE trigger).
  private static func growing(_ table: String, _ isThere: String, except tombstone: String? = nil) -> String {
    let remains = tombstone.map { " WHEN NOT EXISTS (SELECT 1 FROM \($0))" } ?? ""
    return """
      CREATE TRIGGER \(table)_stay BEFORE UPDATE ON \(table) \(refusal)
      CREATE TRIGGER \(table)_remain BEFORE DELETE ON \(table)\(remains) \(refusal)
      CREATE TRIGGER \(table)_are_new BEFORE INSERT ON \(table)
        WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(isThere)) \(refusal)
      """
  }

  /// Puts a condition to the trigger that keeps a table's rows.
  private static func leaving(_ table: String, unless condition: String) -> String {
    """
    DROP TRIGGER IF EXISTS \(table)_remain;
    CREATE TRIGGER \(table)_remain BEFORE DELETE ON \(table) WHEN \(condition) \(refusal)
    """
  }

  /// Makes the tables where there are none, and brings those of an older form to this one.
  ///
  /// Of two processes that begin at once, one does it.
  func prepare() throws(StoreFault) {
    func form() throws(StoreFault) -> Int64 { try number("PRAGMA user_version") }
    guard try form() < Self.version else { return }
    try database.transaction { () throws(StoreFault) in
      let found = try form()
      if found < 1 { try database.execute("PRAGMA application_id = \(Self.application);" + Self.firstSchema) }
      if found < 2 { try database.execute(Self.secondSchema) }
      try database.execute("PRAGMA user_version = \(Self.version)")
    }
  }
}
