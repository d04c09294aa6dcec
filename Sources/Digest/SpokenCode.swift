/// A short code over exact words, to be read over a phone: it proves which words were read, not who agreed.
///
/// Eight symbols of 21 give about 35 bits. The alphabet leaves out what looks alike (0 O, 1 I L, 2 Z, 5 S, 8 B, 9)
/// and what sounds like another one over a phone (D, M, V).
public struct SpokenCode: Hashable, Sendable, CustomStringConvertible {
  private static let alphabet = Array("3467ACEFGHJKNPQRTUWXY".utf8)

  /// As `K7PX-3NRA`.
  public let description: String

  public init(of digest: ContentDigest) {
    var symbols: [UInt8] = []
    var rest = digest.bytes.prefix(16).reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    for position in 0..<8 {
      if position == 4 { symbols.append(UInt8(ascii: "-")) }
      symbols.append(Self.alphabet[Int(rest % UInt128(Self.alphabet.count))])
      rest /= UInt128(Self.alphabet.count)
    }
    description = String(decoding: symbols, as: UTF8.self)
  }

  /// One code over several texts, in whatever order they are shown; one text alone has its own.
  public init(of digests: [ContentDigest]) {
    if digests.count == 1, let only = digests.first {
      self.init(of: only)
      return
    }
    var canonical = CanonicalBytes(purpose: "playbook spoken code 1")
    for digest in digests.sorted() { canonical.append(digest.bytes) }
    self.init(of: canonical.digest)
  }

  /// Whether this is what was read back; case, spaces and hyphens do not matter.
  public func matches(_ typed: String) -> Bool {
    func symbols(_ text: String) -> [Character] { text.uppercased().filter { $0 != "-" && !$0.isWhitespace } }
    return symbols(typed) == symbols(description)
  }
}
