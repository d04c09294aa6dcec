import Library
import Messaging
import OrderedCollections
public import Running
import Time

extension RunReport {
  /// One event of the record, in words.
  public struct LogEntry: Encodable, Sendable {
    public let number: Int
    public let at: Stamp
    /// When it was written down, where that was later.
    public let entered: Stamp?
    public let by: String
    public let words: String
  }

  static func log(_ events: [Event], _ run: Run) -> [LogEntry] {
    let zone = run.plan.calendar.zone
    return events.map { event in
      LogEntry(
        number: event.sequence, at: Stamp(event.happened, zone: zone),
        entered: event.entered == event.happened ? nil : Stamp(event.entered, zone: zone), by: event.by,
        words: run.words(for: event.content))
    }
  }
}

extension Run {
  /// What an event says happened, in a line that can be read out.
  public func words(for content: Event.Content) -> String {
    func list(_ ids: [Message.ID]) -> String { ids.map(\.text).joined(separator: ", ") }
    switch content {
    case .started(let start): return "\(start.run) began, \(start.mode.rawValue), T \(clock(start.zero))"
    case .stepStarted(let at): return "started: \(title(of: at))"
    case .stepCompleted(let at, let detail):
      return "completed: \(title(of: at))" + (detail.map { ": \($0)" } ?? "")
    case .stepSkipped(let at, let reason): return "skipped: \(title(of: at)), because \(reason)"
    case .factRecorded(let record): return words(for: record)
    case .decided(let record):
      let agreed = record.second.map { ", and \($0) agreed" } ?? ""
      return
        "\(record.decider) decided \(title(of: record.at)): \(record.option)\(agreed), because \(record.reason)"
    case .permitted(_, let permission):
      return
        "\(permission.by) \(permission.isGranted ? "permitted" : "refused") the use of '\(question(permission.fact))': \(permission.basis)"
    case .noted(let text, let kind): return "\(kind.rawValue): \(text)"
    case .retimed(let zero, let reason): return "T moved to \(clock(zero)), because \(reason)"
    case .handedOver(let to): return "handed over to \(to)"
    case .takenOver(let from, let reason): return "took over from \(from), because \(reason)"
    case .finished(let reason): return "finished" + (reason.map { " with steps open, because \($0)" } ?? "")
    case .messageDrafted(_, let drafted):
      return "drafted \(drafted.id): \(channelAndAudiences(of: drafted.draft))"
    case .messageEdited(let id, _, _): return "edited \(id)"
    case .approvalRequested(let ids, let by):
      return "asked for approval of \(list(ids))" + (by.map { " by \(clock($0))" } ?? "")
    case .contactTried(let ids, let contact):
      return
        "tried \(contact.person), \(title(of: contact.role)), for \(list(ids)): \(contact.outcome.rawValue)"
    case .approved(let ids, let approval):
      return
        "\(approval.person), \(title(of: approval.role)), approved \(list(ids)), \(approval.how.rawValue)"
    case .returned(let ids, let objection):
      return "\(objection.person), \(title(of: objection.role)), returned \(list(ids)): \(objection.reason)"
    case .approvalWithdrawn(let ids, let reason):
      return "approval of \(list(ids)) withdrawn, because \(reason)"
    case .warningsAccepted(let id, let accepted):
      return
        "warnings on \(id) stand, because \(accepted.reason): \(accepted.warnings.joined(separator: "; "))"
    case .messageSent(let id): return "\(id) went out"
    case .messageDropped(let id, let reason): return "dropped \(id), because \(reason)"
    case .partnerAnswered(let id, let partner, let state): return "\(partner): \(id) \(state.rawValue)"
    }
  }

  private func words(for record: FactRecord) -> String {
    let value = record.value.flatMap { value in
      playbook.facts[record.fact].map { words(for: value, of: $0) }
    }
    let source = record.source.isEmpty ? "" : ", said by \(record.source)"
    let reason = record.reason.map { ", replaced because \($0)" } ?? ""
    return "'\(question(record.fact))' \(value ?? "not known")"
      + (value == nil ? "" : " (\(record.confidence.rawValue)\(source))") + reason
  }

  private func question(_ fact: Fact.ID) -> String { playbook.facts[fact]?.ask ?? fact.text }

  private func title(of at: StepRound) -> String {
    (playbook.steps[at.step]?.title ?? at.step.text) + (at.round > 1 ? " (round \(at.round))" : "")
  }

  private func channelAndAudiences(of draft: Draft) -> String {
    let channel = organisation.channels[draft.channel]?.title ?? draft.channel.text
    let audiences = draft.audiences.map { organisation.title(of: $0) }
    return "\(channel) to \(audiences.joined(separator: ", ")), \(draft.level.rawValue)"
  }
}
