import Digest
public import Library
import System
public import Time

/// The keys of others that are known here, and what became of them: `keys.json` beside the roster.
public struct KeyRing: Sendable {
  public private(set) var keys: [Roster.TrustedKey]
  private let state: String
  private var path: String { state + "/keys.json" }

  /// Reads what is kept in a state folder; nothing there is no key.
  public init(in state: String) throws {
    self.state = state
    let path = state + "/keys.json"
    guard Files.exists(path) else {
      keys = []
      return
    }
    let form = try RingForm(file: try Files.read(path, most: RingForm.most), path: path)
    keys = form.keys.compactMap(\.trusted)
    if keys.count < form.keys.count { throw SigningFault.notOne(of: RingForm.words, path: path) }
  }

  /// Takes up a key; one that was revoked stays so.
  public mutating func add(_ card: KeyCard, at now: Instant) throws {
    try changing { keys in
      if let known = keys.first(where: { $0.key == card.key }) {
        throw known.revoked == nil
          ? SigningFault.keyKnown(owner: known.owner) : SigningFault.keyRevoked(owner: known.owner)
      }
      keys.append(.init(key: card.key, owner: card.owner, added: now))
    }
  }

  /// Takes a key's power away, by the name of the key or of its owner; it is kept, for what it signed before.
  public mutating func revoke(_ name: String, at now: Instant, reason: String) throws -> Roster.TrustedKey {
    try changing { keys in
      let open = keys.indices.filter { index in
        keys[index].revoked == nil
          && (keys[index].key.fingerprint.matches(name) || folded(keys[index].owner) == folded(name))
      }
      guard let index = open.first else { throw SigningFault.noSuchKey(name) }
      if open.count > 1 {
        throw SigningFault.severalKeys(open.map { keys[$0].key.fingerprint.description })
      }
      keys[index].revoked = .init(at: now, reason: reason)
      return keys[index]
    }
  }

  /// Changes the file as it is now, one process at a time: what another wrote meanwhile is not lost.
  private mutating func changing<Result>(
    _ change: (inout [Roster.TrustedKey]) throws -> Result
  ) throws -> Result {
    let lock = try locked()
    keys = try KeyRing(in: state).keys
    let result = try change(&keys)
    try write()
    Self.release(lock)
    return result
  }

  /// The lock of the file, waited for through two seconds.
  private func locked() throws -> LockFile {
    for _ in 0..<40 {
      do throws(LockFile.Failure) {
        return try LockFile(path + ".lock", holder: "keys")
      } catch {
        switch error {
        case .held: SystemClock.pause(milliseconds: 50)
        case .system(let fault): throw fault
        }
      }
    }
    throw SystemFault("lock", path, reason: "another process holds it")
  }

  private static func release(_ lock: consuming LockFile) {}

  private func write() throws {
    try Files.write(RingForm(keys: keys.map(RingForm.Key.init)).file(), to: path, mode: 0o600)
  }
}

/// The keys as they stand in their file.
private struct RingForm: SigningForm {
  static let title = "playbook keys"
  static let words = "the file of known keys"

  var v = Self.version
  var kind = Self.title
  let keys: [Key]

  struct Key: Codable {
    let key: String
    let owner: String
    let added: Int64
    let revoked: Int64?
    let reason: String?

    init(_ trusted: Roster.TrustedKey) {
      (key, owner, added) = (trusted.key.description, trusted.owner, trusted.added.seconds)
      (revoked, reason) = (trusted.revoked?.at.seconds, trusted.revoked?.reason)
    }

    var trusted: Roster.TrustedKey? {
      let moments = [added, revoked].compactMap { $0 }.map { Instant(seconds: $0) }
      guard let key = PublicKey(hex: key), moments.allSatisfy(Instant.writable.contains) else { return nil }
      return .init(
        key: key, owner: owner, added: Instant(seconds: added),
        revoked: revoked.map { .init(at: Instant(seconds: $0), reason: reason ?? "") })
    }
  }
}
