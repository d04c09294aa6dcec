import Testing

@testable import Digest

/// Signatures and locked keys, against published values and against every changed byte.
@Suite struct SigningTests {
  /// RFC 8032, section 7.1, tests 1 and 3.
  @Test(arguments: [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    ),
  ])
  func signaturesAreThoseOfTheStandard(
    seed: String, key: String, message: String, signature: String
  ) throws {
    let bytesOfSeed = try #require(unhexed(seed))
    let signing = try #require(SigningKey(seed: bytesOfSeed))
    let bytes = try #require(unhexed(message))
    #expect(signing.publicKey.description == key)
    #expect(signing.sign(bytes).description == signature)
    #expect(signing.publicKey.verifies(signing.sign(bytes), of: bytes))
    #expect(!signing.publicKey.verifies(signing.sign(bytes), of: bytes + [0]))
  }

  @Test func lockedKeyOpensWithItsPassphraseAlone() throws {
    let key = try #require(SigningKey(seed: Array(0..<32)))
    let random = Array(repeating: UInt8(9), count: SealedKey.randomCount)
    let sealed = try #require(SealedKey(key, passphrase: "päss phrase", random: random, cost: .least))
    #expect(sealed.open(passphrase: "päss phrase")?.publicKey == key.publicKey)
    #expect(sealed.open(passphrase: "pass phrase") == nil)
    #expect(sealed.open(passphrase: "") == nil)
    for index in sealed.sealed.indices {
      var bytes = sealed.sealed
      bytes[index] ^= 1
      let changed = SealedKey(
        publicKey: sealed.publicKey, salt: sealed.salt, nonce: sealed.nonce, sealed: bytes,
        cost: sealed.cost)
      #expect(changed.open(passphrase: "päss phrase") == nil)
    }
  }

  @Test func aFileCannotAskForMoreMemoryThanThereIs() throws {
    let key = try #require(SigningKey(seed: Array(0..<32)))
    for cost in [
      SealedKey.Cost(passes: 0, memory: 8192), .init(passes: 3, memory: .max),
      .init(passes: .max, memory: 8192),
    ] {
      let sealed = SealedKey(
        publicKey: key.publicKey, salt: Array(repeating: 0, count: 16), nonce: Array(repeating: 0, count: 24),
        sealed: Array(repeating: 0, count: 48), cost: cost)
      #expect(sealed.open(passphrase: "x") == nil)
    }
  }

  @Test func keysOfOtherLengthsAreNone() {
    #expect(SigningKey(seed: [1]) == nil)
    #expect(PublicKey(hex: "ab") == nil)
    #expect(Signature(hex: String(repeating: "0", count: 127)) == nil)
    #expect(unhexed("0g") == nil)
    #expect(unhexed("é0") == nil)
  }
}
