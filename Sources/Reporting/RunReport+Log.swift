import Digest
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

  /// Events of a run in words, everything told.
  public static func log(_ events: [Event], of run: Run) -> [LogEntry] {
    log(events, run, Telling(nil, of: run, events: []))
  }

  static func log(_ events: [Event], _ run: Run, _ telling: Telling) -> [LogEntry] {
    let zone = run.plan.calendar.zone
    return events.map { event in
      let (happened, entered) = (telling.moment(event.happened), telling.moment(event.entered))
      return LogEntry(
        number: event.sequence, at: Stamp(happened, zone: zone),
        entered: entered == happened ? nil : Stamp(entered, zone: zone), by: telling.person(event.by),
        words: run.words(for: event.content, telling))
    }
  }
}

extension Run {
  /// What an event says happened, in a line that can be read out.
  public func words(for content: Event.Content) -> String {
    words(for: content, Telling(nil, of: self, events: []))
  }

  /// The same, as far as it may be told.
  func words(for content: Event.Content, _ say: Telling) -> String {
    func list(_ ids: [Message.ID]) -> String { ids.map(\.text).joined(separator: ", ") }
    switch content {
    case .started(let start): return "\(start.run) began, \(start.mode.rawValue), T \(clock(start.zero))"
    case .stepStarted(let at): return "started: \(title(of: at, say))"
    case .stepCompleted(let at, let detail):
      return "completed: \(title(of: at, say))" + (say.free(detail).map { ": \($0)" } ?? "")
    case .stepSkipped(let at, let reason):
      return "skipped: \(title(of: at, say)), because \(say.free(reason))"
    case .factRecorded(let record): return words(for: record, say)
    case .decided(let record):
      let agreed = record.second.map { ", and \(say.person($0)) agreed" } ?? ""
      return
        "\(say.person(record.decider)) decided \(title(of: record.at, say)): \(record.option)\(agreed), because \(say.free(record.reason))"
    case .permitted(_, let permission):
      return
        "\(say.person(permission.by)) \(permission.isGranted ? "permitted" : "refused") the use of '\(question(permission.fact, say))': \(say.free(permission.basis))"
    case .correctionBegun(let id, let at, let reason):
      return "\(title(of: at, say)) puts \(id) right, because \(say.free(reason))"
    case .noted(let text, let kind): return "\(kind.rawValue): \(say.free(text))"
    case .retimed(let zero, let reason): return "T moved to \(clock(zero)), because \(say.free(reason))"
    case .handOverOffered(let to): return "offered the run to \(say.person(to))"
    case .handOverWithdrawn(let to): return "took back the offer to \(say.person(to))"
    case .handedOver(let to, let read):
      guard let read else { return "handed over to \(say.person(to))" }
      // The code tells of the page, which may say what is withheld.
      let code = say.redaction == nil ? ", code \(SpokenCode(of: read.digest))" : ""
      return "accepted the run, having read the hand-over page at event \(read.upTo)\(code)"
    case .takenOver(let from, let reason):
      return "took over from \(say.person(from)), because \(say.free(reason))"
    case .adopted(let library, let reason, let lapsed):
      let ended = lapsed.isEmpty ? "" : "; to be drafted anew: \(list(lapsed))"
      return "took up the library \(library.hex.prefix(12)), because \(say.free(reason))\(ended)"
    case .linked(let run, let direction):
      switch direction {
      case .from: return "facts carried over from \(run)"
      case .to: return "facts carried over to \(run)"
      }
    case .finished(let reason):
      return "finished" + (say.free(reason).map { " with steps open, because \($0)" } ?? "")
    case .messageDrafted(_, let drafted):
      return "drafted \(drafted.id): \(channelAndAudiences(of: drafted.draft))"
    case .messageEdited(let id, _, _): return "edited \(id)"
    case .approvalRequested(let ids, let by):
      return "asked for approval of \(list(ids))" + (by.map { " by \(clock($0))" } ?? "")
    case .contactTried(let ids, let contact):
      return
        "tried \(say.person(contact.person)), \(title(of: contact.role)), for \(list(ids)): \(contact.outcome.rawValue)\(contact.way.map { ", by \($0.rawValue)" } ?? "")"
    case .approved(let ids, let approval):
      return
        "\(say.giver(approval.person, title(of: approval.role))) approved \(list(ids)), \(approval.how.rawValue)"
    case .returned(let ids, let objection):
      return
        "\(say.giver(objection.person, title(of: objection.role))) returned \(list(ids)): \(say.free(objection.reason))"
    case .approvalWithdrawn(let ids, let reason):
      return "approval of \(list(ids)) withdrawn, because \(say.free(reason))"
    case .warningsAccepted(let id, let accepted):
      return
        "warnings on \(id) stand, because \(say.free(accepted.reason)): \(say.free(accepted.warnings.joined(separator: "; ")))"
    case .messageSent(let id): return "\(id) went out"
    case .messageDropped(let id, let reason): return "dropped \(id), because \(say.free(reason))"
    case .partnerAnswered(let id, let partner, let state): return "\(partner): \(id) \(state.rawValue)"
    }
  }

  private func words(for record: FactRecord, _ say: Telling) -> String {
    let ask = question(record.fact, say)
    if say.isHidden(record.marking) { return "'\(ask)' \(say.words("", record.marking))" }
    let value = record.value.flatMap { value in
      playbook.facts[record.fact].map { say.words(words(for: value, of: $0), record.marking) }
    }
    let source = record.source.isEmpty ? "" : ", said by \(say.free(record.source))"
    let reason = record.reason.map { ", replaced because \(say.free($0))" } ?? ""
    return "'\(ask)' \(value ?? "not known")"
      + (value == nil ? "" : " (\(record.confidence.rawValue)\(source))") + reason
  }

  private func question(_ fact: Fact.ID, _ say: Telling) -> String {
    say.written(playbook.facts[fact]?.ask ?? fact.text)
  }

  private func title(of at: StepRound, _ say: Telling) -> String {
    say.written(playbook.steps[at.step]?.title ?? at.step.text) + (at.round > 1 ? " (round \(at.round))" : "")
  }

  private func channelAndAudiences(of draft: Draft) -> String {
    let channel = organisation.channels[draft.channel]?.title ?? draft.channel.text
    let audiences = draft.audiences.map { organisation.title(of: $0) }
    return "\(channel) to \(audiences.joined(separator: ", ")), \(draft.level.rawValue)"
  }
}
