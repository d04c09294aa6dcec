import Digest
import Testing

@Suite struct ContentDigestTests {
  /// FIPS 180-4 examples, and lengths on both sides of the padding's block ends.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (String(repeating: "a", count: 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (String(repeating: "a", count: 63), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (String(repeating: "a", count: 65), "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func knownAnswersHold(text: String, hex: String) {
    #expect(ContentDigest.sha256(of: Array(text.utf8)).hex == hex)
  }

  @Test func oneByteChangesTheDigest() {
    let words = Array("Please stay inside.".utf8)
    let digest = ContentDigest.sha256(of: words)
    for index in words.indices {
      var changed = words
      changed[index] ^= 1
      #expect(ContentDigest.sha256(of: changed) != digest)
    }
    #expect(ContentDigest.sha256(of: words + [0x0A]) != digest)
  }

  /// Swift holds the two spellings of é equal; what was approved is bytes.
  @Test func spellingsThatCompareEqualHaveTheirOwnDigests() {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    #expect(composed == decomposed)
    #expect(ContentDigest.sha256(of: Array(composed.utf8)) != .sha256(of: Array(decomposed.utf8)))
  }

  @Test func hexGoesBothWays() throws {
    let digest = ContentDigest.sha256(of: Array("abc".utf8))
    #expect(ContentDigest(hex: digest.hex) == digest)
    #expect(ContentDigest(hex: digest.hex.uppercased()) == digest)
    #expect(ContentDigest(bytes: digest.bytes) == digest)
  }

  @Test(arguments: [
    "", "abc", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
    String(repeating: "0", count: 63) + "g", String(repeating: "0", count: 62) + "é",
    "0x" + String(repeating: "0", count: 62), String(repeating: "0", count: 63) + " ",
    String(repeating: "٠", count: 32),
  ])
  func whatIsNoDigestIsNotRead(hex: String) { #expect(ContentDigest(hex: hex) == nil) }

  @Test(arguments: [0, 31, 33, 64]) func aDigestHasThirtyTwoBytes(count: Int) {
    #expect(ContentDigest(bytes: [UInt8](repeating: 0, count: count)) == nil)
  }

  @Test func digestsAreOrderedByTheirBytes() throws {
    let low = try #require(ContentDigest(bytes: [0] + [UInt8](repeating: 255, count: 31)))
    let high = try #require(ContentDigest(bytes: [1] + [UInt8](repeating: 0, count: 31)))
    #expect(low < high)
    #expect(!(high < low))
  }
}

@Suite struct ChainTests {
  private func link(_ payloads: [String]) -> ContentDigest {
    payloads.reduce(Chain.beginning) { Chain.link(after: $0, Array($1.utf8)) }
  }

  /// Worked out apart, with Python's hashlib.
  @Test func theFirstLinkIsKnown() {
    #expect(
      Chain.beginning.hex == "b12ff66c48df6878f408ffa2ad6f61c7ff6c8096fe1e53c090be37e849b3f048")
    #expect(link(["one"]).hex == "f19fcaa062cf7186ec7a0da45c9c82abd78c6972094181c6dccf97c31542ffe0")
  }

  @Test func everyEditCutAndReorderingShows() {
    let whole = link(["one", "two", "three"])
    let others = [
      ["one", "two"], ["two", "three"], ["one", "three"], ["two", "one", "three"], ["one", "three", "two"],
      ["one", "two", "threE"], ["one", "two", "three", ""], ["one", "twothree"], ["onetwo", "three"],
      ["", "one", "two", "three"], [],
    ]
    for other in others { #expect(link(other) != whole) }
    #expect(Set(others.map(link)).count == others.count)
  }
}
