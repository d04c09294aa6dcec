import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// Repeats are due whole intervals after the first release; missed ones do not stack.
@Suite struct RepeatTests {
  /// A night whose holding statement went out at T+30.
  private func night(_ level: Level = .reassure, plan: Plan? = Fixtures.smallPlan) throws -> Night {
    let plan = try #require(plan)
    var night = try #require(Night(plan))
    try night.settle(on: level)
    night.now = Fixtures.night + .minutes(30)
    try night.send("holding")
    return night
  }

  private func due(_ night: Night, round: Int) -> Int64? {
    night.run.target(.due, of: StepRound("update", round: round)).map { ($0 - Fixtures.night).count / 60 }
  }

  @Test func theFirstRoundHasTheTargetThatIsWritten() throws {
    let night = try night()
    #expect(due(night, round: 1) == 90)
    #expect(night.run.openRound(of: "update") == StepRound("update", round: 1))
  }

  @Test func laterRoundsCountFromTheFirstReleaseNotFromTheLastOne() throws {
    var night = try night()
    night.now = Fixtures.night + .minutes(95)
    try night.send("update")
    #expect(night.run.openRound(of: "update") == StepRound("update", round: 2))
    // Released at T+30, so updates are due at T+90, T+150, T+210.
    #expect(due(night, round: 2) == 150)
    // A minute early, it is the round of T+150, and promised its next for T+210.
    night.now = Fixtures.night + .minutes(149)
    try night.send("update")
    #expect(due(night, round: 3) == 210)
    // An hour early, it comes besides.
    night.now = Fixtures.night + .minutes(150)
    try night.send("update")
    #expect(due(night, round: 4) == 210)
  }

  @Test func missedRoundsDoNotStack() throws {
    var night = try night()
    night.now = Fixtures.night + .minutes(95)
    try night.send("update")
    night.now = Fixtures.night + .minutes(400)
    try night.send("update")
    #expect(night.run.openRound(of: "update") == StepRound("update", round: 3))
    #expect(due(night, round: 3) == 450)
  }

  /// The rhythm is a promise to the public; a task that repeats keeps its own.
  @Test func levelsRhythmLeavesTasksAlone() throws {
    var night = try night(.direct)
    night.now = Fixtures.night + .minutes(100)
    try night.give(.completeStep("watch", detail: nil))
    let next = try #require(night.run.target(.due, of: StepRound("watch", round: 2)))
    #expect((next - Fixtures.night).count / 60 == 220)
  }

  @Test func roundsComeNoLaterThanTheLevelsRhythm() throws {
    var night = try night(.direct)
    night.now = Fixtures.night + .minutes(92)
    try night.send("update")
    // Direct asks for an update every half hour, the step for one every hour.
    #expect(due(night, round: 2) == 120)
  }

  @Test func draftingAndApprovingKeepTheirLead() throws {
    var night = try night()
    night.now = Fixtures.night + .minutes(95)
    try night.send("update")
    let at = StepRound("update", round: 2)
    let due = try #require(night.run.target(.due, of: at))
    #expect(night.run.target(.draft, of: at) == due + .minutes(-10))
    #expect(night.run.target(.approve, of: at) == due + .minutes(-5))
  }

  @Test func everyRoundIsANewMessageWithItsOwnApproval() throws {
    var night = try night()
    try night.send("update")
    let first = night.run.messages.keys.last
    try night.give(.draft("update"))
    let second = try #require(night.open("update").last)
    #expect(first != second)
    #expect(night.run.messages[second]?.approvals == [])
    #expect(night.refusal(of: .markSent(second))?.isAboutApproval == true)
    #expect(night.run.messages[second]?.at == StepRound("update", round: 2))
  }

  @Test func roundsEndWhenTheirConditionHolds() throws {
    var night = try night()
    try night.send("update")
    #expect(try night.status("update") == .ready)
    try night.answer("over", .yesNo(true))
    #expect(try night.status("update") == .done)
    #expect(night.refusal(of: .draft("update")) == .stepIsOver("update"))
  }

  @Test func roundsEndAfterTheirNumber() throws {
    var night = try small()
    try night.give(.completeStep("watch", detail: nil))
    #expect(try night.status("watch") == .ready)
    #expect(night.run.target(.due, of: StepRound("watch", round: 2)) == Fixtures.night + .hours(2))
    try night.give(.completeStep("watch", detail: nil))
    #expect(try night.status("watch") == .done)
    #expect(night.run.steps["watch"]?.map(\.number) == [1, 2])
  }

  @Test func skippingARoundLeavesTheNextOne() throws {
    var night = try small()
    try night.give(.skipStep("watch", reason: "Nobody free"))
    #expect(try night.status("watch") == .ready)
    #expect(night.run.openRound(of: "watch") == StepRound("watch", round: 2))
    try night.give(.skipStep("watch", reason: "Nobody free"))
    #expect(try night.status("watch") == .skipped)
  }

  /// What was put right once may be wrong again: each new answer begins a round, and no clock does.
  @Test func anAnswerBeginsARound() throws {
    let gate = "{id: north-gate, do: Open the north gate, when: {decided: {route: north}}}"
    let again = "{id: north-gate, do: Tell the gate, when: {known: place}, again: [place], due: T+5m}"
    let plan = try #require(Fixtures.smallPlan(gate, with: again))
    var night = try #require(Night(plan))
    try night.answer("place", .text("Northfield"))
    #expect(night.run.target(.due, of: StepRound("north-gate", round: 1)) == Fixtures.night + .minutes(5))
    try night.give(.completeStep("north-gate", detail: nil))
    #expect(try night.status("north-gate") == .done)
    #expect(night.refusal(of: .completeStep("north-gate", detail: nil)) == .stepIsOver("north-gate"))
    func answer(_ value: FactValue?) throws {
      try night.give(
        .recordFact(
          Answer(
            fact: "place", value: value, confidence: value == nil ? .notKnown : .confirmed, reason: "News")))
    }
    try answer(nil)
    #expect(try night.status("north-gate") == .done)
    try answer(.text("Southmere"))
    #expect(try night.status("north-gate") == .ready)
    #expect(night.run.target(.due, of: StepRound("north-gate", round: 2)) == nil)
    try night.give(.completeStep("north-gate", detail: nil))
    #expect(try night.status("north-gate") == .done)
    #expect(night.run.steps["north-gate"]?.map(\.number) == [1, 2])
    // The same answer again is no news.
    try answer(.text("Southmere"))
    #expect(try night.status("north-gate") == .done)
  }

  /// Who got the older words has to hear the newer ones, so a round that was half sent is followed by another.
  @Test func whatChangesWhileARoundIsHalfSentBeginsAnother() throws {
    let send = "{id: notice, send: notice, to: [members], level: reassure, approve: [lawyer], due: T+45m}"
    let again = "{id: notice, send: holding, to: [public, nearby], level: advise, again: [place], due: T+45m}"
    let plan = try #require(Fixtures.smallPlan(send, with: again))
    var night = try #require(Night(plan))
    try night.settle()
    try night.give(.draft("notice"))
    let first = try #require(night.open("notice").first)
    try night.fillSeats(of: first)
    try night.give(.markSent(first))
    try night.give(.recordFact(Answer(fact: "place", value: .text("Southmere"), reason: "News")))
    try night.give(.draft("notice"))
    for id in night.open("notice") {
      try night.fillSeats(of: id)
      try night.give(.markSent(id))
    }
    #expect(try night.status("notice") == .ready)
    #expect(night.run.openRound(of: "notice") == StepRound("notice", round: 2))
  }

  /// Every two hours the watch looks at what is said, twice.
  private func watching(_ words: String) throws -> Night {
    let plan = try #require(
      Fixtures.smallPlan("{id: watch, do: Look at what is said, repeat: 2h", with: words + ", repeat: 2h"))
    return try #require(Night(plan))
  }

  @Test func everyRoundAsksAnew() throws {
    var night = try watching("{id: watch, do: Look at what is said, record: [rumour]")
    let watch = try #require(night.run.playbook.steps["watch"])
    try night.answer("rumour", .text("The bridge is down"))
    try night.give(.completeStep("watch", detail: nil))
    #expect(night.run.openQuestions(of: watch) == ["rumour"])
    #expect(night.refusal(of: .completeStep("watch", detail: nil)) == .factsOpen("watch", ["rumour"]))
    night.now = Fixtures.night + .hours(2)
    try night.answer("rumour", .text("The bridge is open"))
    try night.give(.completeStep("watch", detail: nil))
    #expect(night.run.openQuestions(of: watch) == [])
    #expect(try night.status("watch") == .done)
    #expect(
      night.run.facts["rumour"]?.map(\.record.value) == [
        .text("The bridge is down"), .text("The bridge is open"),
      ])
  }

  @Test func theSameAnswerWillDo() throws {
    var night = try watching("{id: watch, do: Look at what is said, record: [rumour]")
    try night.answerNotKnown("rumour")
    try night.give(.completeStep("watch", detail: nil))
    night.now = Fixtures.night + .hours(2)
    try night.answerNotKnown("rumour")
    try night.give(.completeStep("watch", detail: nil))
    #expect(try night.status("watch") == .done)
  }

  @Test func aRoundOfQuestionsEndsWithItsLastAnswer() throws {
    var night = try watching("{id: watch, ask: [rumour, over]")
    try night.answer("rumour", .text("The bridge is down"))
    try night.answer("over", .yesNo(false))
    #expect(night.run.steps["watch"]?.map { $0.ending != nil } == [true])
    #expect(try night.status("watch") == .ready)
    night.now = Fixtures.night + .hours(2)
    try night.answer("over", .yesNo(false))
    #expect(night.run.steps["watch"]?.map { $0.ending != nil } == [true, false])
    try night.answer("rumour", .text("The bridge is open"))
    #expect(try night.status("watch") == .done)
  }

  /// What a round asks anew corrects nothing; an answer long before the round does.
  @Test func onlyACorrectionBetweenRoundsNeedsItsReason() throws {
    var night = try watching("{id: watch, do: Look at what is said, record: [rumour]")
    try night.answer("rumour", .text("The bridge is down"))
    try night.give(.completeStep("watch", detail: nil))
    night.now = Fixtures.night + .minutes(10)
    let other = Answer(fact: "rumour", value: .text("The bridge is open"))
    #expect(night.refusal(of: .recordFact(other)) == .reasonNeeded(for: "replacing an earlier answer"))
    try night.give(.startStep("watch"))
    try night.give(.recordFact(other))
  }

  @Test func theFirstOfAllReleasesIsNotItsOwnMeasure() throws {
    let plan = try #require(
      Fixtures.smallPlan("after: [holding], draft-by: T+80m, approve-by: T+85m, due: T+90m, ", with: ""))
    var night = try #require(Night(plan))
    try night.settle(on: .reassure)
    try night.send("update")
    #expect(night.run.steps["update"]?.first?.due == nil)
  }

  @Test func anUnwrittenFirstTargetIsAnIntervalAfterTheFirstRelease() throws {
    let plan = try #require(
      Fixtures.smallPlan("after: [holding], draft-by: T+80m, approve-by: T+85m, due: T+90m, ", with: ""))
    let night = try night(plan: plan)
    #expect(due(night, round: 1) == 90)
  }
}
