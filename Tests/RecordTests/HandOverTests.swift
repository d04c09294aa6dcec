import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

@testable import Record

/// The pen goes over with the event that accepts, or not at all.
@Suite struct HandOverTests {
  @Test func whoHeldThePenWritesNothingAfterTheyHandedOver() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    let outgoing = try shelf.begin(store)
    let pen = try store.takePen(of: "POST-0001", officer: "Ash")
    try outgoing.append([.handOverOffered(to: "Bo")], generation: pen.generation, at: shelf.moment())
    let plan = try #require(Fixtures.smallPlan)
    let incoming = try Ledger.open("POST-0001", plan: plan, in: store)
    let page = ReadPage(digest: .sha256(of: []), upTo: 2)
    try incoming.append(
      [.handedOver(to: "Bo", read: page)], generation: nil, at: shelf.moment(1, officer: "Bo"),
      passingPenTo: "Bo")
    try outgoing.catchUp()
    #expect(outgoing.run.officer == "Bo")
    let refused = fault {
      try outgoing.append([.noted("Late", .note)], generation: pen.generation, at: shelf.moment(2))
    }
    #expect(refused == .penLost(to: "Bo"))
  }

  @Test func anAcceptanceThatComesTooLateLeavesThePenWhereItIs() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    let outgoing = try shelf.begin(store)
    let pen = try store.takePen(of: "POST-0001", officer: "Ash")
    try outgoing.append([.handOverOffered(to: "Bo")], generation: pen.generation, at: shelf.moment())
    let plan = try #require(Fixtures.smallPlan)
    let incoming = try Ledger.open("POST-0001", plan: plan, in: store)
    try outgoing.append([.noted("Meanwhile", .note)], generation: pen.generation, at: shelf.moment())
    let refused = fault {
      try incoming.append(
        [.handedOver(to: "Bo", read: ReadPage(digest: .sha256(of: []), upTo: 2))], generation: nil,
        at: shelf.moment(1, officer: "Bo"), passingPenTo: "Bo")
    }
    #expect(refused == .conflict(expected: 2, found: 3))
    try outgoing.append([.noted("Still Ash's", .note)], generation: pen.generation, at: shelf.moment())
  }

  @Test func aRunIsOverWhateverWasAddedAfterwards() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    let ledger = try shelf.begin(store)
    #expect(try !store.isOver(store.run("POST-0001")))
    try ledger.append([.noted("A note", .note)], generation: nil, at: shelf.moment())
    #expect(try !store.isOver(store.run("POST-0001")))
    try ledger.append(
      [.finished(reason: "Over"), .noted("Thanks", .feedback), .linked("POST-0002", .to)], generation: nil,
      at: shelf.moment())
    #expect(try store.isOver(store.run("POST-0001")))
  }
}
