import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import System
import Testing
import Time

@testable import Record

/// The files of keys, requests and replies: read back as they were written, and refused where they are not whole.
@Suite struct SigningFileTests {
  private func request() throws -> ApprovalRequest {
    var night = try #require(Fixtures.smallPlan(replacing: [:]).flatMap { Night($0) })
    try night.settle()
    try night.give(.draft("notice"))
    let id = try #require(night.message("notice", "mail"))
    return try #require(
      ApprovalRequest(
        [id], of: night.run, by: "Ash", for: "Lee", now: night.now, roster: Roster(people: [])))
  }

  @Test func requestIsReadBackAsItWas() throws {
    let made = try request()
    let read = try ApprovalRequest(file: made.file(), path: "r")
    #expect(read.words == made.words)
    #expect(read.code == made.code)
    #expect(read.file() == made.file())
    #expect(read.messages.map(\.draft.text) == made.messages.map(\.draft.text))
  }

  @Test func noCutOrChangedRequestGivesOtherWords() throws {
    let made = try request()
    let file = made.file()
    for end in stride(from: 0, to: file.count - 1, by: 7) {
      #expect(throws: SigningFault.self) { try ApprovalRequest(file: Array(file[..<end]), path: "r") }
    }
    for index in stride(from: 0, to: file.count, by: 3) {
      var changed = file
      changed[index] ^= 0x04
      guard let read = try? ApprovalRequest(file: changed, path: "r") else { continue }
      // What is left of the change is not in the words.
      #expect(read.words.digests == made.words.digests)
      #expect(read.messages.map(\.draft.text) == made.messages.map(\.draft.text))
    }
  }

  @Test func noChangedReplyIsGenuine() throws {
    let key = try #require(SigningKey(seed: Array(repeating: 3, count: 32)))
    let words = try request().words
    let reply = SignedReply(
      signing: words, as: "Lee", role: "comms-lead", refusal: nil, at: Instant(seconds: 1_800_000_000),
      with: key)
    let file = reply.file()
    #expect(try SignedReply(file: file, path: "r") == reply)
    for index in file.indices {
      var changed = file
      changed[index] ^= 0x01
      guard let read = try? SignedReply(file: changed, path: "r") else { continue }
      #expect(read == reply || !read.isGenuine)
    }
  }

  @Test func aNewerFormIsToldAsSuch() throws {
    let file = String(decoding: try request().file(), as: UTF8.self)
    let newer = file.split(separator: "\n").map { $0.hasPrefix("  \"v\"") ? "  \"v\" : 2" : $0 }
    #expect(throws: SigningFault.newerForm(path: "r")) {
      try ApprovalRequest(file: Array(newer.joined(separator: "\n").utf8), path: "r")
    }
  }

  @Test func keysAreKeptAndRevokedForGood() throws {
    let scratch = Scratch()
    let folder = scratch.path
    let key = try #require(SigningKey(seed: Array(repeating: 3, count: 32)))
    let card = KeyCard(key: key.publicKey, owner: "Lee Ash")
    let now = Instant(seconds: 1_800_000_000)
    var ring = try KeyRing(in: folder)
    #expect(throws: SigningFault.noSuchKey("Lee Ash")) { try ring.revoke("Lee Ash", at: now, reason: "x") }
    try ring.add(try KeyCard(text: "Dear all,\n\(card.line)\n", path: "c"), at: now)
    #expect(throws: SigningFault.keyKnown(owner: "Lee Ash")) { try ring.add(card, at: now) }
    _ = try ring.revoke(card.key.fingerprint.description.lowercased(), at: now, reason: "Lost")
    ring = try KeyRing(in: folder)
    #expect(ring.keys.map(\.revoked?.reason) == ["Lost"])
    #expect(throws: SigningFault.keyRevoked(owner: "Lee Ash")) { try ring.add(card, at: now) }
    #expect(Files.isPrivate(folder + "/keys.json"))
  }
}
