import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// Words that went out are put right: by which step, with whose approval, by when, and linked in the record.
@Suite struct CorrectionTests {
  /// A night whose holding statement is out.
  private func night(_ changes: [String: String] = [:]) throws -> Night {
    let path = "playbooks/organisation.yaml"
    let texts = changes.reduce(SmallLibrary.texts[path] ?? "") { $0.replacing($1.key, with: $1.value) }
    let plan = try #require(Fixtures.smallPlan(replacing: [path: texts]))
    var night = try #require(Night(plan))
    try night.settle()
    try night.send("holding")
    return night
  }

  private func sent(_ night: Night) throws -> Message.ID {
    try #require(night.run.messages.values.first { $0.at.step == "holding" && $0.sentAt != nil }?.id)
  }

  @Test func theStepThatCorrectsIsDraftedAndLinked() throws {
    var night = try night()
    let wrong = try sent(night)
    try night.give(.correct([wrong], reason: "It is Mill Road"))
    let correction = try #require(night.run.corrections.first)
    #expect(correction.message == wrong)
    #expect(correction.at == StepRound("update"))
    #expect(correction.reason == "It is Mill Road")
    #expect(night.run.messages(of: correction.at).map(\.draft.template) == ["update", "update", "update"])
  }

  @Test func theOrganisationSetsAShorterWay() throws {
    let advise = "advise: {title: Advise, "
    var night = try night([advise: advise + "correct: [[comms-lead, police]], "])
    let wrong = try sent(night)
    try night.give(.correct([wrong], reason: "Wrong road"))
    let message = try #require(night.run.messages(of: StepRound("update")).first)
    #expect(night.run.seats(of: message) == [Seat(["comms-lead", "police"])])
    let first = try #require(night.run.messages[wrong])
    #expect(night.run.seats(of: first).count == 2)
  }

  @Test func withoutOneTheLevelsApprovalsAreNeeded() throws {
    var night = try night()
    try night.give(.correct([try sent(night)], reason: "Wrong road"))
    let message = try #require(night.run.messages(of: StepRound("update")).first)
    #expect(night.run.seats(of: message).count == 2)
  }

  @Test func aCorrectionIsDueFromWhenItWasBegun() throws {
    var night = try night(["exercise-prefix:": "correct-within: 20m\nexercise-prefix:"])
    night.pass(.minutes(3))
    try night.give(.correct([try sent(night)], reason: "Wrong road"))
    #expect(night.run.target(.due, of: StepRound("update")) == night.now + .minutes(20))
  }

  @Test func onlyWhatWentOutIsPutRight() throws {
    var night = try small()
    try night.settle()
    let id = try night.drafted("holding", "x")
    #expect(night.refusal(of: .correct([id], reason: "Wrong")) == .notSent(id))
    #expect(night.refusal(of: .correct(["M99"], reason: "Wrong")) == .noSuchMessage("M99"))
    let notice = try night.drafted("notice", "mail")
    try night.fillSeats(of: notice)
    try night.give(.markSent(notice))
    #expect(night.refusal(of: .correct([notice], reason: "Wrong")) == .noCorrection(notice))
    #expect(night.run.corrections.isEmpty)
  }

  @Test func messagesThatTheSameWordsPutRightAreCorrectedTogether() throws {
    var night = try night()
    let wrong = night.run.messages.values.filter { $0.at.step == "holding" }.map(\.id)
    try night.give(.correct(wrong, reason: "Wrong road"))
    #expect(night.run.corrections.map(\.message) == wrong)
    #expect(Set(night.run.corrections.map(\.at)) == [StepRound("update")])
    #expect(
      night.refusal(of: .correct([wrong[0]], reason: "Again"))
        == .correctionUnderWay("update", of: wrong[0]))
    #expect(night.refusal(of: .correct([], reason: "None")) == .noMessages)
  }

  @Test func aReasonIsNeeded() throws {
    var night = try night()
    #expect(
      night.refusal(of: .correct([try sent(night)], reason: " ")) == .reasonNeeded(for: "a correction"))
  }

  @Test func eachMistakeOfTheShippedIncidentHasARoundOfItsOwn() throws {
    let plan = try #require(Fixtures.incidentPlan)
    var night = try #require(Night(plan))
    for fact in plan.playbook.facts.values { try night.answerNotKnown(fact.id) }
    try night.give(.completeStep("pause", detail: nil))
    let first = try #require(
      plan.playbook.steps.values.first { step in
        if case .send(let sending) = step.action { sending.template == "first-words" } else { false }
      })
    try night.give(.draft(first.id))
    let id = try #require(night.run.messages(of: StepRound(first.id)).first?.id)
    try night.fillSeats(of: id)
    try night.give(.markSent(id))
    #expect(
      night.refusal(of: .correct([id], reason: "Wrong"))
        == .correctionNeeds("own-correction", ["right-words"]))
    try night.answer("right-words", .text("Mill Road is open."))
    guard case .blocked = night.refusal(of: .correct([id], reason: "Wrong")) else {
      Issue.record("it waits for its gate")
      return
    }
  }
}
