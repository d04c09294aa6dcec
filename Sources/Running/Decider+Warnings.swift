import Digest
import Library
public import Messaging
public import Time

extension Run {
  /// The warnings on a message that nobody has given a reason for, on these very words.
  ///
  /// A permission that is not there yet is none of them: no reason stands in for it, and it holds the message itself.
  /// `verdict` is the message's own, where it is known already; `now` the moment that it is judged at, else.
  public func openWarnings(on message: Message, in verdict: Verdict? = nil, at now: Instant? = nil)
    -> [Finding]
  {
    let digest = message.draft.digest(mode: mode)
    let accepted = Set(message.accepted.filter { $0.digest == digest }.flatMap(\.warnings))
    let held = permissionFindings(on: message)
    return (verdict ?? self.verdict(on: message, at: now)).findings.filter { finding in
      finding.severity == .warn && !accepted.contains(finding.message) && !held.contains(finding)
    }
  }

  /// Lets the warnings on messages stand, for a reason; a message without an open one is left as it is.
  func accepting(
    _ ids: [Message.ID], reason: String, at moment: Moment
  ) throws(Refusal) -> [Event.Content] {
    let reason = try given(reason, for: "letting a warning stand")
    var events: [Event.Content] = []
    for message in try opened(ids) {
      let warnings = openWarnings(on: message, at: moment.time)
      if warnings.isEmpty { continue }
      let accepted = AcceptedWarnings(
        digest: message.draft.digest(mode: mode), warnings: warnings.map(\.message), reason: reason)
      events.append(.warningsAccepted(message.id, accepted))
    }
    if events.isEmpty, let first = ids.first { throw .noWarnings(first) }
    return events
  }
}
