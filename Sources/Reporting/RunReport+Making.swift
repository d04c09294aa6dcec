import Digest
import Library
import Messaging
import OrderedCollections
public import Running
import Time

extension RunReport {
  /// The report of a run as it stands; `events` are its record, for the log at the end.
  public init(_ run: Run, events: [Event] = []) {
    let maker = Maker(run: run)
    self.run = run.id
    self.events = run.sequence
    playbook = run.playbook.id.text
    title = run.playbook.title
    scenario = run.playbook.scenario.rawValue
    mode = run.mode.rawValue
    organisation = run.organisation.name
    library = run.start.library.hex
    started = maker.stamp(run.startedAt)
    zero = maker.stamp(run.zero)
    finished = run.finished.map { maker.stamp($0.at) }
    finishReason = run.finished?.reason
    let steps = run.playbook.steps.values.flatMap(maker.entries)
    self.steps = steps
    facts = run.playbook.facts.values.filter { run.facts[$0.id] != nil }.map(maker.entry)
    decisions = run.decisions.map(maker.entry)
    messages = run.messages.values.map(maker.entry)
    marking = maker.highestMarking.rawValue
    permissions = run.permissions.sorted { $0.key < $1.key }.flatMap { _, given in given.map(maker.entry) }
    notes = run.notes.map(maker.entry)
    officers = run.officers.map {
      OfficerEntry(from: $0.from, to: $0.to, reason: $0.reason, at: maker.stamp($0.at))
    }
    retimings = run.retimings.map {
      RetimingEntry(
        from: maker.stamp($0.from), to: maker.stamp($0.to), reason: $0.reason, at: maker.stamp($0.at))
    }
    clockJumps = run.clockJumps
    log = Self.log(events, run)
    summary = Summary(
      done: steps.count { $0.status == "done" }, skipped: steps.count { $0.status == "skipped" },
      notApplicable: steps.count { $0.status == "not applicable" },
      open: steps.count { !["done", "skipped", "not applicable"].contains($0.status) },
      targetsMet: steps.count { $0.status == "done" && !($0.lateSeconds.map(isLate) ?? true) },
      targetsMissed: steps.count { $0.lateSeconds.map(isLate) ?? false },
      messagesSent: run.messages.values.count { $0.sentAt != nil },
      messagesDropped: run.messages.values.count { $0.dropped != nil })
  }
}

/// Makes the entries of one run's report.
private struct Maker {
  let run: Run

  func stamp(_ instant: Instant) -> RunReport.Stamp { .init(instant, zone: run.plan.calendar.zone) }

  /// A later moment of writing down; nil where it was written at once.
  private func late(_ entered: Instant, _ happened: Instant) -> RunReport.Stamp? {
    entered == happened ? nil : stamp(entered)
  }

  var highestMarking: Marking {
    (run.facts.values.joined().map(\.record.marking) + run.messages.values.map(\.draft.marking))
      .reduce(run.playbook.marking, max)
  }

  func entries(_ step: Step) -> [RunReport.StepEntry] {
    let rounds = run.steps[step.id] ?? []
    let over = rounds.map { entry(step, $0, status: nil) }
    let status = run.status(of: step)
    let open = run.openRound(of: step.id)
    // A round that has not begun is open only while the run is.
    if rounds.contains(where: { $0.number == open.round }) { return over }
    if status.isOver && !rounds.isEmpty { return over }
    return over + [entry(step, Run.Round(number: open.round), status: status)]
  }

  private func entry(_ step: Step, _ round: Run.Round, status: StepStatus?) -> RunReport.StepEntry {
    let at = StepRound(step.id, round: round.number)
    let isApplicable = status != .notApplicable
    let due = isApplicable ? (round.ending == nil ? run.target(.due, of: at) : round.due) : nil
    let late = round.ending.flatMap { ending in due.map { (ending.happened - $0).count } }
    var (detail, reason): (String?, String?)
    var words = status.map(words) ?? "under way"
    switch round.ending?.outcome {
    case .done(let given): (words, detail) = ("done", given)
    case .skipped(let why): (words, reason) = ("skipped", why)
    case nil: break
    }
    return RunReport.StepEntry(
      id: step.id.text, title: step.title, verb: step.action.verb, round: round.number, status: words,
      started: round.started.map(stamp), completed: round.ending.map { stamp($0.happened) },
      entered: round.ending.flatMap { self.late($0.entered, $0.happened) }, due: due.map(stamp),
      target: round.number == 1 ? step.due?.description : nil, lateSeconds: late, by: round.ending?.by,
      detail: detail, reason: reason)
  }

  private func words(_ status: StepStatus) -> String {
    switch status {
    case .notApplicable: "not applicable"
    case .blocked: "waiting"
    case .ready: "open"
    case .underWay: "under way"
    case .awaitingApproval: "awaiting approval"
    case .done: "done"
    case .skipped: "skipped"
    }
  }

  func entry(_ fact: Fact) -> RunReport.FactEntry {
    RunReport.FactEntry(
      id: fact.id.text, ask: fact.ask, marking: fact.marking.rawValue, handling: fact.handling.map(\.text),
      history: (run.facts[fact.id] ?? []).map { entry in
        RunReport.FactEntry.Value(
          at: stamp(entry.happened), entered: late(entry.entered, entry.happened),
          value: entry.record.value.map { run.words(for: $0, of: fact, at: entry.happened) },
          confidence: entry.record.confidence.rawValue, source: entry.record.source,
          marking: entry.record.marking.rawValue, by: entry.by, reason: entry.record.reason)
      })
  }

  func entry(_ decision: Run.Decision) -> RunReport.DecisionEntry {
    let step = run.playbook.steps[decision.record.at.step]
    var (question, options): (String, [String]) = ("Which level?", Level.allCases.map(\.rawValue))
    if case .decide(let asked) = step?.action, case .options(let text, let words) = asked.question {
      question = text
      options = words.map { "\($0.key): \($0.value)" }
    }
    return RunReport.DecisionEntry(
      number: decision.number, step: decision.record.at.step.text, question: question, options: options,
      choice: decision.record.option,
      audiences: (decision.record.level?.audiences ?? [:]).reduce(into: [:]) {
        $0[$1.key.text] = $1.value.rawValue
      },
      supported: decision.record.supported?.rawValue, decider: decision.record.decider,
      second: decision.record.second, loggedBy: decision.by,
      decided: stamp(decision.happened), entered: stamp(decision.entered), reason: decision.record.reason,
      known: known(at: decision))
  }

  /// What each fact was: written down before the decision, and found out before it was taken.
  private func known(at decision: Run.Decision) -> [String] {
    run.playbook.facts.values.compactMap { fact in
      let entry = run.facts[fact.id]?.last {
        $0.sequence <= decision.knownUpTo && $0.happened <= decision.happened
      }
      guard let entry else { return nil }
      let value = entry.record.value.map { run.words(for: $0, of: fact, at: decision.happened) }
      return "\(fact.ask): \(value ?? "not known")"
        + (value == nil ? "" : " (\(entry.record.confidence.rawValue))")
    }
  }

  func entry(_ message: Message) -> RunReport.MessageEntry {
    let digest = message.draft.digest(mode: run.mode)
    return RunReport.MessageEntry(
      id: message.id.text, step: message.at.step.text, round: message.at.round,
      channel: run.organisation.channels[message.draft.channel]?.title ?? message.draft.channel.text,
      audiences: message.draft.audiences.map { run.organisation.title(of: $0) },
      level: message.draft.level.rawValue, language: message.draft.language,
      marking: message.draft.marking.rawValue, subject: message.draft.subject, text: message.draft.text,
      digest: digest.hex, drafted: stamp(message.draftedAt), requested: message.requestedAt.map(stamp),
      sent: message.sentAt.map(stamp),
      sentEntered: message.sentAt.flatMap { sent in message.sentEntered.flatMap { late($0, sent) } },
      dropped: message.dropped.map { stamp($0.at) },
      dropReason: message.dropped?.reason, isEdited: message.isEdited, drafters: message.drafters.sorted(),
      approvals: message.approvals.map {
        .init(
          person: $0.person, role: run.title(of: $0.role), how: $0.how.rawValue, at: stamp($0.at),
          entered: late($0.entered, $0.at), stands: $0.digest == digest && $0.withdrawn == nil,
          withdrawn: $0.withdrawn)
      },
      contacts: message.contacts.map {
        .init(
          person: $0.contact.person, role: run.title(of: $0.contact.role),
          outcome: $0.contact.outcome.rawValue,
          at: stamp($0.at))
      },
      objections: message.objections.map {
        .init(
          person: $0.objection.person, role: run.title(of: $0.objection.role), reason: $0.objection.reason,
          at: stamp($0.at))
      },
      accepted: message.accepted.map {
        .init(warnings: $0.warnings, reason: $0.reason, stands: $0.digest == digest)
      },
      partners: message.partners.map {
        .init(
          partner: $0.partner, state: $0.state.rawValue, at: stamp($0.at), entered: late($0.entered, $0.at))
      },
      findings: run.verdict(on: message).findings.map {
        .init(kind: $0.kind.rawValue, severity: $0.severity.rawValue, message: $0.message)
      })
  }

  func entry(_ given: Run.GivenPermission) -> RunReport.PermissionEntry {
    RunReport.PermissionEntry(
      fact: given.permission.fact.text,
      ask: run.playbook.facts[given.permission.fact]?.ask ?? given.permission.fact.text,
      granted: given.permission.isGranted, by: given.permission.by,
      basis: given.permission.basis, chairTold: given.permission.isChairTold, at: stamp(given.at))
  }

  func entry(_ note: Run.Note) -> RunReport.NoteEntry {
    RunReport.NoteEntry(
      kind: note.kind.rawValue, text: note.text, by: note.by, at: stamp(note.happened),
      entered: late(note.entered, note.happened))
  }
}
