import Library
import Messaging
import OrderedCollections
import Running

extension Condition.Match {
  /// A value of the fact that it takes; nil where it takes that nothing is known, or where no value is one.
  func value(of fact: Fact, at moment: SampleMoment) -> FactValue? {
    switch self {
    case .notKnown: return nil
    case .option(let option):
      if case .choices = fact.kind { return .choices([option]) } else { return .choice(option) }
    case .yesNo(let yes): return .yesNo(yes)
    case .number(let atLeast, let atMost): return (atLeast ?? atMost).map { .number($0) }
    case .text(let text): return try? fact.read(text, now: moment.now, calendar: moment.calendar)
    }
  }
}

/// What one list of a step's condition asks for, all of which holds at once.
struct Alternative: Hashable {
  /// What each fact may be: nothing listed where anything known will do.
  private(set) var matches: OrderedDictionary<Fact.ID, [Condition.Match]?> = [:]
  private(set) var options: [Step.ID: String] = [:]
  private(set) var levels: ClosedRange<Level> = .signpost ... .direct

  /// Each way in which a step can come about; one that asks for nothing where it has no condition.
  static func all(of condition: Condition?) -> [Alternative] {
    guard let condition else { return [Alternative()] }
    return condition.any.map { tests in
      var found = Alternative()
      for test in tests {
        switch test {
        case .fact(let fact, let matches): found.matches[fact] = .some(matches)
        case .known(let fact): if found.matches[fact] == nil { found.matches[fact] = .some(nil) }
        case .level(let atLeast, let atMost):
          found.levels = min(atLeast, atMost)...max(atLeast, atMost)
        case .decided(let step, let chosen): found.options[step] = chosen.first
        }
      }
      return found
    }
  }

  /// Whether it lets the fact be so; nil is not known.
  func allows(_ value: FactValue?, of fact: Fact.ID) -> Bool {
    guard let matches = matches[fact] else { return true }
    guard let matches else { return value != nil }
    guard let value else { return matches.contains(.notKnown) }
    return matches.contains { value.matches($0) }
  }

  /// The values that it names for a fact.
  func values(of fact: Fact, at moment: SampleMoment) -> [FactValue] {
    (matches[fact.id] ?? nil)?.compactMap { $0.value(of: fact, at: moment) } ?? []
  }

  /// Answers that meet it, for the facts that are not answered already.
  func answers(besides answered: Set<Fact.ID> = [], in subject: Subject) -> [Answer] {
    matches.compactMap { id, matches in
      guard !answered.contains(id), let fact = subject.playbook.facts[id] else { return nil }
      let value =
        matches.map { $0.lazy.compactMap { $0.value(of: fact, at: subject.moment) }.first }
        ?? fact.longest(at: subject.moment)
      return Answer(fact: id, value: value, confidence: value == nil ? .notKnown : .confirmed)
    }
  }
}
