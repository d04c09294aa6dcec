import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// Drafting again fills anew what is not sent yet, and loses nobody.
@Suite struct RedraftTests {
  private func settled(_ level: Level) throws -> Night {
    var night = try small()
    try night.settle(on: level)
    return night
  }

  /// Open messages as "M1 web advise public".
  private func open(_ night: Night) -> [String] {
    night.open("holding").compactMap { night.run.messages[$0] }.map { message in
      "\(message.id) \(message.draft.channel) \(message.draft.level.rawValue) "
        + message.draft.audiences.map(\.text).joined(separator: "+")
    }
  }

  @Test func theSameFactsGiveTheSameWordsAndNoEvent() throws {
    var night = try settled(.advise)
    try night.give(.draft("holding"))
    #expect(try night.give(.draft("holding")) == [])
  }

  /// Words meant for calm are not filled for alarm because their step had begun.
  @Test func aStepThatIsNoLongerToBeDoneIsNotDraftedAgain() throws {
    let plan = try #require(
      Fixtures.smallPlan(
        "{id: holding, send: holding,", with: "{id: holding, when: {level: {at-most: advise}}, send: holding,"
      ))
    var night = try #require(Night(plan))
    try night.settle(on: .advise)
    try night.give(.draft("holding"))
    try night.give(
      .decide("level", option: "direct", decider: "Dana", reason: "Danger", second: "Kim"))
    #expect(night.refusal(of: .draft("holding")) == .notApplicable("holding"))
    for id in night.open("holding") { try night.give(.dropMessage(id, reason: "The level is another")) }
    #expect(night.open("holding").isEmpty)
  }

  @Test func anEditIsGivenUpForTheTemplatesWords() throws {
    var night = try settled(.advise)
    let id = try night.drafted("holding", "x")
    let words = try night.text(id)
    try night.give(.edit(id, subject: nil, text: "Other words"))
    #expect(night.run.messages[id]?.isEdited == true)
    try night.give(.draft("holding"))
    #expect(try night.text(id) == words)
    #expect(night.run.messages[id]?.isEdited == false)
  }

  @Test func aMessageThatTwoAudiencesSharedIsPartedAndNobodyIsLost() throws {
    var night = try settled(.reassure)
    try night.give(.draft("holding"))
    #expect(
      open(night) == ["M1 web reassure public+nearby", "M2 x reassure public", "M3 mail reassure partners"])
    try night.give(.recordFact(Answer(fact: "hurt", value: .choice("injured"), reason: "Two people")))
    try night.give(.decide("level", option: "advise", decider: "Dana", reason: ""))
    try night.give(.draft("holding"))
    #expect(
      open(night) == [
        "M1 web advise public", "M2 x advise public", "M3 mail advise partners", "M4 sms advise public",
        "M5 web direct nearby", "M6 sms direct nearby",
      ])
  }

  @Test func messagesThatBecomeOneAreSentOnce() throws {
    var night = try settled(.advise)
    try night.give(.draft("holding"))
    #expect(open(night).contains("M4 web direct nearby"))
    try night.give(.recordFact(Answer(fact: "hurt", value: .choice("none"), reason: "Nobody")))
    try night.give(.decide("level", option: "reassure", decider: "Dana", reason: ""))
    let events = try night.give(.draft("holding"))
    #expect(
      open(night) == ["M1 web reassure public+nearby", "M2 x reassure public", "M6 mail reassure partners"])
    #expect(
      events.filter { if case .messageDropped = $0 { true } else { false } }.count == 3)
  }

  @Test func aChannelThatComesBackIsDraftedAnew() throws {
    var night = try settled(.advise)
    try night.give(.draft("holding"))
    try night.give(.decide("level", option: "reassure", decider: "Dana", reason: "Calm"))
    try night.give(.draft("holding"))
    #expect(!open(night).contains { $0.contains("sms advise") })
    try night.give(.decide("level", option: "advise", decider: "Dana", reason: ""))
    try night.give(.draft("holding"))
    #expect(open(night).contains("M7 sms advise public"))
  }

  @Test func whatTheOfficerDroppedStaysDropped() throws {
    var night = try settled(.advise)
    let id = try night.drafted("holding", "x")
    #expect(night.refusal(of: .dropMessage(id, reason: "")) == .reasonNeeded(for: "dropping a message"))
    try night.give(.dropMessage(id, reason: "The account is locked"))
    try night.give(.draft("holding"))
    #expect(!open(night).contains { $0.contains(" x ") })
  }

  @Test func whatIsSentIsNeverFilledAgain() throws {
    var night = try settled(.advise)
    let id = try night.drafted("holding", "x")
    let words = try night.text(id)
    try night.fillSeats(of: id)
    try night.give(.markSent(id))
    try night.give(.recordFact(Answer(fact: "place", value: .text("Southmere"), reason: "Misheard")))
    try night.give(.draft("holding"))
    #expect(try night.text(id) == words)
    #expect(night.run.messages.values.filter { $0.draft.channel == "x" }.count == 1)
  }
}

/// An edit is exactly what people will get, in its form.
@Suite struct EditTests {
  private func drafted(_ channel: Channel.ID, _ mode: Mode = .live) throws -> (Night, Message.ID) {
    var night = try small(mode)
    try night.settle()
    let id = try night.drafted("holding", channel)
    return (night, id)
  }

  @Test func aSubjectThatWasNotTypedStays() throws {
    var (night, id) = try drafted("mail")
    let text = try night.text(id)
    for subject in [nil, "", " \n"] {
      try night.give(.edit(id, subject: subject, text: text + "\n"))
      #expect(night.run.messages[id]?.draft.subject == "OFFICIAL: Incident in Northfield")
    }
    try night.give(.edit(id, subject: "OFFICIAL: Other", text: text))
    #expect(night.run.messages[id]?.draft.subject == "OFFICIAL: Other")
  }

  @Test func aChannelWithoutSubjectsGetsNone() throws {
    var (night, id) = try drafted("x")
    try night.give(.edit(id, subject: "Sneaked in", text: "Words"))
    #expect(night.run.messages[id]?.draft.subject == nil)
  }

  @Test func aSubjectIsOneLineAndHoldsNoControls() throws {
    var (night, id) = try drafted("mail")
    try night.give(.edit(id, subject: "One\r\nBcc: x@example.org\u{202E}", text: "Words"))
    #expect(night.run.messages[id]?.draft.subject == "OFFICIAL: One Bcc: x@example.org<U+202E>")
  }

  @Test func controlsAreShownByName() throws {
    var (night, id) = try drafted("x")
    try night.give(.edit(id, subject: nil, text: "One\r\nTwo\tthree\u{1B}[2J\u{2066}"))
    #expect(try night.text(id) == "One\nTwo three<U+001B>[2J<U+2066>")
  }

  @Test func anExerciseMessageCannotBeEditedIntoAnythingElse() throws {
    for channel: Channel.ID in ["x", "mail", "sms", "web"] {
      var (night, id) = try drafted(channel, .exercise)
      try night.give(.edit(id, subject: "News", text: "Leave at once. Please stay away."))
      #expect(try night.text(id).contains("EXERCISE EXERCISE"))
      #expect(night.run.messages[id]?.draft.subject?.contains("EXERCISE EXERCISE") ?? true)
      let message = try #require(night.run.messages[id])
      #expect(!night.run.verdict(on: message).isStopped)
    }
  }

  @Test func emptyWordsAreNoEdit() throws {
    var (night, id) = try drafted("x")
    #expect(
      night.refusal(of: .edit(id, subject: nil, text: " \n")) == .reasonNeeded(for: "an edited message"))
  }
}
