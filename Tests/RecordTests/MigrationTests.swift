import Digest
import Fixtures
import Library
import OrderedCollections
import Running
import System
import Testing
import Time

@testable import Record

/// A record of an earlier form is brought to this one and keeps everything.
@Suite struct MigrationTests {
  /// A record of form 1, with what was recorded in another.
  private func formOne(_ shelf: Shelf) throws -> Shelf {
    let old = Shelf()
    try Files.makePrivateFolder(old.folder)
    try Files.touchPrivate(old.database)
    let database = try Database(path: old.database)
    try database.execute("PRAGMA application_id = \(Store.application); PRAGMA user_version = 1;")
    try database.execute(Store.firstSchema)
    try database.execute("ATTACH '\(shelf.database)' AS other")
    for table in ["blobs", "runs", "pins", "events", "pens"] {
      try database.execute("INSERT INTO main.\(table) SELECT * FROM other.\(table)")
    }
    return old
  }

  @Test func aRecordOfFormOneIsBroughtToThisOneAndKeepsEverything() throws {
    let bundles = Bundles()
    let row = try bundles.record()
    let store = try bundles.shelf.store()
    _ = try store.takePen(of: row.id, officer: "Ash")
    let old = try formOne(bundles.shelf)
    let migrated = try old.store()
    #expect(try migrated.number("PRAGMA user_version") == 2)
    #expect(try migrated.runs() == [row])
    #expect(try migrated.events(of: row.id) == store.events(of: row.id))
    #expect(try migrated.pinnedFiles(row.library) == store.pinnedFiles(row.library))
    #expect(try migrated.verify(row) == store.verify(row))
    #expect(try migrated.takePen(of: row.id, officer: "Blake").generation == 2)
    // It is the same as one that was made in this form.
    let tables = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    let made = try store.database.rows(tables).map { $0.map(\.text) }
    #expect(try migrated.database.rows(tables).map { $0.map(\.text) } == made)
    // And it is opened again as it is.
    #expect(try old.store().runs() == [row])
  }

  @Test(arguments: ["DELETE FROM events", "DELETE FROM runs", "DELETE FROM pins", "DELETE FROM blobs"])
  func whatWasMigratedOnlyGrowsAsBefore(statement: String) throws {
    let shelf = Shelf()
    _ = try shelf.written()
    let migrated = try formOne(shelf).store()
    let found = fault { try migrated.database.execute(statement) }
    guard case .database(let words, _)? = found else {
      Issue.record("\(statement) was carried out")
      return
    }
    #expect(words.contains("the record only grows"))
  }

  @Test func twoThatOpenAnOldRecordAtOnceBringItOverOnce() async throws {
    let shelf = Shelf()
    _ = try shelf.written()
    let old = try formOne(shelf)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<6 { group.addTask { [folder = old.folder] in try Store(folder: folder).runs().count } }
      for try await count in group { #expect(count == 1) }
    }
  }
}
