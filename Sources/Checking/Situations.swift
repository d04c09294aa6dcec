import Library
import Messaging
import OrderedCollections
import Time

/// The situations of a playbook as its conditions can tell them apart.
///
/// Each fact that a condition looks at is one variable, or of `choices` several; what no condition tells apart is one
/// class. So there are no more situations than conditions make, however many facts there are.
struct Situations {
  /// Something that is one of a few classes.
  struct Variable {
    let subject: Subject
    /// The first is what needs nothing to be done: not known, not decided, not among those chosen.
    let classes: [Class]

    /// All of its classes, one bit each.
    var all: UInt64 { classes.count >= 64 ? .max : (1 << UInt64(classes.count)) - 1 }

    enum Subject: Hashable {
      case fact(Fact.ID)
      /// Whether an option is among those of a fact of several.
      case option(Fact.ID, String)
      case level
      case decision(Step.ID)
      /// One alternative of a condition, for the solver alone.
      case alternative
    }

    enum Class: Hashable {
      case notKnown, notDecided
      case value(FactValue)
      /// Known, of a fact of several options.
      case known
      case level(Level)
      case option(String)
      case absent, present
    }
  }

  /// The most classes of one variable: more are refused.
  static let mostClasses = 64

  let playbook: Playbook
  private let now: LocalMoment
  private(set) var variables: [Variable] = []
  private(set) var places: [Variable.Subject: Int] = [:]

  /// `now` is the moment of what has no other value.
  init(of playbook: Playbook, now: LocalMoment) throws(ProofTooLarge) {
    self.playbook = playbook
    self.now = now
    var matches: OrderedDictionary<Fact.ID, [Condition.Match]> = [:]
    for test in playbook.conditions.flatMap({ $0.any.joined() }) {
      switch test {
      case .fact(let id, let wanted): matches[id, default: []] += wanted
      case .known(let id): matches[id, default: []] += []
      case .level: break
      case .decided(let step, _): add(decisionsOf: step)
      }
    }
    // A permission is asked for where there is something to permit.
    for fact in playbook.facts.values where fact.needsPermission { matches[fact.id, default: []] += [] }
    add(.level, [.notDecided] + Level.allCases.map { .level($0) })
    for (id, wanted) in matches {
      guard let fact = playbook.facts[id] else { continue }
      add(fact, toldApartBy: wanted)
    }
    if variables.contains(where: { $0.classes.count > Self.mostClasses }) {
      throw ProofTooLarge(what: "values of one fact, told apart", limit: Self.mostClasses)
    }
  }

  /// How many there are.
  var count: Double { variables.reduce(1) { $0 * Double($1.classes.count) } }

  private mutating func add(_ subject: Variable.Subject, _ classes: [Variable.Class]) {
    guard places[subject] == nil else { return }
    places[subject] = variables.count
    variables.append(Variable(subject: subject, classes: classes))
  }

  private mutating func add(decisionsOf id: Step.ID) {
    guard case .decide(let decision) = playbook.steps[id]?.action else { return }
    switch decision.question {
    case .options(_, let options): add(.decision(id), [.notDecided] + options.keys.map { .option($0) })
    case .proportion:
      // Of several steps that decide the level each has its own decision, and the last is the level.
      if playbook.leveling.count > 1 {
        add(.decision(id), [.notDecided] + Level.allCases.map { .option($0.rawValue) })
      }
    }
  }

  private mutating func add(_ fact: Fact, toldApartBy matches: [Condition.Match]) {
    if case .choices(let options) = fact.kind {
      add(.fact(fact.id), [.notKnown, .known])
      for option in options.keys where matches.contains(.option(option)) {
        add(.option(fact.id, option), [.absent, .present])
      }
      return
    }
    add(.fact(fact.id), [.notKnown] + fact.representatives(toldApartBy: matches, now).map { .value($0) })
  }
}

extension Playbook {
  /// The steps that decide the level.
  var leveling: [Step] {
    steps.values.filter { step in
      if case .decide(let decision) = step.action, case .proportion = decision.question {
        true
      } else {
        false
      }
    }
  }

  /// Every condition that stands in it.
  var conditions: [Condition] {
    proportion.compactMap(\.when)
      + steps.values.flatMap { [$0.when, $0.rounds?.until].compactMap { $0 } }
  }
}

extension Fact {
  /// One value for each group of values that these tests do not tell apart.
  func representatives(toldApartBy matches: [Condition.Match], _ now: LocalMoment) -> [FactValue] {
    switch kind {
    case .yesNo: return [.yesNo(true), .yesNo(false)]
    case .choice(let options):
      let named = options.keys.filter { matches.contains(.option($0)) }
      let other = options.keys.first { !matches.contains(.option($0)) }
      return (named + (other.map { [$0] } ?? [])).map { .choice($0) }
    case .choices: return []
    case .number(let min, let max): return numbers(min, max, matches).map { .number($0) }
    case .text, .link, .date, .time:
      let named = matches.compactMap { match -> FactValue? in
        if case .text(let text) = match { value(of: text) } else { nil }
      }
      return Array(OrderedSet(named)) + [other(than: named, now)]
    }
  }

  /// A value that is none of these.
  private func other(than named: [FactValue], _ now: LocalMoment) -> FactValue {
    var other = typical(now)
    var number = 0
    while named.contains(other) {
      number += 1
      switch kind {
      case .text(_, let max): other = .text(String("\(number) Something else".prefix(max)))
      case .link(let max):
        let address = "example.org/\(number)"
        other = .link(address.utf8.count > max ?? address.utf8.count ? "\(number).uk" : address)
      case .date: other = .date(now.date.adding(days: number))
      case .number, .choice, .choices, .yesNo, .time: return other
      }
    }
    return other
  }

  /// A value that an officer could give.
  func typical(_ now: LocalMoment) -> FactValue {
    switch kind {
    case .text(let min, let max):
      let words = example ?? "Something"
      let more = String(repeating: " and more", count: Swift.max(0, min - words.count + 8) / 9)
      return .text(Self.trimmed(String((words + more).prefix(max)), least: min))
    case .number(let min, let max): return .number(Swift.max(min ?? .min, Swift.min(max ?? .max, 1)))
    case .choice(let options): return .choice(options.keys.first ?? "")
    case .choices(let options): return .choices(Array(options.keys.prefix(1)))
    case .yesNo: return .yesNo(true)
    case .time: return .time(now.instant)
    case .date: return .date(now.date)
    case .link(let max):
      let address = example ?? "example.org"
      guard let max, address.unicodeScalars.count > max else { return .link(address) }
      return .link(Self.address(of: max))
    }
  }

  /// The text with no space at its end, which no answer keeps.
  private static func trimmed(_ text: String, least: Int) -> String {
    text.hasSuffix(" ") ? String(text.dropLast()) + (text.count > least ? "" : ".") : text
  }

  /// The least number of each range that the tests tell apart.
  private func numbers(_ min: Int?, _ max: Int?, _ matches: [Condition.Match]) -> [Int] {
    var cuts: Set<Int> = [min ?? Swift.min(0, max ?? 0)]
    for case .number(let atLeast, let atMost) in matches {
      if let atLeast { cuts.formUnion([atLeast, atLeast.subtractingReportingOverflow(1).partialValue]) }
      if let atMost { cuts.formUnion([atMost, atMost.addingReportingOverflow(1).partialValue]) }
    }
    let inside = cuts.filter { $0 >= min ?? .min && $0 <= max ?? .max }.sorted()
    var told: Set<[Bool]> = []
    return inside.filter { number in
      told.insert(matches.map { FactValue.number(number).matches($0) }).inserted
    }
  }

  private func value(of text: String) -> FactValue? {
    switch kind {
    case .text: .text(text)
    case .link: .link(text)
    case .date: CivilDate(text).map { .date($0) }
    case .number, .choice, .choices, .yesNo, .time: nil
    }
  }
}

/// One moment, and the day that it falls on.
struct LocalMoment {
  let instant: Instant
  let date: CivilDate
}

extension SampleMoment {
  /// The same by the organisation's clock.
  var local: LocalMoment { LocalMoment(instant: now, date: calendar.zone.local(now).date) }
}

/// A question that may take longer than anybody would wait for.
struct ProofTooLarge: Error, Hashable {
  /// What there is too much of.
  let what: String
  let limit: Int
}
