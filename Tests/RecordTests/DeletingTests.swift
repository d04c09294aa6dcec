import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import System
import Testing
import Time

@testable import Record

/// A run leaves the record only behind its tombstone, and nothing of it stays in the file.
@Suite struct DeletingTests {
  private func delete(_ id: String, _ store: Store) throws -> Tombstone {
    try store.delete(store.run(id), officer: "Kim", at: Fixtures.night, reason: "Its time is past")
  }

  @Test func whatIsLeftSaysThatThereWasARunAndWhoDeletedIt() throws {
    let bundles = Bundles()
    let row = try bundles.record()
    let store = try bundles.shelf.store()
    guard case .whole(let events, let head) = try store.verify(row) else { return }
    let tombstone = try delete(row.id, store)
    #expect(tombstone.run == "POST-0001")
    #expect(tombstone.playbook == "post-incident/small")
    #expect(tombstone.events == events)
    #expect(tombstone.head == head)
    #expect(tombstone.by == "Kim")
    #expect(tombstone.reason == "Its time is past")
    #expect(try store.tombstones() == [tombstone])
    #expect(try store.runs() == [])
    #expect(fault { _ = try store.run(row.id) } == .noSuchRun(row.id))
    for table in ["events", "runs", "pens", "pins", "blobs"] {
      #expect(try store.number("SELECT count(*) FROM \(table)") == 0, "\(table)")
    }
  }

  @Test func nothingOfItStaysInTheFolder() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    let ledger = try shelf.begin(store)
    try ledger.append([.noted("Zanzibar-4711", .note)], generation: nil, at: shelf.moment())
    let draft = DraftFile(folder: shelf.folder, run: "POST-0001", officer: "Ash")
    try draft.write(.init(prompt: "note", text: "Zanzibar-4711"))
    _ = try delete("POST-0001", store)
    for name in try Files.names(in: shelf.folder) + [
      "drafts/" + (draft.path.split(separator: "/").last ?? "")
    ] {
      let path = shelf.folder + "/" + name
      guard Files.exists(path) else { continue }
      let text = String(decoding: try Files.read(path, most: 64 << 20), as: UTF8.self)
      #expect(!text.contains("Zanzibar-4711"), "\(name)")
    }
    #expect(!Files.exists(draft.path))
    #expect(!Files.exists(shelf.folder + "/locks/POST-0001.lock"))
  }

  @Test func itsNumberIsNotGivenAgainAndOthersKeepWhatTheyNeed() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    for _ in 0..<3 { _ = try shelf.begin(store) }
    _ = try delete("POST-0003", store)
    _ = try delete("POST-0001", store)
    #expect(try shelf.begin(store).run.id == "POST-0004")
    #expect(try store.runs().map(\.id) == ["POST-0002", "POST-0004"])
    for row in try store.runs() {
      guard case .whole = try store.verify(row) else {
        Issue.record("\(row.id) lost something")
        return
      }
    }
    #expect(try store.tombstones().map(\.run) == ["POST-0003", "POST-0001"])
  }

  @Test func aRunOnHoldOrInUseOrDamagedIsNotDeleted() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    _ = try shelf.begin(store)
    try store.add(Hold(run: "POST-0001", isHeld: true, at: Fixtures.night, officer: "Kim", reason: "Inquest"))
    #expect(
      fault { _ = try delete("POST-0001", store) } == .onHold("POST-0001", by: "Kim", reason: "Inquest"))
    try store.add(Hold(run: "POST-0001", isHeld: false, at: Fixtures.night, officer: "Kim", reason: "Over"))
    #expect(try store.hold(on: "POST-0001") == nil)
    let pen = try store.takePen(of: "POST-0001", officer: "Ash")
    #expect(fault { _ = try delete("POST-0001", shelf.store()) } == .penHeld(by: "Ash"))
    #expect(pen.generation > 0)
    _ = consume pen
    try shelf.tamper("UPDATE events SET link = zeroblob(32)")
    guard case .damaged? = fault({ _ = try delete("POST-0001", shelf.store()) }) else {
      Issue.record("it was deleted")
      return
    }
    #expect(try store.runs().count == 1)
  }

  @Test(arguments: [
    "UPDATE tombstones SET payload = x'00'", "DELETE FROM tombstones", "UPDATE holds SET held = 0",
    "DELETE FROM holds", "DELETE FROM events WHERE run = 'POST-0002'",
    "DELETE FROM runs WHERE id = 'POST-0002'",
    "DELETE FROM pins", "DELETE FROM blobs",
    "INSERT OR REPLACE INTO tombstones SELECT number, run, x'00', link, NULL FROM tombstones",
    "INSERT OR REPLACE INTO holds SELECT number, run, 0, at, officer, reason FROM holds",
  ])
  func whatIsLeftOnlyGrows(statement: String) throws {
    let shelf = Shelf()
    let store = try shelf.store()
    for _ in 0..<2 { _ = try shelf.begin(store) }
    _ = try delete("POST-0001", store)
    try store.add(Hold(run: "POST-0002", isHeld: true, at: Fixtures.night, officer: "Kim", reason: "Inquest"))
    guard case .database(let words, _)? = fault({ try store.database.execute(statement) }) else {
      Issue.record("\(statement) was carried out")
      return
    }
    #expect(words.contains("the record only grows"))
  }

  @Test func aTombstoneThatWasChangedOrTakenAwayIsFound() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    for _ in 0..<3 { _ = try shelf.begin(store) }
    for id in ["POST-0001", "POST-0002"] { _ = try delete(id, store) }
    try shelf.tamper("DROP TRIGGER tombstones_remain", "DELETE FROM tombstones WHERE run = 'POST-0001'")
    guard case .damaged(let words, _)? = fault({ _ = try store.tombstones() }) else {
      Issue.record("nothing was found")
      return
    }
    #expect(words.contains("tombstone 1 was changed"))
  }

  @Test func anImportedRunCanGoAndDoesNotComeBackUnseen() throws {
    let (bundles, other) = (Bundles(), Shelf())
    try bundles.export()
    let store = try other.store()
    _ = try store.read(in: Bundle(bundles.path), officer: "Blake", at: Fixtures.night)
    _ = try delete("POST-0001", store)
    #expect(try store.runs() == [])
    #expect(
      try store.read(in: Bundle(bundles.path), officer: "Blake", at: Fixtures.night).outcome == .deleted)
  }
}
