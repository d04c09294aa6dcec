import Library
import OrderedCollections

/// Something that a set of situations has in common: what must hold, and what must not.
struct Formula {
  /// A variable that is one of some classes.
  struct Literal: Hashable {
    let variable: Int
    /// One bit for each class.
    let classes: UInt64
  }

  let situations: Situations
  /// The classes that each variable may have; those above the playbook's own are alternatives of conditions.
  private(set) var domains: [UInt64]
  /// Of each clause one literal holds at least.
  private(set) var clauses: [[Literal]] = []
  /// Whether nothing can meet it, as it stands.
  private(set) var isRefuted = false

  init(_ situations: Situations) {
    self.situations = situations
    domains = situations.variables.map(\.all)
    for (place, variable) in situations.variables.enumerated() {
      guard case .option(let fact, _) = variable.subject, let known = situations.places[.fact(fact)] else {
        continue
      }
      // What is chosen is known.
      clauses.append([Literal(variable: place, classes: 0b01), Literal(variable: known, classes: 0b10)])
    }
  }

  /// Asks that the condition holds; nil holds always.
  mutating func require(_ condition: Condition?) {
    guard let condition else { return }
    require(anyOf: [condition])
  }

  /// Asks that one of the conditions holds at least; nil holds always, and of none, none does.
  mutating func require(anyOf conditions: [Condition?]) {
    let all = conditions.compactMap { $0 }
    guard all.count == conditions.count else { return }
    let alternatives = all.flatMap(\.any)
    if alternatives.count == 1 {
      for test in alternatives[0] { add(literals(of: test)) }
      return
    }
    add(self.alternatives(alternatives))
  }

  /// Asks that the condition does not hold; nil holds always.
  mutating func deny(_ condition: Condition?) {
    guard let condition else {
      isRefuted = true
      return
    }
    for tests in condition.any {
      var clause: [Literal] = []
      for test in tests { clause += denial(of: literals(of: test)) }
      add(clause)
    }
  }

  /// Asks that the condition does not hold, unless a variable is one of these classes; nil asks nothing.
  mutating func deny(
    _ condition: Condition?, unless subject: Situations.Variable.Subject,
    is isWanted: (Situations.Variable.Class) -> Bool
  ) {
    for tests in condition?.any ?? [] {
      var clause = literal(subject, where: isWanted)
      for test in tests { clause += denial(of: literals(of: test)) }
      add(clause)
    }
  }

  /// Asks that a variable is one of these classes.
  mutating func restrict(
    _ subject: Situations.Variable.Subject, to isWanted: (Situations.Variable.Class) -> Bool
  ) {
    guard let place = situations.places[subject] else { return }
    var bits: UInt64 = 0
    for (index, one) in situations.variables[place].classes.enumerated() where isWanted(one) {
      bits |= 1 << UInt64(index)
    }
    add([Literal(variable: place, classes: bits)])
  }

  /// Asks that where a variable is not of its first class, not known or not decided, one of these conditions holds.
  mutating func require(anyOf conditions: [Condition?], where subject: Situations.Variable.Subject) {
    guard let place = situations.places[subject], !conditions.contains(where: { $0 == nil }) else { return }
    add([Literal(variable: place, classes: 0b01)] + alternatives(conditions.compactMap { $0 }.flatMap(\.any)))
  }

  /// Asks that none of the conditions of one of these groups holds at least; nil holds always.
  mutating func deny(oneOf groups: [[Condition?]]) {
    var clause: [Literal] = []
    for group in groups where !group.contains(where: { $0 == nil }) {
      let chosen = newAlternative()
      for tests in group.compactMap({ $0 }).flatMap(\.any) {
        var refused = [chosen.denied]
        for test in tests { refused += denial(of: literals(of: test)) }
        clauses.append(refused)
      }
      clause.append(chosen)
    }
    add(clause)
  }

  private mutating func add(_ clause: [Literal]) {
    if clause.isEmpty { isRefuted = true }
    clauses.append(clause)
  }

  /// A literal that holds only where all the tests do.
  private mutating func alternative(_ tests: [Condition.Test]) -> Literal {
    let chosen = newAlternative()
    for test in tests { clauses.append([chosen.denied] + literals(of: test)) }
    return chosen
  }

  private mutating func alternatives(_ all: [[Condition.Test]]) -> [Literal] {
    var found: [Literal] = []
    for tests in all { found.append(alternative(tests)) }
    return found
  }

  /// Literals of which one holds at least where none of the given does.
  private mutating func denial(of literals: [Literal]) -> [Literal] {
    let denied = literals.map { Literal(variable: $0.variable, classes: domains[$0.variable] & ~$0.classes) }
    guard denied.count > 1 else { return denied }
    let chosen = newAlternative()
    for literal in denied { clauses.append([chosen.denied, literal]) }
    return [chosen]
  }

  private mutating func newAlternative() -> Literal {
    domains.append(0b11)
    return Literal(variable: domains.count - 1, classes: 0b10)
  }

  /// Literals of which one holds at least where the test does; none where it never can.
  private func literals(of test: Condition.Test) -> [Literal] {
    switch test {
    case .known(let fact): return literal(.fact(fact)) { $0 != .notKnown }
    case .level(let atLeast, let atMost):
      return literal(.level) {
        if case .level(let level) = $0 { atLeast <= level && level <= atMost } else { false }
      }
    case .decided(let step, let options):
      if situations.places[.decision(step)] == nil {
        return literal(.level) {
          if case .level(let level) = $0 { options.contains(level.rawValue) } else { false }
        }
      }
      return literal(.decision(step)) {
        if case .option(let option) = $0 { options.contains(option) } else { false }
      }
    case .fact(let fact, let matches):
      let own = literal(.fact(fact)) { one in
        switch one {
        case .notKnown: matches.contains(.notKnown)
        case .value(let value): matches.contains { value.matches($0) }
        case .known, .notDecided, .level, .option, .absent, .present: false
        }
      }
      let chosen = matches.flatMap { match -> [Literal] in
        guard case .option(let option) = match else { return [] }
        return literal(.option(fact, option)) { $0 == .present }
      }
      return own + chosen
    }
  }

  private func literal(
    _ subject: Situations.Variable.Subject, where isWanted: (Situations.Variable.Class) -> Bool
  ) -> [Literal] {
    guard let place = situations.places[subject] else { return [] }
    var bits: UInt64 = 0
    for (index, one) in situations.variables[place].classes.enumerated() where isWanted(one) {
      bits |= 1 << UInt64(index)
    }
    return bits == 0 ? [] : [Literal(variable: place, classes: bits)]
  }
}

extension Formula.Literal {
  /// Of an alternative: that it is not chosen.
  fileprivate var denied: Self { Self(variable: variable, classes: 0b01) }
}
