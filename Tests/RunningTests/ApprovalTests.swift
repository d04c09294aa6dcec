import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// Who may approve, and with what code.
@Suite struct ApprovalTests {
  /// A night at a level with the holding statement drafted, and its post on X.
  private func night(_ level: Level = .advise) throws -> (Night, Message.ID) {
    var night = try small()
    try night.settle(on: level)
    let id = try night.drafted("holding", "x")
    return (night, id)
  }

  private func missing(_ id: Message.ID, _ night: Night) throws -> [Seat] {
    let message = try #require(night.run.messages[id])
    return night.run.missingSeats(of: message)
  }

  @Test func theLevelsFloorIsNeeded() throws {
    var (night, id) = try night()
    #expect(try missing(id, night) == [Seat(["police", "chair"]), Seat(["comms-lead", "chair"])])
    try night.approve([id], by: "Pat", as: "police")
    #expect(try missing(id, night) == [Seat(["comms-lead", "chair"])])
    try night.approve([id], by: "Lee", as: "comms-lead")
    #expect(try missing(id, night) == [])
    try night.give(.markSent(id))
    #expect(night.run.messages[id]?.sentAt == night.now)
  }

  @Test func whatAStepAddsIsNeededBesides() throws {
    var night = try small()
    let id = try night.drafted("notice", "mail")
    #expect(try missing(id, night) == [Seat(["comms-lead"]), Seat(["lawyer"])])
    try night.approve([id], by: "Lee", as: "comms-lead")
    #expect(
      night.refusal(of: .markSent(id)) == .approvalMissing(id, seats: ["Lawyer"]))
    try night.approve([id], by: "Sol", as: "lawyer")
    try night.give(.markSent(id))
  }

  @Test func aSeatThatTheLevelHasIsNotAskedForTwice() throws {
    let words = "to: [members], level: reassure, approve: [lawyer]"
    let again = "to: [members], level: reassure, approve: [comms-lead, lawyer]"
    let plan = try #require(Fixtures.smallPlan(words, with: again))
    var night = try #require(Night(plan))
    let id = try night.drafted("notice", "mail")
    #expect(try missing(id, night) == [Seat(["comms-lead"]), Seat(["lawyer"])])
  }

  @Test func anyRoleOfASeatFillsIt() throws {
    var (night, id) = try night()
    try night.approve([id], by: "Cher", as: "chair")
    #expect(try missing(id, night).count == 1)
    try night.approve([id], by: "Lee", as: "comms-lead")
    #expect(try missing(id, night) == [])
  }

  @Test func nobodyFillsTwoSeats() throws {
    var (night, id) = try night()
    try night.approve([id], by: "Cher", as: "chair")
    try night.approve([id], by: "Cher", as: "chair")
    try night.approve([id], by: "CHER", as: "comms-lead")
    #expect(try missing(id, night).count == 1)
    #expect(night.refusal(of: .markSent(id))?.isAboutApproval == true)
    try night.approve([id], by: "Pat", as: "police")
    #expect(try missing(id, night) == [])
  }

  @Test func thePersonWhoFitsTwoSeatsIsPutWhereTheyAreNeeded() throws {
    var (night, id) = try night()
    // The chair could fill either seat and comes first; the police can fill the first one alone.
    try night.approve([id], by: "Cher", as: "chair")
    try night.approve([id], by: "Pat", as: "police")
    #expect(try missing(id, night) == [])
  }

  @Test func aDeputyFillsTheSeatOfWhomTheyStandInFor() throws {
    var (night, id) = try night()
    #expect(night.run.fillers(of: Seat(["police", "chair"])) == ["police", "duty-police", "chair"])
    // Two roles that deputise for each other end.
    #expect(night.run.fillers(of: Seat(["comms-lead"])) == ["comms-lead", "deputy-lead"])
    try night.approve([id], by: "Pat", as: "duty-police")
    try night.approve([id], by: "Lee", as: "deputy-lead")
    #expect(try missing(id, night) == [])
  }

  @Test func aRoleThatFillsNoSeatIsRefused() throws {
    var (night, id) = try night()
    #expect(throws: Refusal.self) { try night.approve([id], by: "Sol", as: "lawyer") }
    let code = try night.code(id)
    #expect(
      night.refusal(of: .approve([id], person: "Sol", role: "lawyer", how: .phone, code: code))
        == .roleFillsNoSeat(
          "lawyer", needed: ["Police press officer, or Chair", "Communications lead, or Chair"]))
  }

  @Test(arguments: ["Robin", "robin", "ROBIN", " Ro-bin ", "R obin"])
  func whoTypedATextFactIsADrafterHoweverTheyWriteTheirName(name: String) throws {
    var (night, id) = try night()
    #expect(night.run.messages[id]?.drafters == ["Robin"])
    let code = try night.code(id)
    let refusal = night.refusal(of: .approve([id], person: name, role: "police", how: .phone, code: code))
    guard case .isDrafter(_, id)? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
  }

  @Test func everybodyWhoTypedTheStandingWordsIsADrafter() throws {
    var (night, id) = try night()
    night.officer = "Sam"
    try night.answer("place", .text("Northfield"), .confirmed)
    night.officer = "Ash"
    try night.give(.draft("holding"))
    try night.give(.recordFact(Answer(fact: "place", value: .text("Southmere"), reason: "Misheard")))
    try night.give(.draft("holding"))
    #expect(night.run.messages[id]?.drafters == ["Ash"])
    try night.give(.recordFact(Answer(fact: "place", value: .text("Northfield"), reason: "It was right")))
    try night.give(.draft("holding"))
    #expect(night.run.messages[id]?.drafters == ["Robin", "Sam", "Ash"])
  }

  @Test func whoRelaysWordsVerbatimOrChoosesAnOptionIsNoDrafter() throws {
    var (night, id) = try night(.direct)
    #expect(try night.text(id) == "Police say: Please stay away.")
    #expect(night.run.messages[id]?.drafters == [])
    try night.approve([id], by: "Ash", as: "police")
    #expect(try missing(id, night).count == 1)
  }

  @Test func whoEditsIsADrafterUntilTheWordsAreFilledAnew() throws {
    var (night, id) = try night()
    night.officer = "Sam"
    try night.give(.edit(id, subject: nil, text: "Police are at Northfield."))
    night.officer = "Ash"
    #expect(night.run.messages[id]?.drafters == ["Robin", "Sam"])
    #expect(throws: Refusal.isDrafter(person: "sam", id)) { try night.approve([id], by: "sam", as: "police") }
    try night.give(.draft("holding"))
    #expect(night.run.messages[id]?.drafters == ["Robin"])
    try night.approve([id], by: "sam", as: "police")
  }

  @Test func anApproverWhoEditsAfterwardsIsNoLongerCounted() throws {
    var (night, id) = try night()
    let words = try night.text(id)
    try night.approve([id], by: "Pat Lee", as: "police")
    night.officer = "pat lee"
    try night.give(.edit(id, subject: nil, text: "Other words"))
    try night.give(.edit(id, subject: nil, text: words))
    #expect(try night.text(id) == words)
    #expect(try missing(id, night).count == 2)
  }

  @Test func aWrongCodeIsRefusedAndTheRightOneMayBeTypedInAnyCase() throws {
    var (night, id) = try night()
    #expect(
      night.refusal(of: .approve([id], person: "Pat", role: "police", how: .phone, code: "AAAA-AAAA"))
        == .wrongCode(given: "AAAA-AAAA"))
    #expect(night.refusal(of: .approve([id], person: "Pat", role: "police", how: .phone, code: "")) != nil)
    let code = try night.code(id)
    let typed = " " + code.lowercased().replacing("-", with: " ")
    try night.give(.approve([id], person: "Pat", role: "police", how: .present, code: typed))
    #expect(night.run.messages[id]?.approvals.last?.how == .present)
  }

  @Test func oneCodeStandsForASetAndForThatSetAlone() throws {
    var (night, id) = try night()
    let set = night.open("holding").filter { night.run.messages[$0]?.draft.level == .advise }
    #expect(set.count > 2)
    let one = try night.code(id)
    #expect(
      night.refusal(of: .approve(set, person: "Pat", role: "police", how: .phone, code: one))
        == .wrongCode(given: one))
    let events = try night.approve(set, by: "Pat", as: "police")
    #expect(events.count == 2)
    for other in set { #expect(try missing(other, night).count == 1) }
    // A change to one lapses that one alone.
    try night.give(.edit(id, subject: nil, text: "Other words"))
    #expect(try missing(id, night).count == 2)
    for other in set where other != id { #expect(try missing(other, night).count == 1) }
  }

  @Test func theRosterSaysWhoHoldsWhichRole() throws {
    var (night, id) = try night()
    night.roster = Fixtures.roster([("Pat Lee", ["lawyer", "police"]), ("Sol", ["lawyer"])])
    #expect(throws: Refusal.holdsNoSuchRole(person: "pat LEE", "comms-lead")) {
      try night.approve([id], by: "pat LEE", as: "comms-lead")
    }
    #expect(throws: Refusal.roleNeeded(person: "Nobody")) { try night.approve([id], by: "Nobody", as: nil) }
    #expect(throws: Refusal.self) { try night.approve([id], by: "Sol", as: nil) }
    try night.approve([id], by: "patlee", as: nil)
    #expect(night.run.messages[id]?.approvals.last?.role == "police")
    // Somebody outside the roster may be named with their role.
    try night.approve([id], by: "Nobody", as: "comms-lead")
    #expect(try missing(id, night) == [])
  }

  @Test func aCommandOnMessagesNamesOneAtLeast() throws {
    var (night, _) = try night()
    let contact = Contact(person: "Pat", role: "police", outcome: .noAnswer)
    for command in [
      Command.requestApproval([]), .tryContact([], contact), .withdrawApproval([], reason: "x"),
      .approve([], person: "Pat", role: "police", how: .phone, code: ""),
      .returnMessages([], person: "Pat", role: "police", reason: "x"),
    ] { #expect(night.refusal(of: command) == .noMessages) }
    #expect(night.refusal(of: .requestApproval(["M99"])) == .noSuchMessage("M99"))
  }

  @Test func askingAndRingingAreOnRecord() throws {
    var (night, id) = try night()
    #expect(
      try night.give(.requestApproval([id])) == [.approvalRequested([id], by: Fixtures.night + .minutes(28))])
    #expect(night.run.glance(at: night.now).awaiting == [id])
    let contact = Contact(person: "Pat", role: "police", outcome: .leftMessage)
    try night.give(.tryContact([id], contact))
    #expect(night.run.messages[id]?.contacts.map(\.contact) == [contact])
    try night.fillSeats(of: id)
    #expect(night.run.glance(at: night.now).awaiting == [])
  }

  @Test func aStepWaitsForOthersOnceAllItsApprovalsAreAskedFor() throws {
    var (night, _) = try night()
    try night.give(.requestApproval(night.open("holding")))
    #expect(try night.status("holding") == .awaitingApproval)
    #expect(night.run.nextStep(at: night.now) != "holding")
  }
}
