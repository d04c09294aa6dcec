import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// Only a decision changes the level, and it is kept with what was known at that moment.
@Suite struct DecisionTests {
  @Test func verdictHoldsAMessageAgainstTheLevelOfItsOwnAudience() throws {
    let plan = try #require(Fixtures.smallPlan)
    var night = try #require(Night(plan))
    try night.settle(on: .advise)
    try night.give(.draft("holding"))
    let nearby = try #require(night.run.messages.values.first { $0.draft.level == .direct })
    let finding = night.run.verdict(on: nearby).findings.first { $0.kind == .proportion }
    #expect(finding?.message == "direct, as the facts support")
  }

  private func decide(_ level: Level, _ reason: String = "") -> Command {
    .decide(
      "level", option: level.rawValue, decider: "Dana", reason: reason, second: level == .direct ? "Kim" : nil
    )
  }

  @Test func theSupportedLevelNeedsNoReasonAndAnotherOneDoes() throws {
    var night = try small()
    try night.learn(for: .advise)
    #expect(
      night.refusal(of: decide(.direct))
        == .reasonNeeded(for: "a level other than the facts support"))
    try night.give(decide(.advise))
    let record = try #require(night.run.decisions.last?.record)
    #expect(record.reason == "As the facts support")
    #expect(record.supported == .advise)
    #expect(record.level == LevelChoice(level: .advise, audiences: ["nearby": .direct]))
  }

  @Test func factsWhoseQuestionsWereSkippedAreNotKnown() throws {
    let plan = try #require(Fixtures.incidentPlan)
    var night = try #require(Night(plan))
    #expect(night.run.supported?.choice.level == .reassure, "nothing has been asked")
    try night.give(.skipStep("methane", reason: "no time"))
    #expect(night.run.supported?.choice.level == .direct, "danger is not known")
    // What is not to be done unless a fact is not known is to be done.
    try night.give(.skipStep("lead", reason: "no time"))
    try night.give(
      .decide("level", option: "reassure", decider: "Dana", reason: "Police say so", second: nil))
    let goAhead = try #require(night.run.playbook.steps["go-ahead"])
    #expect(night.run.status(of: goAhead) == .ready)
  }

  @Test func aLevelAboveTheFactsNeedsASecondPerson() throws {
    var night = try small()
    try night.learn(for: .reassure)
    func decide(_ level: String, _ second: String?) -> Command {
      .decide("level", option: level, decider: "Dana", reason: "To be safe", second: second)
    }
    let needed = Refusal.secondPersonNeeded(.advise, supported: .reassure)
    #expect(night.refusal(of: decide("advise", nil)) == needed)
    #expect(night.refusal(of: decide("advise", " ")) == needed)
    #expect(night.refusal(of: decide("advise", "dana")) == .secondPersonDecided("dana"))
    #expect(night.run.needsSecondPerson("level", option: "advise"))
    #expect(!night.run.needsSecondPerson("level", option: "reassure"))
    // A lower level needs a reason, and nobody else.
    #expect(night.refusal(of: decide("signpost", nil)) == nil)
    try night.give(decide("advise", "Kim"))
    #expect(night.run.decisions.last?.record.second == "Kim")
  }

  @Test func whatWouldChangeTheSupportedLevelIsTold() throws {
    var night = try small()
    try night.learn(for: .advise)
    let points = night.run.turningPoints
    #expect(points.map(\.fact) == ["danger", "hurt"])
    #expect(points.first == TurningPoint(level: .direct, fact: "danger", values: [.yesNo(true), nil]))
    #expect(points.last?.level == .reassure)
    // Each holds what it says, and nothing was changed by asking.
    for point in points {
      for value in point.values {
        #expect(night.run.supported(supposing: [point.fact: value])?.choice.level == point.level)
      }
    }
    #expect(night.run.supported?.choice.level == .advise)
  }

  @Test func anAudienceThatTheFactsPutHigherStaysHigher() throws {
    var night = try small()
    try night.learn(for: .advise)
    try night.give(decide(.reassure, "The force asked for it"))
    #expect(night.run.choice == LevelChoice(level: .reassure, audiences: ["nearby": .direct]))
    try night.give(decide(.direct, "It grew"))
    #expect(night.run.choice == LevelChoice(level: .direct, audiences: [:]))
    #expect(night.run.decisions.last?.record.supported == .advise)
  }

  @Test func factsDoNotChangeTheLevelByThemselves() throws {
    var night = try small()
    try night.settle(on: .reassure)
    #expect(night.run.levelInQuestion == nil)
    try night.give(.recordFact(Answer(fact: "danger", value: .yesNo(true), reason: "A second one")))
    #expect(night.run.choice?.level == .reassure)
    #expect(night.run.levelInQuestion == LevelChoice(level: .direct, audiences: [:]))
  }

  @Test func theLevelIsDecidedAgainWhenTheFactsHaveChanged() throws {
    var night = try small()
    try night.settle(on: .reassure)
    try night.give(.recordFact(Answer(fact: "danger", value: .yesNo(true), reason: "A second one")))
    let events = try night.give(decide(.direct))
    #expect(events.count == 1)
    #expect(night.run.choice?.level == .direct)
    #expect(night.run.levelInQuestion == nil)
    #expect(night.run.decisions.map(\.record.option) == ["reassure", "direct"])
    #expect(night.run.decisions.map(\.number) == [1, 2])
  }

  @Test func anOverruledLevelIsNotAskedAboutWhileTheFactsStayAsTheyWere() throws {
    var night = try small()
    try night.learn(for: .advise)
    try night.give(decide(.reassure, "The force asked for it"))
    #expect(night.run.levelInQuestion == nil)
    try night.answer("hurt", .choice("injured"), .likely)
    #expect(night.run.levelInQuestion == nil)
  }

  @Test func anAudienceThatTheFactsPutElsewhereIsAQuestionToo() throws {
    var night = try small()
    try night.settle(on: .reassure)
    try night.give(.recordFact(Answer(fact: "number", value: .number(400), reason: "Counted again")))
    // The county stays at reassure; people nearby would be advised.
    #expect(night.run.supported?.choice.level == .reassure)
    #expect(night.run.levelInQuestion == LevelChoice(level: .reassure, audiences: ["nearby": .advise]))
    try night.give(decide(.reassure))
    #expect(night.run.levelInQuestion == nil)
  }

  @Test func aDecisionThatWasSkippedCanStillBeTaken() throws {
    var night = try small()
    try night.learn()
    try night.give(.skipStep("level", reason: "Nobody answers"))
    #expect(night.refusal(of: .draft("holding")) == .blocked("holding", [.level(decidedBy: "level")]))
    try night.give(decide(.advise))
    #expect(try night.status("level") == .skipped)
    #expect(try night.status("holding") == .ready)
  }

  @Test func aDecisionKnowsTheEventsBeforeItAlone() throws {
    var night = try small()
    try night.learn(for: .advise)
    let before = night.run.sequence
    try night.give(decide(.advise))
    try night.give(.recordFact(Answer(fact: "hurt", value: .choice("killed"), reason: "Confirmed by police")))
    let decision = try #require(night.run.decisions.last)
    #expect(decision.knownUpTo == before + 1)
    let known = try #require(night.run.facts["hurt"]?.last { $0.sequence <= decision.knownUpTo })
    #expect(known.record.value == .choice("injured"))
  }

  @Test(arguments: ["", "high", "Advise "]) func aLevelIsOneOfTheFour(option: String) throws {
    var night = try small()
    try night.learn()
    #expect(
      night.refusal(of: .decide("level", option: option, decider: "Dana", reason: "x"))
        == .noSuchOption(option, options: ["signpost", "reassure", "advise", "direct"]))
  }
}
