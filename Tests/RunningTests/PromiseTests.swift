import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// A message promises what the run will owe: counted from the release, at the run's level, of sends that apply.
@Suite struct PromiseTests {
  /// The minutes after T that the page of a step promises, drafted now.
  private func promise(_ step: Step.ID, _ night: inout Night) throws -> Int64? {
    try night.give(.draft(step))
    let id = try #require(night.run.messages.keys.last { isPage($0, of: step, night) })
    return night.run.messages[id]?.draft.nextUpdate.map { ($0 - Fixtures.night).count / 60 }
  }

  private func isPage(_ id: Message.ID, of step: Step.ID, _ night: Night) -> Bool {
    guard let message = night.run.messages[id] else { return false }
    return message.at.step == step && message.draft.channel == "web" && message.draft.nextUpdate != nil
  }

  private func night(_ level: Level, _ words: String = "", with others: String = "") throws -> Night {
    let plan = try #require(words.isEmpty ? Fixtures.smallPlan : Fixtures.smallPlan(words, with: others))
    var night = try #require(Night(plan))
    try night.settle(on: level)
    return night
  }

  /// T is 03:12 and the statement is due at T+30, 03:42: an hour later is 04:42, on a whole five minutes 04:40.
  @Test(arguments: [0, 10, 29]) func anEarlyDraftPromisesNothingEarly(minutes: Int64) throws {
    var night = try night(.advise)
    night.now = Fixtures.night + .minutes(minutes) + Seconds(41)
    #expect(try promise("holding", &night) == 88)
  }

  @Test func aLateDraftCountsFromNow() throws {
    var night = try night(
      .advise, "{id: update, send: update, to: [public]", with: "{id: update, send: update, to: [valley]")
    night.now = Fixtures.night + .minutes(45)
    #expect(try promise("holding", &night) == 103)
  }

  @Test(arguments: [(Level.direct, Int64(58)), (.reassure, 88)])
  func theRhythmIsThatOfTheLevel(level: Level, minutes: Int64) throws {
    // Reassure asks for an update in four hours; the playbook updates at T+90, an hour after the statement.
    let night = try night(level)
    let promised = try #require(night.run.promise(of: StepRound("holding"), now: night.now))
    #expect((promised - Fixtures.night).count / 60 == minutes)
  }

  @Test func aLaterRoundPromisesTheRoundAfterIt() throws {
    var night = try night(.reassure)
    night.now = Fixtures.night + .minutes(30)
    try night.send("holding")
    // Released at T+30, so updates are due at T+90, T+150, T+210.
    night.now = Fixtures.night + .minutes(70)
    #expect(try promise("update", &night) == 148)
    night.now = Fixtures.night + .minutes(95)
    #expect(try promise("update", &night) == 148)
    try night.send("update")
    night.now = Fixtures.night + .minutes(100)
    #expect(try promise("update", &night) == 208)
  }

  @Test(arguments: [
    "when: {danger: yes}, ", "when: {over: yes}, ", "when: {level: {at-least: direct}}, ",
  ])
  func aSendThatDoesNotApplyIsNotPromised(condition: String) throws {
    let update = "{id: update, send: update, to: [public], "
    var night = try night(.reassure, update, with: update + condition)
    #expect(try promise("holding", &night) == 268)
  }

  @Test func aSendToOthersIsNotPromised() throws {
    var night = try night(
      .reassure, "{id: update, send: update, to: [public]", with: "{id: update, send: update, to: [valley]")
    #expect(try promise("holding", &night) == 268)
  }

  @Test func theLastRoundPromisesNoRoundAfterIt() throws {
    var night = try night(.reassure, "repeat: 60m, until: {over: yes}", with: "repeat: 60m, times: 2")
    night.now = Fixtures.night + .minutes(30)
    try night.send("holding")
    night.now = Fixtures.night + .minutes(90)
    try night.send("update")
    night.now = Fixtures.night + .minutes(140)
    // Due at T+150, and then within the four hours of the level.
    #expect(try promise("update", &night) == 388)
  }

  @Test func aRhythmOfFewMinutesStillPromisesTheFuture() throws {
    var night = try night(
      .reassure, "draft-by: T+80m, approve-by: T+85m, due: T+90m, repeat: 60m", with: "repeat: 2m")
    night.now = Fixtures.night + .minutes(31)
    try night.give(.draft("holding"))
    #expect(night.run.messages["M1"]?.draft.nextUpdate == night.now + .minutes(2))
  }
}
