import Digest
import Library
import Messaging
import OrderedCollections
import Running
import Time

extension ReportMaker {
  func entry(_ message: Message) -> RunReport.MessageEntry {
    let digest = message.draft.digest(mode: run.mode)
    let isHidden = isHidden(message)
    func told(_ words: String) -> String {
      isHidden ? telling.redaction?.placeholder ?? words : telling.words(words, message.draft.marking)
    }
    return RunReport.MessageEntry(
      id: message.id.text, step: id(of: message.at.step), round: message.at.round,
      channel: run.organisation.channels[message.draft.channel]?.title ?? message.draft.channel.text,
      audiences: message.draft.audiences.map { run.organisation.title(of: $0) },
      level: message.draft.level.rawValue, language: message.draft.language,
      marking: message.draft.marking.rawValue,
      subject: isHidden ? nil : message.draft.subject.map(told), text: told(message.draft.text),
      digest: telling.redaction == nil ? digest.hex : nil, isShown: !isHidden,
      drafted: stamp(message.draftedAt), requested: message.requestedAt.map(stamp),
      sent: message.sentAt.map(stamp),
      sentEntered: message.sentAt.flatMap { sent in message.sentEntered.flatMap { late($0, sent) } },
      dropped: message.dropped.map { stamp($0.at) },
      dropReason: telling.free(message.dropped?.reason), isEdited: message.isEdited,
      drafters: message.drafters.sorted().map(telling.person),
      approvals: message.approvals.map { entry($0, of: message, digest) },
      contacts: message.contacts.map {
        .init(
          person: telling.person($0.contact.person), role: run.title(of: $0.contact.role),
          outcome: $0.contact.outcome.rawValue, way: $0.contact.way?.rawValue,
          at: stamp($0.at))
      },
      objections: message.objections.map {
        .init(
          person: telling.person($0.objection.person), role: run.title(of: $0.objection.role),
          reason: telling.free($0.objection.reason), at: stamp($0.at))
      },
      accepted: message.accepted.map {
        // How many warnings there were tells of the words.
        .init(
          warnings: telling.isFreeHidden ? [telling.free("")] : $0.warnings.map(telling.free),
          reason: telling.free($0.reason), stands: $0.digest == digest)
      },
      partners: message.partners.map {
        .init(
          partner: $0.partner, state: $0.state.rawValue, at: stamp($0.at), entered: late($0.entered, $0.at))
      },
      corrects: run.corrections.filter { $0.at == message.at }.map {
        .init(
          message: $0.message.text, reason: telling.free($0.reason), begun: stamp($0.begun),
          by: telling.person($0.by))
      },
      correctedBy: run.corrections.filter { $0.message == message.id }.flatMap { run.messages(of: $0.at) }
        .map(\.id.text),
      // A verdict quotes the words and gives their length; that of words which are told holds them against facts
      // which may not be.
      findings: telling.redaction != nil
        ? []
        : run.verdict(on: message).findings.map {
          .init(kind: $0.kind.rawValue, severity: $0.severity.rawValue, message: $0.message)
        })
  }

  /// Whether the words are withheld: by their marking, or as an edit that did not go out to the public.
  func isHidden(_ message: Message) -> Bool {
    if telling.isHidden(message.draft.marking) { return true }
    let isPublic = run.organisation.channels[message.draft.channel]?.reach == .public
    return message.isEdited && telling.isFreeHidden && !(isPublic && message.sentAt != nil)
  }

  private func entry(
    _ given: Message.GivenApproval, of message: Message, _ digest: ContentDigest
  ) -> RunReport.ApprovalEntry {
    RunReport.ApprovalEntry(
      person: telling.person(given.person), role: run.title(of: given.role), how: given.how.rawValue,
      assurance: given.how.assurance,
      key: telling.redaction == nil ? given.seal?.key.fingerprint.description : nil, at: stamp(given.at),
      entered: late(given.entered, given.at),
      stands: given.digest == digest && given.withdrawn == nil, withdrawn: telling.free(given.withdrawn),
      lapse: given.digest == digest ? nil : lapse(of: given, message))
  }

  private func lapse(of given: Message.GivenApproval, _ message: Message) -> RunReport.LapseEntry {
    guard let old = versions[message.id]?[given.digest] else { return .init(difference: [], others: []) }
    let new = message.draft
    var others: [String] = []
    if old.subject != new.subject { others.append("subject, which was: \(old.subject ?? "none")") }
    if Set(old.audiences) != Set(new.audiences) { others.append("audiences") }
    if old.level != new.level { others.append("level, which was \(old.level.rawValue)") }
    if old.marking != new.marking { others.append("marking, which was \(old.marking.rawValue)") }
    let isSame = old.text.utf8.elementsEqual(new.text.utf8)
    return RunReport.LapseEntry(
      difference: isSame
        ? []
        : wordDifference(from: old.text, to: new.text).map {
          .init(kind: $0.kind.rawValue, text: telling.words($0.text, new.marking))
        }, others: others.map { telling.words($0, new.marking) })
  }

  /// The words that each message has had; only those whose approval may have lapsed are asked for.
  static func versions(_ events: [Event], _ run: Run) -> [Message.ID: [ContentDigest: Draft]] {
    let approved = Set(run.messages.values.filter { !$0.approvals.isEmpty }.map(\.id))
    var (current, found): ([Message.ID: Draft], [Message.ID: [ContentDigest: Draft]]) = ([:], [:])
    for event in events {
      // Words are set by these two alone.
      if case .messageDrafted(_, let drafted) = event.content, approved.contains(drafted.id) {
        current[drafted.id] = drafted.draft
        found[drafted.id, default: [:]][drafted.draft.digest(mode: run.mode)] = drafted.draft
      } else if case .messageEdited(let id, let subject, let text) = event.content, var draft = current[id] {
        (draft.subject, draft.text) = (subject, text)
        current[id] = draft
        found[id, default: [:]][draft.digest(mode: run.mode)] = draft
      }
    }
    return found
  }
}

extension Approval.How {
  /// How sure it is that the person named agreed to exactly these words.
  var assurance: String {
    switch self {
    case .signed: "by signature: made over exactly these words, with the person's own key, on another machine"
    case .preApproved: "standing agreement to the template's own words; nobody was asked that night"
    case .phone: "by telephone: the code of these words was given back; the voice is the officer's word"
    case .present: "in the room: the code of these words was given back; the person is the officer's word"
    }
  }
}
