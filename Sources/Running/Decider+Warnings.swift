import Digest
import Library
public import Messaging

extension Run {
  /// The warnings on a message that nobody has given a reason for, on these very words.
  public func openWarnings(on message: Message) -> [Finding] {
    let digest = message.draft.digest(mode: mode)
    let accepted = Set(message.accepted.filter { $0.digest == digest }.flatMap(\.warnings))
    return verdict(on: message).findings.filter { $0.severity == .warn && !accepted.contains($0.message) }
  }

  /// Lets the warnings on messages stand, for a reason; a message without an open one is left as it is.
  func accepting(_ ids: [Message.ID], reason: String) throws(Refusal) -> [Event.Content] {
    let reason = try given(reason, for: "letting a warning stand")
    var events: [Event.Content] = []
    for message in try opened(ids) {
      let warnings = openWarnings(on: message)
      if warnings.isEmpty { continue }
      let accepted = AcceptedWarnings(
        digest: message.draft.digest(mode: mode), warnings: warnings.map(\.message), reason: reason)
      events.append(.warningsAccepted(message.id, accepted))
    }
    if events.isEmpty, let first = ids.first { throw .noWarnings(first) }
    return events
  }
}
