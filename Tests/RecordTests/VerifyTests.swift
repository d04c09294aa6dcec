import Fixtures
import Stage
import System
import Testing

@testable import Record

@Suite struct VerifyTests {
  @Test func recordThatNobodyTouchedIsWhole() async throws {
    try await Shelf.open { shelf in
      try shelf.append(["second", "third"], expecting: 1)
      guard case .whole(events: 3, head: _) = try shelf.verdict else {
        Issue.record("the record is not whole")
        return
      }
    }
  }

  @Test(arguments: [
    ("UPDATE events SET payload = CAST('forged' AS BLOB) WHERE sequence = 2", 2),
    ("DELETE FROM events WHERE sequence = 2", 2),
    ("DELETE FROM events WHERE sequence = 1", 1),
    ("UPDATE events SET sequence = 9 WHERE sequence = 3", 3),
    ("INSERT INTO events SELECT run, 5, payload, link FROM events WHERE sequence = 1", 5),
    (
      """
      UPDATE events SET sequence = 20 WHERE sequence = 2; UPDATE events SET sequence = 2 WHERE sequence = 3;
      UPDATE events SET sequence = 3 WHERE sequence = 20
      """, 2
    ),
    ("UPDATE events SET link = x'00' WHERE sequence = 3", 3),
    ("UPDATE blobs SET bytes = CAST('organisation: B' AS BLOB)", 1),
  ])
  func changeIsFoundWhereItWasMade(sql: String, place: Int) async throws {
    try await Shelf.open { shelf in
      try shelf.append(["second", "third", "fourth"], expecting: 1)
      try shelf.tamper(sql)
      guard case .broken(let at, _) = try shelf.verdict else {
        Issue.record("the change was not found")
        return
      }
      #expect(at == place)
    }
  }

  /// Damage of every kind is told as such: no page of noise, no short file and no text ends in a crash.
  @Test(arguments: 0..<24)
  func damagedFileIsToldAndNeverCrashes(seed: Int) async throws {
    try await Shelf.open { shelf in
      try shelf.append((0..<40).map { "event \($0) " + String(repeating: "x", count: 400) }, expecting: 1)
      try shelf.store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      let path = shelf.store.folder + "/playbook.sqlite"
      var dice = Dice(seed: seed + 1)
      var bytes = try Files.read(path, most: 1 << 24)
      if seed % 3 == 0 {
        bytes.removeLast(dice.roll(bytes.count))
      } else {
        for _ in 0...dice.roll(300) { bytes[dice.roll(bytes.count)] = UInt8(dice.roll(256)) }
      }
      let copy = shelf.room.path("copy")
      try Files.makePrivateFolder(copy)
      try Files.write(bytes, to: copy + "/playbook.sqlite")
      do throws(StoreFault) {
        let store = try Store(folder: copy)
        for run in try store.runs() { _ = try store.verify(run) }
      } catch {
        #expect(!error.message.isEmpty, "seed \(seed)")
      }
    }
  }
}
