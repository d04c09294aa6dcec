import Library
import OrderedCollections
import Running
import Time

extension ReportMaker {
  /// Where nothing was written down for long: an hour of a night, a day of what is planned ahead or goes on for
  /// weeks.
  var silences: RunReport.Silences {
    let threshold: Seconds =
      switch run.playbook.scenario {
      case .postIncident: .hours(1)
      case .prePlanned, .businessAsUsual: .days(1)
      }
    let all = zip(events, events.dropFirst()).filter { $1.entered - $0.entered >= threshold }
    let longest = all.enumerated().sorted {
      ($1.element.1.entered - $1.element.0.entered, $0.offset)
        < ($0.element.1.entered - $0.element.0.entered, $1.offset)
    }.prefix(20).map(\.element)
    return RunReport.Silences(
      thresholdSeconds: threshold.count, count: all.count,
      longest: longest.sorted { $0.0.sequence < $1.0.sequence }.map { before, after in
        .init(
          from: stamp(before.entered), to: stamp(after.entered),
          seconds: length(from: before.entered, to: after.entered), afterEvent: before.sequence)
      })
  }

  /// The machine's clock set back between two events, and summer time's beginnings and ends.
  var clockChanges: [RunReport.ClockChange] {
    let zone = run.plan.calendar.zone
    return zip(events, events.dropFirst()).compactMap { before, after in
      if after.entered < before.entered {
        return .init(
          event: after.sequence, kind: .setBack, from: stamp(before.entered), to: stamp(after.entered))
      }
      if zone.period(at: before.entered).offset != zone.period(at: after.entered).offset {
        return .init(
          event: after.sequence, kind: .local, from: stamp(before.entered), to: stamp(after.entered))
      }
      return nil
    }
  }

  var unrecorded: RunReport.Unrecorded {
    let facts = run.playbook.facts.values
    func question(_ fact: Fact) -> RunReport.Unrecorded.Question {
      .init(id: id(of: fact.id), ask: telling.written(fact.ask))
    }
    return RunReport.Unrecorded(
      notAsked: facts.filter { run.facts[$0.id] == nil }.map(question),
      // Whether anything is known of a fact that is withheld is withheld with it.
      notKnown: facts.filter { fact in
        run.latest(fact.id).map { $0.record.value == nil && !telling.isHidden($0.record.marking) } ?? false
      }.map(question),
      enteredLate: events.filter { ($0.entered - $0.happened).count >= 60 }.map { event in
        .init(
          event: event.sequence, happened: stamp(event.happened), entered: stamp(event.entered),
          seconds: length(from: event.happened, to: event.entered))
      })
  }

  /// What is withheld, counted.
  func entry(_ redaction: Redaction) -> RunReport.RedactionEntry {
    let values = run.facts.values.joined()
    let withheld = values.count { telling.isHidden($0.record.marking) }
    return RunReport.RedactionEntry(
      from: redaction.from.rawValue, exemption: redaction.exemption, placeholder: redaction.placeholder,
      facts: withheld, messages: run.messages.values.count(where: isHidden),
      notes: telling.isFreeHidden ? run.notes.count : 0, freeWords: telling.isFreeHidden ? freeWords : 0,
      people: telling.people,
      explanation:
        "What is marked \(redaction.from.rawValue) or above is left out, and so are words typed without a marking of their own where \(telling.freeMarking.rawValue) is. "
        + "People are called by what they did. Times are to the minute. Verdicts, digests and the chain's head are left out, for what is hidden could be guessed from them. "
        + "Names in words that are shown may not all be known to this program: read the copy before it is released. "
        + (redaction.exemption.map { "Reason given: \($0)." }
          ?? "No exemption was named. Those that commonly apply are sections 24, 31, 36 and 38 of the Freedom of Information Act 2000 for what is marked, and section 40 for personal data; whoever releases the copy decides.")
    )
  }

  /// Reasons, sources, details, bases and warnings.
  private var freeWords: Int {
    var count = run.facts.values.joined().count {
      !telling.isHidden($0.record.marking) && !$0.record.source.isEmpty
    }
    count += run.facts.values.joined().count {
      !telling.isHidden($0.record.marking) && $0.record.reason != nil
    }
    for round in run.steps.values.joined() {
      switch round.ending?.outcome {
      case .done(let detail): count += detail == nil ? 0 : 1
      case .skipped: count += 1
      case nil: break
      }
    }
    count += run.decisions.count + run.permissions.values.joined().count + run.retimings.count
    count += run.officers.count { $0.reason != nil } + (run.finished?.reason == nil ? 0 : 1)
    for message in run.messages.values {
      count += message.objections.count + message.accepted.count + (message.dropped == nil ? 0 : 1)
      count += message.approvals.count { $0.withdrawn != nil }
    }
    return count
  }
}
