import Library
import Messaging
import OrderedCollections
import Time

extension Run {
  /// Takes in one event that has happened; whether it may happen was decided before.
  public mutating func apply(_ event: Event) {
    if event.entered < lastEntered { clockJumps.append(event.sequence) }
    sequence = event.sequence
    lastEntered = event.entered
    switch event.content {
    case .started: break
    case .stepStarted(let at): withRound(at) { $0.started = $0.started ?? event.happened }
    case .stepCompleted(let at, let detail): end(at, .done(detail: detail), event)
    case .stepSkipped(let at, let reason): end(at, .skipped(reason: reason), event)
    case .factRecorded(let record):
      let entry = FactEntry(
        record: record, sequence: event.sequence, happened: event.happened, entered: event.entered,
        by: event.by)
      facts[record.fact, default: []].append(entry)
    case .decided(let record): apply(record, event)
    case .permitted(_, let permission):
      let given = GivenPermission(
        permission: permission, sequence: event.sequence, at: event.happened, by: event.by)
      permissions[permission.fact, default: []].append(given)
    case .messageDrafted(let at, let drafted): apply(drafted, at: at, event)
    case .messageEdited(let id, let subject, let text):
      messages[id]?.draft.subject = subject
      messages[id]?.draft.text = text
      messages[id]?.isEdited = true
      messages[id]?.wordsSequence = event.sequence
      messages[id]?.wordsAt = event.happened
      messages[id]?.drafters.insert(event.by)
    case .approvalRequested, .contactTried, .approved, .returned, .approvalWithdrawn, .warningsAccepted,
      .messageSent,
      .messageDropped, .partnerAnswered:
      applyToMessages(event)
    case .correctionBegun(let id, let at, let reason):
      corrections.append(
        Correction(message: id, at: at, reason: reason, begun: event.happened, by: event.by))
    case .noted(let text, let kind):
      notes.append(
        Note(text: text, kind: kind, happened: event.happened, entered: event.entered, by: event.by))
    case .retimed(let zero, let reason):
      retimings.append(Retiming(from: self.zero, to: zero, reason: reason, at: event.happened))
      self.zero = zero
    case .handOverOffered(let to): offer = HandOverOffer(to: to, by: event.by, at: event.happened)
    case .handOverWithdrawn: offer = nil
    case .handedOver(let to, _):
      officers.append(OfficerChange(from: officer, to: to, reason: nil, at: event.happened))
      (officer, offer) = (to, nil)
    case .takenOver(let from, let reason):
      officers.append(OfficerChange(from: from, to: event.by, reason: reason, at: event.happened))
      (officer, offer) = (event.by, nil)
    case .adopted(let library, let reason, let lapsed):
      adoptions.append(
        Adopted(
          library: library, reason: reason, sequence: event.sequence, at: event.happened, by: event.by,
          lapsed: lapsed))
      if let plan = later[library] { self.plan = plan }
    case .linked(let run, let direction): links.append(Link(run: run, direction: direction))
    case .finished(let reason): finished = Finish(at: event.happened, reason: reason)
    }
  }

  private mutating func withRound(_ at: StepRound, _ change: (inout Round) -> Void) {
    var rounds = steps[at.step] ?? []
    if rounds.last?.number != at.round { rounds.append(Round(number: at.round)) }
    change(&rounds[rounds.count - 1])
    steps[at.step] = rounds
  }

  private mutating func end(_ at: StepRound, _ outcome: Round.Outcome, _ event: Event) {
    let due = target(.due, of: at)
    withRound(at) { round in
      round.due = due
      round.ending = Round.Ending(
        happened: event.happened, entered: event.entered, by: event.by, outcome: outcome,
        sequence: event.sequence)
    }
  }

  private mutating func apply(_ record: DecisionRecord, _ event: Event) {
    decisions.append(
      Decision(
        number: decisions.count + 1, record: record, happened: event.happened, entered: event.entered,
        by: event.by, knownUpTo: event.sequence - 1))
    if let level = record.level { choice = level }
  }

  private mutating func apply(_ drafted: DraftedMessage, at: StepRound, _ event: Event) {
    if messages[drafted.id] == nil {
      messages[drafted.id] = Message(
        id: drafted.id, at: at, draft: drafted.draft, draftedAt: event.happened,
        wordsSequence: event.sequence, filledSequence: event.sequence, filledAt: event.entered,
        wordsAt: event.happened, drafters: [])
    }
    messages[drafted.id]?.draft = drafted.draft
    messages[drafted.id]?.isEdited = false
    messages[drafted.id]?.wordsSequence = event.sequence
    messages[drafted.id]?.filledSequence = event.sequence
    messages[drafted.id]?.filledAt = event.entered
    messages[drafted.id]?.wordsAt = event.happened
    let typists = typists(of: drafted.draft)
    messages[drafted.id]?.drafters = typists
  }

  /// Everybody who typed a text fact as it stands in the draft; a verbatim relay excepted.
  private func typists(of draft: Draft) -> Set<String> {
    var found: Set<String> = []
    for id in draft.facts {
      guard let fact = playbook.facts[id], case .text = fact.kind, !fact.isVerbatim,
        let value = latest(id)?.record.value
      else { continue }
      found.formUnion((facts[id] ?? []).filter { $0.record.value == value }.map(\.by))
    }
    return found
  }
}
