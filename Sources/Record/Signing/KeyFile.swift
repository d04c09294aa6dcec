public import Digest
public import System
public import Time

/// Somebody's own key, locked, in a file for its owner alone.
public struct KeyFile: Sendable {
  public let owner: String
  public let made: Instant
  public let sealed: SealedKey
  public let path: String

  /// What it is called: the name that can be compared over a phone.
  public var name: String { sealed.publicKey.fingerprint.description }

  /// The line that the owner gives to those who check signatures.
  public var card: String { KeyCard(key: sealed.publicKey, owner: owner).line }

  private static func folder(_ state: String) -> String { state + "/keys" }

  /// Makes a file of a new key below a state folder.
  public static func make(
    _ sealed: SealedKey, owner: String, at now: Instant, in state: String
  ) throws(SystemFault) -> KeyFile {
    try Files.makePrivateFolder(state)
    try Files.makePrivateFolder(folder(state))
    let path = "\(folder(state))/\(sealed.publicKey.fingerprint).key"
    let form = KeyForm(
      owner: owner, made: now.seconds, key: sealed.publicKey.description, salt: hexadecimal(sealed.salt),
      nonce: hexadecimal(sealed.nonce), sealed: hexadecimal(sealed.sealed), passes: sealed.cost.passes,
      memory: sealed.cost.memory)
    try Files.write(form.file(), to: path, mode: 0o600)
    return KeyFile(owner: owner, made: now, sealed: sealed, path: path)
  }

  /// The keys of a state folder, by their names.
  public static func all(in state: String) throws -> [KeyFile] {
    let folder = folder(state)
    guard Files.isFolder(folder) else { return [] }
    return try Files.names(in: folder).filter { $0.hasSuffix(".key") }.sorted().map { name in
      try KeyFile(path: folder + "/" + name)
    }
  }

  private init(owner: String, made: Instant, sealed: SealedKey, path: String) {
    (self.owner, self.made, self.sealed, self.path) = (owner, made, sealed, path)
  }

  /// Reads a key's file; one that others can read is refused.
  public init(path: String) throws {
    let bytes = try Files.read(path, most: KeyForm.most)
    if !Files.isPrivate(path) { throw SigningFault.openToOthers(path: path) }
    let form = try KeyForm(file: bytes, path: path)
    guard let key = PublicKey(hex: form.key), let salt = unhexed(form.salt), let nonce = unhexed(form.nonce),
      let sealed = unhexed(form.sealed), Instant.writable.contains(Instant(seconds: form.made))
    else { throw SigningFault.notOne(of: KeyForm.words, path: path) }
    self.init(
      owner: form.owner, made: Instant(seconds: form.made),
      sealed: SealedKey(
        publicKey: key, salt: salt, nonce: nonce, sealed: sealed,
        cost: .init(passes: form.passes, memory: form.memory)), path: path)
  }

  /// The key itself.
  public func open(passphrase: String) throws(SigningFault) -> SigningKey {
    guard let key = sealed.open(passphrase: passphrase) else { throw .passphraseWrong(path: path) }
    return key
  }
}

/// A public key and whose it is, as one line of text.
public struct KeyCard: Hashable, Sendable {
  public let key: PublicKey
  public let owner: String

  private static let head = "playbook-key 1 "

  public init(key: PublicKey, owner: String) { (self.key, self.owner) = (key, owner) }

  /// As `playbook-key 1 HEX NAME`.
  public var line: String { "\(Self.head)\(key) \(owner)" }

  /// Reads the first such line of a text.
  public init(text: String, path: String) throws(SigningFault) {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let line = lines.first(where: { $0.hasPrefix(Self.head) }) else {
      throw .notOne(of: "a key's card, as `playbook key new` prints it", path: path)
    }
    let parts = line.dropFirst(Self.head.count).split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let key = PublicKey(hex: String(parts[0])) else {
      throw .notOne(of: "a key's card, as `playbook key new` prints it", path: path)
    }
    self.init(key: key, owner: String(parts[1]))
  }
}

/// A locked key as it stands in its file.
private struct KeyForm: SigningForm {
  static let title = "playbook key"
  static let words = "the file of a key"

  var v = Self.version
  var kind = Self.title
  let owner: String
  let made: Int64
  let key: String
  let salt: String
  let nonce: String
  let sealed: String
  let passes: UInt64
  let memory: Int
}
