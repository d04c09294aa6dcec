import CSQLite
import Digest
import Fixtures
import Glibc
import Library
import OrderedCollections
import Running
import System
import Testing

@testable import Record

/// Whatever lies where the record should be, the answer is a result or a fault in words.
@Suite struct DamageTests {
  /// A closed record as one file, and a folder to put changed ones into.
  private func record() throws -> (shelf: Shelf, bytes: [UInt8]) {
    let shelf = Shelf()
    _ = try shelf.written()
    try shelf.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
    return (shelf, try Files.read(shelf.database, most: 8 << 20))
  }

  private func put(_ bytes: [UInt8], _ shelf: Shelf) throws {
    for end in ["", "-wal", "-shm"] { Files.remove(shelf.database + end) }
    try Files.write(bytes, to: shelf.database)
  }

  /// Everything that a session reads; nil where nothing was amiss.
  private func use(_ shelf: Shelf) throws -> StoreFault? {
    let plan = try #require(Fixtures.smallPlan)
    return fault {
      let store = try shelf.store()
      for row in try store.runs() {
        _ = try store.verify(row)
        _ = try store.pinnedFiles(row.library)
        let ledger = try Ledger.open(row.id, plan: plan, in: store)
        try ledger.append([.noted("After", .note)], generation: nil, at: shelf.moment())
      }
    }
  }

  private func isDamage(_ fault: StoreFault?) -> Bool { if case .damaged = fault { true } else { false } }

  @Test func aTruncatedFileIsDamaged() throws {
    let (shelf, bytes) = try record()
    // A single byte is an empty database to SQLite; nothing of a record is left in it.
    for length in [15, 99, 100, 512, 4095, 4096, 8191, 8192, bytes.count / 2, bytes.count - 4096] {
      try put(Array(bytes.prefix(length)), shelf)
      let found = try use(shelf)
      #expect(isDamage(found), "\(length) of \(bytes.count): \(String(describing: found))")
      #expect(found?.message.contains("Nothing was changed") == true)
      #expect(try Files.read(shelf.database, most: 8 << 20) == Array(bytes.prefix(length)))
    }
  }

  @Test func anEmptyFileIsANewRecord() throws {
    let shelf = Shelf()
    try Files.makePrivateFolder(shelf.folder)
    try Files.touchPrivate(shelf.database)
    #expect(try shelf.store().runs() == [])
  }

  @Test func aFileOfSomethingElseIsNotTouched() throws {
    let shelf = Shelf()
    try Files.makePrivateFolder(shelf.folder)
    try Files.write(Array(repeating: 0x41, count: 5000), to: shelf.database)
    #expect(isDamage(fault { _ = try shelf.store() }))
    #expect(try Files.read(shelf.database, most: 8192) == Array(repeating: 0x41, count: 5000))
  }

  @Test(arguments: [0, 1, 9]) func theDatabaseOfSomethingElseIsNotTouched(version: Int) throws {
    let shelf = Shelf()
    try Files.makePrivateFolder(shelf.folder)
    try Files.touchPrivate(shelf.database)
    try shelf.tamper(
      "CREATE TABLE notes (text)", "PRAGMA user_version = \(version)", "PRAGMA application_id = 7")
    let before = try Files.read(shelf.database, most: 1 << 20)
    guard case .damaged("it is the database of something else", _)? = fault({ _ = try shelf.store() }) else {
      Issue.record("it was opened")
      return
    }
    #expect(try Files.read(shelf.database, most: 1 << 20) == before)
  }

  @Test func aRecordOfANewerVersionIsRefusedInClearWords() throws {
    let shelf = Shelf()
    _ = try shelf.written()
    try shelf.tamper("PRAGMA user_version = 3")
    let found = try #require(fault { _ = try shelf.store() })
    #expect(found == .newerVersion(found: 3, known: 2, path: shelf.database))
    #expect(
      found.message
        == "the record \(shelf.database) was written by a newer playbook (form 3; this one knows 2). Update playbook, or name another --state-dir"
    )
  }

  @Test func noByteThatIsTurnedMakesItCrash() throws {
    let (shelf, bytes) = try record()
    var random = Seeded(seed: 7)
    for _ in 0..<60 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let place =
          random.chance(30)
          ? Int.random(in: 0..<200, using: &random) : changed.indices.randomElement(using: &random)
        if let place { changed[place] = UInt8.random(in: 0...255, using: &random) }
      }
      try put(changed, shelf)
      _ = try use(shelf)
    }
  }

  @Test func anUnfinishedJournalIsPassedOver() throws {
    let (shelf, bytes) = try record()
    try put(bytes, shelf)
    try Files.write(Array(repeating: 0x37, count: 9000), to: shelf.database + "-wal")
    #expect(try use(shelf) == nil)
  }

  @Test func aFileWhereTheFolderShouldBeIsNamed() throws {
    let shelf = Shelf()
    try Files.write([], to: shelf.folder)
    guard case .system(let found)? = fault({ _ = try shelf.store() }) else {
      Issue.record("it was opened")
      return
    }
    #expect(found.message.contains(shelf.folder))
  }

  @Test func aLinkIsNotFollowed() throws {
    let (shelf, bytes) = try record()
    let elsewhere = shelf.scratch.path + "/elsewhere"
    try Files.write(bytes, to: elsewhere)
    Files.remove(shelf.database)
    #expect(symlink(elsewhere, shelf.database) == 0)
    #expect(fault { _ = try shelf.store() } != nil)
  }

  @Test func aFolderThatCannotBeWrittenIsNamed() throws {
    let shelf = Shelf()
    chmod(shelf.scratch.path, 0o755)
    let folder = shelf.scratch.path + "/locked"
    try Files.makeFolder(folder)
    try Files.write([], to: folder + "/playbook.sqlite")
    chmod(folder, 0o555)
    if geteuid() != 0 {
      guard case .system(let found)? = fault({ _ = try Store(folder: folder) }) else { return }
      #expect(found.message == "cannot make \(folder)/locks: Permission denied")
      return
    }
    // The superuser may write anywhere, so somebody else tries.
    let (status, words) = try Child.run(
      "/usr/bin/setpriv",
      ["--reuid=65534", "--regid=65534", "--clear-groups", Child.playbook, "runs", "--state-dir", folder],
      in: shelf.scratch)
    #expect(status == 74)
    #expect(words == "playbook: cannot make \(folder)/locks: Permission denied\n")
  }
}

/// A full disk loses nothing that was saved, and says so.
@Suite struct FullDiskTests {
  @Test func whatDoesNotFitIsRefusedAndTheRestStands() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    let ledger = try shelf.begin(store)
    let pages = try store.database.rows("PRAGMA page_count").first?.first?.integer ?? 0
    try store.database.execute("PRAGMA max_page_count = \(pages + 4)")
    let long = String(repeating: "a", count: 3000)
    var written = 0
    var found: StoreFault?
    while found == nil, written < 50 {
      found = fault {
        try ledger.append([.noted("\(written) \(long)", .note)], generation: nil, at: shelf.moment())
      }
      if found == nil { written += 1 }
    }
    #expect(found == .unwritable("database or disk is full", path: shelf.database))
    #expect(ledger.run.notes.count == written)
    #expect(try store.events(of: "POST-0001").count == written + 1)
    try store.database.execute("PRAGMA max_page_count = 100000")
    try ledger.append([.noted("There is room again", .note)], generation: nil, at: shelf.moment())
    #expect(try store.verify(try store.run("POST-0001")).count == written + 2)
  }

  @Test func aWalkOnAFullDiskEndsWithItsReasonAndAWholeRecord() throws {
    let shelf = Shelf()
    let typed = shelf.scratch.path + "/typed"
    try Files.write(Array((1...400).map { ":n\nNote \($0)\n" }.joined().utf8), to: typed)
    let start =
      "exec \(Child.playbook) start local-incident --library \(Fixtures.root) --officer Ash --plain --state-dir"
    // Room for the library, however large it has grown, and for some of the notes.
    let begun = Shelf()
    _ = try Child.run("/bin/sh", ["-c", "\(start) \(begun.folder) --no-input >/dev/null"], in: begun.scratch)
    let blocks = try Files.read(begun.database, most: 1 << 26).count / 512 + 300
    let command =
      "trap '' XFSZ; ulimit -f \(blocks); \(start) \(shelf.folder) <\(typed) >/dev/null"
    let (status, words) = try Child.run("/bin/sh", ["-c", command], in: shelf.scratch)
    #expect(status == 74)
    #expect(words.hasPrefix("playbook: cannot write to the record \(shelf.database): "))
    let store = try shelf.store()
    let count = try store.verify(try store.run("POST-0001")).count
    #expect((2..<400).contains(count))
  }
}

extension Store.ChainVerdict {
  /// How many events are whole; 0 where something is broken.
  var count: Int { if case .whole(let events, _) = self { events } else { 0 } }
}
