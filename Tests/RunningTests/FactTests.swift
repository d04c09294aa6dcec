import Fixtures
import Library
@testable import Running
import OrderedCollections
import Testing
import Time

/// Values are added, never overwritten; markings go up, never down.
@Suite struct FactTests {
  @Test func aCorrectionNeedsAReasonAndKeepsTheOldValue() throws {
    var night = try small()
    try night.answer("place", .text("Northfield"))
    let other = Answer(fact: "place", value: .text("Southmere"))
    #expect(night.refusal(of: .recordFact(other)) == .reasonNeeded(for: "replacing an earlier answer"))
    #expect(
      night.refusal(of: .recordFact(Answer(fact: "place", value: nil, confidence: .notKnown)))
        == .reasonNeeded(for: "replacing an earlier answer"))
    night.pass(.minutes(5))
    try night.give(.recordFact(Answer(fact: "place", value: .text("Southmere"), reason: " Misheard ")))
    let history = try #require(night.run.facts["place"])
    #expect(history.map(\.record.value) == [.text("Northfield"), .text("Southmere")])
    #expect(history.map(\.record.reason) == [nil, "Misheard"])
    #expect(history.map(\.happened) == [Fixtures.night, Fixtures.night + .minutes(5)])
  }

  @Test func theSameValueWithAnotherConfidenceNeedsNoReason() throws {
    var night = try small()
    try night.answer("place", .text("Northfield"), .likely)
    try night.answer("place", .text("Northfield"), .confirmed)
    #expect(night.run.facts["place"]?.count == 2)
    #expect(night.run.latest("place")?.record.confidence == .confirmed)
  }

  @Test func whatWasNotKnownIsAnsweredWithoutAReason() throws {
    var night = try small()
    try night.answerNotKnown("place")
    try night.answer("place", .text("Northfield"))
    #expect(night.run.facts["place"]?.count == 2)
  }

  @Test func aValueIsThereUnlessItIsNotKnown() throws {
    var night = try small()
    for confidence in [Confidence.confirmed, .likely] {
      #expect(
        night.refusal(of: .recordFact(Answer(fact: "place", value: nil, confidence: confidence)))
          == .valueNeeded("place"))
    }
    try night.give(.recordFact(Answer(fact: "place", value: .text("Northfield"), confidence: .notKnown)))
    #expect(night.run.latest("place")?.record.value == nil)
  }

  @Test func typingMayRaiseAMarkingAndNeverLowersIt() throws {
    var night = try small()
    func answer(_ marking: Marking?) -> Command {
      .recordFact(Answer(fact: "report", value: .text("All is well"), marking: marking))
    }
    #expect(
      night.refusal(of: answer(.official))
        == .markingLowered("report", to: .official, from: .officialSensitive))
    try night.give(answer(nil))
    #expect(night.run.latest("report")?.record.marking == .officialSensitive)
    try night.give(answer(.secret))
    #expect(
      night.refusal(of: answer(.officialSensitive))
        == .markingLowered("report", to: .officialSensitive, from: .secret))
    try night.give(answer(nil))
    #expect(night.run.latest("report")?.record.marking == .secret)
  }

  @Test func aFactThatIsNotThereIsNamedWithTheNearest() throws {
    var night = try small()
    #expect(
      night.refusal(of: .recordFact(Answer(fact: "plaice", value: .text("x"))))
        == .noSuchFact("plaice", nearest: "place"))
  }

  @Test func whoSaidSoAndWhoTypedItAreKept() throws {
    var night = try small()
    try night.give(.recordFact(Answer(fact: "place", value: .text("Northfield"), source: " Control room ")))
    let entry = try #require(night.run.latest("place"))
    #expect(entry.record.source == "Control room")
    #expect(entry.by == "Ash")
  }
}

/// A late entry carries both times: when it happened and when it was written down.
@Suite struct LateEntryTests {
  private let happened = Fixtures.night + .minutes(2)

  private func later() throws -> Night {
    var night = try small()
    night.pass(.minutes(10))
    return night
  }

  @Test func everyKindOfEntryKeepsBothTimes() throws {
    var night = try later()
    try night.give(
      .recordFact(Answer(fact: "loggist", value: .text("Kit"))), happened: happened)
    try night.give(.completeStep("log", detail: nil), happened: happened)
    try night.give(.note("Heard a bang", .note), happened: happened)
    try night.give(.decide("route", option: "north", decider: "Dana", reason: "Open"), happened: happened)
    let (entry, note) = (try #require(night.run.latest("loggist")), try #require(night.run.notes.last))
    let (end, decision) = (
      try #require(night.run.steps["log"]?.last?.ending), try #require(night.run.decisions.last)
    )
    #expect(
      [entry.happened, note.happened, end.happened, decision.happened] == Array(repeating: happened, count: 4)
    )
    #expect(
      [entry.entered, note.entered, end.entered, decision.entered] == Array(repeating: night.now, count: 4))
  }

  @Test func nothingHappensInTheFuture() throws {
    var night = try later()
    let soon = night.now + Seconds(1)
    #expect(throws: Refusal.inTheFuture(soon)) {
      try night.give(.note("Soon", .note), happened: soon)
    }
    try night.give(.note("Now", .note), happened: night.now)
    #expect(night.events.count == 2)
  }

  @Test func aLateEntryIsHeldAgainstItsTargetByWhenItHappened() throws {
    var night = try small()
    night.pass(.hours(1))
    try night.answer("loggist", .text("Kit"))
    try night.give(.completeStep("log", detail: nil), happened: Fixtures.night + .minutes(4))
    let round = try #require(night.run.steps["log"]?.last)
    #expect(round.due == Fixtures.night + .minutes(5))
    #expect(round.ending?.happened == Fixtures.night + .minutes(4))
  }

  @Test(arguments: [
    (
      "place", FactValue.text("No"),
      "The answer to 'Which place?' must be at least 3 characters. You wrote: No"
    ),
    ("place", .text("   "), "The answer to 'Which place?' needs an answer"),
    ("place", .text("Mill\u{202E}Road"), "The answer to 'Which place?' has the character U+202E"),
    ("place", .text(String(repeating: "a", count: 61)), "The answer to 'Which place?' may be 60 characters"),
    ("place", .yesNo(true), "The answer to 'Which place?' takes a text, and this is yes or no"),
    ("number", .number(10_000), "The answer to 'How many homes?' is at most 9999"),
    ("number", .number(-1), "The answer to 'How many homes?' is at least 0"),
    ("hurt", .choice("many"), "The answer to 'Is anyone hurt?' is one of: none, injured, killed"),
    ("hurt", .text("none"), "The answer to 'Is anyone hurt?' takes one option, and this is a text"),
    ("crews", .choices(["police", "army"]), "The answer to 'Which crews are there?' is one of"),
    (
      "crews", .choices(["police", "police"]), "The answer to 'Which crews are there?' names an option twice"
    ),
    ("page", .link("javascript:x"), "The answer to 'Which page?' is an address without spaces"),
  ])
  func aValueThatTheFactDoesNotTakeIsRefused(fact: Fact.ID, value: FactValue, why: String) throws {
    var night = try small()
    let refused = night.refusal(of: .recordFact(Answer(fact: fact, value: value)))
    let refusal = try #require(refused)
    #expect(refusal.message(in: night.run).hasPrefix(why))
    #expect(night.run.latest(fact) == nil)
    // What is not known has no value to be held against the fact.
    try night.give(.recordFact(Answer(fact: fact, value: value, confidence: .notKnown)))
  }

  @Test func aSentMessageMayBeWrittenDownAfterItsPromiseHasPassed() throws {
    var night = try small()
    try night.settle()
    let id = try night.drafted("first", "web")
    try night.fillSeats(of: id)
    let out = night.now + .minutes(3)
    night.pass(.hours(2))
    #expect(
      night.refusal(of: .markSent(id))
        == .wordsOutOfDate(id, because: "the next update that it promises has passed"))
    try night.give(.markSent(id), happened: out)
    #expect(night.run.messages[id]?.sentAt == out)
  }

  @Test func aLateEntryOfSendingCountsNoApprovalThatCameAfterIt() throws {
    var night = try small()
    try night.settle()
    let id = try night.drafted("holding", "x")
    night.pass(.minutes(5))
    let out = night.now
    night.pass(.minutes(5))
    try night.fillSeats(of: id)
    night.pass(.minutes(5))
    do throws(Refusal) {
      try night.give(.markSent(id), happened: out)
      Issue.record("a message was released before its approvals")
    } catch {
      guard case .approvalMissing(id, let seats) = error else { throw error }
      #expect(seats.count == 2)
    }
    try night.give(.markSent(id), happened: out + .minutes(5))
  }

  @Test func nothingHappensToWordsThatWereNotThereYet() throws {
    var night = try small()
    try night.settle()
    let before = night.now
    night.pass(.minutes(5))
    let id = try night.drafted("holding", "x")
    night.pass(.minutes(5))
    #expect(throws: Refusal.wordsAreLater(id, before + .minutes(5))) {
      try night.approve([id], by: "Pat", as: "police", at: before)
    }
    try night.approve([id], by: "Pat", as: "police", at: before + .minutes(5))
  }

  @Test func aClockSetBackStopsNoApprovalAndNoRelease() throws {
    var night = try small()
    try night.settle()
    let id = try night.drafted("holding", "x")
    night.pass(.hours(-1))
    try night.fillSeats(of: id)
    try night.give(.markSent(id))
    #expect(night.run.clockJumps.count == 1)
    #expect(night.run.messages[id]?.sentAt == night.now)
  }
}

/// T may move with a reason; targets are worked out anew, and the old ones stay on record.
@Suite struct RetimeTests {
  @Test func openTargetsMoveAndEndedOnesStay() throws {
    var night = try small()
    try night.answer("loggist", .text("Kit"))
    try night.give(.completeStep("log", detail: nil))
    let moved = Fixtures.night + .hours(2)
    #expect(night.refusal(of: .retime(zero: moved, reason: " ")) == .reasonNeeded(for: "moving T"))
    try night.give(.retime(zero: moved, reason: "The trial slipped"))
    #expect(night.run.zero == moved)
    #expect(night.run.start.zero == Fixtures.night)
    #expect(night.run.steps["log"]?.last?.due == Fixtures.night + .minutes(5))
    #expect(night.run.target(.due, of: StepRound("known")) == moved + .minutes(10))
    #expect(
      night.run.retimings == [
        Run.Retiming(from: Fixtures.night, to: moved, reason: "The trial slipped", at: night.now)
      ])
  }

  @Test func daysKeepTheLocalTimeOverAChangeOfClocks() throws {
    let plan = try #require(Fixtures.smallPlan("after: [wait], due: T+1d", with: "after: [wait], due: T-14d"))
    // 2027-03-30 18:00 in London, two days after the clocks went forward.
    let night = try #require(Night(plan, at: Instant(seconds: 1_806_426_000)))
    let due = try #require(night.run.target(.due, of: StepRound("debrief")))
    #expect(Fixtures.london.local(due).description == "2027-03-16 18:00:00")
  }
}
