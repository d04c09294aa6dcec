import Diagnostics
import Time

extension RunReport {
  /// The redaction's own words, and the lengths of time that the strategy asks about.
  func writeMeasures(_ page: inout TextPage) {
    if let redaction {
      page.heading("Withheld")
      page.wrapped(
        "Facts \(redaction.facts), messages \(redaction.messages), notes \(redaction.notes), other words \(redaction.freeWords), people \(redaction.people)",
        indent: 0)
      page.wrapped(redaction.explanation, indent: 0)
    }
    page.heading("Times")
    for measure in measures {
      let length = measure.seconds.map { spoken(Seconds($0)) } ?? "not reached"
      let before = (measure.seconds ?? 0) < 0 ? " before" : ""
      page.wrapped(
        "\(measure.title): \(length)\(before)" + (measure.detail.map { " (\($0))" } ?? ""), indent: 0)
    }
  }

  /// What was changed in words after they were approved: taken out in [-…-], put in in {+…+}.
  func write(_ lapse: LapseEntry, _ page: inout TextPage) {
    if !lapse.difference.isEmpty {
      let words = lapse.difference.map { stretch in
        switch stretch.kind {
        case "removed": "[-\(stretch.text)-]"
        case "added": "{+\(stretch.text)+}"
        default: stretch.text
        }
      }
      page.wrapped("since then: \(words.joined())", indent: 6)
    }
    for other in lapse.others { page.wrapped("since then another \(other)", indent: 6) }
  }

  /// Silences, clock changes and what the record does not have.
  func writeUnrecorded(_ page: inout TextPage) {
    if !clockJumps.isEmpty || !clockChanges.isEmpty {
      page.heading("Clock")
      if !clockJumps.isEmpty {
        page.wrapped(
          "The clock had been set back at event \(clockJumps.map(String.init).joined(separator: ", "))",
          indent: 2)
      }
      for change in clockChanges {
        page.wrapped(
          "event \(change.event): \(change.kind.rawValue), from \(change.from.local) to \(change.to.local)",
          indent: 2)
      }
    }
    if silences.count > 0 {
      page.heading("Silences")
      for silence in silences.longest {
        page.wrapped(
          "\(spoken(Seconds(silence.seconds))) after event \(silence.afterEvent), from \(silence.from.local) to \(silence.to.local)",
          indent: 2)
      }
      let rest = silences.count - silences.longest.count
      if rest > 0 { page.wrapped("and \(rest) shorter", indent: 2) }
    }
    let (notAsked, notKnown) = (unrecorded.notAsked, unrecorded.notKnown)
    if notAsked.isEmpty && notKnown.isEmpty && unrecorded.enteredLate.isEmpty { return }
    page.heading("Not recorded")
    for question in notAsked { page.wrapped("not asked: \(question.ask)", indent: 2) }
    for question in notKnown { page.wrapped("not known: \(question.ask)", indent: 2) }
    let late = unrecorded.enteredLate
    if let most = late.map(\.seconds).max() {
      page.wrapped("entered late: \(late.count) events, at most \(spoken(Seconds(most))) late", indent: 2)
    }
  }
}
