import CSodium

/// A SHA-256 of exact bytes.
public struct ContentDigest: Hashable, Sendable {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// Nil unless there are 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  init(computed bytes: [UInt8]) { self.bytes = bytes }

  /// The digest of exactly these bytes (FIPS 180-4), by libsodium.
  public static func sha256(of bytes: [UInt8]) -> Self {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return Self(computed: digest)
  }
}

extension ContentDigest: CustomStringConvertible, Comparable {
  /// 64 hexadecimal digits, in small letters.
  public var hex: String { hexadecimal(bytes) }

  public var description: String { hex }

  /// Reads 64 hexadecimal digits.
  public init?(hex: String) {
    guard let bytes = unhexed(hex) else { return nil }
    self.init(bytes: bytes)
  }

  public static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
