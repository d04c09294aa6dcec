import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// Approvers who do not answer, embargoes that hold, and seats of which so many are needed.
@Suite struct EscalationTests {
  private func night(_ words: String, with others: String, of path: String) throws -> Night {
    let text = try #require(SmallLibrary.texts[path])
    #expect(text.contains(words))
    let plan = try #require(
      Fixtures.smallPlan(replacing: [path: text.replacing(words, with: others)]))
    return try #require(Night(plan))
  }

  private let organisation = "playbooks/organisation.yaml"
  private let playbook = "playbooks/post-incident/small.yaml"

  /// A night whose notice waits for two approvals, and the people who can give them.
  private func waiting() throws -> (Night, Message.ID) {
    var night = try night(
      "exercise-prefix:", with: "answer-within: 10m\nexercise-prefix:", of: organisation)
    night.roster = Fixtures.roster([
      ("Lee", ["comms-lead"]), ("Ann", ["comms-lead"]), ("Sol", ["lawyer"]),
    ])
    let id = try night.drafted("notice", "mail")
    try night.give(.requestApproval([id]))
    return (night, id)
  }

  @Test func nobodyIsTooLateWithinTheTime() throws {
    var (night, _) = try waiting()
    night.pass(.minutes(9))
    #expect(night.run.escalations(at: night.now, roster: night.roster).isEmpty)
  }

  @Test func theNextOfTheRosterIsNamedOnceTheTimeIsOver() throws {
    var (night, id) = try waiting()
    night.pass(.minutes(10))
    var found = try #require(night.run.escalations(at: night.now, roster: night.roster).first)
    #expect(found.messages == [id])
    #expect(found.tried == nil)
    #expect(found.next?.person.name == "Lee")
    let tried = Contact(person: "Lee", role: "comms-lead", outcome: .noAnswer, way: .phone)
    try night.give(.tryContact([id], tried))
    #expect(night.run.escalations(at: night.now, roster: night.roster).isEmpty)
    night.pass(.minutes(11))
    found = try #require(night.run.escalations(at: night.now, roster: night.roster).first)
    #expect(found.tried == "Lee")
    #expect(found.next?.person.name == "Ann")
    #expect(
      night.run.words(for: found, at: night.now)
        == "No answer from Lee for \(id) in 11 min. Ring Ann, Communications lead.")
  }

  @Test func anAnswerAndTheEndOfTheWaitEndIt() throws {
    var (night, id) = try waiting()
    night.pass(.minutes(12))
    try night.approve([id], by: "Lee", as: "comms-lead")
    #expect(night.run.escalations(at: night.now, roster: night.roster).isEmpty)
    night.pass(.minutes(10))
    let found = try #require(night.run.escalations(at: night.now, roster: night.roster).first)
    #expect(found.next?.person.name == "Sol")
    try night.approve([id], by: "Sol", as: "lawyer")
    night.pass(.minutes(30))
    #expect(night.run.escalations(at: night.now, roster: night.roster).isEmpty)
  }

  @Test func soManyOfSomeRolesAreSoManyPeople() throws {
    var night = try night(
      "approve: [lawyer]", with: "approve: [{any: 2, of: [lawyer, police, chair]}]", of: playbook)
    let id = try night.drafted("notice", "mail")
    let message = try #require(night.run.messages[id])
    let some = Seat(["lawyer", "police", "chair"])
    #expect(night.run.seats(of: message) == [Seat(["comms-lead"]), some, some])
    try night.approve([id], by: "Lee", as: "comms-lead")
    try night.approve([id], by: "Sol", as: "lawyer")
    try night.approve([id], by: "Sol", as: "chair")
    #expect(night.run.missingSeats(of: try #require(night.run.messages[id])) == [some])
    try night.approve([id], by: "Pat", as: "police")
    try night.give(.markSent(id))
  }

  @Test func whatThePlaybookAsksIsAskedOfEveryMessage() throws {
    var night = try night("facts:\n", with: "approve: [lawyer]\nfacts:\n", of: playbook)
    let id = try night.drafted("notice", "mail")
    #expect(
      night.run.seats(of: try #require(night.run.messages[id])) == [Seat(["comms-lead"]), Seat(["lawyer"])])
    try night.learn()
    let first = try night.drafted("first", "web")
    #expect(night.run.seats(of: try #require(night.run.messages[first])).contains(Seat(["lawyer"])))
  }

  @Test func anEmbargoHoldsUntilItsTime() throws {
    var night = try night(
      "report: {ask:", with: "report: {embargo: from, ask:", of: playbook)
    try night.answer("from", .time(night.now + .hours(2)))
    try night.answer("report", .text("What a partner says"))
    let granted = Permission(
      fact: "report", isGranted: true, by: "Ray", basis: "Public task", isChairTold: true)
    try night.give(.permit("permit", granted))
    let id = try night.drafted("share", "mail")
    try night.fillSeats(of: id)
    let until = night.now + .hours(2)
    #expect(night.refusal(of: .markSent(id)) == .embargoed(id, "report", until: until))
    night.pass(.hours(2))
    try night.give(.markSent(id))
  }

  @Test func anEmbargoOfUnknownTimeIsWarnedOf() throws {
    var night = try night(
      "report: {ask:", with: "report: {embargo: from, ask:", of: playbook)
    try night.answerNotKnown("from")
    try night.answer("report", .text("What a partner says"))
    let granted = Permission(
      fact: "report", isGranted: true, by: "Ray", basis: "Public task", isChairTold: true)
    try night.give(.permit("permit", granted))
    let id = try night.drafted("share", "mail")
    try night.fillSeats(of: id)
    guard case .warningsOpen = night.refusal(of: .markSent(id)) else {
      Issue.record("nobody was warned")
      return
    }
    try night.give(.acceptWarnings([id], reason: "There is none"))
    try night.give(.markSent(id))
  }
}
