import Digest
import Library
import Messaging
import OrderedCollections
public import Running
public import Time

extension HandOverPage {
  /// The page of a run as it stands.
  public init(_ run: Run, at now: Instant, halfTyped: [HalfTyped] = []) {
    let maker = HandOverMaker(run: run, now: now)
    let zone = run.plan.calendar.zone
    let telling = Telling(nil, of: run, events: [])
    self.run = run.id
    mode = run.mode.word
    title = run.playbook.title
    organisation = run.organisation.name
    marking = ReportMaker(run: run, events: [], telling: telling).highestMarking.rawValue
    zero = RunReport.Stamp(run.zero, zone: zone)
    self.now = RunReport.Stamp(now, zone: zone)
    event = run.sequence
    level = maker.level
    officer = run.officer
    offeredTo = run.finished == nil ? run.offer?.to : nil
    sections = Section.ID.allCases.map { id in
      Section(id: id, title: Self.title(id), items: maker.items(id, halfTyped))
    }
    let read = Self.digest(run, level, sections)
    (digest, code) = (read.hex, SpokenCode(of: read).description)
  }

  private static func title(_ id: Section.ID) -> String {
    switch id {
    case .sent: "Sent"
    case .waiting: "Waiting"
    case .due: "Due next"
    case .notKnown: "Not known"
    case .undecided: "Undecided"
    case .promised: "Promised to the public"
    case .corrections: "Corrections under way"
    case .halfTyped: "Half-typed"
    case .officers: "On duty"
    }
  }

  /// Over everything that the record says, what a shortened list leaves out too.
  private static func digest(_ run: Run, _ level: String, _ sections: [Section]) -> ContentDigest {
    var canonical = CanonicalBytes(purpose: "playbook hand-over page 1")
    for text in [run.id, run.mode.rawValue, run.playbook.title, run.officer, "\(run.zero.seconds)", level] {
      canonical.append(text)
    }
    for section in sections where section.id != .halfTyped {
      canonical.append(section.id.rawValue)
      canonical.append(list: section.items.flatMap { [$0.at?.utc ?? "", $0.words] })
    }
    return canonical.digest
  }
}

/// Finds what stands on the page of a run.
private struct HandOverMaker {
  let run: Run
  let now: Instant

  func items(_ id: HandOverPage.Section.ID, _ halfTyped: [HandOverPage.HalfTyped]) -> [HandOverPage.Item] {
    switch id {
    case .sent: sent
    case .waiting: messagesOpen + permissions + partners
    case .due: due
    case .notKnown: notKnown
    case .undecided: undecided
    case .promised: promised
    case .corrections: corrections
    case .halfTyped:
      halfTyped.map { item("\($0.officer), not recorded: \($0.text.replacing("\n", with: " / "))") }
    case .officers: officers
    }
  }

  var level: String {
    guard let level = run.choice?.level else { return "not decided." }
    let decision = run.decisions.last { $0.record.level != nil }
    let by = decision.map { ", decided by \($0.record.decider) at \(run.clock($0.happened))" } ?? ""
    return "\(level.rawValue)\(by)."
  }

  private func item(_ words: String, at instant: Instant? = nil, isLate: Bool = false) -> HandOverPage.Item {
    HandOverPage.Item(
      at: instant.map { RunReport.Stamp($0, zone: run.plan.calendar.zone) },
      clock: instant.map { run.clock($0) }, isLate: isLate, words: words)
  }

  private func title(_ at: StepRound) -> String {
    (run.playbook.steps[at.step]?.title ?? at.step.text) + (at.round > 1 ? " (round \(at.round))" : "")
  }

  private func ask(_ fact: Fact.ID) -> String { run.playbook.facts[fact]?.ask ?? fact.text }

  /// `M1`, `M1, M3` or `M1 to M6`.
  private func ids(_ messages: [Message]) -> String {
    let numbers = messages.map { Int($0.id.text.dropFirst()) ?? 0 }
    if let first = numbers.first, numbers.count > 2, numbers == Array(first..<(first + numbers.count)) {
      return "\(messages[0].id) to \(messages[messages.count - 1].id)"
    }
    return messages.map(\.id.text).joined(separator: ", ")
  }

  private func audiences(_ messages: [Message]) -> String {
    OrderedSet(messages.flatMap(\.draft.audiences)).map { run.organisation.title(of: $0) }
      .joined(separator: ", ")
  }

  private func channels(_ messages: [Message]) -> String {
    OrderedSet(messages.map(\.draft.channel)).map { run.organisation.channels[$0]?.title ?? $0.text }
      .joined(separator: ", ")
  }

  /// Messages in sets that are told of together, in the order in which they were drafted.
  private func together<Key: Hashable>(
    _ messages: some Sequence<Message>, by key: (Message) -> Key
  ) -> [(key: Key, messages: [Message])] {
    OrderedDictionary(grouping: messages, by: key).map { ($0.key, $0.value) }
  }

  /// What went out, the latest first.
  private var sent: [HandOverPage.Item] {
    together(run.messages.values.filter { $0.sentAt != nil }, by: \.at)
      .map { at, messages in (at, messages, messages.compactMap(\.sentAt).max() ?? run.startedAt) }
      .sorted { $0.2 > $1.2 }
      .map { at, messages, last in
        let levels = OrderedSet(messages.map(\.draft.level.rawValue)).joined(separator: ", ")
        return item(
          "\(title(at)), \(levels): to \(audiences(messages)) by \(channels(messages)) (\(ids(messages)))",
          at: last)
      }
  }

  /// How far a message has come; others may have been tried for it.
  private struct Standing: Hashable {
    let at: StepRound
    let words: String
    let asked: Instant?
  }

  /// Messages that are neither sent nor dropped, those that were asked for first.
  private var messagesOpen: [HandOverPage.Item] {
    together(run.messages.values.filter { !$0.isOver }, by: standing)
      .sorted { ($0.key.asked ?? .init(seconds: .max)) < ($1.key.asked ?? .init(seconds: .max)) }
      .map { standing, messages in
        item("\(title(standing.at)) (\(ids(messages))): \(standing.words)", at: standing.asked)
      }
  }

  private func standing(_ message: Message) -> Standing {
    let missing = run.missingSeats(of: message)
    let needed = missing.map { run.words(for: $0) }.joined(separator: "; and ")
    var words: String
    if run.isReturned(message), let back = message.objections.last {
      words =
        "returned by \(run.giver(back.objection.person, as: back.objection.role)): \(back.objection.reason)"
    } else if missing.isEmpty {
      words = "approved and not sent"
    } else {
      words =
        message.requestedAt == nil ? "drafted, to be approved by \(needed)" : "asked, waiting for \(needed)"
    }
    if !missing.isEmpty, !message.contacts.isEmpty {
      let tried = message.contacts.map {
        "\($0.contact.person) \(run.clock($0.at)) \($0.contact.outcome.rawValue)"
      }
      words += "; tried \(tried.joined(separator: ", "))"
    }
    return Standing(at: message.at, words: words, asked: message.requestedAt)
  }

  private var permissions: [HandOverPage.Item] {
    run.playbook.steps.values.flatMap { step -> [HandOverPage.Item] in
      guard case .permit(let facts) = step.action else { return [] }
      let isOpen =
        switch run.status(of: step) {
        case .ready, .underWay: true
        case .notApplicable, .blocked, .awaitingApproval, .done, .skipped: false
        }
      return facts.compactMap { fact in
        guard let given = run.permissions[fact]?.last else {
          return isOpen ? item("Permission of the originator: '\(ask(fact))'") : nil
        }
        return given.permission.isGranted
          ? nil
          : item("'\(ask(fact))' may not be shared, said \(given.permission.by): \(given.permission.basis)")
      }
    }
  }

  /// Partners who have not answered to what they were sent.
  private var partners: [HandOverPage.Item] {
    let sent = run.messages.values.filter { $0.sentAt != nil }
    return together(sent, by: \.at).compactMap { at, messages in
      let silent = messages.flatMap { message in
        message.draft.audiences.flatMap { run.organisation.audiences[$0]?.partners ?? [] }
          .filter { name in !message.partners.contains { folded($0.partner) == folded(name) } }
      }
      if silent.isEmpty { return nil }
      let by = run.target(.acknowledge, of: at)
      return item(
        "\(title(at)): answers of partners; none from \(OrderedSet(silent).joined(separator: ", "))", at: by,
        isLate: by.map { $0 < now } ?? false)
    }
  }

  /// Every target that is open, the earliest first, and so what is late.
  private var due: [HandOverPage.Item] {
    run.openTargets().map { target in
      let kind: String =
        switch target.kind {
        case .draft: ", draft"
        case .approve: ", approval"
        case .due: ""
        case .acknowledge: ", answers"
        }
      return item(title(target.at) + kind, at: target.instant, isLate: target.instant < now)
    }
  }

  private var notKnown: [HandOverPage.Item] {
    run.playbook.facts.values.compactMap { fact in
      guard let latest = run.latest(fact.id) else { return nil }
      guard let value = latest.record.value else { return item("\(fact.ask) Asked, and not known") }
      return latest.record.confidence == .likely
        ? item("\(fact.ask) \(run.words(for: value, of: fact)): likely only") : nil
    }
  }

  private var undecided: [HandOverPage.Item] {
    var items: [HandOverPage.Item] = []
    if let level = run.choice?.level, let supported = run.levelInQuestion {
      items.append(
        item("The level: decided was \(level.rawValue), the facts now support \(supported.level.rawValue)"))
    }
    for step in run.playbook.steps.values where !run.status(of: step).isOver {
      guard case .decide(let decision) = step.action else { continue }
      let due = run.target(.due, of: run.openRound(of: step.id))
      items.append(
        item(
          "\(step.title), by the \(run.title(of: decision.decides))", at: due,
          isLate: due.map { $0 < now } ?? false)
      )
    }
    return items
  }

  /// The next updates that public audiences were told to expect and have not had.
  ///
  /// Any later message to the audience keeps the promise, but for the rest of those that made it.
  private var promised: [HandOverPage.Item] {
    var open: OrderedDictionary<Instant, (audiences: OrderedSet<Audience.ID>, messages: [Message])> = [:]
    let sent = run.messages.values.filter { $0.sentAt != nil }
    for (index, message) in sent.enumerated() {
      guard let promise = message.draft.nextUpdate, let out = message.sentAt else { continue }
      let waiting = message.draft.audiences.filter { audience in
        run.organisation.audiences[audience]?.reach == .public
          && !sent.enumerated().contains { place, later in
            later.at != message.at && later.draft.audiences.contains(audience)
              && later.sentAt.map { ($0.seconds, place) > (out.seconds, index) } ?? false
          }
      }
      if waiting.isEmpty { continue }
      open[promise, default: ([], [])].audiences.append(contentsOf: waiting)
      open[promise]?.messages.append(message)
    }
    return open.sorted { $0.key < $1.key }.map { promise, made in
      let titles = made.audiences.map { run.organisation.title(of: $0) }.joined(separator: ", ")
      return item(
        "An update to \(titles), promised in \(ids(made.messages))", at: promise, isLate: promise < now)
    }
  }

  private var corrections: [HandOverPage.Item] {
    run.corrections.compactMap { correction in
      let isOver = run.steps[correction.at.step]?.contains {
        $0.number == correction.at.round && $0.ending != nil
      }
      if isOver ?? false { return nil }
      let due = run.target(.due, of: correction.at)
      return item(
        "\(correction.message) is put right by \(title(correction.at)): \(correction.reason)", at: due,
        isLate: due.map { $0 < now } ?? false)
    }
  }

  private var officers: [HandOverPage.Item] {
    let first = run.officers.first?.from ?? run.officer
    return [item(first, at: run.startedAt)]
      + run.officers.map { change in
        item(change.to + (change.reason.map { ", who took over: \($0)" } ?? ""), at: change.at)
      }
  }
}
