import Diagnostics
import Digest
import Library
import Messaging
import OrderedCollections
import Time

extension Run {
  func message(_ id: Message.ID) throws(Refusal) -> Message {
    guard let message = messages[id] else { throw .noSuchMessage(id.text) }
    return message
  }

  func openMessage(_ id: Message.ID) throws(Refusal) -> Message {
    let message = try message(id)
    if message.isOver { throw .messageIsOver(id) }
    return message
  }

  /// Fills the step's template for each channel; what is not sent yet is filled anew.
  func drafting(_ id: Step.ID, at moment: Moment) throws(Refusal) -> [Event.Content] {
    let (step, at, begun) = try starting(id)
    guard case .send(let sending) = step.action else { throw .wrongVerb(id, expected: step.action.verb) }
    // Words of a step that is no longer to be done are not filled anew; those that are there can be dropped.
    if let when = step.when, !holds(when) { throw .notApplicable(id) }
    var knowing = knowledge(at: moment.now)
    knowing.nextUpdate = promise(of: at, now: moment.now)
    let judged = drafts(for: sending, of: playbook, in: plan.library, knowing: knowing)
    let earlier = messages(of: at)
    guard !judged.isEmpty || !earlier.isEmpty else { throw .nothingToSend(id) }
    var events = begun
    var number = messages.count
    var kept: Set<Message.ID> = []
    for draft in judged.map(\.draft) {
      if let same = earlier.first(where: { $0.isPlace(of: draft) && !kept.contains($0.id) }) {
        kept.insert(same.id)
        if !same.isOver, same.isEdited || same.draft != draft {
          events.append(.messageDrafted(at, DraftedMessage(id: same.id, draft: draft)))
        }
      } else {
        number += 1
        events.append(.messageDrafted(at, DraftedMessage(id: .init("M\(number)"), draft: draft)))
      }
    }
    for message in earlier where !kept.contains(message.id) && !message.isOver {
      events.append(.messageDropped(message.id, reason: Message.movedAway))
    }
    return events + preApprovals(of: folding(events, at: moment), for: at, on: moment)
  }

  /// The approvals that stand before anybody is rung.
  private func preApprovals(of after: Run, for at: StepRound, on moment: Moment) -> [Event.Content] {
    let today = plan.calendar.zone.local(moment.now).date
    return after.messages(of: at).filter { !$0.isOver }.flatMap { message -> [Event.Content] in
      let digest = message.draft.digest(mode: mode)
      // Given once for the same words: taken back, it stays so.
      let given = message.approvals.filter { $0.digest == digest }
      let standing = Messaging.preApprovals(
        covering: message.draft, of: playbook, in: plan.library, knowing: after.knowledge(at: moment.now),
        today: today)
      return standing.filter { agreed in !given.contains { $0.isGiven(by: agreed) } }.map { agreed in
        let approval = Approval(
          person: agreed.by, role: agreed.role, how: .preApproved, digests: [digest])
        return .approved([message.id], approval)
      }
    }
  }

  func editing(_ id: Message.ID, subject: String?, text: String) throws(Refusal) -> [Event.Content] {
    let draft = try openMessage(id).draft
    let text = try given(text, for: "an edited message")
    let lines = String(text.map { $0.isNewline ? "\n" : $0 == "\t" ? " " : $0 })
    let heading = (subject ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
    // A subject that was not typed stays what it was.
    let kept = trimmed(heading).isEmpty ? draft.subject : visible(trimmed(heading))
    let words = formed(
      draft, subject: kept, text: visible(lines, keepingLines: true), in: organisation, mode: mode)
    return [.messageEdited(id, subject: words.subject, text: words.text)]
  }

  func dropping(_ id: Message.ID, reason: String) throws(Refusal) -> [Event.Content] {
    let message = try openMessage(id)
    return try closing(message, [.messageDropped(id, reason: try given(reason, for: "dropping a message"))])
  }

  /// Records that a message went out, once everything that releases it stands.
  func sending(_ id: Message.ID, at moment: Moment) throws(Refusal) -> [Event.Content] {
    let message = try openMessage(id)
    try checkReleasable(message, at: moment)
    return try closing(message, [.messageSent(id)])
  }

  /// The events, and the end of the step where this was its last message.
  private func closing(_ message: Message, _ events: [Event.Content]) throws(Refusal) -> [Event.Content] {
    let open = messages(of: message.at).filter { !$0.isOver && $0.id != message.id }
    return events + (open.isEmpty ? [.stepCompleted(message.at, detail: nil)] : [])
  }

  func answering(
    _ id: Message.ID, _ partner: String, _ state: CascadeState
  ) throws(Refusal) -> [Event.Content] {
    let message = try message(id)
    let partners = message.draft.audiences.flatMap { organisation.audiences[$0]?.partners ?? [] }
    guard let known = partners.first(where: { folded($0) == folded(partner) }) else {
      throw .noSuchPartner(partner, partners: partners)
    }
    return [.partnerAnswered(id, partner: known, state)]
  }
}

extension Message {
  /// Why a message was dropped whose channel or audience another level left out.
  fileprivate static let movedAway = "Drafted anew for another level or audience"

  /// Whether the draft is this message of the send, whatever its words; one that another level left out is no more.
  fileprivate func isPlace(of other: Draft) -> Bool {
    draft.template == other.template && draft.channel == other.channel && draft.language == other.language
      && !Set(draft.audiences).isDisjoint(with: other.audiences) && dropped?.reason != Self.movedAway
  }
}
