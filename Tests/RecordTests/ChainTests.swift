import Digest
import Fixtures
import Library
import OrderedCollections
import Running
import Testing

@testable import Record

/// The chain shows every change, cut, insertion and reordering.
@Suite struct ChainTests {
  private func verdict(after statements: String...) throws -> Store.ChainVerdict {
    let shelf = Shelf()
    _ = try shelf.written()
    for statement in statements { try shelf.tamper(statement) }
    let store = try shelf.store()
    return try store.verify(try store.run("POST-0001"))
  }

  @Test func aRecordThatNobodyTouchedIsWhole() throws {
    let shelf = Shelf()
    let row = try shelf.written()
    let store = try shelf.store()
    let last = try #require(try store.events(of: row.id).last)
    #expect(try store.verify(row) == .whole(events: 6, head: last.link))
    // Worked out by hand: each link is over the one before it and the payload's own digest.
    var link = ContentDigest.sha256(of: Array("playbook record 1".utf8)).bytes
    for event in try store.events(of: row.id) {
      link = ContentDigest.sha256(of: link + ContentDigest.sha256(of: event.payload).bytes).bytes
    }
    #expect(last.link.bytes == link)
  }

  @Test(arguments: [
    (
      "UPDATE events SET payload = CAST(replace(CAST(payload AS TEXT), 'Note 2', 'Note X') AS BLOB) WHERE sequence = 3",
      3
    ),
    ("UPDATE events SET link = zeroblob(32) WHERE sequence = 4", 4),
    ("UPDATE events SET link = x'00' WHERE sequence = 4", 4),
    ("DELETE FROM events WHERE sequence = 3", 3), ("DELETE FROM events WHERE sequence = 1", 1),
    (
      "DELETE FROM events WHERE sequence = 2; UPDATE events SET sequence = sequence - 1 WHERE sequence > 2", 2
    ),
    (
      "UPDATE events SET sequence = 99 WHERE sequence = 3; UPDATE events SET sequence = 3 WHERE sequence = 4; UPDATE events SET sequence = 4 WHERE sequence = 99",
      3
    ),
    (
      "UPDATE events SET sequence = 7 WHERE sequence = 6; INSERT INTO events SELECT run, 6, payload, link FROM events WHERE sequence = 2",
      6
    ),
    ("INSERT INTO events SELECT run, 7, payload, link FROM events WHERE sequence = 6", 7),
    ("UPDATE events SET link = x'00' WHERE sequence = 6", 6),
    ("INSERT INTO events VALUES ('POST-0001', 7, x'7b7d', x'00')", 7),
    ("UPDATE events SET payload = x'' WHERE sequence = 6", 6), ("DELETE FROM events", 1),
  ])
  func whatWasChangedCutInsertedOrTurnedRoundIsFound(statement: String, event: Int) throws {
    guard case .broken(let at, let how) = try verdict(after: statement) else {
      Issue.record("nothing was found")
      return
    }
    #expect(at == event)
    #expect(!how.isEmpty)
  }

  @Test func aCutAtTheEndShowsInTheCountAndTheHead() throws {
    let shelf = Shelf()
    let row = try shelf.written()
    guard case .whole(let events, let head) = try shelf.store().verify(row) else { return }
    try shelf.tamper("DELETE FROM events WHERE sequence > 4")
    guard case .whole(let left, let other) = try shelf.store().verify(row) else { return }
    #expect(events == 6)
    #expect(left == 4)
    #expect(head != other)
  }

  @Test(arguments: [
    "UPDATE blobs SET bytes = x'00' WHERE digest = (SELECT digest FROM pins WHERE path LIKE '%organisation%')",
    "DELETE FROM blobs WHERE digest = (SELECT digest FROM pins WHERE path LIKE '%organisation%')",
    "DELETE FROM pins WHERE path LIKE '%sms.md'",
    "UPDATE pins SET path = path || 'x' WHERE path LIKE '%sms.md'",
    "UPDATE pins SET digest = (SELECT digest FROM pins WHERE path LIKE '%/x.md') WHERE path LIKE '%sms.md'",
    "INSERT INTO pins SELECT library, 'templates/new/x.md', digest FROM pins LIMIT 1", "DELETE FROM pins",
    "UPDATE runs SET library = zeroblob(32)", "UPDATE runs SET playbook = 'post-incident/other'",
  ])
  func pinsThatWereChangedAreFound(statement: String) throws {
    guard case .broken(1, _) = try verdict(after: statement) else {
      Issue.record("nothing was found")
      return
    }
  }

  @Test func theRecordOfOneRunIsNotTakenForAnothers() throws {
    let shelf = Shelf()
    _ = try shelf.written()
    _ = try shelf.begin(try shelf.store())
    try shelf.tamper(
      "DELETE FROM events WHERE run = 'POST-0002'",
      "INSERT INTO events SELECT 'POST-0002', sequence, payload, link FROM events WHERE run = 'POST-0001'")
    let store = try shelf.store()
    guard case .broken(1, _) = try store.verify(try store.run("POST-0002")) else {
      Issue.record("nothing was found")
      return
    }
  }

  @Test func aRunWhoseOwnLineWasChangedIsNotPassedOver() throws {
    let shelf = Shelf()
    _ = try shelf.written()
    try shelf.tamper("UPDATE runs SET library = x'00'")
    let store = try shelf.store()
    #expect(throws: StoreFault.damaged("the line of a run was changed", path: shelf.database)) {
      try store.runs()
    }
    #expect(throws: StoreFault.damaged("the line of a run was changed", path: shelf.database)) {
      try store.run("POST-0001")
    }
  }

  @Test func aRunWithAMissingEventIsNotOpened() throws {
    let shelf = Shelf()
    _ = try shelf.written()
    try shelf.tamper("DELETE FROM events WHERE sequence = 3")
    let (store, plan) = (try shelf.store(), try #require(Fixtures.smallPlan))
    guard case .damaged(let words, _)? = fault({ _ = try Ledger.open("POST-0001", plan: plan, in: store) })
    else {
      Issue.record("it was opened")
      return
    }
    #expect(words == "event 3 of POST-0001 is missing")
  }

  @Test func anEventThatCannotBeReadIsNamed() throws {
    let shelf = Shelf()
    _ = try shelf.written()
    try shelf.tamper("UPDATE events SET payload = CAST('{\"v\":9}' AS BLOB) WHERE sequence = 4")
    let (store, plan) = (try shelf.store(), try #require(Fixtures.smallPlan))
    #expect(fault { _ = try Ledger.open("POST-0001", plan: plan, in: store) } == .unreadableEvent(4))
  }
}
