import Digest
import Library
import Messaging
import Testing

/// An approval is bound to the digest: whatever changes what people get changes it.
@Suite struct DraftDigestTests {
  private var draft: Draft {
    Draft(
      template: "words", channel: "mail", kind: .email, language: "en-GB", level: .advise,
      audiences: ["members", "partners"], path: "templates/words/email.md", subject: "Subject", text: "Text",
      marking: .official, facts: ["place"], nextUpdate: nil, problems: [])
  }

  /// Worked out with Python's hashlib over the fields, each behind its length in eight bytes.
  @Test func theDigestIsOfTheFieldsInTheirOrder() {
    #expect(
      draft.digest(mode: .live).hex == "16db641bfcadd86b28e8f0fcf2a560195af9fa35562276b108af9828594dbda4")
  }

  @Test func everyPartOfWhatPeopleGetChangesIt() {
    let digests = [
      draft, draft.copy(text: "Text "), draft.copy(text: "text"), draft.copy(subject: "Subjecu"),
      draft.copy(subject: .some(nil)), draft.copy(subject: ""), draft.copy(audiences: ["members"]),
      draft.copy(audiences: ["members", "partners", "staff"]), draft.copy(channel: "staff-mail"),
      draft.copy(language: "en"), draft.copy(level: .direct), draft.copy(marking: .officialSensitive),
    ].map { $0.digest(mode: .live) }
    #expect(Set(digests).count == digests.count)
    #expect(draft.digest(mode: .exercise) != draft.digest(mode: .live))
  }

  @Test func oneByteIsEnoughThoughTheLettersLookAlike() {
    // "é" and "e" with an accent are equal to Swift; people's approvals are of bytes.
    let (one, two) = ("caf\u{E9}", "cafe\u{301}")
    #expect(one == two)
    #expect(draft.copy(text: one).digest(mode: .live) != draft.copy(text: two).digest(mode: .live))
  }

  @Test func textCannotMoveIntoAnotherField() {
    let left = draft.copy(text: "ab", subject: "c")
    let right = draft.copy(text: "a", subject: "bc")
    #expect(left.digest(mode: .live) != right.digest(mode: .live))
  }

  @Test func theOrderOfAudiencesAndWhatIsNotSentDoNot() {
    let turned = draft.copy(audiences: ["partners", "members"])
    #expect(turned.digest(mode: .live) == draft.digest(mode: .live))
    let otherwise = Draft(
      template: "others", channel: "mail", kind: .email, language: "en-GB", level: .advise,
      audiences: ["members", "partners"], path: "elsewhere", subject: "Subject", text: "Text",
      marking: .official, facts: [], nextUpdate: nil, problems: [Finding(.facts, .stop, "x")])
    #expect(otherwise.digest(mode: .live) == draft.digest(mode: .live))
  }
}
