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

  private init(computed bytes: [UInt8]) { self.bytes = bytes }

  /// The digest of exactly these bytes (FIPS 180-4), by libsodium.
  public static func sha256(of bytes: [UInt8]) -> Self {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return Self(computed: digest)
  }
}

extension ContentDigest: CustomStringConvertible, Comparable {
  /// 64 hexadecimal digits, in small letters.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  public var description: String { hex }

  /// Reads 64 hexadecimal digits.
  public init?(hex: String) {
    let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == 64, hex.utf8.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  public static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
