/// A record's head as it was printed or read out earlier: its first digits, at least sixteen of them.
///
/// Sixteen hexadecimal digits are 64 bits: nobody makes another record that begins like it, and a person can read
/// them out in four groups.
public struct SpokenHead: Hashable, Sendable {
  /// How many digits are read out, and the fewest that are taken back.
  public static let fewest = 16

  /// 16 to 64 hexadecimal digits, in small letters.
  public let digits: String

  /// Nil unless there are 16 to 64 hexadecimal digits; spaces, hyphens and capital letters do not matter.
  public init?(_ typed: String) {
    let symbols = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    guard (Self.fewest...64).contains(symbols.utf8.count), symbols.utf8.allSatisfy(Self.isDigit) else {
      return nil
    }
    digits = symbols
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  /// Whether the digest begins with these digits.
  public func matches(_ digest: ContentDigest) -> Bool {
    // The first byte alone tells nearly every other digest apart.
    guard let first = UInt8(digits.prefix(2), radix: 16), digest.bytes.first == first else { return false }
    return digest.hex.hasPrefix(digits)
  }
}

extension ContentDigest {
  /// The first sixteen digits in groups of four, to be read out: `3f2a 91bc 0d77 e4aa`.
  public var spoken: String {
    let digits = Array(hex.utf8.prefix(SpokenHead.fewest))
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(decoding: digits[$0..<$0 + 4], as: UTF8.self) }.joined(separator: " ")
  }
}
