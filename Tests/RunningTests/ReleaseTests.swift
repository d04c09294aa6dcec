import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// A message is released only with every approval of these exact words, still in date.
@Suite struct ReleaseTests {
  /// A night with a message that could be sent now.
  private func ready(_ step: Step.ID = "holding", _ channel: Channel.ID = "x") throws -> (Night, Message.ID) {
    var night = try small()
    try night.settle()
    let id = try night.drafted(step, channel)
    try night.fillSeats(of: id)
    return (night, id)
  }

  private func isReleased(_ id: Message.ID, _ night: Night) -> Bool {
    var night = night
    return night.refusal(of: .markSent(id)) == nil
  }

  @Test func anApprovedMessageIsReleasedOnce() throws {
    var (night, id) = try ready()
    try night.give(.markSent(id))
    #expect(night.refusal(of: .markSent(id)) == .messageIsOver(id))
    #expect(night.refusal(of: .edit(id, subject: nil, text: "x")) == .messageIsOver(id))
    #expect(night.refusal(of: .dropMessage(id, reason: "x")) == .messageIsOver(id))
  }

  @Test func anApprovalLapsesAtOneByte() throws {
    var (night, id) = try ready()
    try night.give(.edit(id, subject: nil, text: try night.text(id) + "."))
    #expect(night.run.messages[id]?.approvals.count == 2)
    guard case .approvalMissing(id, let seats)? = night.refusal(of: .markSent(id)) else {
      Issue.record("a lapsed approval released a message")
      return
    }
    #expect(seats.count == 2)
  }

  @Test func anApprovalOfTheSubjectLapsesWithIt() throws {
    var (night, id) = try ready("holding", "mail")
    let subject = try #require(night.run.messages[id]?.draft.subject)
    try night.give(.edit(id, subject: subject + "!", text: try night.text(id)))
    #expect(!isReleased(id, night))
  }

  @Test func aNewerFactOutdatesTheWords() throws {
    var (night, id) = try ready()
    try night.answer("place", .text("Northfield"), .likely)
    #expect(
      night.refusal(of: .markSent(id))
        == .wordsOutOfDate(id, because: "'Which place?' was answered anew since it was drafted"))
    try night.answer("place", .text("Northfield"), .confirmed)
    #expect(!isReleased(id, night))
    // Filled anew with the same words, the approvals are of these words.
    let events = try night.give(.draft("holding"))
    #expect(events == [])
    #expect(!isReleased(id, night))
  }

  @Test func aFactThatTheWordsDoNotUseDoesNot() throws {
    var (night, id) = try ready()
    try night.answer("crews", .choices(["police"]), .likely)
    #expect(isReleased(id, night))
  }

  @Test func anEditDoesNotMakeOldFactsNew() throws {
    var (night, id) = try ready()
    try night.give(.recordFact(Answer(fact: "place", value: .text("Southmere"), reason: "Misheard")))
    try night.give(.edit(id, subject: nil, text: "Police are at Northfield!"))
    #expect(
      night.refusal(of: .requestApproval([id]))
        == .wordsOutOfDate(id, because: "'Which place?' was answered anew since it was drafted"))
    #expect(throws: Refusal.self) { try night.approve([id], by: "Pat", as: "police") }
  }

  @Test func aPromiseThatHasPassedOutdatesTheWords() throws {
    var (night, id) = try ready("first", "web")
    let promised = try #require(night.run.messages[id]?.draft.nextUpdate)
    night.now = promised + Seconds(-1)
    #expect(isReleased(id, night))
    night.now = promised
    #expect(
      night.refusal(of: .markSent(id))
        == .wordsOutOfDate(id, because: "the next update that it promises has passed"))
    #expect(night.refusal(of: .requestApproval([id])) != nil)
  }

  @Test func anotherLevelOutdatesTheWords() throws {
    var (night, id) = try ready()
    try night.give(.decide("level", option: "direct", decider: "Dana", reason: "It grew", second: "Kim"))
    #expect(
      night.refusal(of: .markSent(id))
        == .wordsOutOfDate(id, because: "another level has been decided since it was drafted"))
    try night.give(.draft("holding"))
    #expect(!isReleased(id, night))
    try night.fillSeats(of: id)
    #expect(isReleased(id, night))
    #expect(night.run.messages[id]?.draft.level == .direct)
  }

  @Test func aLevelOfTheStepsOwnIsNotTouchedByAnother() throws {
    var (night, id) = try ready("notice", "mail")
    try night.give(.decide("level", option: "direct", decider: "Dana", reason: "It grew", second: "Kim"))
    #expect(isReleased(id, night))
  }

  @Test func aMessageThatWasReturnedIsNotReleasedThoughAllHadApproved() throws {
    var (night, id) = try ready()
    try night.give(.returnMessages([id], person: "Pat", role: "police", reason: "Too long"))
    #expect(
      night.refusal(of: .markSent(id)) == .wordsOutOfDate(id, because: "Pat sent it back (Too long)"))
    #expect(night.run.messages[id].map(night.run.isReturned) == true)
    // Another's approval does not answer it; the same person's does, whatever the case of the name.
    try night.approve([id], by: "Mo", as: "police")
    #expect(!isReleased(id, night))
    try night.approve([id], by: "PAT", as: "police")
    #expect(isReleased(id, night))
  }

  @Test func otherWordsAnswerAnObjection() throws {
    var (night, id) = try ready()
    try night.give(.returnMessages([id], person: "Pat", role: "police", reason: "Too long"))
    try night.give(.edit(id, subject: nil, text: "Short"))
    #expect(night.run.messages[id].map(night.run.isReturned) == false)
    try night.fillSeats(of: id)
    #expect(isReleased(id, night))
  }

  @Test func onlyWhoHasASeatCanReturnAMessage() throws {
    var (night, id) = try ready()
    #expect(
      night.refusal(of: .returnMessages([id], person: "Sol", role: "lawyer", reason: "No"))
        == .roleFillsNoSeat("lawyer", needed: []))
    #expect(
      night.refusal(of: .returnMessages([id], person: "Pat", role: "police", reason: " "))
        == .reasonNeeded(for: "returning a message"))
    #expect(isReleased(id, night))
  }

  @Test func aWithdrawnApprovalCountsNoMore() throws {
    var (night, id) = try ready()
    #expect(
      night.refusal(of: .withdrawApproval([id], reason: "")) == .reasonNeeded(for: "withdrawing an approval"))
    try night.give(.withdrawApproval([id], reason: "The police think again"))
    guard case .approvalMissing(id, _)? = night.refusal(of: .markSent(id)) else {
      Issue.record("a withdrawn approval released a message")
      return
    }
    try night.fillSeats(of: id)
    #expect(isReleased(id, night))
    #expect(night.run.messages[id]?.approvals.compactMap(\.withdrawn).count == 2)
  }

  @Test func aMessageThatStopsIsNotApprovedNorReleased() throws {
    var night = try small()
    try night.learn()
    try night.answer("place", .text("Northfield"), .likely)
    try night.give(
      .recordFact(Answer(fact: "number", value: nil, confidence: .notKnown, reason: "Nobody knows")))
    try night.give(.decide("level", option: "advise", decider: "Dana", reason: ""))
    let id = try night.drafted("holding", "mail")
    let stop = Refusal.messageStopped(id, findings: ["How many homes? is not known"])
    #expect(night.refusal(of: .requestApproval([id])) == stop)
    let code = try night.code(id)
    #expect(night.refusal(of: .approve([id], person: "Pat", role: "police", how: .phone, code: code)) == stop)
    #expect(night.refusal(of: .markSent(id)) == stop)
  }

  @Test func aLevelWithoutRulesReleasesNothing() throws {
    let path = "playbooks/organisation.yaml"
    let text = try #require(SmallLibrary.texts[path])
    let rules = "  reassure: {title: Reassure, means: We know, approve: [comms-lead], update: 4h}\n"
    #expect(text.contains(rules))
    let plan = try #require(Fixtures.smallPlan(replacing: [path: text.replacing(rules, with: "")]))
    var night = try #require(Night(plan))
    let id = try night.drafted("notice", "mail")
    #expect(
      night.refusal(of: .markSent(id))
        == .messageStopped(id, findings: ["the organisation does not say who approves at reassure"]))
    #expect(throws: Refusal.self) { try night.approve([id], by: "Sol", as: "lawyer") }
  }
}
