/// What each block of a filled message is, in order, as its template sets it out.
///
/// The words that are approved are plain text; this is kept beside them, is no part of the digest, and holds
/// only for the very words that were filled.
public struct Layout: Hashable, Sendable {
  public enum Kind: Character, CaseIterable, Sendable {
    /// `#`
    case heading = "1"
    /// `##` and deeper
    case subheading = "2"
    case paragraph = "p"
    case bullets = "b"
    /// `^`
    case inset = "i"
  }

  public let kinds: [Kind]

  init(kinds: [Kind]) { self.kinds = kinds }
}

extension Layout: LosslessStringConvertible {
  /// One sign for each block, as the record keeps it; nil for a sign that is none.
  public init?(_ text: String) {
    let kinds = text.compactMap(Kind.init)
    guard kinds.count == text.count else { return nil }
    self.kinds = kinds
  }

  public var description: String { String(kinds.map(\.rawValue)) }
}
