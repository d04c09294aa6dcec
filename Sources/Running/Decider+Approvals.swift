public import Digest
public import Library
public import Messaging
import OrderedCollections
public import Time

extension Run {
  /// The code that is read back for these messages, over exactly these words.
  public func code(for ids: [Message.ID]) -> SpokenCode? {
    let digests = ids.compactMap { messages[$0]?.draft.digest(mode: mode) }
    guard digests.count == ids.count, !digests.isEmpty else { return nil }
    return SpokenCode(of: digests)
  }

  /// The findings on a message as things stand; `now` is the moment of the last event, unless another is given.
  public func verdict(on message: Message, at now: Instant? = nil) -> Verdict {
    let judged = judge(
      message.draft, isEdited: message.isEdited, of: playbook, in: plan.library,
      knowing: knowledge(at: lastEntered), supported: supportedLevel(of: message))
    let stale = staleFacts(in: message, at: message.sentAt ?? now ?? lastEntered)
    return Verdict(
      findings: judged.findings + permissionFindings(on: message)
        + embargoFindings(on: message, at: message.sentAt ?? now ?? lastEntered) + stale)
  }

  /// Facts in the words that were answered longer ago than their answers hold.
  ///
  /// The words change with each such time that goes by, so a reason that let them stand holds no longer than that.
  private func staleFacts(in message: Message, at now: Instant) -> [Finding] {
    message.draft.facts.compactMap { id in
      guard let fact = playbook.facts[id], let fresh = fact.freshFor, let latest = latest(id),
        latest.record.confidence != .notKnown, fresh.length.count > 0,
        latest.happened + fresh.length < now
      else { return nil }
      let times = (now - latest.happened).count / fresh.length.count
      let ago = times * fresh.length.count / 60
      let length = ago % 60 == 0 ? "\(ago / 60)h" : "\(ago)m"
      return Finding(
        .facts, .warn,
        "'\(fact.ask)' was answered at \(clock(latest.happened)), \(length) ago or more, and holds for \(fresh.text)",
        why: "What was so then may be otherwise now. Ask again, and answer it anew.")
    }
  }

  /// Facts of somebody else's in the words: refused they stop the message, not yet permitted they hold it.
  public func permissionFindings(on message: Message) -> [Finding] {
    heldFacts(of: message).map { fact in
      if let refused = permission(for: fact.id) {
        return Finding(
          .facts, .stop, "the originator refused the use of '\(fact.ask)'",
          why: "\(refused.by): \(refused.basis)")
      }
      return Finding(
        .facts, .warn, "the originator has not permitted the use of '\(fact.ask)' yet",
        why: "It can be approved meanwhile, and goes out once they have.")
    }
  }

  /// The facts that their originator has not permitted as they stand: those in the words, and those that decide
  /// whether the words come at all, for their coming tells.
  private func heldFacts(of message: Message) -> [Fact] {
    let deciding = playbook.steps[message.at.step]?.when?.facts ?? []
    let told = OrderedSet(message.draft.facts + deciding)
    return told.compactMap { playbook.facts[$0] }.filter { fact in
      fact.needsPermission && knownValue(fact.id) != nil && !isPermitted(fact.id)
    }
  }

  /// The level that the facts support for the message's own audiences; nil until a level has been decided.
  private func supportedLevel(of message: Message) -> Level? {
    guard choice != nil, let supported = supported?.choice else { return nil }
    return message.draft.audiences.map { supported.level(for: $0) }.max()
  }

  /// The seats that a message needs: the level's floor, and those of the step that the level does not have.
  public func seats(of message: Message) -> [Seat] {
    guard let step = playbook.steps[message.at.step], case .send(let sending) = step.action else {
      return organisation.levels[message.draft.level]?.approve ?? []
    }
    return sending.seats(
      at: message.draft.level, in: organisation, correcting: isCorrection(message.at))
  }

  /// The approvals that hold for these exact words; each pre-approval through its last day alone.
  ///
  /// The day is that of the last event, unless another moment is given.
  public func standing(_ message: Message, at now: Instant? = nil) -> [Message.GivenApproval] {
    let digest = message.draft.digest(mode: mode)
    let given = message.approvals.filter { $0.digest == digest && $0.withdrawn == nil }
    guard given.contains(where: { $0.how == .preApproved }) else { return given }
    let agreed = preApprovals(
      covering: message.draft, of: playbook, in: plan.library, knowing: knowledge(at: message.filledAt),
      today: plan.calendar.zone.local(now ?? lastEntered).date)
    return given.filter { given in given.how != .preApproved || agreed.contains(where: given.isGiven) }
  }

  /// The roles that can fill a seat, deputies after those they stand in for.
  public func fillers(of seat: Seat) -> [Role.ID] { organisation.fillers(of: seat) }

  /// The seats that nobody has filled yet; a person fills one at most.
  ///
  /// `late` is the moment of a late entry: what was given after it does not count. Nor does what was signed with a
  /// key that has been revoked since.
  public func missingSeats(
    of message: Message, at now: Instant? = nil, late: Instant? = nil, revoked: Set<PublicKey> = []
  ) -> [Seat] {
    let approvals = standing(message, at: late ?? now).filter { given in
      !message.drafters.contains { isNamesake($0, given.person) } && late.map { given.at <= $0 } ?? true
        && given.seal.map { !revoked.contains($0.key) } ?? true
    }
    return organisation.unfilled(
      seats(of: message), by: approvals.map { (person: folded($0.person), role: $0.role) })
  }

  /// Why the words no longer fit what is known; nil where they do.
  public func outOfDate(_ message: Message, at now: Instant) -> String? {
    if let promised = message.draft.nextUpdate, promised <= now {
      return "the next update that it promises has passed"
    }
    if adoptions.contains(where: { $0.sequence > message.filledSequence && $0.lapsed.contains(message.id) }) {
      return "another library was taken up since it was drafted"
    }
    for id in message.draft.facts {
      guard let entry = latest(id), entry.sequence > message.filledSequence else { continue }
      return "'\(playbook.facts[id]?.ask ?? id.text)' was answered anew since it was drafted"
    }
    if let step = playbook.steps[message.at.step], case .send(let sending) = step.action,
      sending.level == nil,
      let choice
    {
      let levels = Set(message.draft.audiences.map { choice.level(for: $0) })
      if levels != [message.draft.level] { return "another level has been decided since it was drafted" }
    }
    return nil
  }

  /// Throws what stands before the release of a message; a late entry is held against its own moment.
  func checkReleasable(_ message: Message, at moment: Moment) throws(Refusal) {
    try checkApprovable(message, at: moment)
    // What it waits for may have been taken back since it was drafted.
    if let step = playbook.steps[message.at.step] {
      let blockers = blockers(of: step)
      if !blockers.isEmpty { throw .blocked(step.id, blockers) }
    }
    if let returned = message.objections.last(where: { isOpen($0, on: message) })?.objection {
      throw .wordsOutOfDate(message.id, because: "\(returned.person) sent it back (\(returned.reason))")
    }
    if let held = heldFacts(of: message).first { throw .permissionMissing(message.id, held.id) }
    if let (fact, until) = embargo(on: message, at: moment.time) {
      throw .embargoed(message.id, fact.id, until: until)
    }
    let revoked =
      moment.roster.areKeysUnreadable
      ? Set(message.approvals.compactMap(\.seal?.key))
      : Set(moment.roster.keys.filter { $0.revoked != nil }.map(\.key))
    let missing = missingSeats(of: message, at: moment.now, late: moment.happened, revoked: revoked)
    if !missing.isEmpty { throw .approvalMissing(message.id, seats: missing.map(words)) }
    let warnings = openWarnings(on: message, at: moment.time)
    if !warnings.isEmpty { throw .warningsOpen(message.id, warnings: warnings.map(\.message)) }
  }

  /// Throws where nobody should be asked to agree to these words.
  func checkApprovable(_ message: Message, at moment: Moment) throws(Refusal) {
    if let happened = moment.happened, happened < message.wordsAt {
      throw .wordsAreLater(message.id, message.wordsAt)
    }
    if let because = outOfDate(message, at: moment.time) {
      throw .wordsOutOfDate(message.id, because: because)
    }
    let level = message.draft.level
    if organisation.levels[level] == nil {
      throw .messageStopped(
        message.id, findings: ["the organisation does not say who approves at \(level.rawValue)"])
    }
    let verdict = verdict(on: message)
    if verdict.isStopped {
      throw .messageStopped(
        message.id, findings: verdict.findings.filter { $0.severity == .stop }.map(\.message))
    }
  }

  /// A seat as people say it: "Head of communications, or Strategic group chair".
  public func words(for seat: Seat) -> String { organisation.words(for: seat) }

  func requesting(_ ids: [Message.ID], at moment: Moment) throws(Refusal) -> [Event.Content] {
    var earliest: Instant?
    for message in try opened(ids) {
      try checkApprovable(message, at: moment)
      if let by = target(.approve, of: message.at) { earliest = earliest.map { min($0, by) } ?? by }
    }
    return [.approvalRequested(ids, by: earliest)]
  }

  func approving(
    _ ids: [Message.ID], person: String, role: Role.ID?, how: Approval.How, code: String, at moment: Moment
  ) throws(Refusal) -> [Event.Content] {
    let person = try given(person, for: "an approver's name")
    let messages = try opened(ids)
    let role = try chosen(role, person, messages, moment.roster)
    let digests = messages.map { $0.draft.digest(mode: mode) }
    let events = try approving(
      messages, Approval(person: person, role: role, how: how, digests: digests), at: moment)
    guard self.code(for: ids)?.matches(code) ?? false else { throw .wrongCode(given: code) }
    return events
  }

  /// What an approval makes happen, where the person may give it and the words can be approved.
  func approving(
    _ messages: [Message], _ approval: Approval, at moment: Moment
  ) throws(Refusal) -> [Event.Content] {
    try check(person: approval.person, role: approval.role, for: messages, in: moment.roster)
    for message in messages { try checkApprovable(message, at: moment) }
    let unasked = messages.filter { $0.requestedAt == nil }.map(\.id)
    return (unasked.isEmpty ? [] : [.approvalRequested(unasked, by: nil)])
      + [.approved(messages.map(\.id), approval)]
  }

  func returning(
    _ ids: [Message.ID], person: String, role: Role.ID?, reason: String, at moment: Moment
  ) throws(Refusal) -> [Event.Content] {
    let person = try given(person, for: "an approver's name")
    let messages = try opened(ids)
    let role = try chosen(role, person, messages, moment.roster)
    try checkSeat(of: person, role: role, for: messages, in: moment.roster)
    let reason = try given(reason, for: "returning a message")
    return [.returned(ids, Objection(person: person, role: role, reason: reason))]
  }

  /// The messages, none of them over; a command on messages names one at least.
  func opened(_ ids: [Message.ID]) throws(Refusal) -> [Message] {
    if ids.isEmpty { throw .noMessages }
    var found: [Message] = []
    for id in ids { found.append(try openMessage(id)) }
    return found
  }

  /// The role that was named, or the one that the roster gives the person and that fills a seat.
  private func chosen(
    _ role: Role.ID?, _ person: String, _ messages: [Message], _ roster: Roster
  ) throws(Refusal) -> Role.ID {
    if let role { return role }
    let needed = messages.flatMap { seats(of: $0).flatMap(fillers) }
    let roles = roster.people.first { folded($0.name) == folded(person) }?.roles ?? []
    guard let role = needed.first(where: { roles.contains($0) }) ?? roles.first else {
      throw .roleNeeded(person: person)
    }
    return role
  }

  private func check(
    person: String, role: Role.ID, for messages: [Message], in roster: Roster
  ) throws(Refusal) {
    try checkSeat(of: person, role: role, for: messages, in: roster)
    for message in messages where message.drafters.contains(where: { isNamesake($0, person) }) {
      throw .isDrafter(person: person, message.id)
    }
  }

  /// Throws unless the person may speak for a role that has a seat on every one of the messages.
  func checkSeat(
    of person: String, role: Role.ID, for messages: [Message], in roster: Roster
  ) throws(Refusal) {
    if roster.arePeopleUnreadable { throw .rosterUnreadable }
    if let known = roster.people.first(where: { folded($0.name) == folded(person) }),
      !known.roles.contains(role)
    {
      throw .holdsNoSuchRole(person: person, role)
    }
    for message in messages where !seats(of: message).contains(where: { fillers(of: $0).contains(role) }) {
      throw .roleFillsNoSeat(role, needed: missingSeats(of: message).map(words))
    }
  }
}
