import Library
import Messaging
import OrderedCollections
import Time

extension Run {
  /// The part of the fold that is about messages already drafted.
  mutating func applyToMessages(_ event: Event) {
    switch event.content {
    case .approvalRequested(let ids, _):
      for id in ids {
        messages[id]?.requestedAt = event.happened
        messages[id]?.requests.append(event.sequence)
      }
    case .contactTried(let ids, let contact):
      for id in ids { messages[id]?.contacts.append(.init(contact: contact, at: event.happened)) }
    case .approved(let ids, let approval):
      for (id, digest) in zip(ids, approval.digests) {
        let given = Message.GivenApproval(
          person: approval.person, role: approval.role, how: approval.how, digest: digest, at: event.happened,
          entered: event.entered, seal: approval.seal)
        messages[id]?.take(given)
      }
    case .returned(let ids, let objection):
      for id in ids {
        guard let digest = messages[id]?.draft.digest(mode: mode) else { continue }
        messages[id]?.objections.append(
          .init(
            objection: objection, digest: digest, at: event.happened))
      }
    case .approvalWithdrawn(let ids, let reason):
      for id in ids {
        messages[id]?.lastWithdrawal = event.sequence
        guard let count = messages[id]?.approvals.count else { continue }
        for index in 0..<count where messages[id]?.approvals[index].withdrawn == nil {
          messages[id]?.approvals[index].withdrawn = reason
        }
      }
    case .warningsAccepted(let id, let accepted): messages[id]?.accepted.append(accepted)
    case .messageSent(let id):
      messages[id]?.sentAt = event.happened
      messages[id]?.sentEntered = event.entered
    case .messageDropped(let id, let reason):
      messages[id]?.dropped = Message.Dropped(reason: reason, at: event.happened)
    case .partnerAnswered(let id, let partner, let state):
      messages[id]?.partners.append(
        .init(partner: partner, state: state, at: event.happened, entered: event.entered))
    case .started, .stepStarted, .stepCompleted, .stepSkipped, .factRecorded, .decided, .permitted,
      .messageDrafted, .messageEdited, .correctionBegun, .noted, .retimed, .handOverOffered,
      .handOverWithdrawn, .handedOver, .takenOver, .adopted,
      .linked, .finished:
      break
    }
  }
}

extension Message {
  /// Takes in an approval; it answers what the same person had against these very words.
  fileprivate mutating func take(_ given: GivenApproval) {
    approvals.append(given)
    for index in objections.indices
    where objections[index].digest == given.digest
      && folded(objections[index].objection.person) == folded(given.person)
    {
      objections[index].isAnswered = true
    }
  }
}
