import CSQLite
import Digest
import Fixtures
import Glibc
import Library
import Messaging
import OrderedCollections
import Running
import System
import Testing
import Time

@testable import Record

/// A state folder of one test with a run in it, and another hand that writes past the store.
final class Shelf {
  let scratch = Scratch()

  var folder: String { scratch.path + "/state" }
  var database: String { folder + "/playbook.sqlite" }

  func store() throws -> Store { try Store(folder: folder) }

  /// Begins a run on the small library.
  func begin(_ store: Store, mode: Mode = .live) throws -> Ledger {
    let plan = try #require(Fixtures.smallPlan)
    return try Ledger.begin(
      .init(plan: plan, files: SmallLibrary.files(), mode: mode, zero: Fixtures.night), in: store,
      at: moment())
  }

  func moment(_ minutes: Int64 = 0, officer: String = "Ash") -> Moment {
    Moment(now: Fixtures.night + .minutes(minutes), officer: officer)
  }

  /// A run with a few events behind its beginning, closed again; the row of it.
  func written() throws -> RunRow {
    let store = try store()
    let ledger = try begin(store)
    for number in 1...5 {
      try ledger.append([.noted("Note \(number)", .note)], generation: nil, at: moment())
    }
    return try store.run("POST-0001")
  }

  /// What somebody does who opens the file with another program, triggers and checks put aside.
  func tamper(_ statements: String...) throws {
    var handle: OpaquePointer?
    #expect(sqlite3_open_v2(database, &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK)
    defer { sqlite3_close_v2(handle) }
    let dropped = ["events", "runs", "pins", "blobs"].flatMap { table in
      ["stay", "remain", "are_new"].map { "DROP TRIGGER IF EXISTS \(table)_\($0)" }
    }
    for statement in ["PRAGMA foreign_keys=OFF"] + dropped + statements {
      #expect(sqlite3_exec(handle, statement, nil, nil, nil) == SQLITE_OK, "\(statement)")
    }
  }

  func mode(_ path: String) -> UInt32 {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}

/// What opening or reading gave instead of a result.
func fault(_ body: () throws -> Void) -> StoreFault? {
  do {
    try body()
    return nil
  } catch { return error as? StoreFault }
}
