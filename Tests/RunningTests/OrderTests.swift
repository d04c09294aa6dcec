import Fixtures
import Library
import Messaging
import OrderedCollections
@testable import Running
import Testing
import Time

/// A step cannot start before what it reads has been asked, its level is decided and its gates are open.
@Suite struct OrderTests {
  private func blockers(_ step: Step.ID, _ night: Night) throws -> [Blocker] {
    let step = try #require(night.run.playbook.steps[step])
    return night.run.blockers(of: step)
  }

  @Test func aStepWaitsForTheFactsItReads() throws {
    var night = try small()
    #expect(
      try blockers("level", night) == [
        .fact("danger", askedBy: "known"), .fact("hurt", askedBy: "known"), .fact("number", askedBy: "known"),
        .step("known"),
      ])
    #expect(try blockers("first", night) == [.fact("hurt", askedBy: "known")])
    try night.answerNotKnown("hurt")
    #expect(try blockers("first", night) == [])
    #expect(try night.status("first") == .ready)
  }

  @Test func aSendWaitsForItsLevel() throws {
    var night = try small()
    try night.learn()
    #expect(try blockers("holding", night) == [.level(decidedBy: "level")])
    #expect(night.refusal(of: .draft("holding")) == .blocked("holding", [.level(decidedBy: "level")]))
    try night.give(.decide("level", option: "advise", decider: "Dana", reason: ""))
    #expect(try blockers("holding", night) == [])
  }

  @Test func aGateOpensWhenItsStepIsDoneSkippedOrDoesNotApply() throws {
    var night = try small()
    #expect(try night.status("wait") == .blocked([.step("over")]))
    try night.give(.skipStep("over", reason: "Nobody says"))
    #expect(try night.status("wait") == .ready)
    // The report is not known: its permission does not apply, and the gate behind it is open.
    #expect(try night.status("share") == .blocked([.fact("report", askedBy: "report"), .step("permit")]))
    try night.answerNotKnown("report")
    #expect(try night.status("permit") == .notApplicable)
    #expect(try night.status("share") == .notApplicable)
    try night.give(.recordFact(Answer(fact: "report", value: .text("All is well"))))
    #expect(try night.status("permit") == .ready)
    #expect(try night.status("share") == .blocked([.step("permit")]))
  }

  @Test func skippingAQuestionLeavesItsFactsNotKnown() throws {
    var night = try small()
    try night.give(.skipStep("report", reason: "There is none"))
    #expect(try night.status("permit") == .notApplicable)
    #expect(night.refusal(of: .draft("share")) == .notApplicable("share"))
    try night.give(.skipStep("known", reason: "Nobody knows"))
    try night.give(.decide("level", option: "direct", decider: "Dana", reason: "To be safe", second: "Kim"))
    #expect(try night.status("holding") == .ready)
  }

  @Test func anotherOrderThanTheWrittenOneIsAllowed() throws {
    var night = try small()
    try night.give(.completeStep("hand", detail: "Jo"))
    try night.answerNotKnown("rumour")
    #expect(try night.status("hand") == .done)
    #expect(try night.status("rumour") == .done)
    #expect(try night.status("log") == .ready)
  }

  @Test func aConditionDecidesWhatApplies() throws {
    var night = try small()
    #expect(try night.status("loud") == .blocked([.level(decidedBy: "level")]))
    #expect(try night.status("north-gate") == .blocked([.step("route")]))
    try night.settle(on: .reassure)
    #expect(try night.status("loud") == .notApplicable)
    #expect(night.refusal(of: .completeStep("loud", detail: nil)) == .notApplicable("loud"))
    #expect(night.refusal(of: .skipStep("loud", reason: "No")) == .notApplicable("loud"))
    try night.give(.decide("route", option: "south", decider: "Dana", reason: "Open"))
    #expect(try night.status("north-gate") == .notApplicable)
    try night.give(.decide("route", option: "north", decider: "Dana", reason: "The south is shut"))
    #expect(try night.status("north-gate") == .ready)
  }

  @Test func whatHasBegunStaysWhenItsConditionGoes() throws {
    var night = try small()
    try night.answer("report", .text("All is well"))
    try night.give(.startStep("permit"))
    try night.give(
      .recordFact(Answer(fact: "report", value: nil, confidence: .notKnown, reason: "It was wrong")))
    #expect(try night.status("permit") == .underWay)
    #expect(try night.status("share") == .notApplicable)
  }

  @Test func theNextStepIsByTargetAndThenAsWritten() throws {
    var night = try small()
    #expect(night.run.nextStep(at: night.now) == "log")
    try night.give(.skipStep("log", reason: "Nobody"))
    #expect(night.run.nextStep(at: night.now) == "known")
    try night.learn()
    // The first words are to be drafted by T+8, before the level at T+18.
    #expect(night.run.nextStep(at: night.now) == "first")
  }
}

/// Conditions hold on what is known; likely counts as its value, and not known as itself alone.
@Suite struct ConditionTests {
  private func holds(_ when: String, _ answers: [(Fact.ID, FactValue?, Confidence)]) throws -> Bool {
    let plan = try #require(
      Fixtures.smallPlan("{level: {at-least: advise}}}", with: "\(when)}"))
    var night = try #require(Night(plan))
    for (fact, value, confidence) in answers {
      try night.give(.recordFact(Answer(fact: fact, value: value, confidence: confidence)))
    }
    let condition = try #require(plan.playbook.steps["loud"]?.when)
    return night.run.holds(condition)
  }

  @Test(arguments: [
    ("{hurt: injured}", true), ("{hurt: [none, injured]}", true), ("{hurt: none}", false),
    ("{hurt: not-known}", false), ("{hurt: injured, danger: yes}", true),
    ("{hurt: injured, danger: no}", false),
    ("[{hurt: none}, {danger: yes}]", true), ("[{hurt: none}, {danger: no}]", false), ("{crews: fire}", true),
    ("{crews: ambulance}", false), ("{number: 40}", true), ("{number: {at-least: 40}}", true),
    ("{number: {at-least: 41}}", false), ("{number: {at-most: 40}}", true),
    ("{number: {at-least: 1, at-most: 39}}", false), ("{place: Northfield}", true),
    ("{place: northfield}", false),
    ("{page: example.org}", true), ("{day: \"2027-01-05\"}", true), ("{day: \"2027-01-06\"}", false),
    ("{known: place}", true),
    ("{known: [place, rumour]}", false), ("{known: report}", false), ("{report: not-known}", true),
    ("{rumour: not-known}", false), ("{level: advise}", false),
  ])
  func aConditionHoldsOnTheFactsAsTheyAre(when: String, isHolding: Bool) throws {
    let answers: [(Fact.ID, FactValue?, Confidence)] = [
      ("hurt", .choice("injured"), .likely), ("danger", .yesNo(true), .confirmed),
      ("crews", .choices(["police", "fire"]), .confirmed), ("number", .number(40), .confirmed),
      ("place", .text("Northfield"), .likely), ("page", .link("example.org"), .confirmed),
      ("day", .date(try #require(CivilDate("2027-01-05"))), .confirmed),
      ("from", .time(Fixtures.night), .confirmed), ("report", nil, .notKnown),
    ]
    #expect(try holds(when, answers) == isHolding)
  }

  @Test func theFirstRowOfTheTableThatHoldsDecides() throws {
    var night = try small()
    // Asked and not known is a value of the table; never asked is not.
    #expect(night.run.supported?.choice.level == .reassure)
    try night.answerNotKnown("danger")
    #expect(night.run.supported?.row == 0)
    #expect(night.run.supported?.choice.level == .direct)
    try night.give(.recordFact(Answer(fact: "danger", value: .yesNo(false))))
    try night.answer("hurt", .choice("killed"))
    #expect(night.run.supported?.choice == LevelChoice(level: .advise, audiences: ["nearby": .direct]))
  }

  /// What a step waits for is looked at once, however often it is waited for.
  @Test func aLongChainOfQuestionsIsLookedAtQuickly() throws {
    let steps = (0..<40).map { index in
      "  - {id: s\(index), ask: [f\(index), g\(index)]"
        + (index > 0 ? ", when: {f\(index - 1): yes, g\(index - 1): yes}}" : "}")
    }
    let facts = (0..<40).flatMap {
      ["  f\($0): {ask: F?, type: yes-no}", "  g\($0): {ask: G?, type: yes-no}"]
    }
    let yaml =
      MarkedBase.head + (["facts:"] + facts + ["steps:"] + steps).joined(separator: "\n") + "\n"
      + MarkedBase.end
    let read = readLibrary(MarkedLibrary("chain", ["playbooks/post-incident/p.yaml": yaml]).files, today: nil)
    let plan = try #require(read.library.flatMap { Fixtures.plan($0, "post-incident/p") })
    var night = try #require(Night(plan))
    try night.answer("f0", .yesNo(false))
    try night.answer("g0", .yesNo(false))
    #expect(plan.playbook.steps.values.count { night.run.status(of: $0) == .notApplicable } == 39)
  }
}
