import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// An answer that was signed on another machine: what it is bound to, and when it counts.
@Suite struct SignedReplyTests {
  private let key = SigningKey(seed: Array(repeating: 7, count: SigningKey.seedCount))

  /// A night with a notice drafted, and an approver's key known.
  private func night() throws -> (Night, Message.ID) {
    var night = try small()
    let id = try night.drafted("notice", "mail")
    try night.give(.requestApproval([id]))
    night.roster.keys = [.init(key: try #require(key).publicKey, owner: "Lee", added: night.now)]
    return (night, id)
  }

  private func reply(
    _ id: Message.ID, _ night: Night, as person: String = "Lee", role: Role.ID = "comms-lead",
    refusal: String? = nil
  ) throws -> SignedReply {
    let message = try #require(night.run.messages[id])
    let words = SignedReply.Words(
      run: night.run.id, identity: night.run.identity, mode: night.run.mode, messages: [id],
      digests: [message.draft.digest(mode: night.run.mode)], asked: message.requests.last ?? 0)
    return SignedReply(
      signing: words, as: person, role: role, refusal: refusal, at: night.now, with: try #require(key))
  }

  private func problem(_ reply: SignedReply, _ night: Night) -> ReplyProblem? {
    var night = night
    guard case .replyRefused(_, let problem) = night.refusal(of: .takeReply(reply)) else { return nil }
    return problem
  }

  @Test func fillsTheSeatOfItsRole() throws {
    var (night, id) = try night()
    try night.give(.takeReply(try reply(id, night)))
    let message = try #require(night.run.messages[id])
    #expect(message.approvals.map(\.how) == [.signed])
    #expect(night.run.missingSeats(of: message) == [Seat(["lawyer"])])
  }

  @Test func everyFieldIsSigned() throws {
    let (night, id) = try night()
    let signed = try reply(id, night)
    #expect(signed.isGenuine)
    func changed(
      run: String? = nil, mode: Mode? = nil, messages: [Message.ID]? = nil, digests: [ContentDigest]? = nil,
      person: String? = nil, role: Role.ID? = nil, refusal: String? = nil, asked: Int? = nil,
      signed at: Instant? = nil
    ) -> SignedReply {
      SignedReply(
        run: run ?? signed.run, identity: signed.identity, mode: mode ?? signed.mode,
        messages: messages ?? signed.messages,
        digests: digests ?? signed.digests, person: person ?? signed.person, role: role ?? signed.role,
        refusal: refusal,
        seal: .init(
          key: signed.seal.key, signed: at ?? signed.seal.signed, asked: asked ?? signed.asked,
          signature: signed.seal.signature))
    }
    let all = [
      changed(run: "POST-0009"), changed(mode: .exercise), changed(messages: ["M9"]),
      changed(digests: [.sha256(of: [1])]), changed(person: "Kim"), changed(role: "lawyer"),
      changed(refusal: "No"), changed(asked: 0), changed(signed: night.now + .minutes(1)),
    ]
    for other in all { #expect(!other.isGenuine) }
    #expect(changed().isGenuine)
  }

  @Test func isRefusedForAnotherRunKeyOrPerson() throws {
    var (night, id) = try night()
    let signed = try reply(id, night)
    let other = try reply(id, night, as: "Kim")
    #expect(problem(other, night) == .keyOf("Lee"))
    night.roster.keys[0].revoked = .init(at: night.now, reason: "Lost")
    #expect(problem(signed, night) == .revokedKey(since: night.now, reason: "Lost"))
    night.roster.keys = []
    #expect(problem(signed, night) == .unknownKey(signed.seal.key.fingerprint))
  }

  @Test func answersARequestOfThisRunAlone() throws {
    let (night, id) = try night()
    let message = try #require(night.run.messages[id])
    func signed(identity: ContentDigest, asked: Int) throws -> SignedReply {
      let words = SignedReply.Words(
        run: night.run.id, identity: identity, mode: night.run.mode, messages: [id],
        digests: [message.draft.digest(mode: night.run.mode)], asked: asked)
      return SignedReply(
        signing: words, as: "Lee", role: "comms-lead", refusal: nil, at: night.now, with: try #require(key))
    }
    let asked = try #require(message.requests.last)
    #expect(problem(try signed(identity: night.run.identity, asked: asked), night) == nil)
    for other in [asked + 1, 99_999, 0, -1] {
      #expect(problem(try signed(identity: night.run.identity, asked: other), night) == .neverAsked)
    }
    let elsewhere = try signed(identity: .sha256(of: [1]), asked: asked)
    #expect(problem(elsewhere, night) == .otherRun("another run of the name \(night.run.id)"))
  }

  @Test func nothingIsReliedOnThatCannotBeRead() throws {
    var (night, id) = try night()
    try night.give(.takeReply(try reply(id, night)))
    try night.approve([id], by: "Sol", as: "lawyer")
    night.roster.areKeysUnreadable = true
    #expect(night.refusal(of: .markSent(id)) == .approvalMissing(id, seats: ["Communications lead"]))
    night.roster.arePeopleUnreadable = true
    let code = night.run.code(for: [id])?.description ?? ""
    let approve = Command.approve([id], person: "Kim", role: "comms-lead", how: .phone, code: code)
    #expect(night.refusal(of: approve) == .rosterUnreadable)
  }

  @Test(arguments: ["Lee\u{200B}", "L.e.e", "LEE", "l-e e", "Lee\u{FEFF}"])
  func theDrafterIsKnownByAnySpelling(_ name: String) throws {
    var (night, id) = try night()
    night.officer = "Lee"
    try night.give(.edit(id, subject: nil, text: "Words of Lee's own"))
    let code = night.run.code(for: [id])?.description ?? ""
    let approve = Command.approve([id], person: name, role: "comms-lead", how: .phone, code: code)
    #expect(night.refusal(of: approve) == .isDrafter(person: name, id))
  }

  @Test func lapsesWithTheWords() throws {
    var (night, id) = try night()
    let signed = try reply(id, night)
    try night.give(.edit(id, subject: nil, text: "Other words"))
    #expect(problem(signed, night) == .otherWords(id))
  }

  @Test func doesNotGiveAnewWhatWasWithdrawn() throws {
    var (night, id) = try night()
    let (first, second) = (try reply(id, night), try reply(id, night, refusal: "Not yet"))
    try night.give(.takeReply(first))
    #expect(problem(first, night) == .takenBefore)
    try night.give(.withdrawApproval([id], reason: "Lee rang"))
    night.pass(.minutes(1))
    try night.give(.requestApproval([id]))
    var later = try reply(id, night)
    #expect(problem(later, night) == nil)
    later = SignedReply(
      signing: .init(
        run: night.run.id, identity: night.run.identity, mode: night.run.mode, messages: [id],
        digests: first.digests, asked: first.asked),
      as: "Lee", role: "comms-lead", refusal: nil, at: night.now, with: try #require(key))
    #expect(problem(later, night) == .withdrawnSince(id))
    try night.give(.takeReply(second))
    #expect(night.run.messages[id]?.objections.last?.objection.reason == "Not yet")
  }

  @Test func aRevokedKeyReleasesNothing() throws {
    var (night, id) = try night()
    try night.give(.takeReply(try reply(id, night)))
    try night.approve([id], by: "Sol", as: "lawyer")
    night.roster.keys[0].revoked = .init(at: night.now, reason: "Lost")
    #expect(night.refusal(of: .markSent(id)) == .approvalMissing(id, seats: ["Communications lead"]))
  }

  @Test func theDrafterCannotSign() throws {
    var (night, id) = try night()
    night.officer = "Lee"
    try night.give(.edit(id, subject: nil, text: "Words of Lee's own"))
    #expect(night.refusal(of: .takeReply(try reply(id, night))) == .isDrafter(person: "Lee", id))
  }
}
