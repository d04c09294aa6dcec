public import Digest
import FoundationEssentials
public import Time

/// What is left of a run that was deleted: that there was one, and who deleted it, when and why.
public struct Tombstone: Hashable, Sendable {
  public let run: String
  public let playbook: String
  public let started: Instant
  public let finished: Instant?
  public let events: Int
  /// The head of the record that was deleted: a bundle of it that somebody kept can still be held against it.
  public let head: ContentDigest
  public let by: String
  public let at: Instant
  public let reason: String

  /// As it stands on disk, and is bound to the one before it.
  private struct Form: Codable {
    var v = 1
    let run: String
    let playbook: String
    let started: Int64
    let finished: Int64?
    let events: Int
    let head: String
    let by: String
    let at: Int64
    let reason: String
  }

  /// What stands before the first tombstone.
  static let beginning = ContentDigest.sha256(of: Array("playbook tombstones 1".utf8))

  /// JSON with its keys in order, in one line.
  var payload: [UInt8] {
    let form = Form(
      run: run, playbook: playbook, started: started.seconds, finished: finished?.seconds, events: events,
      head: head.hex, by: by, at: at.seconds, reason: reason)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(form)).map { Array($0) } ?? []
  }

  /// Nil where the bytes are none of these.
  init?(payload: [UInt8]) {
    guard let form = try? JSONDecoder().decode(Form.self, from: Data(payload)), form.v == 1,
      let head = ContentDigest(hex: form.head)
    else { return nil }
    self.init(
      run: form.run, playbook: form.playbook, started: Instant(seconds: form.started),
      finished: form.finished.map { Instant(seconds: $0) }, events: form.events, head: head, by: form.by,
      at: Instant(seconds: form.at), reason: form.reason)
  }

  init(
    run: String, playbook: String, started: Instant, finished: Instant?, events: Int, head: ContentDigest,
    by: String,
    at: Instant, reason: String
  ) {
    (self.run, self.playbook, self.started, self.finished) = (run, playbook, started, finished)
    (self.events, self.head, self.by, self.at, self.reason) = (events, head, by, at, reason)
  }
}
