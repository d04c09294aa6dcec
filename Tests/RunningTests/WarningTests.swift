import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

/// A warning needs a reason on the record before the words go out; a stop cannot be reasoned away.
@Suite struct WarningTests {
  /// An approved message whose words hold these.
  private func approved(_ words: String) throws -> (Night, Message.ID) {
    let plan = try #require(
      Fixtures.smallPlan(replacing: ["templates/house-style.yaml": SmallLibrary.houseStyle]))
    var night = try #require(Night(plan))
    try night.settle()
    let id = try night.drafted("holding", "x")
    try night.give(.edit(id, subject: nil, text: try night.text(id) + " " + words))
    try night.fillSeats(of: id)
    return (night, id)
  }

  @Test func aWarningIsReleasedWithItsReasonAlone() throws {
    var (night, id) = try approved("Do not panic.")
    let refusal = Refusal.warningsOpen(id, warnings: ["'panic' frightens people; write worry"])
    #expect(night.refusal(of: .markSent(id)) == refusal)
    #expect(
      night.refusal(of: .acceptWarnings([id], reason: " ")) == .reasonNeeded(for: "letting a warning stand"))
    try night.give(.acceptWarnings([id], reason: "It quotes the caller"))
    #expect(night.refusal(of: .acceptWarnings([id], reason: "Again")) == .noWarnings(id))
    try night.give(.markSent(id))
    let accepted = try #require(night.run.messages[id]?.accepted.first)
    #expect(accepted.warnings == ["'panic' frightens people; write worry"])
    #expect(accepted.reason == "It quotes the caller")
  }

  @Test func aReasonIsForTheseWordsAlone() throws {
    var (night, id) = try approved("Do not panic.")
    try night.give(.acceptWarnings([id], reason: "It quotes the caller"))
    try night.give(.edit(id, subject: nil, text: try night.text(id) + " Panic!"))
    try night.fillSeats(of: id)
    guard case .warningsOpen? = night.refusal(of: .markSent(id)) else {
      Issue.record("a reason for other words released a message")
      return
    }
  }

  @Test func whatStopsAMessageIsNotReasonedAway() throws {
    let plan = try #require(
      Fixtures.smallPlan(replacing: ["templates/house-style.yaml": SmallLibrary.houseStyle]))
    var night = try #require(Night(plan))
    try night.settle()
    let id = try night.drafted("holding", "x")
    try night.give(.edit(id, subject: nil, text: try night.text(id) + " The attacker."))
    #expect(night.refusal(of: .acceptWarnings([id], reason: "It is so")) == .noWarnings(id))
    guard case .messageStopped? = night.refusal(of: .markSent(id)) else {
      Issue.record("a stop released a message")
      return
    }
  }

  @Test func aMessageWithoutWarningsNeedsNoReason() throws {
    let (night, id) = try approved("Take care.")
    #expect(night.run.messages[id].map { night.run.openWarnings(on: $0) } == [])
  }

  /// What was so two hours ago may be otherwise now.
  @Test func aFactThatHasGrownOldIsAWarning() throws {
    let fact = "place: {ask: Which place?, type: text, min: 3, max: 60"
    let plan = try #require(Fixtures.smallPlan(fact, with: fact + ", fresh-for: 2h"))
    var night = try #require(Night(plan))
    try night.settle()
    let id = try night.drafted("holding", "x")
    try night.fillSeats(of: id)
    let asked = night.now
    night.now = asked + .hours(2)
    #expect(night.run.openWarnings(on: try #require(night.run.messages[id]), at: night.now).isEmpty)
    night.now = asked + .hours(2) + .minutes(1)
    let warning = "'Which place?' was answered at \(night.run.clock(asked)), 2h ago or more, and holds for 2h"
    #expect(night.refusal(of: .markSent(id)) == .warningsOpen(id, warnings: [warning]))
    // A reason lets it stand, as the words and the answer are the same.
    try night.give(.acceptWarnings([id], reason: "Police say that it has not changed"))
    // For as long as an answer holds, and no longer.
    let message = try #require(night.run.messages[id])
    #expect(night.run.openWarnings(on: message, at: asked + .hours(4) + .minutes(-1)).isEmpty)
    #expect(night.run.openWarnings(on: message, at: asked + .hours(4) + .minutes(1)).count == 1)
    try night.give(.markSent(id))
    #expect(night.run.messages[id]?.sentAt == night.now)
  }
}
