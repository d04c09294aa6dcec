import Digest
import Library
import Messaging
import Running
import Time

extension EventForm {
  /// The event that the form stands for; nil where it does not hold what its kind needs.
  func event(sequence: Int) -> Event? {
    guard isInRange, let content = content ?? messageContent else { return nil }
    return Event(
      sequence: sequence, entered: Instant(seconds: entered), happened: Instant(seconds: happened), by: by,
      content: content)
  }

  /// Moments in the years 1 to 9999, and rounds that somebody could have walked.
  private var isInRange: Bool {
    let moments = [entered, happened, zero, until, signed, value?.seconds, draft?.nextUpdate].compactMap {
      $0
    }
    return moments.allSatisfy { Instant.writable.contains(Instant(seconds: $0)) }
      && (1...1_000_000).contains(round ?? 1)
  }

  private var at: StepRound? {
    guard let step, let round else { return nil }
    return StepRound(.init(step), round: round)
  }

  private var content: Event.Content? {
    switch kind {
    case "started":
      guard let run, let playbook, let mode = mode.flatMap({ Mode(rawValue: $0) }), let zero,
        let library = library.flatMap({ ContentDigest(hex: $0) })
      else { return nil }
      return .started(
        Start(run: run, playbook: .init(playbook), mode: mode, zero: Instant(seconds: zero), library: library)
      )
    case "step-started": return at.map { .stepStarted($0) }
    case "step-completed": return at.map { .stepCompleted($0, detail: detail) }
    case "step-skipped": return at.flatMap { at in reason.map { .stepSkipped(at, reason: $0) } }
    case "fact-recorded":
      guard let fact, let confidence = confidence.flatMap({ Confidence(rawValue: $0) }),
        let marking = marking.flatMap({ Marking(rawValue: $0) }), value == nil || value?.value != nil
      else { return nil }
      return .factRecorded(
        FactRecord(
          fact: .init(fact), value: value?.value, confidence: confidence, source: source ?? "",
          marking: marking,
          reason: reason))
    case "decided": return decision.map { .decided($0) }
    case "permitted":
      guard let at, let fact, let granted, let person, let basis, let chairTold else { return nil }
      return .permitted(
        at,
        Permission(fact: .init(fact), isGranted: granted, by: person, basis: basis, isChairTold: chairTold))
    case "message-drafted":
      guard let at, let id = messages?.first, let draft = draft?.draft else { return nil }
      return .messageDrafted(at, DraftedMessage(id: .init(id), draft: draft))
    case "correction-begun":
      guard let at, let id = messages?.first, let reason else { return nil }
      return .correctionBegun(.init(id), by: at, reason: reason)
    case "noted":
      guard let text, let about = about.flatMap({ NoteKind(rawValue: $0) }) else { return nil }
      return .noted(text, about)
    case "retimed":
      guard let zero, let reason else { return nil }
      return .retimed(zero: Instant(seconds: zero), reason: reason)
    case "hand-over-offered": return to.map { .handOverOffered(to: $0) }
    case "hand-over-withdrawn": return to.map { .handOverWithdrawn(to: $0) }
    case "handed-over":
      guard let to, head == nil && digests == nil || readPage != nil else { return nil }
      return .handedOver(to: to, read: readPage)
    case "taken-over":
      guard let person, let reason else { return nil }
      return .takenOver(from: person, reason: reason)
    case "adopted":
      guard let library = library.flatMap({ ContentDigest(hex: $0) }), let reason else { return nil }
      return .adopted(library, reason: reason, lapsed: (messages ?? []).map { .init($0) })
    case "linked":
      guard let run, let direction = about.flatMap({ LinkDirection(rawValue: $0) }) else { return nil }
      return .linked(run, direction)
    case "finished": return .finished(reason: reason)
    default: return nil
    }
  }

  /// The page that was read before a run was accepted; nil in records from before there was one.
  private var readPage: ReadPage? {
    guard let head, head > 0, digests?.count == 1,
      let digest = digests?.first.flatMap({ ContentDigest(hex: $0) })
    else { return nil }
    return ReadPage(digest: digest, upTo: head)
  }

  private var decision: DecisionRecord? {
    guard let at, let option, let decider, let reason,
      isWord(level, Level.self), isWord(supported, Level.self),
      (audienceLevels ?? [:]).values.allSatisfy({ isWord($0, Level.self) })
    else { return nil }
    let choice = level.flatMap { Level(rawValue: $0) }.map { level in
      LevelChoice(
        level: level,
        audiences: (audienceLevels ?? [:]).reduce(into: [:]) {
          $0[Audience.ID($1.key)] = Level(rawValue: $1.value)
        })
    }
    return DecisionRecord(
      at: at, option: option, level: choice, decider: decider, reason: reason,
      supported: supported.flatMap { Level(rawValue: $0) },
      second: second, effect: effect)
  }

  /// Whether the word, where there is one, is of these; another may have been written by a newer version.
  private func isWord<Word: RawRepresentable>(_ text: String?, _ words: Word.Type) -> Bool
  where Word.RawValue == String { text.map { words.init(rawValue: $0) != nil } ?? true }

  /// The signature; nil where there is none.
  private var seal: SignedReply.Seal? {
    guard let key = key.flatMap({ PublicKey(hex: $0) }), let signed, let asked,
      let signature = signature.flatMap({ Signature(hex: $0) })
    else { return nil }
    return SignedReply.Seal(key: key, signed: Instant(seconds: signed), asked: asked, signature: signature)
  }

  private var messageContent: Event.Content? {
    guard let ids = messages?.map({ Message.ID($0) }), let first = ids.first else { return nil }
    switch kind {
    case "message-edited": return text.map { .messageEdited(first, subject: subject, text: $0) }
    case "approval-requested": return .approvalRequested(ids, by: until.map { Instant(seconds: $0) })
    case "contact-tried":
      guard let person, let role, let outcome = outcome.flatMap({ Contact.Outcome(rawValue: $0) }),
        isWord(way, Contact.Way.self)
      else { return nil }
      let way = way.flatMap { Contact.Way(rawValue: $0) }
      return .contactTried(
        ids, Contact(person: person, role: .init(role), outcome: outcome, way: way))
    case "approved":
      guard let person, let role, let how = how.flatMap({ Approval.How(rawValue: $0) }) else { return nil }
      let digests = (digests ?? []).compactMap { ContentDigest(hex: $0) }
      guard digests.count == ids.count, seal != nil || how != .signed else { return nil }
      return .approved(
        ids, Approval(person: person, role: .init(role), how: how, digests: digests, seal: seal))
    case "returned":
      guard let person, let role, let reason else { return nil }
      return .returned(ids, Objection(person: person, role: .init(role), reason: reason, seal: seal))
    case "approval-withdrawn": return reason.map { .approvalWithdrawn(ids, reason: $0) }
    case "warnings-accepted":
      guard let digest = digests?.first.flatMap({ ContentDigest(hex: $0) }), let warnings, let reason else {
        return nil
      }
      return .warningsAccepted(first, AcceptedWarnings(digest: digest, warnings: warnings, reason: reason))
    case "message-sent": return .messageSent(first)
    case "message-dropped": return reason.map { .messageDropped(first, reason: $0) }
    case "partner-answered":
      guard let partner, let state = state.flatMap({ CascadeState(rawValue: $0) }) else { return nil }
      return .partnerAnswered(first, partner: partner, state)
    default: return nil
    }
  }
}
