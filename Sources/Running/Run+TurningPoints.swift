public import Library
import OrderedCollections
import Time

/// Answers to one fact that would, alone, make the facts support another level.
public struct TurningPoint: Hashable, Sendable {
  public let level: Level
  public let fact: Fact.ID
  /// What the fact would be; nil where it would not be known.
  public let values: [FactValue?]
}

extension Run {
  /// What would change the level that the facts support, one fact at a time, in the table's order.
  ///
  /// Of numbers the nearest ones are told; of texts, links and dates those that the table names.
  public var turningPoints: [TurningPoint] {
    guard let now = supported?.choice.level else { return [] }
    let tests = playbook.proportion.compactMap(\.when).flatMap { $0.any.joined() }
    var matches: OrderedDictionary<Fact.ID, [Condition.Match]> = [:]
    for case .fact(let id, let wanted) in tests { matches[id, default: []] += wanted }
    return matches.flatMap { id, wanted -> [TurningPoint] in
      guard let fact = playbook.facts[id] else { return [] }
      var found: OrderedDictionary<Level, [FactValue?]> = [:]
      for value in alternatives(to: fact, toldApartBy: wanted) {
        guard let level = supported(supposing: [id: value])?.choice.level, level != now else { continue }
        found[level, default: []].append(value)
      }
      return found.map { TurningPoint(level: $0, fact: id, values: $1) }
    }
  }

  /// What the fact could be besides what it is.
  private func alternatives(to fact: Fact, toldApartBy matches: [Condition.Match]) -> [FactValue?] {
    let now = knownValue(fact.id)
    var found: [FactValue?]
    switch fact.kind {
    case .yesNo: found = [.yesNo(true), .yesNo(false)]
    case .choice(let options): found = options.keys.map { .choice($0) }
    case .choices(let options):
      let chosen: Set<String> = if case .choices(let ids) = now { Set(ids) } else { [] }
      found = options.keys.map { option in
        .choices(options.keys.filter { ($0 == option) != chosen.contains($0) })
      }
    case .number(let min, let max):
      found = Self.numbers(toldApartBy: matches).filter { $0 >= min ?? .min && $0 <= max ?? .max }
        .map { .number($0) }
    case .text, .link, .date, .time: found = Self.texts(of: fact.kind, toldApartBy: matches)
    }
    return (found + [nil]).filter { $0 != now }
  }

  /// The nearest number in each range, and beside each range.
  private static func numbers(toldApartBy matches: [Condition.Match]) -> [Int] {
    var found: Set<Int> = []
    for case .number(let atLeast, let atMost) in matches {
      if let atLeast { found.formUnion([atLeast, atLeast.subtractingReportingOverflow(1).partialValue]) }
      if let atMost { found.formUnion([atMost, atMost.addingReportingOverflow(1).partialValue]) }
    }
    return found.sorted()
  }

  private static func texts(of kind: Fact.Kind, toldApartBy matches: [Condition.Match]) -> [FactValue] {
    matches.compactMap { match in
      guard case .text(let text) = match else { return nil }
      switch kind {
      case .text: return .text(text)
      case .link: return .link(text)
      case .date: return CivilDate(text).map { .date($0) }
      case .number, .choice, .choices, .yesNo, .time: return nil
      }
    }
  }
}
