import Fixtures
import Library
import OrderedCollections
@testable import Running
import Testing
import Time

/// Every verb is begun and ended by what belongs to it.
@Suite struct StepTests {
  @Test func firstAnswerBeginsItsStepAndTheLastOneEndsIt() throws {
    let plan = try #require(Fixtures.smallPlan)
    var night = try #require(Night(plan))
    let asked = try #require(plan.playbook.steps["known"]).asks
    for fact in asked {
      night.pass(.minutes(1))
      try night.answerNotKnown(fact)
    }
    let round = night.run.currentRound(of: "known")
    #expect(round.started == Fixtures.night + .minutes(1))
    #expect(round.ending?.happened == Fixtures.night + .minutes(Int64(asked.count)))
  }

  @Test func aThingToDoIsDoneOnceItsFactsAreThere() throws {
    var night = try small()
    #expect(night.refusal(of: .completeStep("log", detail: nil)) == .factsOpen("log", ["loggist"]))
    try night.answer("loggist", .text("Kit"))
    #expect(try night.status("log") == .underWay)
    try night.give(.completeStep("log", detail: " a blue book "))
    #expect(try night.status("log") == .done)
    #expect(night.run.steps["log"]?.last?.ending?.outcome == .done(detail: "a blue book"))
    #expect(night.refusal(of: .completeStep("log", detail: nil)) == .stepIsOver("log"))
  }

  @Test func aQuestionIsOverWithItsLastAnswer() throws {
    var night = try small()
    try night.learn()
    #expect(try night.status("known") == .done)
    let events = night.events.map(\.content)
    #expect(events.filter { $0 == .stepStarted(StepRound("known")) }.count == 1)
    #expect(events.last == .stepCompleted(StepRound("known"), detail: nil))
  }

  @Test func whatIsNotKnownIsAnAnswer() throws {
    var night = try small()
    try night.answerNotKnown("over")
    #expect(try night.status("over") == .done)
    #expect(night.refusal(of: .completeStep("known", detail: nil)) != nil)
  }

  @Test func aStepIsBegunOnceHoweverOftenItIsTouched() throws {
    var night = try small()
    #expect(try night.give(.startStep("log")) == [.stepStarted(StepRound("log"))])
    #expect(try night.give(.startStep("log")) == [])
    #expect(try night.status("log") == .underWay)
  }

  @Test func aDecisionTakesOneOfItsOptions() throws {
    var night = try small()
    let wrong = Command.decide("route", option: "west", decider: "Dana", reason: "It is open")
    #expect(night.refusal(of: wrong) == .noSuchOption("west", options: ["north", "south"]))
    #expect(
      night.refusal(of: .decide("route", option: "north", decider: "Dana", reason: " "))
        == .reasonNeeded(for: "a decision"))
    #expect(
      night.refusal(of: .decide("route", option: "north", decider: "", reason: "It is open"))
        == .reasonNeeded(for: "who decided"))
    try night.give(.decide("route", option: "north", decider: "Dana", reason: "It is open"))
    #expect(try night.status("route") == .done)
    #expect(night.run.decisions.last?.record.decider == "Dana")
    #expect(night.run.decisions.last?.by == "Ash")
  }

  @Test func aHandOverNamesWhoTakesOver() throws {
    var night = try small()
    #expect(
      night.refusal(of: .completeStep("hand", detail: " "))
        == .detailNeeded("hand", question: "Who is taking over as Communications lead?"))
    try night.give(.completeStep("hand", detail: "Jo"))
    #expect(try night.status("hand") == .done)
  }

  @Test func aWaitEndsWhenWhatIsWaitedForComes() throws {
    var night = try small()
    try night.answer("over", .yesNo(false))
    #expect(try night.status("wait") == .ready)
    #expect(night.refusal(of: .completeStep("wait", detail: nil)) == .waitIsOpen("wait"))
    try night.give(.recordFact(Answer(fact: "over", value: .yesNo(true), reason: "Stood down")))
    #expect(try night.status("wait") == .done)
  }

  @Test func aWaitThatIsOverEndsWhateverOpensItsGate() throws {
    let plan = try #require(Fixtures.smallPlan("after: [over]}", with: "after: [over, hand]}"))
    var night = try #require(Night(plan))
    try night.answer("over", .yesNo(true))
    #expect(try night.status("wait") == .blocked([.step("hand")]))
    try night.give(.completeStep("hand", detail: "Jo"))
    #expect(try night.status("wait") == .done)
  }

  @Test func aWaitThatIsOverBeforeItsGateOpensEndsWithTheGate() throws {
    var night = try small()
    let events = try night.give(.recordFact(Answer(fact: "over", value: .yesNo(true))))
    #expect(events.contains(.stepCompleted(StepRound("over"), detail: nil)))
    #expect(events.contains(.stepCompleted(StepRound("wait"), detail: nil)))
    #expect(try night.status("wait") == .done)
    #expect(try night.status("debrief") == .ready)
  }

  @Test func aReviewAndAStandDownAreDone() throws {
    var night = try small()
    try night.answer("over", .yesNo(true))
    try night.give(.completeStep("debrief", detail: "All went well"))
    try night.give(.completeStep("down", detail: nil))
    #expect(try night.status("down") == .done)
  }

  @Test func aSendIsDraftedAndOverWhenEveryMessageIsSentOrDropped() throws {
    var night = try small()
    try night.settle()
    #expect(
      night.refusal(of: .completeStep("holding", detail: nil)) == .wrongVerb("holding", expected: "draft"))
    try night.give(.draft("holding"))
    let ids = night.open("holding")
    #expect(ids.count == 6)
    #expect(night.refusal(of: .completeStep("holding", detail: nil)) == .messagesOpen("holding", ids))
    for id in ids.dropLast() { try night.give(.dropMessage(id, reason: "Not needed")) }
    #expect(try night.status("holding") == .underWay)
    let last = try #require(ids.last)
    try night.fillSeats(of: last)
    let events = try night.give(.markSent(last))
    #expect(events == [.messageSent(last), .stepCompleted(StepRound("holding"), detail: nil)])
    #expect(try night.status("holding") == .done)
  }

  @Test func aBriefingIsDraftedForTheSpokenChannel() throws {
    var night = try small()
    try night.settle()
    try night.give(.draft("call"))
    let id = try #require(night.message("call", "spoken"))
    #expect(try night.text(id).contains("You should hear this from us: people are hurt."))
  }

  @Test(arguments: [
    (Command.draft("log"), Refusal.wrongVerb("log", expected: "do")),
    (.decide("known", option: "x", decider: "D", reason: "R"), .wrongVerb("known", expected: "ask")),
    (.completeStep("route", detail: nil), .wrongVerb("route", expected: "decide")),
    (.draft("hand"), .wrongVerb("hand", expected: "hand-over")),
    (.draft("debrief"), .blocked("debrief", [.step("wait")])),
    (.draft("no-such"), .noSuchStep("no-such", nearest: nil)),
    (.startStep("hold"), .noSuchStep("hold", nearest: nil)),
    (.startStep("updates"), .noSuchStep("updates", nearest: "update")),
  ])
  func aCommandThatDoesNotFitTheStepIsRefused(command: Command, refusal: Refusal) throws {
    var night = try small()
    #expect(night.refusal(of: command) == refusal)
    #expect(night.events.count == 1)
  }

  @Test func aStepIsSkippedWithAReason() throws {
    var night = try small()
    #expect(
      night.refusal(of: .skipStep("log", reason: "\n ")) == .reasonNeeded(for: "skipping a step"))
    try night.give(.skipStep("log", reason: "Nobody is here"))
    #expect(try night.status("log") == .skipped)
    #expect(night.refusal(of: .skipStep("log", reason: "Again")) == .stepIsOver("log"))
    #expect(night.run.steps["log"]?.last?.ending?.outcome == .skipped(reason: "Nobody is here"))
  }

  @Test func aSendWithOpenMessagesCannotBeSkipped() throws {
    var night = try small()
    try night.settle()
    try night.give(.draft("holding"))
    #expect(
      night.refusal(of: .skipStep("holding", reason: "Late"))
        == .messagesOpen("holding", night.open("holding")))
  }

  @Test func textOfAnEventHasALimit() throws {
    var night = try small()
    let most = String(repeating: "a", count: 100_000)
    try night.give(.note(most, .note))
    #expect(night.refusal(of: .note(most + "a", .note)) == .textTooLong(limit: 100_000))
    #expect(night.refusal(of: .note(" \t", .note)) == .reasonNeeded(for: "a note"))
  }

  @Test func theCountsOfAGlanceAddUp() throws {
    var night = try small()
    try night.settle(on: .reassure)
    try night.give(.skipStep("log", reason: "Nobody"))
    let glance = night.run.glance(at: night.now)
    #expect(glance.done == 2)
    #expect(glance.skipped == 1)
    #expect(glance.notApplicable == 1)
    #expect(glance.done + glance.skipped + glance.notApplicable + glance.left == glance.total)
    #expect(glance.total == 21)
  }
}
