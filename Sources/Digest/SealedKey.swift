import CSodium

/// A signing key locked with a passphrase: Argon2id makes the lock's key (RFC 9106), XChaCha20-Poly1305 is the lock.
public struct SealedKey: Sendable {
  public let publicKey: PublicKey
  /// 16 random bytes.
  public let salt: [UInt8]
  /// 24 random bytes.
  public let nonce: [UInt8]
  public let sealed: [UInt8]
  public let cost: Cost

  /// What one guess of a passphrase costs.
  public struct Cost: Hashable, Sendable {
    /// Passes over the memory.
    public let passes: UInt64
    /// Bytes of memory.
    public let memory: Int

    public init(passes: UInt64, memory: Int) { (self.passes, self.memory) = (passes, memory) }

    /// 3 passes over 64 MiB: RFC 9106's second recommended option, for machines that have not 2 GiB to spare.
    public static let usual = Self(passes: 3, memory: 64 << 20)
    /// libsodium's least, for tests.
    public static let least = Self(passes: 1, memory: 8 << 10)

    /// What a key file may ask of the machine that reads it.
    var isBearable: Bool { (1...16).contains(passes) && (8 << 10...1 << 30).contains(memory) }
  }

  /// How many random bytes sealing takes.
  public static let randomCount = 16 + 24
  /// The fewest characters of a passphrase.
  public static let shortest = 12

  public init(publicKey: PublicKey, salt: [UInt8], nonce: [UInt8], sealed: [UInt8], cost: Cost) {
    (self.publicKey, self.salt, self.nonce, self.sealed, self.cost) = (publicKey, salt, nonce, sealed, cost)
  }

  /// Locks a key; nil where the machine lacks the memory, or `random` has not `randomCount` bytes.
  public init?(_ key: SigningKey, passphrase: String, random: [UInt8], cost: Cost = .usual) {
    guard random.count == Self.randomCount else { return nil }
    let (salt, nonce) = (Array(random[..<16]), Array(random[16...]))
    guard let lock = Self.lock(passphrase, salt, cost) else { return nil }
    let seed = key.seed
    var sealed = [UInt8](repeating: 0, count: seed.count + 16)
    guard unsafe crypto_secretbox_xchacha20poly1305_easy(&sealed, seed, UInt64(seed.count), nonce, lock) == 0
    else { return nil }
    self.init(publicKey: key.publicKey, salt: salt, nonce: nonce, sealed: sealed, cost: cost)
  }

  /// The key; nil where the passphrase is another one, or the file was changed.
  public func open(passphrase: String) -> SigningKey? {
    guard salt.count == 16, nonce.count == 24, sealed.count == 48, cost.isBearable,
      let lock = Self.lock(passphrase, salt, cost)
    else { return nil }
    var seed = [UInt8](repeating: 0, count: 32)
    guard
      unsafe crypto_secretbox_xchacha20poly1305_open_easy(&seed, sealed, UInt64(sealed.count), nonce, lock)
        == 0, let key = SigningKey(seed: seed), key.publicKey == publicKey
    else { return nil }
    return key
  }

  private static func lock(_ passphrase: String, _ salt: [UInt8], _ cost: Cost) -> [UInt8]? {
    var lock = [UInt8](repeating: 0, count: 32)
    let characters = passphrase.utf8.map { CChar(bitPattern: $0) }
    let status = unsafe crypto_pwhash(
      &lock, 32, characters, UInt64(characters.count), salt, cost.passes, cost.memory,
      crypto_pwhash_ALG_ARGON2ID13)
    return status == 0 ? lock : nil
  }
}
