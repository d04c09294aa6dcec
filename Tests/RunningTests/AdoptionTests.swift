import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// A mended library that is taken up in the middle: what lapses, what is asked anew, and what stays.
@Suite struct AdoptionTests {
  private let playbook = "playbooks/post-incident/small.yaml"
  private let words = "templates/notice/email.md"

  private func mended(_ path: String, _ old: String, _ new: String) throws -> Plan {
    let text = try #require(SmallLibrary.texts[path])
    #expect(text.contains(old))
    return try #require(Fixtures.smallPlan(replacing: [path: text.replacing(old, with: new)]))
  }

  private let digest = ContentDigest.sha256(of: [1])

  /// A night with a notice drafted, and a mended library offered to it.
  private func night(_ plan: Plan) throws -> (Night, Message.ID) {
    var night = try small()
    let id = try night.drafted("notice", "mail")
    night.run.know(plan, as: digest)
    return (night, id)
  }

  @Test func changedWordsLapseAndAreDraftedAnew() throws {
    let plan = try mended(words, "The county is at work.", "The county works on it.")
    var (night, id) = try night(plan)
    try night.approve([id], by: "Lee", as: "comms-lead")
    try night.approve([id], by: "Sol", as: "lawyer")
    try night.give(.adopt(digest, reason: "Mended"))
    #expect(night.run.library == digest)
    #expect(
      night.refusal(of: .markSent(id))
        == .wordsOutOfDate(id, because: "another library was taken up since it was drafted"))
    try night.give(.draft("notice"))
    #expect(night.run.messages[id]?.draft.text.contains("works on it") == true)
    try night.fillSeats(of: id)
    try night.give(.markSent(id))
  }

  @Test func wordsThatStayTheSameKeepTheirApprovals() throws {
    let plan = try mended(playbook, "do: Open the log", "do: Begin the log")
    var (night, id) = try night(plan)
    try night.approve([id], by: "Lee", as: "comms-lead")
    try night.approve([id], by: "Sol", as: "lawyer")
    try night.give(.adopt(digest, reason: "Mended"))
    #expect(night.run.adoptions.map(\.lapsed) == [[]])
    try night.give(.markSent(id))
  }

  @Test func anAnswerThatFitsNoMoreIsAskedAnew() throws {
    let plan = try mended(playbook, "min: 3, max: 60", "min: 3, max: 5")
    var night = try small()
    try night.learn()
    night.run.know(plan, as: digest)
    #expect(night.run.adoption(of: plan).unfit == ["place"])
    try night.give(.adopt(digest, reason: "Mended"))
    #expect(night.run.knownValue("place") == nil)
    #expect(night.run.facts["place"]?.count == 2)
    #expect(night.run.knownValue("hurt") == .choice("injured"))
    #expect(night.run.askedAnew == ["place"])
    try night.answer("place", .text("Mill"))
    #expect(night.run.askedAnew.isEmpty)
  }

  @Test func aMessageWhoseStepIsGoneLapses() throws {
    let plan = try mended(
      playbook, "{id: notice, send: notice, to: [members]", "{id: notice-2, send: notice, to: [members]")
    var (night, id) = try night(plan)
    let adoption = night.run.adoption(of: plan)
    #expect(adoption.lapsed.map(\.id) == [id])
    #expect(adoption.lapsed.first?.new == nil)
    #expect(adoption.steps.added == ["notice-2"])
    #expect(adoption.steps.gone == ["notice"])
    try night.give(.adopt(digest, reason: "Mended"))
    #expect(night.refusal(of: .markSent(id)) != nil)
    try night.give(.dropMessage(id, reason: "Its step is gone"))
  }

  @Test func onlyAKnownLibraryIsTakenUpAndOnlyWithAReason() throws {
    let plan = try mended(words, "at work", "busy")
    var (night, _) = try night(plan)
    #expect(night.refusal(of: .adopt(.sha256(of: [2]), reason: "Mended")) == .libraryUnknown)
    #expect(
      night.refusal(of: .adopt(digest, reason: "")) == .reasonNeeded(for: "taking up another library"))
    try night.give(.adopt(digest, reason: "Mended"))
    #expect(night.refusal(of: .adopt(digest, reason: "Again")) == .libraryIsThis)
  }

  @Test func aFoldWithItsLibrariesIsTheSameRun() throws {
    let plan = try mended(words, "at work", "busy")
    var (night, id) = try night(plan)
    try night.give(.adopt(digest, reason: "Mended"))
    try night.give(.draft("notice"))
    let first = try #require(Fixtures.smallPlan)
    let again = try #require(Run(plan: first, later: [digest: plan], events: night.events))
    #expect(again.messages[id]?.draft == night.run.messages[id]?.draft)
    #expect(again.playbook.steps.keys == plan.playbook.steps.keys)
    #expect(again.sequence == night.run.sequence)
  }
}
