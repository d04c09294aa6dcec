import Fixtures
import Library
import OrderedCollections
import Testing
import Time

@testable import Running

/// In the shipped local incident, words to the public wait for the police; words for people in danger do not.
@Suite struct GoAheadTests {
  private func night(danger: Bool, families: String = "told", agrees: Bool = true) throws -> Night {
    let plan = try #require(Fixtures.incidentPlan)
    var night = try #require(Night(plan))
    try night.answer("danger", .yesNo(danger))
    try night.answer("harm", .choice("none"))
    try night.answer("lead", .choice("police"))
    try night.answer("families-told", .choice(families))
    try night.answer("investigator-agrees", .yesNo(agrees))
    try night.answer("police-words", .text("Please stay away from Northfield while officers work."))
    for step in night.run.playbook.steps.values where ["methane", "lead", "relay"].contains(step.id) {
      for fact in night.run.openQuestions(of: step) { try night.answerNotKnown(fact) }
    }
    let level: Level = danger ? .direct : .reassure
    try night.give(.decide("level", option: level.rawValue, decider: "Dana", reason: ""))
    return night
  }

  @Test(arguments: [("some", true), ("told", false), ("some", false)])
  func theHoldingStatementWaitsForFamiliesAndForTheInvestigator(families: String, agrees: Bool) throws {
    var night = try night(danger: false, families: families, agrees: agrees)
    #expect(try night.status("go-ahead") == .ready)
    #expect(try night.status("holding") == .blocked([.step("go-ahead")]))
    // Partners and members hear all the same.
    #expect(try night.status("partners") == .ready)
    try night.give(.recordFact(Answer(fact: "families-told", value: .choice("told"), reason: "All reached")))
    try night.give(.recordFact(Answer(fact: "investigator-agrees", value: .yesNo(true), reason: "Agreed")))
    #expect(try night.status("holding") == .ready)
  }

  @Test func notKnownIsNoGoAhead() throws {
    var night = try night(danger: false)
    try night.give(
      .recordFact(Answer(fact: "families-told", value: nil, confidence: .notKnown, reason: "Unsure")))
    #expect(try night.status("go-ahead") == .ready)
  }

  @Test func aGoAheadThatIsTakenBackHoldsWhatIsDrafted() throws {
    var night = try night(danger: false)
    let id = try night.drafted("holding", "x")
    try night.give(
      .recordFact(Answer(fact: "investigator-agrees", value: .yesNo(false), reason: "New witness")))
    try night.fillSeats(of: id)
    #expect(night.refusal(of: .markSent(id)) == .blocked("holding", [.step("go-ahead")]))
  }

  @Test func wordsForPeopleInDangerDoNotWait() throws {
    let night = try night(danger: true, families: "some", agrees: false)
    #expect(try night.status("holding") == .ready)
  }

  @Test func nothingWaitsWhereBothAreSettled() throws {
    let night = try night(danger: false)
    #expect(try night.status("go-ahead") == .notApplicable)
    #expect(try night.status("holding") == .ready)
  }
}
