/// Events in a row, each bound to all before it.
public enum Chain {
  /// What stands before the first event.
  public static let beginning = ContentDigest.sha256(of: Array("playbook record 1".utf8))

  /// The link of one event: the digest of the link before it and of the event's own digest.
  public static func link(after previous: ContentDigest, _ payload: [UInt8]) -> ContentDigest {
    .sha256(of: previous.bytes + ContentDigest.sha256(of: payload).bytes)
  }
}

extension Chain {
  /// A walk along a chain, one event after another, that tells the first that does not fit.
  public struct Walk: Sendable {
    /// How many events have fitted so far.
    public private(set) var count = 0
    /// The link of the last one.
    public private(set) var head = Chain.beginning

    public init() {}

    /// Goes on with one event.
    public mutating func take(_ payload: [UInt8]) {
      head = Chain.link(after: head, payload)
      count += 1
    }
  }
}
