import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// A pre-approval lets an officer who is alone say the first thing, and no more than that.
@Suite struct StandingAgreementTests {
  private func night(
    until: String = "2026-11-30", role: String = "comms-lead", words: String? = nil
  ) throws -> Night {
    var texts = [
      "templates/first/pre-approval.yaml": SmallLibrary.agreement(until: until, role: role, words: words)
    ]
    texts["templates/first/web-page.md"] = words
    let plan = try #require(Fixtures.smallPlan(replacing: texts))
    var night = try #require(Night(plan))
    try night.answer("hurt", .choice("injured"))
    return night
  }

  @Test func theFirstWordsGoOutWithoutACall() throws {
    var night = try night()
    let id = try night.drafted("first", "web")
    let approval = try #require(night.run.messages[id]?.approvals.first)
    #expect(approval.how == .preApproved)
    #expect(approval.person == "Kim Lead")
    try night.give(.markSent(id))
    #expect(try night.status("first") == .done)
  }

  @Test func anEditEndsItAndAFreshDraftBringsItBack() throws {
    var night = try night()
    let id = try night.drafted("first", "web")
    try night.give(.edit(id, subject: nil, text: "Other words"))
    #expect(night.refusal(of: .markSent(id)) == .approvalMissing(id, seats: ["Communications lead"]))
    night.pass(.hours(2))
    // Another promise, so other words than those that were pre-approved before.
    let events = try night.give(.draft("first"))
    #expect(events.contains { if case .approved = $0 { true } else { false } })
    try night.give(.markSent(id))
  }

  @Test func aNewPromiseIsPreApprovedAnew() throws {
    var night = try night()
    let id = try night.drafted("first", "web")
    night.now = try #require(night.run.messages[id]?.draft.nextUpdate)
    #expect(night.refusal(of: .markSent(id)) != nil)
    try night.give(.draft("first"))
    try night.give(.markSent(id))
  }

  @Test func onceTakenBackItIsNotGivenAgainForTheSameWords() throws {
    var night = try night()
    let id = try night.drafted("first", "web")
    try night.give(.withdrawApproval([id], reason: "Somebody should look"))
    try night.give(.edit(id, subject: nil, text: "Other words"))
    try night.give(.draft("first"))
    #expect(night.refusal(of: .markSent(id)) == .approvalMissing(id, seats: ["Communications lead"]))
    try night.approve([id], by: "Lee", as: "comms-lead")
    try night.give(.markSent(id))
  }

  @Test func itEndsAfterItsLastDay() throws {
    var night = try night(until: "2026-11-24", words: "Subject: S\n\nWe know. Look at ((updates)).")
    let id = try night.drafted("first", "web")
    // 23:59 and then midnight of the same day in London.
    night.now = Instant(seconds: Fixtures.night.seconds + 20 * 3600 + 47 * 60)
    var atMidnight = night
    try night.give(.markSent(id))
    atMidnight.pass(.minutes(1))
    #expect(atMidnight.refusal(of: .markSent(id)) == .approvalMissing(id, seats: ["Communications lead"]))
    // People can still agree to the very same words.
    try atMidnight.approve([id], by: "Lee", as: "comms-lead")
    try atMidnight.give(.markSent(id))
  }

  @Test(arguments: ["((time now))", "((today))", "More by ((next update))"])
  func theClockGoingOnIsNoEdit(words: String) throws {
    var night = try night(words: "Subject: S\n\nWe know. \(words)")
    night.now = Instant(seconds: Fixtures.night.seconds + 20 * 3600 + 40 * 60)
    let id = try night.drafted("first", "web")
    night.pass(.minutes(25))
    // It is past midnight: the time, the day and the words for tomorrow are others now.
    try night.give(.markSent(id))
  }

  @Test func aRoleWithoutASeatHelpsNothing() throws {
    var night = try night(role: "lawyer")
    let id = try night.drafted("first", "web")
    #expect(night.refusal(of: .markSent(id)) == .approvalMissing(id, seats: ["Communications lead"]))
  }

  /// First words that a lawyer agrees to as well, each agreement with an end of its own.
  private func two(lead: String, lawyer: String) throws -> Night {
    let path = "playbooks/post-incident/small.yaml"
    let words = "to: [public], level: signpost"
    let steps = try #require(SmallLibrary.texts[path])
    let agreements = [
      SmallLibrary.agreement(until: lead),
      SmallLibrary.agreement(until: lawyer, role: "lawyer").replacing("Kim Lead", with: "Lou Law")
        .replacing("pre-approvals:\n", with: ""),
    ]
    let plan = try #require(
      Fixtures.smallPlan(replacing: [
        path: steps.replacing(words, with: words + ", approve: [lawyer]"),
        "templates/first/pre-approval.yaml": agreements.joined(separator: "\n"),
      ]))
    var night = try #require(Night(plan))
    try night.answer("hurt", .choice("injured"))
    return night
  }

  @Test func everyAgreementThatCoversTheWordsCounts() throws {
    var night = try two(lead: "2026-11-30", lawyer: "2026-11-30")
    let id = try night.drafted("first", "web")
    #expect(night.run.messages[id]?.approvals.map(\.person) == ["Kim Lead", "Lou Law"])
    // Drafted again, the same words are not agreed to twice.
    #expect(try night.give(.draft("first")) == [])
    try night.give(.markSent(id))
  }

  @Test func anAgreementThatHasEndedTakesNoOtherWithIt() throws {
    var night = try two(lead: "2026-11-23", lawyer: "2026-11-30")
    let id = try night.drafted("first", "web")
    #expect(night.refusal(of: .markSent(id)) == .approvalMissing(id, seats: ["Communications lead"]))
    try night.approve([id], by: "Lee", as: "comms-lead")
    try night.give(.markSent(id))
  }

  @Test func anAgreementThatEndsLaterLeavesTheOthers() throws {
    var night = try two(lead: "2026-11-30", lawyer: "2026-11-24")
    night.now = Fixtures.night + .hours(20)
    let id = try night.drafted("first", "web")
    night.pass(.minutes(50))
    #expect(night.refusal(of: .markSent(id)) == .approvalMissing(id, seats: ["Lawyer"]))
  }

  @Test func aTextFactIsNotCovered() throws {
    var night = try night(words: "Subject: S\n\nIn ((place)).")
    try night.answer("place", .text("Northfield"))
    let id = try night.drafted("first", "web")
    #expect(night.run.messages[id]?.approvals == [])
  }

  @Test func anApprovalByTelephoneCannotCallItselfPreApproved() throws {
    var night = try small()
    try night.settle()
    let id = try night.drafted("holding", "x")
    try night.approve([id], by: "Pat", as: "police", how: .preApproved)
    try night.approve([id], by: "Lee", as: "comms-lead", how: .preApproved)
    #expect(night.refusal(of: .markSent(id))?.isAboutApproval == true)
  }
}
