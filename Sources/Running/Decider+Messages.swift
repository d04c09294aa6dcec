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
    var knowing = knowledge(at: moment.now)
    knowing.nextUpdate = nextUpdate(for: step, at: moment.now)
    let judged = drafts(for: sending, of: playbook, in: plan.library, knowing: knowing)
    let earlier = messages(of: at)
    guard !judged.isEmpty || !earlier.isEmpty else { throw .nothingToSend(id) }
    var events = begun
    var number = messages.count
    var kept: Set<Message.ID> = []
    for draft in judged.map(\.draft) {
      if let same = earlier.first(where: { $0.draft.isSamePlace(as: draft) }) {
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
      events.append(.messageDropped(message.id, reason: "Drafted anew for another level or audience"))
    }
    return events + preApprovals(of: folding(events, at: moment), for: at, on: moment)
  }

  /// The approvals that stand before anybody is rung.
  private func preApprovals(of after: Run, for at: StepRound, on moment: Moment) -> [Event.Content] {
    let today = plan.calendar.zone.local(moment.now).date
    return after.messages(of: at).filter { !$0.isOver }.compactMap { message in
      guard !message.approvals.contains(where: { $0.how == .preApproved && $0.withdrawn == nil }),
        let standing = preApproval(
          covering: message.draft, of: playbook, in: plan.library, knowing: after.knowledge(at: moment.now),
          today: today)
      else { return nil }
      return .approved(
        [message.id],
        Approval(
          person: standing.by, role: standing.role, how: .preApproved,
          digests: [message.draft.digest(mode: mode)]))
    }
  }

  /// When more is promised: within the rhythm, on a whole five minutes.
  private func nextUpdate(for step: Step, at now: Instant) -> Instant? {
    guard let rhythm = rhythm(of: step) else { return nil }
    let latest = now + rhythm
    return Instant(seconds: latest.seconds - ((latest.seconds % 300) + 300) % 300)
  }

  func editing(_ id: Message.ID, subject: String?, text: String) throws(Refusal) -> [Event.Content] {
    _ = try openMessage(id)
    let text = try given(text, for: "an edited message")
    return [.messageEdited(id, subject: subject.map(trimmed), text: text)]
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

extension Draft {
  /// Whether both are the same message of a send, whatever their words.
  func isSamePlace(as other: Draft) -> Bool {
    template == other.template && channel == other.channel && language == other.language
      && !Set(audiences).isDisjoint(with: other.audiences)
  }
}
