import Diagnostics
import OrderedCollections
import Time
import YAML

/// Reads conditions of one playbook and tells what they name that is not there.
struct ConditionReader {
  let path: String
  let facts: OrderedDictionary<Fact.ID, Fact>
  /// Every step's options, by its id; no options where it decides the level or nothing.
  let options: [String: [String]]
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, facts: OrderedDictionary<Fact.ID, Fact>, options: [String: [String]]) {
    (self.path, self.facts, self.options) = (path, facts, options)
  }

  mutating func read(_ node: Node) -> Condition? {
    if let items = node.items, items.isEmpty { return empty(node) }
    let lists = (node.items ?? [node]).compactMap { tests($0) }.filter { !$0.isEmpty }
    return lists.isEmpty ? nil : Condition(any: lists)
  }

  /// The tests of one map, all of which must hold; nil where it is none.
  private mutating func tests(_ node: Node) -> [Condition.Test]? {
    guard let pairs = node.pairs else {
      report(.wrongKind, node.opening, "a condition is a map", "write {fact: value}, or a list of such maps")
      return nil
    }
    if pairs.isEmpty { return empty(node) }
    let tests = pairs.map { (pair: $0, tests: test($0)) }
    for (pair, of) in tests {
      guard case .fact(let fact, [.notKnown])? = of.first else { continue }
      if tests.contains(where: { $0.tests.contains(.known(fact)) }) {
        report(
          .conditionNeverHolds, pair.keySpan, "'\(fact)' is never both known and not known",
          "leave one of the two out")
      }
    }
    return tests.flatMap(\.tests)
  }

  private mutating func empty<Nothing>(_ node: Node) -> Nothing? {
    report(.badValue, node.opening, "the condition is empty", "leave it out")
    return nil
  }

  private mutating func test(_ pair: Node.Pair) -> [Condition.Test] {
    switch pair.key {
    case "level": return level(pair.value).map { [$0] } ?? []
    case "known":
      return values(of: pair).compactMap { node in
        guard let text = text(node) else { return nil }
        return fact(text, at: node.span).map { .known($0.id) }
      }
    case "decided": return decided(pair.value)
    default:
      guard let fact = fact(pair.key, at: pair.keySpan) else { return [] }
      let matches = values(of: pair).compactMap { match($0, of: fact) }
      return matches.isEmpty ? [] : [.fact(fact.id, matches)]
    }
  }

  /// The one value or the list of them; an empty list is told.
  private mutating func values(of pair: Node.Pair) -> [Node] {
    if let items = pair.value.items, items.isEmpty {
      report(.badValue, pair.value.opening, "'\(pair.key)' lists no value", "list one, or leave it out")
    }
    return pair.value.items ?? [pair.value]
  }

  private mutating func text(_ node: Node) -> String? {
    if let text = node.text { return text }
    report(.wrongKind, node.opening, "this is \(node.kindName), and one value belongs here", nil)
    return nil
  }

  private mutating func fact(_ name: String, at span: Span) -> Fact? {
    if let fact = facts[Fact.ID(name)] { return fact }
    let near = nearest(to: name, among: facts.keys.map(\.text))
    report(
      .unknownReference, span, "'\(name)' is not a fact of this playbook",
      near.map { "did you mean '\($0)'?" } ?? "add it under 'facts:'")
    return nil
  }

  private mutating func match(_ node: Node, of fact: Fact) -> Condition.Match? {
    if let pairs = node.pairs { return range(pairs, node, of: fact) }
    guard let text = text(node) else { return nil }
    if text == Confidence.notKnown.rawValue { return .notKnown }
    switch fact.kind {
    case .choice(let options), .choices(let options):
      if options[text] != nil { return .option(text) }
      let near = nearest(to: text, among: options.keys)
      report(
        .unknownReference, node.span, "'\(text)' is not an option of \(fact.id)",
        near.map { "did you mean '\($0)'?" } ?? "its options are \(options.keys.joined(separator: ", "))")
      return nil
    case .yesNo:
      if let yes = yesNo(text) { return .yesNo(yes) }
      report(.badValue, node.span, "'\(text)' is neither yes nor no", "write yes, no or not-known")
      return nil
    case .number:
      if let only = Int(text) { return number(atLeast: only, atMost: only, at: node.span, of: fact) }
      report(.badValue, node.span, "'\(text)' is not a whole number", "write digits, or {at-least: 5}")
      return nil
    case .date where CivilDate(text) == nil:
      report(.badValue, node.span, "'\(text)' is not a date", "write it as 2027-04-30")
      return nil
    case .time:
      report(
        .conditionNeverHolds, node.span, "a moment is never a written text",
        "write not-known, or {known: \(fact.id)}")
      return nil
    case .text(let min, let max) where text.count < min || text.count > max:
      report(
        .conditionNeverHolds, node.span,
        "'\(fact.id)' has \(min) to \(max) characters, and this has \(text.count)",
        "write a value that the fact can have")
      return nil
    case .link(let max?) where text.unicodeScalars.count > max:
      report(
        .conditionNeverHolds, node.span,
        "'\(fact.id)' has at most \(max) characters, and this has \(text.unicodeScalars.count)",
        "write a value that the fact can have")
      return nil
    case .text, .link, .date: return .text(text)
    }
  }

  private mutating func number(
    atLeast: Int?, atMost: Int?, at span: Span, of fact: Fact
  ) -> Condition.Match {
    guard case .number(let min, let max) = fact.kind else { return .number(atLeast: atLeast, atMost: atMost) }
    let (low, high) = (Swift.max(atLeast ?? .min, min ?? .min), Swift.min(atMost ?? .max, max ?? .max))
    if low > high {
      report(
        .conditionNeverHolds, span, "'\(fact.id)' is never \(low) or more and \(high) or less",
        "write a value that the fact can have")
    }
    return .number(atLeast: atLeast, atMost: atMost)
  }

  private mutating func range(_ pairs: [Node.Pair], _ node: Node, of fact: Fact) -> Condition.Match? {
    guard case .number = fact.kind else {
      report(.wrongKind, node.opening, "only a number has a range", "write a value of \(fact.id)")
      return nil
    }
    var (atLeast, atMost): (Int?, Int?)
    if pairs.isEmpty {
      report(.badValue, node.opening, "the range has no end", "write {at-least: 5} or {at-most: 9}")
      return nil
    }
    for pair in pairs {
      switch (pair.key, pair.value.text.flatMap { Int($0) }) {
      case ("at-least", let number?): atLeast = number
      case ("at-most", let number?): atMost = number
      default:
        report(
          .badValue, pair.keySpan, "'\(pair.key)' is no end of a range", "write {at-least: 5} or {at-most: 9}"
        )
        return nil
      }
    }
    return number(atLeast: atLeast, atMost: atMost, at: node.opening, of: fact)
  }

  private mutating func level(_ node: Node) -> Condition.Test? {
    func read(_ node: Node) -> Level? { node.text.flatMap { Level(rawValue: $0) } }
    if let level = read(node) { return .level(atLeast: level, atMost: level) }
    if let pairs = node.pairs, pairs.count == 1, let level = read(pairs[0].value) {
      if pairs[0].key == "at-least" { return .level(atLeast: level, atMost: .direct) }
      if pairs[0].key == "at-most" { return .level(atLeast: .signpost, atMost: level) }
    }
    report(
      .unknownWord, node.opening, "this is not a level",
      "write one of \(Shapes.levels.joined(separator: ", ")), or {at-least: advise}")
    return nil
  }

  private mutating func decided(_ node: Node) -> [Condition.Test] {
    guard let pairs = node.pairs, !pairs.isEmpty else {
      report(.wrongKind, node.opening, "'decided' is a map", "write decided: {step: option}")
      return []
    }
    return pairs.compactMap { pair -> Condition.Test? in
      guard let known = options[pair.key] else {
        let near = nearest(to: pair.key, among: options.keys)
        report(
          .unknownReference, pair.keySpan, "'\(pair.key)' is not a step that decides",
          near.map { "did you mean '\($0)'?" })
        return nil
      }
      let chosen = values(of: pair).compactMap { text($0) }
      for option in chosen where !known.contains(option) {
        report(
          .unknownReference, pair.value.opening, "'\(option)' is not an option of \(pair.key)",
          "its options are \(known.joined(separator: ", "))")
      }
      return .decided(Step.ID(pair.key), chosen)
    }
  }

  private mutating func report(_ rule: Rule, _ span: Span, _ message: String, _ help: String?) {
    diagnostics.append(Diagnostic(rule, path: path, span: span, message: message, help: help))
  }
}
