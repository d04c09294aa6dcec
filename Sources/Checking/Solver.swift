/// How much has been looked at for one playbook, over all of its questions.
final class Effort {
  /// The most looks at a test for one playbook, about a second: beyond them it is refused, not guessed.
  static let mostLooks = 40_000_000
  private var looks = 0

  func add(_ more: Int) throws(ProofTooLarge) {
    looks += more
    if looks > Self.mostLooks {
      throw ProofTooLarge(what: "looks at its tests in all", limit: Self.mostLooks)
    }
  }
}

/// Finds a situation that a formula describes, or that there is none: a search in depth that draws every conclusion
/// before it supposes anything (Davis, Putnam, Logemann and Loveland, 1962).
struct Solver {
  /// The most looks at a test on one question, some hundredths of a second: beyond them it is refused, not guessed.
  static let mostLooks = 2_000_000

  private let clauses: [[Formula.Literal]]
  /// The clauses that each variable stands in.
  private let places: [[Int]]
  private let own: Int
  private let start: [UInt64]
  private var looks = 0

  private init(_ formula: Formula) {
    clauses = formula.clauses
    own = formula.situations.variables.count
    start = formula.domains
    var places = Array(repeating: [Int](), count: formula.domains.count)
    for (index, clause) in formula.clauses.enumerated() {
      for literal in clause where places[literal.variable].last != index {
        places[literal.variable].append(index)
      }
    }
    self.places = places
  }

  /// Whether any situation meets the formula.
  static func isPossible(_ formula: Formula, _ effort: Effort) throws(ProofTooLarge) -> Bool {
    try lightest(formula, isAny: true, effort) != nil
  }

  /// A situation that meets the formula with the fewest things known and decided: the class of each variable of the
  /// playbook. Nil where there is none.
  static func lightest(_ formula: Formula, _ effort: Effort = Effort()) throws(ProofTooLarge) -> [Int]? {
    try lightest(formula, isAny: false, effort)
  }

  private static func lightest(
    _ formula: Formula, isAny: Bool, _ effort: Effort
  ) throws(ProofTooLarge) -> [Int]? {
    // Laying a question out is work as well.
    try effort.add(formula.clauses.count + formula.domains.count)
    if formula.isRefuted { return nil }
    var solver = Solver(formula)
    let found = Result { () throws(ProofTooLarge) in try solver.lightest(isAny: isAny) }
    try effort.add(solver.looks)
    return try found.get()
  }

  private mutating func lightest(isAny: Bool) throws(ProofTooLarge) -> [Int]? {
    var domains = start
    guard conclude(&domains, from: Array(clauses.indices)) else { return nil }
    guard let any = try search(domains, most: .max) else { return nil }
    var best = any
    while !isAny, weight(best) > 0 {
      // What takes too long to make lighter is told as it is.
      guard let lighter = try? search(domains, most: weight(best) - 1) else { break }
      best = lighter
    }
    return best.prefix(own).map(\.trailingZeroBitCount)
  }

  /// How many variables of the playbook cannot be of their first class.
  private func weight(_ domains: [UInt64]) -> Int { domains.prefix(own).count { $0 & 1 == 0 } }

  /// Domains whose every situation meets the formula, with no more variables forced from their first class than
  /// `most`.
  private mutating func search(_ start: [UInt64], most: Int) throws(ProofTooLarge) -> [UInt64]? {
    var waiting = [start]
    while let domains = waiting.popLast() {
      if most != .max, weight(domains) > most { continue }
      guard let open = openLiteral(in: domains) else { return domains.map { $0 & (~$0 &+ 1) } }
      if looks > Self.mostLooks {
        throw ProofTooLarge(what: "looks at its tests on one question", limit: Self.mostLooks)
      }
      for classes in [~open.classes, open.classes] {
        var narrowed = domains
        narrowed[open.variable] &= classes
        if conclude(&narrowed, from: places[open.variable]) { waiting.append(narrowed) }
      }
    }
    return nil
  }

  /// A literal of the shortest clause that does not hold yet; nil where all hold.
  private mutating func openLiteral(in domains: [UInt64]) -> Formula.Literal? {
    var best: (length: Int, literal: Formula.Literal)?
    for clause in clauses {
      var length = 0
      var first: Formula.Literal?
      var holds = false
      for literal in clause {
        looks += 1
        let left = domains[literal.variable] & literal.classes
        if left == domains[literal.variable] {
          holds = true
          break
        }
        if left == 0 { continue }
        length += 1
        first = first ?? literal
      }
      if !holds, let first, length < best?.length ?? .max { best = (length, first) }
    }
    return best?.literal
  }

  /// Narrows the domains by every clause with one literal left; false where a clause has none.
  private mutating func conclude(_ domains: inout [UInt64], from clauses: [Int]) -> Bool {
    var waiting = clauses
    while let index = waiting.popLast() {
      var last: Formula.Literal?
      var isOpen = false
      for literal in self.clauses[index] {
        looks += 1
        let left = domains[literal.variable] & literal.classes
        if left == domains[literal.variable] {
          isOpen = true
          break
        }
        if left == 0 { continue }
        if last != nil {
          isOpen = true
          break
        }
        last = literal
      }
      if isOpen { continue }
      guard let last else { return false }
      domains[last.variable] &= last.classes
      waiting += places[last.variable]
    }
    return true
  }
}
