import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// A run changes hands only when the other has read its page, and until then it is its officer's.
@Suite struct HandOverTests {
  private func page(_ night: Night, behind: Int = 0) -> ReadPage {
    ReadPage(digest: .sha256(of: [1]), upTo: night.run.sequence - behind)
  }

  @Test func anOfferLeavesTheRunWithItsOfficer() throws {
    var night = try small()
    try night.give(.offerHandOver(to: " Blake "))
    #expect(night.run.officer == "Ash")
    #expect(night.run.offer == HandOverOffer(to: "Blake", by: "Ash", at: night.now))
    try night.answer("place", .text("Northfield"))
    #expect(night.run.offer?.to == "Blake")
    #expect(night.run.officers == [])
  }

  @Test func acceptingIsOneEventThatNamesThePageAndTheHead() throws {
    var night = try small()
    try night.give(.offerHandOver(to: "Blake"))
    let read = page(night)
    night.officer = "BLAKE"
    night.pass(.minutes(2))
    #expect(try night.give(.acceptHandOver(read)) == [.handedOver(to: "Blake", read: read)])
    #expect(night.run.officer == "Blake")
    #expect(night.run.offer == nil)
    #expect(night.run.officers.map(\.to) == ["Blake"])
    #expect(read.upTo == night.run.sequence - 1)
  }

  @Test func onlyWhomItIsOfferedToAcceptsAndOnTheLastEventAlone() throws {
    var night = try small()
    #expect(night.refusal(of: .acceptHandOver(page(night))) == .handOverRefused(.noOffer))
    try night.give(.offerHandOver(to: "Blake"))
    #expect(night.refusal(of: .acceptHandOver(page(night))) == .handOverRefused(.offeredToOther("Blake")))
    night.officer = "Blake"
    #expect(night.refusal(of: .acceptHandOver(page(night, behind: 1))) == .handOverRefused(.pageChanged))
    #expect(night.refusal(of: .acceptHandOver(page(night))) == nil)
  }

  @Test func onlyTheOfficerOffersAndTakesBack() throws {
    var night = try small()
    #expect(night.refusal(of: .offerHandOver(to: "ash")) == .handOverRefused(.alreadyTheirs("ash")))
    #expect(night.refusal(of: .withdrawHandOver) == .handOverRefused(.noOffer))
    night.officer = "Casey"
    #expect(night.refusal(of: .offerHandOver(to: "Casey")) == .handOverRefused(.notTheirs(of: "Ash")))
    night.officer = "Ash"
    try night.give(.offerHandOver(to: "Blake"))
    #expect(try night.give(.offerHandOver(to: "Blake")) == [])
    night.officer = "Blake"
    #expect(night.refusal(of: .withdrawHandOver) == .handOverRefused(.notTheirs(of: "Ash")))
    night.officer = "Ash"
    try night.give(.withdrawHandOver)
    #expect(night.run.offer == nil)
    night.officer = "Blake"
    #expect(night.refusal(of: .acceptHandOver(page(night))) == .handOverRefused(.noOffer))
  }

  @Test func aSecondOfferTakesThePlaceOfTheFirst() throws {
    var night = try small()
    try night.give(.offerHandOver(to: "Blake"))
    try night.give(.offerHandOver(to: "Casey"))
    night.officer = "Blake"
    #expect(night.refusal(of: .acceptHandOver(page(night))) == .handOverRefused(.offeredToOther("Casey")))
  }

  @Test func takingOverEndsTheOffer() throws {
    var night = try small()
    try night.give(.offerHandOver(to: "Blake"))
    night.officer = "Casey"
    try night.give(.takeOver(reason: "Ash is ill"))
    #expect(night.run.officer == "Casey")
    #expect(night.run.offer == nil)
  }

  @Test func aHandOverOfAnOldRecordIsOneStill() throws {
    let night = try small()
    var run = night.run
    run.apply(
      Event(
        sequence: 2, entered: night.now, happened: night.now, by: "Ash", content: .handedOver(to: "Blake")))
    #expect(run.officer == "Blake")
  }
}
