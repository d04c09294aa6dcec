import Library
import OrderedCollections
import Record
import Running
import System
import Time

extension Session {
  /// Carries the facts of a run on the wrong playbook over to this one, and links the two.
  ///
  /// A fact goes by its name, where the new playbook takes its value; permissions do not: they were given for another
  /// use.
  func carryOver(from earlier: Ledger, _ display: DisplayOptions) throws {
    let old = earlier.run
    var (carried, left): ([String], [String]) = ([], [])
    for (id, fact) in run.playbook.facts {
      guard let entry = old.latest(id), let value = entry.record.value else { continue }
      let source = entry.record.source.isEmpty ? old.id : "\(entry.record.source), in \(old.id)"
      let answer = Answer(
        fact: id, value: value, confidence: entry.record.confidence, source: source,
        marking: max(fact.marking, entry.record.marking))
      let moment = Moment(now: SystemClock.now(), officer: officer, roster: roster)
      // What was found out then is no fresher for being carried over.
      guard old.playbook.facts[id]?.kind == fact.kind, run.refusal(of: .recordFact(answer), at: moment) == nil
      else {
        left.append(fact.ask)
        continue
      }
      try carryOut(.recordFact(answer), happened: entry.happened)
      carried.append(fact.ask)
    }
    let unknown = old.facts.keys.filter {
      run.playbook.facts[$0] == nil && old.latest($0)?.record.value != nil
    }
    left += unknown.sorted().map { old.playbook.facts[$0]?.ask ?? $0.text }
    try carryOut(.link(old.id, .from))
    if earlier.imported == nil {
      let other = Session(ledger: earlier, roster: roster, officer: officer)
      try other.carryOut(.link(run.id, .to))
    }
    if display.quiet || display.json { return }
    Output.error("\(run.id) has \(counted(carried.count, "fact")) from \(old.id)")
    if !left.isEmpty { Output.error("Not carried over: " + left.joined(separator: "; ")) }
    if old.finished == nil, earlier.imported == nil {
      Output.error(
        "\(old.id) is still open. `playbook finish \(old.id) --reason 'The wrong playbook'` ends it")
    }
  }
}
