import CSodium

/// A SHA-256 of bytes that come one piece after another, of which none is kept.
public struct DigestStream: Sendable {
  private var state = crypto_hash_sha256_state()

  public init() { _ = unsafe crypto_hash_sha256_init(&state) }

  public mutating func add(_ bytes: [UInt8]) {
    _ = unsafe crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
  }

  /// The digest of everything so far; more can be added afterwards.
  public var digest: ContentDigest {
    var (state, digest) = (state, [UInt8](repeating: 0, count: 32))
    _ = unsafe crypto_hash_sha256_final(&state, &digest)
    return ContentDigest(computed: digest)
  }
}
