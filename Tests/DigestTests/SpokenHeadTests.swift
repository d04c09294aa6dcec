import Digest
import Testing

/// A head that was read out is found again, and nothing shorter or otherwise is taken for one.
@Suite struct SpokenHeadTests {
  private let digest = ContentDigest.sha256(of: Array("abc".utf8))

  @Test func itIsReadOutInGroupsOfFour() { #expect(digest.spoken == "ba78 16bf 8f01 cfea") }

  @Test(arguments: [
    "ba78 16bf 8f01 cfea", "BA7816BF8F01CFEA", "ba78-16bf-8f01-cfea-4141",
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  ])
  func whatWasWrittenDownInAnyFormIsIt(typed: String) throws {
    #expect(try #require(SpokenHead(typed)).matches(digest))
  }

  @Test(arguments: ["ba78 16bf 8f01 cfeb", "aa7816bf8f01cfea", "ba7816bf8f01cfea0"])
  func anotherIsNot(typed: String) throws { #expect(try !#require(SpokenHead(typed)).matches(digest)) }

  @Test(arguments: [
    "", "ba78 16bf 8f01 cfe", "ba78 16bf 8f01 cfeg", String(repeating: "a", count: 65), "ba7816bf8f01cfé0",
  ])
  func whatIsTooShortOrNoNumberIsNoHead(typed: String) { #expect(SpokenHead(typed) == nil) }

  @Test func aDigestOfPiecesIsTheDigestOfTheWhole() {
    var stream = DigestStream()
    stream.add([0x61])
    #expect(stream.digest == .sha256(of: [0x61]))
    stream.add([])
    stream.add([0x62, 0x63])
    #expect(stream.digest == digest)
    #expect(DigestStream().digest == .sha256(of: []))
  }
}
