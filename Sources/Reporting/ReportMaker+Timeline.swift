import Library
import Messaging
import OrderedCollections
import Running
import Time

extension ReportMaker {
  /// Everything on one line of time; of things at one moment the written order stands.
  func timeline(
    targets: [RunReport.TargetEntry], clockChanges: [RunReport.ClockChange]
  ) -> [RunReport.TimelineEntry] {
    var found: [RunReport.TimelineEntry] = [entry(.begun, run.startedAt, what: "\(run.id) began")]
    for target in targets where target.actual == nil {
      found.append(
        entry(
          .target, target.due.instant, id: target.step,
          what:
            "\(target.title)\(target.round > 1 ? " (round \(target.round))" : ""), \(target.kind): \(target.outcome.rawValue)",
          due: target.due))
    }
    for step in run.playbook.steps.values { found += entries(of: step) }
    for message in run.messages.values { found += entries(of: message) }
    for decision in run.decisions {
      let record = decision.record
      found.append(
        entry(
          .decision, decision.happened, id: String(decision.number),
          what: "\(title(of: record.at)): \(record.option)", who: record.decider))
    }
    found += factsAndNotes
    for change in run.officers {
      let kind: RunReport.TimelineEntry.Kind = change.reason == nil ? .handOver : .takeOver
      let from = telling.person(change.from)
      found.append(entry(kind, change.at, what: "from \(from)", who: change.to))
    }
    for move in run.retimings {
      found.append(
        entry(
          .retimed, move.at,
          what:
            "T moved from \(stamp(move.from).local) to \(stamp(move.to).local): \(telling.free(move.reason))"
        ))
    }
    for change in clockChanges {
      found.append(
        entry(
          .clock, change.to.instant, id: String(change.event),
          what: "\(change.kind.rawValue), from \(change.from.local)"))
    }
    if let finished = run.finished { found.append(entry(.finished, finished.at, what: "\(run.id) finished")) }
    return found.enumerated().sorted {
      ($0.element.at.instant, $0.offset) < ($1.element.at.instant, $1.offset)
    }.map(\.element)
  }

  private func entry(
    _ kind: RunReport.TimelineEntry.Kind, _ at: Instant, id: String? = nil, what: String, who: String? = nil,
    due: RunReport.Stamp? = nil, late: Int64? = nil
  ) -> RunReport.TimelineEntry {
    let told = telling.moment(at)
    return .init(
      at: stamp(at), secondsAfterZero: (told - telling.moment(run.zero)).count, kind: kind, id: id,
      what: what, who: who.map(telling.person), due: due, lateSeconds: late)
  }

  private func title(of at: StepRound) -> String {
    telling.written(run.playbook.steps[at.step]?.title ?? at.step.text)
      + (at.round > 1 ? " (round \(at.round))" : "")
  }

  private func entries(of step: Step) -> [RunReport.TimelineEntry] {
    (run.steps[step.id] ?? []).flatMap { round -> [RunReport.TimelineEntry] in
      let (id, what) = (id(of: step.id), title(of: StepRound(step.id, round: round.number)))
      let began = round.started.map { entry(.stepBegan, $0, id: id, what: what) }
      let ended = round.ending.map { ending in
        let isDone = if case .done = ending.outcome { true } else { false }
        return entry(
          isDone ? .stepDone : .stepSkipped, ending.happened, id: id, what: what, who: ending.by,
          due: round.due.map(stamp), late: round.due.map { length(from: $0, to: ending.happened) })
      }
      return [began, ended].compactMap { $0 }
    }
  }

  private func entries(of message: Message) -> [RunReport.TimelineEntry] {
    let id = message.id.text
    let channel =
      run.organisation.channels[message.draft.channel]?.title ?? message.draft.channel.text
    let what =
      "\(channel) to \(message.draft.audiences.map { run.organisation.title(of: $0) }.joined(separator: ", "))"
    var found = [entry(.drafted, message.draftedAt, id: id, what: what)]
    for given in message.approvals {
      found.append(
        entry(
          .approved, given.at, id: id, what: "\(run.title(of: given.role)), \(given.how.rawValue)",
          who: given.person))
    }
    for back in message.objections {
      found.append(
        entry(
          .returned, back.at, id: id, what: telling.free(back.objection.reason), who: back.objection.person))
    }
    if let sent = message.sentAt {
      let round = run.steps[message.at.step]?.first { $0.number == message.at.round }
      let due = due(.due, message.at, round)
      found.append(
        entry(
          .sent, sent, id: id, what: what, due: due.map(stamp), late: due.map { length(from: $0, to: sent) }))
    }
    if let dropped = message.dropped { found.append(entry(.dropped, dropped.at, id: id, what: what)) }
    for answer in message.partners {
      found.append(
        entry(.partner, answer.at, id: id, what: "\(answer.partner): \(answer.state.rawValue)"))
    }
    return found
  }

  private var factsAndNotes: [RunReport.TimelineEntry] {
    var found: [RunReport.TimelineEntry] = []
    for fact in run.playbook.facts.values {
      for value in run.facts[fact.id] ?? [] {
        let told =
          value.record.value.map {
            telling.words(run.words(for: $0, of: fact, at: value.happened), value.record.marking)
          }
          ?? "not known"
        let words = telling.isHidden(value.record.marking) ? telling.words("", value.record.marking) : told
        found.append(
          entry(
            .fact, value.happened, id: id(of: fact.id), what: "\(telling.written(fact.ask)): \(words)",
            who: value.by))
      }
    }
    for given in run.permissions.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
      let answer = given.permission.isGranted ? "permitted" : "refused"
      found.append(
        entry(
          .permission, given.at, id: id(of: given.permission.fact),
          what: "\(telling.written(run.playbook.facts[given.permission.fact]?.ask ?? "")): \(answer)",
          who: given.permission.by))
    }
    for note in run.notes {
      let kind: RunReport.TimelineEntry.Kind =
        switch note.kind {
        case .note: .note
        case .rumour: .rumour
        case .feedback: .feedback
        }
      found.append(entry(kind, note.happened, what: telling.free(note.text), who: note.by))
    }
    return found
  }
}
