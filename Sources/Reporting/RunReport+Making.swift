import Digest
import Library
import Messaging
import OrderedCollections
public import Running
import Time

extension RunReport {
  /// The report of a run as it stands; `events` are its record, for the log at the end and for what only the order
  /// of writing shows. A redacted copy is made from the record itself, never from a report that tells everything.
  public init(
    _ run: Run, events: [Event] = [], integrity: Integrity = Integrity(), redaction: Redaction? = nil
  ) {
    let telling = Telling(redaction, of: run, events: events)
    let maker = ReportMaker(run: run, events: events, telling: telling)
    self.run = run.id
    self.events = run.sequence
    playbook = telling.written(run.playbook.id.text)
    title = telling.written(run.playbook.title)
    scenario = run.playbook.scenario.rawValue
    mode = run.mode.rawValue
    organisation = run.organisation.name
    library = run.start.library.hex
    started = maker.stamp(run.startedAt)
    zero = maker.stamp(run.zero)
    finished = run.finished.map { maker.stamp($0.at) }
    finishReason = telling.free(run.finished?.reason)
    let steps = run.playbook.steps.values.flatMap(maker.entries)
    self.steps = steps
    facts = run.playbook.facts.values.filter { run.facts[$0.id] != nil }.map(maker.entry)
    decisions = run.decisions.map(maker.entry)
    messages = run.messages.values.map(maker.entry)
    marking = maker.highestMarking.rawValue
    permissions = run.permissions.sorted { $0.key < $1.key }.flatMap { _, given in given.map(maker.entry) }
    notes = run.notes.map(maker.entry)
    officers = run.officers.map {
      OfficerEntry(
        from: telling.person($0.from), to: telling.person($0.to), reason: telling.free($0.reason),
        at: maker.stamp($0.at))
    }
    retimings = run.retimings.map {
      RetimingEntry(
        from: maker.stamp($0.from), to: maker.stamp($0.to), reason: telling.free($0.reason),
        at: maker.stamp($0.at))
    }
    clockJumps = run.clockJumps
    clockChanges = maker.clockChanges
    let targets = run.playbook.steps.values.flatMap(maker.targets)
    self.targets = targets
    measures = maker.measures
    timeline = maker.timeline(targets: targets, clockChanges: clockChanges)
    silences = maker.silences
    unrecorded = maker.unrecorded
    self.integrity = Integrity(head: redaction == nil ? integrity.head : nil, check: integrity.check)
    self.redaction = redaction.map(maker.entry)
    log = Self.log(events, run, telling)
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
struct ReportMaker {
  let run: Run
  let events: [Event]
  let telling: Telling
  let messages: [StepRound: [Message]]
  /// The words that a message has had, by the digest of each.
  let versions: [Message.ID: [ContentDigest: Draft]]

  init(run: Run, events: [Event], telling: Telling) {
    (self.run, self.events, self.telling) = (run, events, telling)
    messages = Dictionary(grouping: run.messages.values, by: \.at)
    versions = telling.isFreeHidden ? [:] : Self.versions(events, run)
  }

  func stamp(_ instant: Instant) -> RunReport.Stamp {
    .init(telling.moment(instant), zone: run.plan.calendar.zone)
  }

  /// How much later `late` is than `early`, as far as that is told.
  func length(from early: Instant, to late: Instant) -> Int64 {
    (telling.moment(late) - telling.moment(early)).count
  }

  /// A later moment of writing down; nil where it was written at once.
  func late(_ entered: Instant, _ happened: Instant) -> RunReport.Stamp? {
    telling.moment(entered) == telling.moment(happened) ? nil : stamp(entered)
  }

  /// That of what is told.
  var highestMarking: Marking {
    let all =
      [run.playbook.marking] + run.facts.values.joined().map(\.record.marking)
      + run.messages.values.map(\.draft.marking)
    if telling.redaction == nil { return all.reduce(.official, max) }
    return (all + [telling.freeMarking]).filter { !telling.isHidden($0) }.reduce(.official, max)
  }

  /// The rounds of a step that are shown, with the status of one that is not over.
  func rounds(of step: Step) -> [(round: Run.Round, status: StepStatus?)] {
    let over: [(round: Run.Round, status: StepStatus?)] = (run.steps[step.id] ?? []).map { ($0, nil) }
    let status = run.status(of: step)
    let open = run.openRound(of: step.id)
    // A round that has not begun is open only while the run is.
    if over.contains(where: { $0.round.number == open.round }) { return over }
    if status.isOver && !over.isEmpty { return over }
    return over + [(Run.Round(number: open.round), status)]
  }

  func entries(_ step: Step) -> [RunReport.StepEntry] {
    rounds(of: step).map { entry(step, $0.round, status: $0.status) }
  }

  private func entry(_ step: Step, _ round: Run.Round, status: StepStatus?) -> RunReport.StepEntry {
    let at = StepRound(step.id, round: round.number)
    let isApplicable = status != .notApplicable
    let due = isApplicable ? (round.ending == nil ? run.target(.due, of: at) : round.due) : nil
    let late = round.ending.flatMap { ending in due.map { length(from: $0, to: ending.happened) } }
    var (detail, reason): (String?, String?)
    var words = status.map(words) ?? "under way"
    switch round.ending?.outcome {
    case .done(let given): (words, detail) = ("done", given)
    case .skipped(let why): (words, reason) = ("skipped", why)
    case nil: break
    }
    return RunReport.StepEntry(
      id: id(of: step.id), title: telling.written(step.title), verb: step.action.verb, round: round.number,
      status: words, started: round.started.map(stamp), completed: round.ending.map { stamp($0.happened) },
      entered: round.ending.flatMap { self.late($0.entered, $0.happened) }, due: due.map(stamp),
      target: round.number == 1 ? step.due?.description : nil, lateSeconds: late,
      by: round.ending.map { telling.person($0.by) }, detail: telling.free(detail),
      reason: telling.free(reason))
  }

  /// A step's id, which is a word of the playbook as well.
  func id(of step: Step.ID) -> String {
    guard telling.isPlaybookHidden, let index = run.playbook.steps.index(forKey: step) else {
      return step.text
    }
    return "step-\(index + 1)"
  }

  func id(of fact: Fact.ID) -> String {
    guard telling.isPlaybookHidden, let index = run.playbook.facts.index(forKey: fact) else {
      return fact.text
    }
    return "fact-\(index + 1)"
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
      id: id(of: fact.id), ask: telling.written(fact.ask), marking: fact.marking.rawValue,
      handling: fact.handling.map(\.text), history: (run.facts[fact.id] ?? []).map { value($0, of: fact) })
  }

  /// One value; of one that is withheld neither how sure it was is told, nor whether anything was known.
  private func value(_ entry: Run.FactEntry, of fact: Fact) -> RunReport.FactEntry.Value {
    let record = entry.record
    func told(_ words: String) -> String { telling.words(words, record.marking) }
    let isHidden = telling.isHidden(record.marking)
    return RunReport.FactEntry.Value(
      at: stamp(entry.happened), entered: late(entry.entered, entry.happened),
      value: isHidden
        ? told("") : record.value.map { told(run.words(for: $0, of: fact, at: entry.happened)) },
      confidence: told(record.confidence.rawValue),
      source: isHidden ? told("") : record.source.isEmpty ? "" : telling.free(record.source),
      marking: record.marking.rawValue, by: telling.person(entry.by),
      reason: isHidden ? nil : telling.free(record.reason))
  }

  func entry(_ decision: Run.Decision) -> RunReport.DecisionEntry {
    let step = run.playbook.steps[decision.record.at.step]
    var (question, options): (String, [String]) = ("Which level?", Level.allCases.map(\.rawValue))
    if case .decide(let asked) = step?.action, case .options(let text, let words) = asked.question {
      question = telling.written(text)
      options = words.map { telling.written("\($0.key): \($0.value)") }
    }
    return RunReport.DecisionEntry(
      number: decision.number, step: id(of: decision.record.at.step), question: question, options: options,
      choice: decision.record.option,
      audiences: (decision.record.level?.audiences ?? [:]).reduce(into: [:]) {
        $0[$1.key.text] = $1.value.rawValue
      },
      supported: decision.record.supported?.rawValue, decider: telling.person(decision.record.decider),
      second: decision.record.second.map(telling.person), loggedBy: telling.person(decision.by),
      decided: stamp(decision.happened), entered: stamp(decision.entered),
      reason: telling.free(decision.record.reason),
      effect: telling.free(decision.record.effect),
      supersededBy: run.decisions.first {
        $0.number > decision.number && $0.record.at.step == decision.record.at.step
      }?.number,
      known: known(at: decision))
  }

  /// What each fact was: written down before the decision, and found out before it was taken.
  private func known(at decision: Run.Decision) -> [String] {
    run.playbook.facts.values.compactMap { fact in
      let entry = run.facts[fact.id]?.last {
        $0.sequence <= decision.knownUpTo && $0.happened <= decision.happened
      }
      guard let entry else { return nil }
      let ask = telling.written(fact.ask)
      if telling.isHidden(entry.record.marking) {
        return "\(ask): \(telling.words("", entry.record.marking))"
      }
      let value = entry.record.value.map { value in
        telling.words(run.words(for: value, of: fact, at: decision.happened), entry.record.marking)
      }
      return "\(ask): \(value ?? "not known")"
        + (value == nil ? "" : " (\(entry.record.confidence.rawValue))")
    }
  }

  func entry(_ given: Run.GivenPermission) -> RunReport.PermissionEntry {
    RunReport.PermissionEntry(
      fact: id(of: given.permission.fact),
      ask: telling.written(run.playbook.facts[given.permission.fact]?.ask ?? given.permission.fact.text),
      granted: given.permission.isGranted, by: telling.person(given.permission.by),
      basis: telling.free(given.permission.basis), chairTold: given.permission.isChairTold,
      at: stamp(given.at))
  }

  func entry(_ note: Run.Note) -> RunReport.NoteEntry {
    RunReport.NoteEntry(
      kind: note.kind.rawValue, text: telling.free(note.text), by: telling.person(note.by),
      at: stamp(note.happened), entered: late(note.entered, note.happened))
  }
}
