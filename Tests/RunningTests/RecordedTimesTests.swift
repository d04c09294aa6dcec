import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// What steps took is measured from when whoever did them had nothing left before them.
@Suite struct RecordedTimesTests {
  private func night() throws -> Night { try #require(Night(small: .live)) }

  /// Whole minutes of one part of a step.
  private func minutes(
    _ step: Step.ID, _ part: KeyPath<RecordedTimes.Lengths, [Seconds]> = \.rest, in nights: [Night]
  ) -> [Int64] {
    let times = RecordedTimes(of: SmallLibrary.playbook, in: nights.map(\.run))
    return (times.steps[step]?[keyPath: part] ?? []).map { $0.count / 60 }
  }

  @Test func aStepCountsFromTheEndOfTheOneBeforeIt() throws {
    var night = try night()
    night.pass(.minutes(3))
    try night.give(.recordFact(Answer(fact: "loggist", value: .text("Sam"))))
    try night.give(.completeStep("log", detail: nil))
    night.pass(.minutes(7))
    try night.learn()
    #expect(minutes("log", in: [night]) == [3])
    #expect(minutes("known", in: [night]) == [7])
    #expect(minutes("level", in: [night]) == [])
  }

  @Test func itCountsFromWhenItsGatesOpenedWhereThatIsLater() throws {
    var night = try night()
    night.pass(.minutes(4))
    try night.learn()
    night.officer = "Kim"
    night.pass(.minutes(6))
    try night.give(.decide("level", option: "advise", decider: "Dana", reason: ""))
    // Kim has done nothing before; the questions were over at T+4.
    #expect(minutes("level", in: [night]) == [6])
  }

  @Test func aMessageHasThreeParts() throws {
    var night = try night()
    night.pass(.minutes(2))
    try night.settle()
    night.pass(.minutes(5))
    try night.give(.draft("first"))
    let ids = night.open("first")
    night.pass(.minutes(1))
    try night.give(.requestApproval(ids))
    night.pass(.minutes(8))
    for id in ids { try night.fillSeats(of: id) }
    night.pass(.minutes(3))
    for id in ids { try night.give(.markSent(id)) }
    #expect(minutes("first", \.draft, in: [night]) == [5])
    #expect(minutes("first", \.approve, in: [night]) == [8])
    #expect(minutes("first", \.rest, in: [night]) == [3])
  }

  @Test func eachRunOfThePlaybookCountsOnce() throws {
    let nights = try [4, 9].map { (length: Int64) in
      var night = try night()
      night.pass(.minutes(length))
      try night.learn()
      return night
    }
    let times = RecordedTimes(of: SmallLibrary.playbook, in: nights.map(\.run))
    #expect(times.runs == 2)
    #expect(minutes("known", in: nights) == [4, 9])
    #expect(RecordedTimes(of: "post-incident/other", in: nights.map(\.run)).runs == 0)
  }

  @Test func whatTheRecordCannotMeasureIsLeftOut() throws {
    var night = try night()
    night.pass(.minutes(4))
    try night.give(.skipStep("log", reason: "Nobody is there"))
    // Entered late: it was over before what it waits for.
    try night.learn()
    try night.give(
      .decide("level", option: "advise", decider: "Dana", reason: ""), happened: Fixtures.night)
    #expect(minutes("log", in: [night]) == [])
    #expect(minutes("level", in: [night]) == [])
    // The clock is set back.
    night.now = Fixtures.night + .minutes(1)
    try night.give(.decide("route", option: "north", decider: "Pat", reason: "Shorter"))
    #expect(minutes("route", in: [night]) == [])
    // Nobody works on a wait.
    night.now = Fixtures.night + .minutes(30)
    try night.answer("over", .yesNo(true))
    #expect(night.run.steps["wait"]?.last?.ending != nil)
    #expect(minutes("wait", in: [night]) == [])
  }
}
