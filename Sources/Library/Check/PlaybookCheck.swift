import Diagnostics
import OrderedCollections
import Time

/// Whether one playbook asks what it reads, and its order can be walked.
struct PlaybookCheck {
  let playbook: Playbook
  let source: Source
  let library: Library
  private let steps: [Step]

  init(playbook: Playbook, source: Source, library: Library) {
    (self.playbook, self.source, self.library) = (playbook, source, library)
    steps = Array(playbook.steps.values)
  }

  func diagnostics() -> [Diagnostic] {
    facts() + shadows() + permissions() + embargoes() + proportion() + rowsNeverChosen() + gates() + rounds()
      + ending()
  }

  private var organisation: Organisation { library.organisation }

  /// Facts that no step asks for, and facts read before they are asked.
  private func facts() -> [Diagnostic] {
    var asked: [Fact.ID: Int] = [:]
    for (index, step) in steps.enumerated() {
      for fact in step.asks where asked[fact] == nil { asked[fact] = index }
    }
    var found = playbook.facts.keys.filter { asked[$0] == nil }.map { fact in
      source.diagnostic(
        .factNeverAsked, at: "facts", .key(fact.text), message: "no step asks for '\(fact)'",
        help: "ask for it in a step, or remove it")
    }
    for (index, step) in steps.enumerated() {
      var reads = step.when?.facts ?? []
      if case .decide(let decision) = step.action, case .proportion = decision.question {
        reads += playbook.proportion.flatMap { $0.when?.facts ?? [] }
      }
      let again = step.rounds?.again ?? []
      reads += again
      for fact in Set(reads).sorted() {
        guard let asking = asked[fact], asking >= index else { continue }
        let isOwn = asking == index
        found.append(
          source.diagnostic(
            .factAskedLater, at: "steps", .item(index), again.contains(fact) ? "again" : "when",
            message: isOwn
              ? "'\(step.id)' reads '\(fact)', which it asks itself"
              : "'\(step.id)' reads '\(fact)', which '\(steps[asking].id)' asks further down",
            help: isOwn ? "ask it in a step before" : "move '\(steps[asking].id)' before it"))
      }
    }
    return found
  }

  private func proportion() -> [Diagnostic] {
    var found: [Diagnostic] = []
    let rows = playbook.proportion
    let decidesLevel = steps.contains {
      if case .decide(let decision) = $0.action { decision.isProportion } else { false }
    }
    if let last = rows.last, last.when != nil {
      found.append(
        source.diagnostic(
          .proportionDoesNotEnd, at: "proportion", .item(rows.count - 1),
          message: "the last row has a condition, so some facts give no level",
          help: "end the table with a row that has a level alone"))
    }
    for (index, row) in rows.dropLast().enumerated() where row.when == nil {
      found.append(
        source.diagnostic(
          .proportionDoesNotEnd, at: "proportion", .item(index),
          message: "this row always holds, so the rows after it are never looked at", help: "put it last"))
    }
    let silent = Set(rows.flatMap { $0.when?.facts ?? [] }).filter { fact in
      !rows.contains { $0.when?.any.joined().contains { $0.speaksOfNotKnown(fact) } ?? false }
    }
    for fact in silent.sorted() {
      found.append(
        source.diagnostic(
          .proportionSilent, .warning, at: "proportion",
          message: "the table does not say what happens while '\(fact)' is not known",
          help: "list not-known with one of its values"))
    }
    if decidesLevel, rows.isEmpty {
      found.append(
        source.diagnostic(
          .levelNeverDecided, at: "steps",
          message: "a step decides the level, and there is no proportion table",
          help: "add 'proportion:'"))
    }
    for (index, step) in steps.enumerated() {
      guard case .send(let sending) = step.action, sending.level == nil, !decidesLevel else { continue }
      found.append(
        source.diagnostic(
          .levelNeverDecided, at: "steps", .item(index), message: "no step decides the level of '\(step.id)'",
          help: "add a 'decide: proportion' step, or 'level:' to this one"))
    }
    return found
  }

  /// Rows of the proportion table that nothing can reach.
  private func rowsNeverChosen() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var above: Set<Condition> = []
    for (index, row) in playbook.proportion.enumerated() {
      guard let when = row.when else { continue }
      if when.any.joined().contains(where: \.looksAtLevel) {
        found.append(
          source.diagnostic(
            .conditionNeverHolds, at: "proportion", .item(index), "when",
            message: "this row looks at the level, which the table decides", help: "name facts alone"))
      } else if !above.insert(when).inserted {
        found.append(
          source.diagnostic(
            .conditionNeverHolds, at: "proportion", .item(index), "when",
            message: "a row above has this condition, so this one is never chosen",
            help: "remove one of the two"))
      }
    }
    return found
  }

  /// Steps that wait for each other, each circle once; a walk in depth, without recursion.
  private func gates() -> [Diagnostic] {
    func gates(of id: Step.ID) -> [Step.ID] {
      (playbook.steps[id]?.after ?? []).reversed().filter { playbook.steps[$0] != nil }
    }
    var found: [Diagnostic] = []
    var over: Set<Step.ID> = []
    for start in playbook.steps.keys where !over.contains(start) {
      var trail = [(id: start, left: gates(of: start))]
      var isOnTrail: Set = [start]
      while let here = trail.last {
        guard let next = here.left.last else {
          over.insert(here.id)
          isOnTrail.remove(here.id)
          trail.removeLast()
          continue
        }
        trail[trail.count - 1].left.removeLast()
        if isOnTrail.contains(next) {
          let circle = trail.drop { $0.id != next }.map(\.id) + [next]
          found.append(self.circle(circle))
        } else if !over.contains(next) {
          trail.append((next, gates(of: next)))
          isOnTrail.insert(next)
        }
      }
    }
    return found
  }

  private func circle(_ circle: [Step.ID]) -> Diagnostic {
    source.diagnostic(
      .gateInCircle, at: "steps", .item(playbook.steps.index(forKey: circle[0]) ?? 0), "after",
      message: "steps wait for each other: \(circle.map(\.text).joined(separator: ", then "))",
      help: "remove one of the gates")
  }

  private func rounds() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, step) in steps.enumerated() {
      if let rounds = step.rounds, rounds.every != nil, rounds.until == nil, rounds.times == nil {
        found.append(
          source.diagnostic(
            .repeatNeverEnds, at: "steps", .item(index), "repeat",
            message: "nothing ends the rounds of '\(step.id)'",
            help: "add 'until: {fact: value}' or 'times: 3'"))
      }
      if let rounds = step.rounds, rounds.every != nil, !rounds.again.isEmpty {
        found.append(
          source.diagnostic(
            .badValue, at: "steps", .item(index), "again",
            message: "the rounds come by the clock or by an answer, not by both",
            help: "remove 'again', or 'repeat'"))
      }
      guard case .send(let sending) = step.action else { continue }
      let times = [
        ("draft-by", sending.draftBy), ("approve-by", sending.approveBy), ("due", step.due),
        ("acknowledge-by", sending.acknowledgeBy),
      ]
      let given = times.compactMap { key, time in time.map { (key, $0) } }
      for (early, late) in zip(given, given.dropFirst()) where early.1.isLater(than: late.1) {
        found.append(
          source.diagnostic(
            .timeOutOfOrder, at: "steps", .item(index), .key(late.0),
            message: "'\(late.0)' (\(late.1)) is before '\(early.0)' (\(early.1))", help: "put them in order")
        )
      }
    }
    return found
  }

  private func ending() -> [Diagnostic] {
    let ends = steps.contains { step in
      switch step.action {
      case .standDown, .review: true
      case .act, .ask, .decide, .send, .permit, .wait, .handOver: false
      }
    }
    if ends { return [] }
    return [
      source.diagnostic(
        .noStandDown, .warning, at: "steps", message: "the playbook has no stand-down and no review",
        help: "end it with 'stand-down: words'")
    ]
  }
}

extension Step {
  var permits: [Fact.ID] { if case .permit(let facts) = action { facts } else { [] } }
}

extension Step.Decision {
  var isProportion: Bool { if case .proportion = question { true } else { false } }
}

extension Condition.Test {
  fileprivate func speaksOfNotKnown(_ fact: Fact.ID) -> Bool {
    switch self {
    case .fact(let other, let matches): other == fact && matches.contains(.notKnown)
    case .known(let other): other == fact
    case .level, .decided: false
    }
  }

  fileprivate var looksAtLevel: Bool { if case .level = self { true } else { false } }
}

extension Source {
  fileprivate func has(_ parts: [Part]) -> Bool {
    var node = root
    for part in parts {
      switch part {
      case .key(let key):
        guard let next = node[key] else { return false }
        node = next
      case .item(let index):
        guard let items = node.items, items.indices.contains(index) else { return false }
        node = items[index]
      }
    }
    return true
  }
}

extension RelativeTime {
  /// Whether this is later whatever day and time of day T is.
  fileprivate func isLater(than other: RelativeTime) -> Bool {
    unit == other.unit ? count > other.count : minutes.lowerBound > other.minutes.upperBound
  }

  /// The minutes after T between which the target falls, over clock changes, weekends and bank holidays.
  private var minutes: ClosedRange<Int> {
    let day = 1440
    switch unit {
    case .minutes: return count...count
    case .hours: return (count * 60)...(count * 60)
    case .days: return (count * day - 60)...(count * day + 60)
    case .weeks: return (count * 7 * day - 60)...(count * 7 * day + 60)
    case .workingDays:
      // No n working days take more than 2n + 10 days, whatever holidays lie among them.
      let far = count * 2 + (count < 0 ? -10 : 10)
      return count < 0 ? (far * day)...((count + 1) * day) : ((count - 1) * day)...(far * day)
    }
  }
}
