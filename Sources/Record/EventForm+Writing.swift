import Digest
import Library
import Messaging
import Running
import Time

extension EventForm {
  init(_ event: Event) {
    self.init(
      kind: event.content.name, entered: event.entered.seconds, happened: event.happened.seconds, by: event.by
    )
    switch event.content {
    case .started(let start):
      run = start.run
      playbook = start.playbook.text
      mode = start.mode.rawValue
      zero = start.zero.seconds
      library = start.library.hex
    case .stepStarted(let at): set(at)
    case .stepCompleted(let at, let detail):
      set(at)
      self.detail = detail
    case .stepSkipped(let at, let reason):
      set(at)
      self.reason = reason
    case .factRecorded(let record):
      fact = record.fact.text
      value = record.value.map { ValueForm($0) }
      confidence = record.confidence.rawValue
      source = record.source
      marking = record.marking.rawValue
      reason = record.reason
    case .decided(let record): set(record)
    case .permitted(let at, let permission):
      set(at)
      fact = permission.fact.text
      granted = permission.isGranted
      person = permission.by
      basis = permission.basis
      chairTold = permission.isChairTold
    case .messageDrafted(let at, let drafted):
      set(at)
      messages = [drafted.id.text]
      draft = DraftForm(drafted.draft)
    case .correctionBegun(let id, let at, let reason):
      set(at)
      messages = [id.text]
      self.reason = reason
    case .noted(let text, let kind):
      self.text = text
      about = kind.rawValue
    case .retimed(let zero, let reason):
      self.zero = zero.seconds
      self.reason = reason
    case .handOverOffered(let to), .handOverWithdrawn(let to): self.to = to
    case .handedOver(let to, let read):
      self.to = to
      (head, digests) = (read?.upTo, read.map { [$0.digest.hex] })
    case .takenOver(let from, let reason):
      person = from
      self.reason = reason
    case .adopted(let digest, let reason, let lapsed):
      library = digest.hex
      self.reason = reason
      messages = lapsed.map(\.text)
    case .linked(let other, let direction): (run, about) = (other, direction.rawValue)
    case .finished(let reason): self.reason = reason
    case .messageEdited, .approvalRequested, .contactTried, .approved, .returned, .approvalWithdrawn,
      .warningsAccepted,
      .messageSent,
      .messageDropped, .partnerAnswered:
      setMessages(event.content)
    }
  }

  private mutating func set(_ at: StepRound) { (step, round) = (at.step.text, at.round) }

  private mutating func set(_ seal: SignedReply.Seal?) {
    guard let seal else { return }
    (key, signature) = (seal.key.description, seal.signature.description)
    (signed, asked) = (seal.signed.seconds, seal.asked)
  }

  private mutating func set(_ record: DecisionRecord) {
    set(record.at)
    option = record.option
    level = record.level?.level.rawValue
    audienceLevels = record.level.map { choice in
      choice.audiences.reduce(into: [:]) { $0[$1.key.text] = $1.value.rawValue }
    }
    decider = record.decider
    reason = record.reason
    supported = record.supported?.rawValue
    second = record.second
    effect = record.effect
  }

  private mutating func setMessages(_ content: Event.Content) {
    switch content {
    case .messageEdited(let id, let subject, let text):
      messages = [id.text]
      self.subject = subject
      self.text = text
    case .approvalRequested(let ids, let by):
      messages = ids.map(\.text)
      until = by?.seconds
    case .contactTried(let ids, let contact):
      messages = ids.map(\.text)
      (person, role, outcome) = (contact.person, contact.role.text, contact.outcome.rawValue)
      way = contact.way?.rawValue
    case .approved(let ids, let approval):
      messages = ids.map(\.text)
      (person, role, how) = (approval.person, approval.role.text, approval.how.rawValue)
      digests = approval.digests.map(\.hex)
      set(approval.seal)
    case .returned(let ids, let objection):
      messages = ids.map(\.text)
      (person, role, reason) = (objection.person, objection.role.text, objection.reason)
      set(objection.seal)
    case .approvalWithdrawn(let ids, let reason):
      messages = ids.map(\.text)
      self.reason = reason
    case .warningsAccepted(let id, let accepted):
      messages = [id.text]
      (digests, warnings, reason) = ([accepted.digest.hex], accepted.warnings, accepted.reason)
    case .messageSent(let id): messages = [id.text]
    case .messageDropped(let id, let reason):
      messages = [id.text]
      self.reason = reason
    case .partnerAnswered(let id, let partner, let state):
      messages = [id.text]
      (self.partner, self.state) = (partner, state.rawValue)
    case .started, .stepStarted, .stepCompleted, .stepSkipped, .factRecorded, .decided, .permitted,
      .messageDrafted, .correctionBegun,
      .noted, .retimed, .handOverOffered, .handOverWithdrawn, .handedOver, .takenOver, .adopted, .linked,
      .finished:
      break
    }
  }
}

extension Event.Content {
  /// What the event is called on disk and in reports.
  var name: String {
    switch self {
    case .started: "started"
    case .stepStarted: "step-started"
    case .stepCompleted: "step-completed"
    case .stepSkipped: "step-skipped"
    case .factRecorded: "fact-recorded"
    case .decided: "decided"
    case .permitted: "permitted"
    case .messageDrafted: "message-drafted"
    case .messageEdited: "message-edited"
    case .approvalRequested: "approval-requested"
    case .contactTried: "contact-tried"
    case .approved: "approved"
    case .returned: "returned"
    case .approvalWithdrawn: "approval-withdrawn"
    case .warningsAccepted: "warnings-accepted"
    case .messageSent: "message-sent"
    case .messageDropped: "message-dropped"
    case .partnerAnswered: "partner-answered"
    case .correctionBegun: "correction-begun"
    case .noted: "noted"
    case .retimed: "retimed"
    case .handOverOffered: "hand-over-offered"
    case .handOverWithdrawn: "hand-over-withdrawn"
    case .handedOver: "handed-over"
    case .takenOver: "taken-over"
    case .adopted: "adopted"
    case .linked: "linked"
    case .finished: "finished"
    }
  }
}

extension ValueForm {
  init(_ value: FactValue) {
    switch value {
    case .text(let text): self.init(type: "text", text: text)
    case .number(let number): self.init(type: "number", number: number)
    case .choice(let option): self.init(type: "choice", options: [option])
    case .choices(let options): self.init(type: "choices", options: options)
    case .yesNo(let yes): self.init(type: "yes-no", yes: yes)
    case .time(let instant): self.init(type: "time", seconds: instant.seconds)
    case .date(let date): self.init(type: "date", text: date.description)
    case .link(let link): self.init(type: "link", text: link)
    }
  }

  /// Nil where the form does not hold what its type needs.
  var value: FactValue? {
    switch type {
    case "text": text.map { .text($0) }
    case "number": number.map { .number($0) }
    case "choice": options?.first.map { .choice($0) }
    case "choices": options.map { .choices($0) }
    case "yes-no": yes.map { .yesNo($0) }
    case "time": seconds.map { .time(Instant(seconds: $0)) }
    case "date": text.flatMap { CivilDate($0) }.map { .date($0) }
    case "link": text.map { .link($0) }
    default: nil
    }
  }
}

extension DraftForm {
  init(_ draft: Draft) {
    self.init(
      template: draft.template.text, channel: draft.channel.text, kind: draft.kind.rawValue,
      language: draft.language, level: draft.level.rawValue, audiences: draft.audiences.map(\.text),
      path: draft.path, subject: draft.subject, text: draft.text, marking: draft.marking.rawValue,
      facts: draft.facts.map(\.text), nextUpdate: draft.nextUpdate?.seconds,
      problems: draft.problems.map {
        FindingForm(
          kind: $0.kind.rawValue, severity: $0.severity.rawValue, message: $0.message, why: $0.why,
          quote: $0.quote)
      }, layout: draft.layout?.description)
  }

  var draft: Draft? {
    let findings = problems.compactMap { form -> Finding? in
      guard let kind = Finding.Kind(rawValue: form.kind),
        let severity = Finding.Severity(rawValue: form.severity)
      else { return nil }
      return Finding(kind, severity, form.message, why: form.why, quote: form.quote)
    }
    guard let kind = Channel.Kind(rawValue: kind), let level = Level(rawValue: level),
      let marking = Marking(rawValue: marking), findings.count == problems.count
    else { return nil }
    return Draft(
      template: .init(template), channel: .init(channel), kind: kind, language: language, level: level,
      audiences: audiences.map { .init($0) }, path: path, subject: subject, text: text, marking: marking,
      facts: facts.map { .init($0) }, nextUpdate: nextUpdate.map { Instant(seconds: $0) },
      problems: findings, layout: layout.flatMap { Layout($0) })
  }
}
