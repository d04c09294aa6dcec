import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// A fact of somebody else's is shared with their permission, and the Chair is told.
@Suite struct PermissionTests {
  private func permission(_ isGranted: Bool, by: String = "Inspector Ray") -> Permission {
    Permission(
      fact: "report", isGranted: isGranted, by: by, basis: isGranted ? "Public task" : "Not yet",
      isChairTold: true)
  }

  private func reported() throws -> Night {
    var night = try small()
    try night.answer("report", .text("Two schools keep pupils inside"))
    return night
  }

  /// The report drafted for partners and approved, whatever the permission says.
  private func shared(_ night: inout Night) throws -> Message.ID {
    let id = try night.drafted("share", "mail")
    try night.approve([id], by: "Lee", as: "comms-lead")
    return id
  }

  @Test func thePermissionIsOnRecordAndEndsItsStep() throws {
    var night = try reported()
    let events = try night.give(.permit("permit", permission(true)))
    #expect(
      events == [
        .stepStarted(StepRound("permit")), .permitted(StepRound("permit"), permission(true)),
        .stepCompleted(StepRound("permit"), detail: nil),
      ])
    #expect(night.run.permissions["report"]?.map(\.permission) == [permission(true)])
  }

  @Test func withoutItTheMessageIsHeld() throws {
    var night = try reported()
    try night.give(.permit("permit", permission(false)))
    let id = try night.drafted("share", "mail")
    let stopped = Refusal.messageStopped(
      id, findings: ["the originator refused the use of 'What does the partner report?'"])
    #expect(night.refusal(of: .requestApproval([id])) == stopped)
    let code = try night.code(id)
    #expect(
      night.refusal(of: .approve([id], person: "Lee", role: "comms-lead", how: .phone, code: code)) == stopped
    )
    try night.give(.permit("permit", permission(true)))
    try night.approve([id], by: "Lee", as: "comms-lead")
    try night.give(.markSent(id))
  }

  @Test func theVerdictSaysHowThePermissionStands() throws {
    func findings(_ night: Night, _ id: Message.ID) throws -> [Finding] {
      let message = try #require(night.run.messages[id])
      return night.run.verdict(on: message).findings.filter { $0.message.contains("originator") }
    }
    var night = try reported()
    try night.give(.skipStep("permit", reason: "Nobody answers"))
    let id = try night.drafted("share", "mail")
    #expect(try findings(night, id).map(\.severity) == [.warn])
    try night.give(.permit("permit", permission(false)))
    #expect(try findings(night, id).map(\.severity) == [.stop])
    #expect(try findings(night, id).map(\.why) == ["Inspector Ray: Not yet"])
    try night.give(.permit("permit", permission(true)))
    #expect(try findings(night, id) == [])
    try night.give(
      .recordFact(Answer(fact: "report", value: .text("A third school as well"), reason: "It grew")))
    #expect(try findings(night, id).map(\.severity) == [.warn])
  }

  @Test func aStepThatWasSkippedGivesNoPermission() throws {
    var night = try reported()
    try night.give(.skipStep("permit", reason: "Nobody answers"))
    let id = try shared(&night)
    #expect(night.refusal(of: .markSent(id)) == .permissionMissing(id, "report"))
    // No reason stands in for it.
    #expect(night.run.messages[id].map { night.run.openWarnings(on: $0) } == [])
    #expect(night.refusal(of: .acceptWarnings([id], reason: "It is urgent")) == .noWarnings(id))
    try night.give(.permit("permit", permission(true)))
    try night.give(.markSent(id))
  }

  @Test func aPermissionThatIsTakenBackHoldsTheMessage() throws {
    var night = try reported()
    try night.give(.permit("permit", permission(true)))
    let id = try shared(&night)
    try night.give(.permit("permit", permission(false)))
    #expect(
      night.refusal(of: .markSent(id))
        == .messageStopped(
          id, findings: ["the originator refused the use of 'What does the partner report?'"]))
  }

  @Test func anotherReportNeedsAnotherPermission() throws {
    var night = try reported()
    try night.give(.permit("permit", permission(true)))
    try night.give(
      .recordFact(Answer(fact: "report", value: .text("A third school as well"), reason: "It grew")))
    let id = try shared(&night)
    #expect(night.refusal(of: .markSent(id)) == .permissionMissing(id, "report"))
    try night.give(.permit("permit", permission(true)))
    try night.give(.markSent(id))
  }

  @Test func theSameReportConfirmedKeepsItsPermission() throws {
    var night = try reported()
    try night.give(.permit("permit", permission(true)))
    try night.answer("report", .text("Two schools keep pupils inside"), .likely)
    let id = try shared(&night)
    try night.give(.markSent(id))
  }

  @Test(arguments: [
    (
      Permission(fact: "report", isGranted: true, by: " ", basis: "x", isChairTold: true),
      "who answered for the originator"
    ),
    (Permission(fact: "report", isGranted: true, by: "x", basis: "", isChairTold: true), "the lawful basis"),
    (Permission(fact: "report", isGranted: false, by: "x", basis: "", isChairTold: true), "the refusal"),
  ])
  func whoAnsweredAndWhyAreNeeded(permission: Permission, what: String) throws {
    var night = try reported()
    #expect(night.refusal(of: .permit("permit", permission)) == .reasonNeeded(for: what))
  }

  @Test func onlyTheFactsOfTheStepArePermitted() throws {
    var night = try reported()
    let other = Permission(fact: "rumour", isGranted: true, by: "x", basis: "x", isChairTold: true)
    #expect(night.refusal(of: .permit("permit", other)) == .noSuchFact("rumour", nearest: nil))
    #expect(night.refusal(of: .permit("log", other)) == .wrongVerb("log", expected: "do"))
  }
}

/// Partners say how far they have got with a message; the send does not wait for them.
@Suite struct CascadeTests {
  private func sent() throws -> (Night, Message.ID) {
    var night = try small()
    try night.settle()
    let id = try night.drafted("holding", "mail")
    return (night, id)
  }

  @Test func everyAnswerIsKept() throws {
    var (night, id) = try sent()
    try night.give(.answerForPartner(id, partner: "county COUNCIL", .received))
    night.pass(.minutes(4))
    try night.give(.answerForPartner(id, partner: "County council", .recirculated))
    try night.give(.answerForPartner(id, partner: "Fire and rescue", .notRelevant))
    let partners = try #require(night.run.messages[id]?.partners)
    #expect(partners.map(\.partner) == ["County council", "County council", "Fire and rescue"])
    #expect(partners.map(\.state) == [.received, .recirculated, .notRelevant])
    #expect(partners.map(\.at) == [Fixtures.night, night.now, night.now])
  }

  @Test func aBodyThatIsNotFollowedIsRefused() throws {
    var (night, id) = try sent()
    #expect(
      night.refusal(of: .answerForPartner(id, partner: "Coastguard", .received))
        == .noSuchPartner("Coastguard", partners: ["County council", "Fire and rescue"]))
    let post = try #require(night.message("holding", "x"))
    #expect(
      night.refusal(of: .answerForPartner(post, partner: "County council", .received))
        == .noSuchPartner("County council", partners: []))
  }

  @Test func answersComeAfterTheEndToo() throws {
    var (night, id) = try sent()
    try night.fillSeats(of: id)
    try night.give(.markSent(id))
    try night.give(.finish(reason: "It is over"))
    try night.give(.answerForPartner(id, partner: "Fire and rescue", .received))
    #expect(night.run.messages[id]?.partners.count == 1)
  }
}
