public import Library
import OrderedCollections
import Running
import Time

extension Card {
  /// Of a playbook as its library has it.
  public init(of playbook: Playbook, in library: Library) {
    let house = library.organisation
    let making = CardMaking(playbook: playbook, library: library)
    organisation = house.name
    language = house.language
    title = playbook.title
    scenario = playbook.scenario.rawValue
    useWhen = playbook.useWhen
    purpose = playbook.purpose
    zero = playbook.zero
    owner = house.title(of: playbook.owner)
    reviewBy = playbook.reviewBy.words
    marking = playbook.marking.rawValue
    let asked = playbook.steps.values.flatMap(\.asks).compactMap { playbook.facts[$0]?.marking }
    markingOnceFilled = max(playbook.marking, asked.max() ?? .official).rawValue
    times = making.times
    proportion = playbook.proportion.map { row in
      Row(
        level: row.level.rawValue, condition: row.when.map { playbook.words(for: $0) },
        audiences: row.audiences.map { "\(house.title(of: $0)): \($1.rawValue)" })
    }
    levels = Level.allCases.compactMap { house.levels[$0] }.map { rules in
      LevelEntry(
        level: rules.level.rawValue, means: rules.means,
        approvals: rules.approve.map { house.words(for: $0) },
        informed: rules.inform.map { house.title(of: $0) }, update: rules.update?.words)
    }
    steps = playbook.steps.values.enumerated().map { making.entry(of: $1, number: $0 + 1) }
    roles = making.roles.map { id in
      let role = house.roles[id]
      return RoleEntry(
        title: house.title(of: id), does: role?.does,
        deputies: role?.deputies.map { house.title(of: $0) } ?? [])
    }
  }
}

/// Puts a playbook's steps into words.
private struct CardMaking {
  let playbook: Playbook
  let library: Library
  let gates: Gates

  private var house: Organisation { library.organisation }

  init(playbook: Playbook, library: Library) {
    (self.playbook, self.library) = (playbook, library)
    gates = Gates(of: playbook, in: library)
  }

  func entry(of step: Step, number: Int) -> Card.StepEntry {
    let isHandOver = if case .handOver = step.action { true } else { false }
    let every = step.rounds?.every != nil || step.rounds?.again.isEmpty == false
    return Card.StepEntry(
      number: number, title: step.title, instructions: instructions(of: step), help: step.help,
      who: step.who.map(roleWithDeputies),
      waits: playbook.words(for: gates.blockers(of: step)),
      condition: step.when.map { playbook.words(for: $0) },
      questions: step.asks.compactMap { playbook.facts[$0] }.map(question), options: options(of: step),
      isHandOver: isHandOver, sending: sending(of: step), targets: targets(of: step),
      rounds: playbook.words(forRoundsOf: step), isRepeated: every)
  }

  private func roleWithDeputies(_ role: Role.ID) -> String {
    let others = house.fillers(of: Seat([role])).dropFirst().map { house.title(of: $0) }
    return house.title(of: role)
      + (others.isEmpty ? "" : "; or " + others.joined(separator: ", or "))
  }

  private func instructions(of step: Step) -> [String] {
    switch step.action {
    case .act(let text, _), .review(let text), .standDown(let text): [text]
    case .wait(let text): ["Wait until: \(text)"]
    case .ask: ["Ask, and write each answer down. 'Not known' is an answer too."]
    case .decide(let decision):
      switch decision.question {
      case .proportion:
        ["Decide the level by the table of proportion.", "Decided by: \(roleWithDeputies(decision.decides))"]
      case .options(let question, _): [question, "Decided by: \(roleWithDeputies(decision.decides))"]
      }
    case .send(let sending):
      [library.words(for: sending)]
        + (sending.level.map { ["At the level \($0.rawValue), whatever is decided."] } ?? [])
    case .permit(let facts):
      ["Ask the originator, and tell the Chair through the administrator, before this is shared:"]
        + facts.map { playbook.facts[$0]?.ask ?? $0.text }
    case .handOver(let role): ["Hand over to: \(roleWithDeputies(role))"]
    }
  }

  private func options(of step: Step) -> [String] {
    guard case .decide(let decision) = step.action else { return [] }
    return switch decision.question {
    case .proportion: Level.allCases.map(\.rawValue)
    case .options(_, let options): Array(options.values)
    }
  }

  private func question(_ fact: Fact) -> Card.Question {
    var options = fact.options.map { Array($0.values) } ?? []
    if case .yesNo = fact.kind { options = ["yes", "no"] }
    let handlings = fact.handling.map { house.handlings[$0]?.title ?? $0.text }
    let isMarked = fact.marking > playbook.marking || !handlings.isEmpty
    return Card.Question(
      ask: fact.ask, help: fact.help, form: fact.kind.form + (fact.isVerbatim ? ", word for word" : ""),
      options: options,
      marking: isMarked ? ([fact.marking.rawValue] + handlings).joined(separator: ", ") : nil,
      needsPermission: fact.needsPermission, holdsFor: fact.freshFor?.words)
  }

  private func sending(of step: Step) -> Card.SendingEntry? {
    guard case .send(let sending) = step.action else { return nil }
    let audiences = sending.audiences.map { id -> Card.AudienceEntry in
      guard let audience = house.audiences[id] else {
        return Card.AudienceEntry(title: id.text, channels: [], partners: [])
      }
      let groups = LevelGroup.groups(sending.possibleLevels) { level in
        sending.channels(for: audience, at: level, in: house).map(\.title)
      }
      let channels = groups.map { group in
        let titles = group.value.isEmpty ? "nothing" : group.value.joined(separator: ", ")
        return groups.count == 1 ? titles : "at \(group.words): \(titles)"
      }
      return Card.AudienceEntry(title: audience.title, channels: channels, partners: audience.partners)
    }
    return Card.SendingEntry(
      audiences: audiences, approvals: sending.approvalWords(in: house),
      seats: sending.possibleLevels.map { sending.seats(at: $0, in: house).count }.max() ?? 0)
  }

  private func targets(of step: Step) -> [Card.TargetEntry] {
    var found: [(String, RelativeTime?)] = []
    var answers: [(String, RelativeTime?)] = []
    if case .send(let sending) = step.action {
      if let draft = sending.draftBy { found.append(("draft", draft)) }
      if let approve = sending.approveBy { found.append(("approved", approve)) }
      if let acknowledge = sending.acknowledgeBy { answers = [("answers", acknowledge)] }
    }
    return (found + [("done", step.due)] + answers).map { kind, time in
      let isLong = time.map { $0.unit != .minutes && $0.unit != .hours } ?? false
      return Card.TargetEntry(kind: kind, time: time?.description, isOnAnotherDay: isLong)
    }
  }

  /// How the units that stand on the card are read.
  var times: [String] {
    let used = playbook.steps.values.flatMap { step in targets(of: step).compactMap(\.time) }
      .compactMap { RelativeTime($0)?.unit }
    return RelativeTime.Unit.allCases.filter(used.contains).map { unit in
      switch unit {
      case .minutes: "m: minutes after T"
      case .hours: "h: hours after T"
      case .days: "d: days from T, at the same time of day; T-2d is two days before"
      case .weeks: "w: weeks from T, at the same time of day"
      case .workingDays: "wd: working days, by \(house.workingDayEnds.shortDescription)"
      }
    }
  }

  /// Everybody who does, decides, approves, takes over or is told, each once, in the order of the steps.
  var roles: [Role.ID] {
    var found: OrderedSet<Role.ID> = []
    for step in playbook.steps.values {
      if let who = step.who { found.append(who) }
      switch step.action {
      case .decide(let decision): found.append(decision.decides)
      case .handOver(let role): found.append(role)
      case .send(let sending):
        for level in sending.possibleLevels {
          for seat in sending.seats(at: level, in: house) { found.append(contentsOf: seat.roles) }
          found.append(contentsOf: house.levels[level]?.inform ?? [])
        }
      case .act, .ask, .permit, .wait, .review, .standDown: break
      }
    }
    return Array(found)
  }
}

extension Step.Sending {
  /// Who must agree at each level, as "at signpost and reassure: Head of communications".
  func approvalWords(in organisation: Organisation) -> [String] {
    let groups = LevelGroup.groups(possibleLevels) { level in
      seats(at: level, in: organisation).map { organisation.words(for: $0) }
    }
    return groups.map { group in
      let seats = group.value.isEmpty ? "nobody" : group.value.joined(separator: "; and ")
      return groups.count == 1 ? seats : "at \(group.words): \(seats)"
    }
  }
}

extension Fact.Kind {
  /// How an answer looks.
  fileprivate var form: String {
    switch self {
    case .text(_, let max): "at most \(max) characters"
    case .number(let min?, let max?): "a number, \(min) to \(max)"
    case .number(let min?, nil): "a number, \(min) or more"
    case .number(nil, let max?): "a number, \(max) at most"
    case .number(nil, nil): "a number"
    case .choice: "one of these"
    case .choices: "all that hold"
    case .yesNo: "yes or no"
    case .time: "a time, with the day where it is another one"
    case .date: "a date"
    case .link(let max?): "the address of a page, at most \(max) characters"
    case .link(nil): "the address of a page"
    }
  }
}
