import Digest
import Library
import Messaging
import OrderedCollections
import Time

@testable import Running

/// Holds every release against the record by itself: it folds nothing and asks no run.
///
/// What it needs it reads from the events in front of the release, in another way than the run does.
struct Auditor {
  let plan: Plan
  let mode: Mode

  /// What is wrong with the release of a message by the event at `index`; empty where nothing is.
  func faults(ofReleaseAt index: Int, of id: Message.ID, in events: [Event]) -> [String] {
    let before = Array(events[..<index])
    guard let fill = before.lastIndex(where: { $0.fills(id) }), let filled = before[fill].draft else {
      return ["it was never drafted"]
    }
    let words = words(of: id, filled, before[fill...])
    let digest = digest(filled, words)
    var faults: [String] = []
    let drafters = Set(editors(of: id, before[fill...]) + typists(of: filled, before[...fill])).map(plain)
    let approvals = standing(id, digest, before, by: events[index])
      .filter { !drafters.contains(plain($0.person)) }
      .filter { $0.how != .preApproved || isPreApproved(filled, words, $0, at: events[index].happened) }
    let seats = seats(of: filled, before[fill].step)
    if seats.isEmpty { faults.append("nobody is asked for it") }
    if !canSeat(seats[...], approvals, taken: []) { faults.append("its seats are not filled") }
    if let next = filled.nextUpdate, next <= events[index].happened {
      faults.append("its promise has passed")
    }
    for event in before[fill...] {
      if case .factRecorded(let record) = event.content, filled.facts.contains(record.fact) {
        faults.append("\(record.fact) is newer")
      }
    }
    if before.contains(where: { $0.ends(id) }) { faults.append("it was over") }
    if mode == .exercise, !words.text.contains(plan.library.organisation.exercisePrefix) {
      faults.append("it does not say that it is an exercise")
    }
    if let channel = plan.library.organisation.channels[filled.channel], filled.marking > channel.ceiling {
      faults.append("it is marked above its channel")
    }
    if filled.level == .direct { faults += relayFaults(filled, words, before) }
    return faults + promiseFaults(filled, by: before[fill], before[...fill])
      + permissionFaults(filled, before) + refusalFaults(id, filled, before)
  }

  /// The words of others that a message at `direct` was filled with and no longer has.
  private func relayFaults(_ draft: Draft, _ words: Words, _ events: [Event]) -> [String] {
    func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    return draft.facts.compactMap { id in
      guard plan.playbook.facts[id]?.isVerbatim == true else { return nil }
      var said: String?
      for event in events {
        if case .factRecorded(let record) = event.content, record.fact == id {
          said = if case .text(let text)? = record.value { plain(text) } else { nil }
        }
      }
      guard let said, plain(draft.text).contains(said), !plain(words.text).contains(said) else { return nil }
      return "\(id) is not relayed word for word"
    }
  }

  /// What is wrong with a promise when it is made: it lies ahead, and within the level's rhythm of the release.
  private func promiseFaults(_ draft: Draft, by fill: Event, _ events: ArraySlice<Event>) -> [String] {
    guard let promised = draft.nextUpdate, case .messageDrafted(let at, _) = fill.content,
      let step = plan.playbook.steps[at.step], case .send(let sending) = step.action
    else { return [] }
    if promised <= fill.entered { return ["it promised the past"] }
    var (zero, level) = (fill.entered, sending.level)
    for event in events {
      switch event.content {
      case .started(let start): zero = start.zero
      case .retimed(let moved, _): zero = moved
      case .decided(let record) where sending.level == nil: level = record.level?.level ?? level
      default: break
      }
    }
    guard at.round == 1, let due = step.due?.instant(from: zero, in: plan.calendar),
      let rhythm = level.flatMap({ plan.library.organisation.levels[$0]?.update?.length })
    else { return [] }
    return promised > max(fill.entered, due) + rhythm ? ["its promise is beyond the level's rhythm"] : []
  }

  private typealias Words = (subject: String?, text: String)

  private func words(of id: Message.ID, _ draft: Draft, _ events: ArraySlice<Event>) -> Words {
    for event in events.reversed() {
      if case .messageEdited(id, let subject, let text) = event.content { return (subject, text) }
    }
    return (draft.subject, draft.text)
  }

  /// The digest, written out once more.
  private func digest(_ draft: Draft, _ words: Words) -> ContentDigest {
    var bytes: [UInt8] = []
    func put(_ text: String) {
      let utf8 = Array(text.utf8)
      withUnsafeBytes(of: UInt64(utf8.count).bigEndian) { bytes += $0 }
      bytes += utf8
    }
    let audiences = draft.audiences.map(\.text).sorted()
    let subject = words.subject.map { ["some", $0] } ?? ["none"]
    for field in ["playbook message 1", words.text] + subject + ["\(audiences.count)"] + audiences {
      put(field)
    }
    for field in [draft.channel.text, draft.language, draft.level.rawValue] { put(field) }
    for field in [draft.marking.rawValue, mode.rawValue] { put(field) }
    return .sha256(of: bytes)
  }

  private func editors(of id: Message.ID, _ events: ArraySlice<Event>) -> [String] {
    events.compactMap { if case .messageEdited(id, _, _) = $0.content { $0.by } else { nil } }
  }

  /// Whoever typed a text as it stands, ever.
  private func typists(of draft: Draft, _ events: ArraySlice<Event>) -> [String] {
    draft.facts.flatMap { id -> [String] in
      guard let fact = plan.playbook.facts[id], !fact.isVerbatim, case .text = fact.kind else { return [] }
      let typed = events.compactMap { event -> (FactValue?, String)? in
        guard case .factRecorded(let record) = event.content, record.fact == id else { return nil }
        return (record.value, event.by)
      }
      guard let last = typed.last?.0 else { return [] }
      return typed.filter { $0.0 == last }.map(\.1)
    }
  }

  private func standing(
    _ id: Message.ID, _ digest: ContentDigest, _ events: [Event], by release: Event
  ) -> [Approval] {
    var found: [(given: Approval, at: Instant)] = []
    for event in events {
      switch event.content {
      case .approved(let ids, let approval):
        let isOfIt = zip(ids, approval.digests).contains { $0 == id && $1 == digest }
        if isOfIt { found.append((approval, event.happened)) }
      case .approvalWithdrawn(let ids, _): if ids.contains(id) { found = [] }
      default: break
      }
    }
    let isLate = release.happened != release.entered
    return found.filter { !isLate || $0.at <= release.happened }.map(\.given)
  }

  /// Whether the seats can be given to different people, tried one way after another.
  private func canSeat(_ seats: ArraySlice<Seat>, _ approvals: [Approval], taken: Set<String>) -> Bool {
    guard let seat = seats.first else { return true }
    return approvals.contains { approval in
      let person = plain(approval.person)
      guard !taken.contains(person), mayFill(approval.role, seat) else { return false }
      return canSeat(seats.dropFirst(), approvals, taken: taken.union([person]))
    }
  }

  private func mayFill(_ role: Role.ID, _ seat: Seat) -> Bool {
    var (reached, open) = (Set(seat.roles), seat.roles)
    while let next = open.popLast() {
      for deputy in plan.library.organisation.roles[next]?.deputies ?? []
      where reached.insert(deputy).inserted {
        open.append(deputy)
      }
    }
    return reached.contains(role)
  }

  private func seats(of draft: Draft, _ step: Step.ID?) -> [Seat] {
    let floor = plan.library.organisation.levels[draft.level]?.approve ?? []
    guard let step, case .send(let sending)? = plan.playbook.steps[step]?.action else { return floor }
    return floor + sending.approve
  }

  private func isPreApproved(_ draft: Draft, _ words: Words, _ given: Approval, at moment: Instant) -> Bool {
    let day = plan.calendar.zone.local(moment).date
    let isPlain = draft.facts.allSatisfy { id in
      switch plan.playbook.facts[id]?.kind {
      case .choice, .choices, .yesNo, .time, .number: true
      case .text, .date, .link, nil: false
      }
    }
    guard isPlain, draft.level <= .reassure, words.text == draft.text, words.subject == draft.subject,
      let template = plan.library.templates[draft.template],
      let wording = template.wordings.first(where: { $0.path == draft.path })
    else { return false }
    return template.preApprovals.contains { agreed in
      agreed.by == given.person && agreed.role == given.role && agreed.until >= day
        && agreed.files.values.contains(wording.digest)
    }
  }

  private func permissionFaults(_ draft: Draft, _ events: [Event]) -> [String] {
    draft.facts.compactMap { id in
      guard plan.playbook.facts[id]?.needsPermission == true else { return nil }
      var (value, answer): (FactValue?, Permission?)
      for event in events {
        switch event.content {
        case .permitted(_, let given) where given.fact == id: answer = given
        case .factRecorded(let record) where record.fact == id:
          // What was said of another value says nothing of this one.
          if record.value != value { (value, answer) = (record.value, nil) }
        default: break
        }
      }
      if value == nil || answer?.isGranted == true { return nil }
      return answer == nil ? "\(id) is not permitted" : "\(id) is refused"
    }
  }

  /// Whether people were asked to agree to words that an originator had refused.
  private func refusalFaults(_ id: Message.ID, _ draft: Draft, _ events: [Event]) -> [String] {
    events.indices.flatMap { index -> [String] in
      guard case .approved(let ids, let given) = events[index].content, ids.contains(id),
        given.how != .preApproved, events[..<index].last(where: { $0.fills(id) })?.draft == draft
      else { return [] }
      return permissionFaults(draft, Array(events[..<index])).filter { $0.hasSuffix("is refused") }
    }
  }

  /// A name without what does not tell two people apart.
  private func plain(_ name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
  }
}

extension Event {
  fileprivate func fills(_ id: Message.ID) -> Bool {
    if case .messageDrafted(_, let drafted) = content { drafted.id == id } else { false }
  }

  fileprivate func ends(_ id: Message.ID) -> Bool {
    switch content {
    case .messageSent(id), .messageDropped(id, _): true
    default: false
    }
  }

  fileprivate var draft: Draft? {
    if case .messageDrafted(_, let drafted) = content { drafted.draft } else { nil }
  }

  fileprivate var step: Step.ID? { if case .messageDrafted(let at, _) = content { at.step } else { nil } }
}
