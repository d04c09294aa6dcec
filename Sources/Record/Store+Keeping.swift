public import Digest
import Library
import Running
public import Time

/// When a run was begun and ended, and the head of its record.
public struct RunSpan: Hashable, Sendable {
  public let started: Instant
  /// Nil where it is open.
  public let finished: Instant?
  /// When its last event was entered.
  public let last: Instant
  public let events: Int
  public let head: ContentDigest
}

/// A legal hold on a run, or its end: while it stands, nobody deletes the run.
public struct Hold: Hashable, Sendable {
  public let run: String
  public let isHeld: Bool
  public let at: Instant
  public let officer: String
  public let reason: String

  public init(run: String, isHeld: Bool, at: Instant, officer: String, reason: String) {
    (self.run, self.isHeld, self.at, self.officer, self.reason) = (run, isHeld, at, officer, reason)
  }
}

extension Store {
  /// When a run was begun and ended.
  public func span(of run: RunRow) throws(StoreFault) -> RunSpan {
    let (_, about) = try survey(run)
    return RunSpan(
      started: Instant(seconds: about.started), finished: about.finished.map { Instant(seconds: $0) },
      last: Instant(seconds: about.last), events: about.events, head: about.head)
  }

  /// Every hold and every end of one, in the order in which they were set.
  public func holds() throws(StoreFault) -> [Hold] {
    try database.rows("SELECT run, held, at, officer, reason FROM holds ORDER BY number").compactMap {
      values in
      guard let run = values[0].text, let held = values[1].integer, let at = values[2].integer,
        let officer = values[3].text, let reason = values[4].text
      else { return nil }
      return Hold(run: run, isHeld: held != 0, at: Instant(seconds: at), officer: officer, reason: reason)
    }
  }

  /// The hold that stands on a run; nil where none does.
  public func hold(on run: String) throws(StoreFault) -> Hold? {
    let last = try holds().last { $0.run == run }
    return last?.isHeld ?? false ? last : nil
  }

  /// Sets a hold on a run, or ends the one that stands.
  public func add(_ hold: Hold) throws(StoreFault) {
    try database.rows(
      "INSERT INTO holds (run, held, at, officer, reason) VALUES (?, ?, ?, ?, ?)",
      [
        .text(hold.run), .integer(hold.isHeld ? 1 : 0), .integer(hold.at.seconds), .text(hold.officer),
        .text(hold.reason),
      ])
  }
}
