/// Events in a row, each bound to all before it.
public enum Chain {
  /// What stands before the first event.
  public static let beginning = ContentDigest.sha256(of: Array("playbook record 1".utf8))

  /// The link of one event: the digest of the link before it and of the event's own digest.
  public static func link(after previous: ContentDigest, _ payload: [UInt8]) -> ContentDigest {
    .sha256(of: previous.bytes + ContentDigest.sha256(of: payload).bytes)
  }
}
