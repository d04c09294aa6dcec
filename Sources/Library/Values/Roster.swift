public import Diagnostics
public import Digest
public import Time
import YAML

/// The people who can be rung, in order; it lies beside the record and is never pinned.
public struct Roster: Hashable, Sendable {
  public let people: [Person]
  /// The keys that approvers sign with, those that were revoked among them; kept beside the roster.
  public var keys: [TrustedKey]
  /// Whether there is a file of people that could not be read: nobody knows then who may approve.
  public var arePeopleUnreadable = false
  /// Whether there is a file of keys that could not be read: no signature can be relied on then.
  public var areKeysUnreadable = false

  public init(people: [Person], keys: [TrustedKey] = []) { (self.people, self.keys) = (people, keys) }

  /// A key that is known to be somebody's.
  public struct TrustedKey: Hashable, Sendable {
    public let key: PublicKey
    /// Whose it is, as the record names them.
    public let owner: String
    public let added: Instant
    public var revoked: Revocation?

    public init(key: PublicKey, owner: String, added: Instant, revoked: Revocation? = nil) {
      (self.key, self.owner, self.added, self.revoked) = (key, owner, added, revoked)
    }
  }

  /// When a key ceased to count, and why.
  public struct Revocation: Hashable, Sendable {
    public let at: Instant
    public let reason: String

    public init(at: Instant, reason: String) { (self.at, self.reason) = (at, reason) }
  }

  public struct Person: Hashable, Sendable {
    public let name: String
    public let roles: [Role.ID]
    public let phone: String?
    public let email: String?
    /// When they can be reached, in words.
    public let hours: String?
  }

  /// Reads `roster.yaml`; a roster with an error in it is empty, and the diagnostics say why.
  public static func read(_ bytes: [UInt8], path: String) -> (roster: Roster, diagnostics: [Diagnostic]) {
    let (source, diagnostics) = readSource(bytes, path: path, kind: .roster)
    let people = (source?.root["people"]?.items ?? []).compactMap { node -> Person? in
      guard let name = node.text("name") else { return nil }
      return Person(
        name: name, roles: node.names("roles"), phone: node.text("phone"), email: node.text("email"),
        hours: node.text("hours"))
    }
    return (Roster(people: people), diagnostics)
  }

  /// Who holds any of these roles, in the roles' order and then the roster's.
  public func people(in roles: [Role.ID]) -> [(person: Person, role: Role.ID)] {
    roles.flatMap { role in people.filter { $0.roles.contains(role) }.map { ($0, role) } }
  }
}
