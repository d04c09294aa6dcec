import Glibc
import Stage
import System
import Testing

@testable import Record

@Suite struct StoreTests {
  @Test func recordIsForItsOwnerAlone() async throws {
    try await Shelf.open { shelf in
      for (path, mode) in [("", 0o700), ("/locks", 0o700), ("/drafts", 0o700), ("/playbook.sqlite", 0o600)] {
        var status = stat()
        #expect(unsafe stat(shelf.store.folder + path, &status) == 0)
        #expect(Int(status.st_mode & 0o777) == mode, "\(path)")
      }
    }
  }

  @Test(arguments: [
    "UPDATE events SET payload = x'00'", "DELETE FROM events", "DELETE FROM runs",
    "UPDATE blobs SET bytes = x'00'",
    "DELETE FROM blobs",
  ])
  func recordOnlyGrows(sql: String) async throws {
    try await Shelf.open { shelf in
      #expect(throws: StoreFault.self) { try shelf.store.database.execute(sql) }
      let found = try shelf.words()
      #expect(found == ["first"])
    }
  }

  @Test func appendThatMissedAnotherOneIsRefusedAndWritesNothing() async throws {
    try await Shelf.open { shelf in
      try shelf.append(["second"], expecting: 1)
      #expect(throws: StoreFault.conflict(expected: 1, found: 2)) {
        try shelf.append(["third"], expecting: 1)
      }
      let found2 = try shelf.words()
      #expect(found2 == ["first", "second"])
    }
  }

  @Test func runsAreNumberedByTheirPrefix() async throws {
    try await Shelf.open { shelf in
      #expect(shelf.run == "POST-0001")
      let found3 = try Shelf.begin(in: shelf.store)
      #expect(found3 == "POST-0002")
      let found4 = try shelf.store.run("post-0002").id
      #expect(found4 == "POST-0002")
      #expect(throws: StoreFault.noSuchRun("POST-9999")) { try shelf.store.run("POST-9999") }
    }
  }

  @Test func penThatWasTakenOverWritesNoMore() async throws {
    try await Shelf.open { shelf in
      let first = try shelf.store.takePen(of: shelf.run, officer: "Ash")
      try shelf.append(["second"], expecting: 1, generation: first.generation)
      let second = try shelf.store.takePen(of: shelf.run, officer: "Bo", takingOver: true)
      #expect(throws: StoreFault.penLost(to: "Bo")) {
        try shelf.append(["third"], expecting: 2, generation: first.generation)
      }
      try shelf.append(["third"], expecting: 2, generation: second.generation)
      let found5 = try shelf.words()
      #expect(found5 == ["first", "second", "third"])
    }
  }

  @Test func penThatIsHeldIsNotGot() async throws {
    try await Shelf.open { shelf in
      let held = try shelf.store.takePen(of: shelf.run, officer: "Ash")
      #expect(throws: StoreFault.penHeld(by: "Ash")) {
        _ = try shelf.store.takePen(of: shelf.run, officer: "Bo").generation
      }
      // Whoever holds no pen may still add beside it.
      try shelf.append(["note"], expecting: 1)
      #expect(held.generation == 1)
    }
  }

  @Test func recordOfALaterVersionIsLeftAlone() async throws {
    try await Shelf.open { shelf in
      try shelf.tamper("PRAGMA user_version = 99")
      #expect { try Store(folder: shelf.store.folder) } throws: { fault in
        guard case StoreFault.newerVersion(found: 99, known: Store.version, path: _)? = fault as? StoreFault
        else { return false }
        return true
      }
    }
  }

  @Test func databaseOfSomethingElseIsNotTouched() async throws {
    try await Room.open { room in
      try Files.makePrivateFolder(room.state)
      let other = try Database(path: room.state + "/playbook.sqlite")
      try other.execute("CREATE TABLE photos (name TEXT)")
      #expect { try Store(folder: room.state) } throws: { fault in
        if case StoreFault.damaged? = fault as? StoreFault { true } else { false }
      }
      let found6 = try other.rows("SELECT count(*) FROM photos").first?.first?.integer
      #expect(found6 == 0)
    }
  }

  @Test func fullDiskRefusesTheWholeAppendAndKeepsWhatStood() async throws {
    try await Shelf.open { shelf in
      let pages = try shelf.store.database.rows("PRAGMA page_count").first?.first?.integer ?? 0
      try shelf.store.database.execute("PRAGMA max_page_count = \(pages + 2)")
      let large = String(repeating: "x", count: 64 * 1024)
      #expect(throws: StoreFault.self) { try shelf.append(["second", large], expecting: 1) }
      let found7 = try shelf.words()
      #expect(found7 == ["first"])
      try shelf.store.database.execute("PRAGMA max_page_count = 100000")
      try shelf.append(["second"], expecting: 1)
      let found8 = try shelf.words()
      #expect(found8 == ["first", "second"])
    }
  }

  @Test func folderThatNobodyMayWriteToIsSaidSo() async throws {
    try await Room.open { room in
      try Files.makePrivateFolder(room.path("home"))
      room.allow("home", mode: 0o555)
      room.allow("", mode: 0o755)
      room.environment["PLAYBOOK_STATE_DIR"] = room.path("home/state")
      let ended = try await room.playbook(["runs"], user: 65534)
      #expect(ended.status == 74)
      #expect(ended.errors.contains("cannot make \(room.path("home/state")): Permission denied"))
    }
  }
}
