import CSodium

/// The half of a signer's key that others hold: it tells whether a signature is theirs (Ed25519, RFC 8032).
public struct PublicKey: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// Nil unless there are 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits.
  public init?(hex: String) {
    guard let digest = ContentDigest(hex: hex) else { return nil }
    bytes = digest.bytes
  }

  /// 64 hexadecimal digits, in small letters.
  public var description: String { hexadecimal(bytes) }

  /// A short name of the key that can be compared over a phone, as `K7PX-3NRA`.
  public var fingerprint: SpokenCode {
    var canonical = CanonicalBytes(purpose: "playbook key 1")
    canonical.append(bytes)
    return SpokenCode(of: canonical.digest)
  }

  /// Whether the signature is one of this key over exactly these bytes.
  public func verifies(_ signature: Signature, of message: [UInt8]) -> Bool {
    unsafe crypto_sign_verify_detached(signature.bytes, message, UInt64(message.count), bytes) == 0
  }
}

/// A signature of exact bytes (Ed25519).
public struct Signature: Hashable, Sendable, CustomStringConvertible {
  /// 64 bytes.
  public let bytes: [UInt8]

  init(computed bytes: [UInt8]) { self.bytes = bytes }

  /// Reads 128 hexadecimal digits.
  public init?(hex: String) {
    guard let bytes = unhexed(hex), bytes.count == 64 else { return nil }
    self.bytes = bytes
  }

  /// 128 hexadecimal digits, in small letters.
  public var description: String { hexadecimal(bytes) }
}

/// The half of a signer's key that never leaves their machine.
public struct SigningKey: Sendable {
  /// How many random bytes a key is made from.
  public static let seedCount = 32

  private let secret: [UInt8]
  public let publicKey: PublicKey

  /// The key of 32 random bytes; nil where there are not so many.
  public init?(seed: [UInt8]) {
    guard seed.count == Self.seedCount else { return nil }
    var (open, secret) = ([UInt8](repeating: 0, count: 32), [UInt8](repeating: 0, count: 64))
    guard unsafe crypto_sign_seed_keypair(&open, &secret, seed) == 0, let key = PublicKey(bytes: open) else {
      return nil
    }
    (self.secret, publicKey) = (secret, key)
  }

  public func sign(_ message: [UInt8]) -> Signature {
    var signature = [UInt8](repeating: 0, count: 64)
    _ = unsafe crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    return Signature(computed: signature)
  }

  /// The 32 bytes that it was made from.
  var seed: [UInt8] { Array(secret[..<32]) }
}

/// Bytes as hexadecimal digits, in small letters.
public func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The bytes of hexadecimal digits; nil where one of them is none, or half a byte is left.
public func unhexed(_ text: String) -> [UInt8]? {
  let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
  guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
