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

/// An exported run is read in again, to be looked at and nothing else.
@Suite struct ImportTests {
  private func read(_ bundles: Bundles, into shelf: Shelf) throws -> Store.ImportOutcome {
    try shelf.store().read(in: Bundle(bundles.path), officer: "Blake", at: Fixtures.night).outcome
  }

  @Test func itIsTheSameRecordThereAndNobodyGoesOnWithIt() throws {
    let (bundles, other) = (Bundles(), Shelf())
    try bundles.export()
    #expect(try read(bundles, into: other) == .begun)
    let (here, there) = (try bundles.shelf.store(), try other.store())
    let row = try there.run("POST-0001")
    #expect(row.imported == Fixtures.night)
    #expect(try there.events(of: row.id) == here.events(of: row.id))
    #expect(try there.pinnedFiles(row.library) == here.pinnedFiles(row.library))
    #expect(try there.verify(row) == here.verify(row))
    #expect(fault { _ = try there.takePen(of: row.id, officer: "Ash") } == .onlyRead(row.id))
    let ledger = try Ledger.open(row.id, plan: #require(Fixtures.smallPlan), in: there)
    #expect(
      fault { try ledger.append([.noted("One", .note)], generation: nil, at: other.moment()) }
        == .onlyRead(row.id))
    // Past the store's own doors too.
    #expect(fault { try there.database.execute("INSERT INTO pens VALUES ('POST-0001', 1, 'Ash')") } != nil)
    // What is exported from there is the same bundle.
    let again = other.scratch.path + "/again.tar"
    _ = try there.export(row, to: again, replacing: false)
    #expect(try Files.read(again, most: 16 << 20) == bundles.bytes())
  }

  @Test func theSameBundleAgainChangesNothing() throws {
    let (bundles, other) = (Bundles(), Shelf())
    try bundles.export()
    _ = try read(bundles, into: other)
    #expect(try read(bundles, into: other) == .same)
    #expect(try read(bundles, into: bundles.shelf) == .same)
    #expect(try other.store().runs().count == 1)
    #expect(try bundles.shelf.store().run("POST-0001").imported == nil)
  }

  @Test func aBundleThatGoesOnAddsItsEventsAndAnOlderOneNothing() throws {
    let (bundles, other) = (Bundles(), Shelf())
    try bundles.export()
    let older = try bundles.bytes()
    _ = try read(bundles, into: other)
    let store = try bundles.shelf.store()
    let ledger = try Ledger.open("POST-0001", plan: #require(Fixtures.smallPlan), in: store)
    try ledger.append(
      [.noted("One", .note), .noted("Two", .note)], generation: nil, at: bundles.shelf.moment(900))
    _ = try store.export(try store.run("POST-0001"), to: bundles.path, replacing: true)
    #expect(try read(bundles, into: other) == .extended(by: 2))
    #expect(try other.store().events(of: "POST-0001") == store.events(of: "POST-0001"))
    #expect(try read(bundles, into: other) == .same)
    try Files.write(older, to: bundles.path)
    #expect(try read(bundles, into: other) == .older(by: 2))
  }

  @Test func aRunThatWasBegunHereTakesNothingFromOutside() throws {
    let bundles = Bundles()
    try bundles.export()
    let count = try bundles.shelf.store().events(of: "POST-0001").count
    try bundles.shelf.tamper("DELETE FROM events WHERE sequence > 9")
    #expect(try read(bundles, into: bundles.shelf) == .ownIsBehind(by: count - 9))
    #expect(try bundles.shelf.store().events(of: "POST-0001").count == 9)
  }

  @Test func anotherRecordOfThatIdIsKeptApart() throws {
    let (bundles, other) = (Bundles(), Shelf())
    try bundles.export()
    _ = try other.written()
    let before = try other.store().events(of: "POST-0001")
    #expect(try read(bundles, into: other) == .other(from: 2))
    #expect(try other.store().events(of: "POST-0001") == before)
  }

  @Test func nothingOfADamagedBundleIsReadIn() throws {
    let (bundles, other) = (Bundles(), Shelf())
    try bundles.export()
    let bundle = try Bundle(bundles.path)
    // It is changed after it was opened, in its last event: everything before that was looked at already.
    let member = try #require(bundle.member(BundlePlan.events))
    var bytes = try bundles.bytes()
    bytes[member.start + member.header.size - 4] ^= 1
    try Files.write(bytes, to: bundles.path)
    #expect(throws: BundleFault.self) {
      _ = try other.store().read(in: Bundle(bundles.path), officer: "Blake", at: Fixtures.night)
    }
    #expect(try other.store().runs() == [])
    #expect(try other.store().number("SELECT count(*) FROM blobs") == 0)
  }

  @Test(arguments: [
    "POST-1", "../POST-0001", "post-0001", "POST-0000", "POST-00010000000000", "-0001", "POST_0001",
  ])
  func whatIsNoIdOfARunIsNone(id: String) { #expect(Store.parts(of: id) == nil) }

  @Test func theNextRunHasANumberOfItsOwn() throws {
    let (bundles, other) = (Bundles(), Shelf())
    try bundles.export()
    _ = try read(bundles, into: other)
    #expect(try other.begin(other.store()).run.id == "POST-0002")
  }
}
