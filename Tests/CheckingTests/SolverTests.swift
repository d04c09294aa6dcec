import Diagnostics
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

@testable import Checking

/// What the search says of conditions is what the real machine says of them in every single situation.
@Suite struct SolverTests {
  private static let head = """
    facts:
      danger: {ask: Danger?, type: yes-no}
      harm: {ask: Harm?, type: choice, options: {none: None, hurt: Hurt, killed: Killed, other: Other}}
      crews: {ask: Crews?, type: choices, options: {police: Police, fire: Fire, ambulance: Ambulance}}
      count: {ask: How many?, type: number, min: 0, max: 20}
      area: {ask: Where?, type: text}
    proportion:
      - {level: reassure}
    steps:
      - {id: known, ask: [danger, harm, crews, count, area]}
      - {id: level, decide: proportion, decides: lead}
      - {id: choose, decide: Which?, options: {one: One, two: Two}, decides: lead}

    """

  private static let tests: [String] = [
    "danger: yes", "danger: [no, not-known]", "known: danger", "harm: [hurt, killed]", "harm: not-known",
    "harm: [none, not-known]", "crews: police", "crews: [fire, not-known]", "known: crews",
    "count: {at-least: 3}", "count: [{at-most: 2}, not-known]", "count: {at-least: 2, at-most: 9}",
    "level: {at-least: advise}", "level: signpost", "decided: {choose: one}",
    "decided: {level: [direct, signpost]}",
    "area: not-known", "area: Northfield",
  ]

  /// A condition of up to three lists of up to three tests, as a line of YAML; each key once in a list.
  private static func condition(_ dice: inout Dice) -> String {
    let lists = (0...dice.roll(2)).map { _ -> String in
      var chosen: OrderedDictionary<Substring, String> = [:]
      for _ in 0...dice.roll(2) {
        let test = tests[dice.roll(tests.count)]
        chosen[test.prefix { $0 != ":" }] = test
      }
      return "{" + chosen.values.joined(separator: ", ") + "}"
    }
    return "[" + lists.joined(separator: ", ") + "]"
  }

  @Test(arguments: 0..<16) func theSearchAgreesWithTheMachine(seed: Int) throws {
    var dice = Dice(seed: seed + 1)
    var (yaml, drawn) = ("", nil as (subject: Subject, situations: Situations)?)
    // As many tests as leave few enough situations to visit each.
    while drawn.map({ $0.situations.count > 900 }) ?? true {
      yaml =
        Self.head
        + (0..<3).map { "  - {id: step-\($0), do: It, when: \(Self.condition(&dice))}\n" }.joined()
        + MarkedBase.end
      drawn = try Self.read(yaml)
    }
    let (subject, situations) = try #require(drawn)
    let conditions = subject.playbook.steps.values.compactMap(\.when)
    var (asked, denied, both): ([Int], [Int], [Int]) = ([], [], [])
    for classes in Self.all(of: situations) {
      let truths = try Self.truths(of: conditions, classes, situations, subject)
      let weight = classes.count { $0 != 0 }
      if truths[0] { asked.append(weight) }
      if !truths[0] { denied.append(weight) }
      if truths[0], !truths[1], !truths[2] { both.append(weight) }
    }
    var formula = Formula(situations)
    formula.require(conditions[0])
    #expect(try Self.weight(formula) == asked.min(), "\(yaml)")
    formula.deny(conditions[1])
    formula.deny(conditions[2])
    #expect(try Self.weight(formula) == both.min(), "\(yaml)")
    var denial = Formula(situations)
    denial.deny(conditions[0])
    #expect(try Self.weight(denial) == denied.min(), "\(yaml)")
  }

  private static func weight(_ formula: Formula) throws -> Int? {
    try Solver.lightest(formula).map { $0.count { $0 != 0 } }
  }

  private static func read(_ yaml: String) throws -> (subject: Subject, situations: Situations)? {
    let read = readLibrary(MarkedLibrary("random", playbook: yaml).files, today: nil)
    // What is plainly at odds with itself is told by the structure.
    guard !read.hasErrors, let library = read.library, let playbook = library.playbooks["post-incident/p"],
      let source = read.sources[playbook.path]
    else { return nil }
    let plan = Plan(library: library, playbook: playbook, calendar: Fixtures.calendar)
    let subject = Subject(
      plan: plan, source: source, moment: SampleMoment.fixed(by: Fixtures.calendar),
      pace: Pace(recorded: nil))
    return (subject, try Situations(of: playbook, now: subject.moment.local))
  }

  /// Every situation there is, but those in which an option is chosen of a fact that is not known.
  private static func all(of situations: Situations) -> [[Int]] {
    let sizes = situations.variables.map(\.classes.count)
    var classes = sizes.map { _ in 0 }
    var found: [[Int]] = []
    while true {
      let isPossible = situations.variables.indices.allSatisfy { place in
        guard case .option(let fact, _) = situations.variables[place].subject, classes[place] == 1 else {
          return true
        }
        return situations.places[.fact(fact)].map { classes[$0] == 1 } ?? false
      }
      if isPossible { found.append(classes) }
      guard let next = classes.indices.first(where: { classes[$0] + 1 < sizes[$0] }) else { return found }
      for place in 0..<next { classes[place] = 0 }
      classes[next] += 1
    }
  }

  /// What the machine says of conditions in one situation.
  private static func truths(
    of conditions: [Condition], _ classes: [Int], _ situations: Situations, _ subject: Subject
  ) throws -> [Bool] {
    var story = try #require(Story(of: subject.plan, at: subject.moment))
    let situation = Situation(
      classes: situations.variables.indices.reduce(into: [:]) {
        $0[situations.variables[$1].subject] = situations.variables[$1].classes[classes[$1]]
      })
    let known = Set(situation.facts(of: subject.playbook).map(\.id))
    for fact in subject.playbook.facts.keys where !known.contains(fact) { story.answer(fact, nil) }
    story.enter(situation)
    let step = try #require(subject.playbook.steps["level"])
    if case .level(let level) = situation.classes[.level] { story.decide(step, level.rawValue) }
    return conditions.map(story.run.holds)
  }

  @Test func aQuestionThatIsTooLargeIsRefused() throws {
    // Every pair of facts differs: no two alike of more facts than there are answers.
    let facts = (0..<14).map { "  f\($0): {ask: F\($0)?, type: choice, options: {\(Self.options)}}\n" }
      .joined()
    let pairs = (0..<14).flatMap { left in (left + 1..<14).map { (left, $0) } }
    let alike = pairs.flatMap { left, right in
      (0..<12).map { "{f\(left): o\($0), f\(right): o\($0)}" } + [
        "{f\(left): not-known}", "{f\(right): not-known}",
      ]
    }
    let yaml = """
      facts:
      \(facts)
      proportion:
        - {when: [\(alike.joined(separator: ", "))], level: direct}
        - {level: reassure}
      steps:
        - {id: known, ask: [\((0..<14).map { "f\($0)" }.joined(separator: ", "))]}
        - {id: level, decide: proportion, decides: lead}

      """ + MarkedBase.end
    let proved = try Proved(MarkedLibrary("too large", playbook: yaml))
    #expect(proved.proof.counterexamples.map(\.diagnostic.rule) == [.proofTooLarge])
    #expect(
      proved.proof.counterexamples.first?.diagnostic.message
        == "not proved: it takes more than 2000000 looks at its tests on one question")
  }

  private static let options = (0..<12).map { "o\($0): O\($0)" }.joined(separator: ", ")
}
