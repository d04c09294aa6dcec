import Diagnostics
import OrderedCollections
import Time
import YAML

extension Playbook {
  /// Nil where something in it could not be read, which the diagnostics tell.
  init?(_ source: Source, id: ID, _ diagnostics: inout [Diagnostic]) {
    let root = source.root
    guard let title = root.text("playbook"), let scenario: Scenario = root.word("scenario"),
      let purpose = root.text("purpose"), let useWhen = root.text("use-when"),
      let owner: Role.ID = root.name("owner"),
      let reviewBy = root.text("review-by").flatMap({ CivilDate($0) }),
      let marking: Marking = root.word("marking")
    else { return nil }
    let before = diagnostics.count
    self.id = id
    path = source.path
    self.title = title
    self.scenario = scenario
    self.purpose = purpose
    self.useWhen = useWhen
    self.owner = owner
    self.reviewBy = reviewBy
    self.marking = marking
    zero =
      root.text("zero")
      ?? {
        switch scenario {
        case .businessAsUsual: "when the request arrived"
        case .prePlanned: "the event"
        case .postIncident: "when the officer was told"
        }
      }()
    if !source.path.hasPrefix("playbooks/\(scenario.rawValue)/") {
      diagnostics.append(
        source.diagnostic(
          .badValue, at: "scenario", message: "the file does not lie in the folder '\(scenario.rawValue)'",
          help: "move it to playbooks/\(scenario.rawValue)/"))
    }
    let facts = Self.facts(source, &diagnostics)
    self.facts = facts
    places = Dictionary(
      facts.keys.enumerated().map { (folded($1.text), $0) }, uniquingKeysWith: { first, _ in first })
    let stepNodes = root["steps"]?.items ?? []
    var options: [String: [String]] = [:]
    for node in stepNodes {
      guard let id = node.text("id"), let question = node.text("decide") else { continue }
      options[id] = question == "proportion" ? Shapes.levels : (node["options"]?.pairs ?? []).map(\.key)
    }
    var conditions = ConditionReader(path: source.path, facts: facts, options: options)
    proportion = (root["proportion"]?.items ?? []).compactMap { node in
      guard let level: Level = node.word("level") else { return nil }
      let audiences: OrderedDictionary<Audience.ID, Level> = (node["audiences"]?.pairs ?? []).reduce(into: [:]
      ) {
        $0[Audience.ID($1.key)] = $1.value.text.flatMap { Level(rawValue: $0) }
      }
      return ProportionRow(
        when: node["when"].flatMap { conditions.read($0) }, level: level, audiences: audiences)
    }
    let approve = root.seats("approve")
    var steps: OrderedDictionary<Step.ID, Step> = [:]
    for (index, node) in stepNodes.enumerated() {
      guard let step = Step(node, at: index, source, &conditions, &diagnostics) else { continue }
      if steps[step.id] != nil {
        diagnostics.append(
          source.diagnostic(
            .duplicateIdentifier, at: "steps", .item(index), "id", message: "'\(step.id)' names two steps",
            help: "give each step a name of its own"))
      }
      steps[step.id] = step.approved(besides: approve)
    }
    self.steps = steps
    diagnostics += conditions.diagnostics
    if diagnostics[before...].contains(where: { $0.severity == .error }) { return nil }
  }

  private static func facts(
    _ source: Source, _ diagnostics: inout [Diagnostic]
  ) -> OrderedDictionary<Fact.ID, Fact> {
    var facts: OrderedDictionary<Fact.ID, Fact> = [:]
    var names: [String: String] = [:]
    for pair in source.root["facts"]?.pairs ?? [] {
      if let other = names.updateValue(pair.key, forKey: folded(pair.key)) {
        diagnostics.append(
          source.diagnostic(
            .duplicateIdentifier, at: "facts", .key(pair.key),
            message: "'\(pair.key)' and '\(other)' are one name in a template",
            help: "placeholders do not see '-', '_', spaces and case; choose another name"))
      }
      facts[Fact.ID(pair.key)] = Fact(id: Fact.ID(pair.key), pair.value, source, &diagnostics)
    }
    return facts
  }
}

extension Fact {
  /// The longest text where the playbook sets no limit, in characters.
  static let longestText = 2000

  init?(id: ID, _ node: Node, _ source: Source, _ diagnostics: inout [Diagnostic]) {
    guard let ask = node.text("ask"), let type = node.text("type") else { return nil }
    self.id = id
    self.ask = ask
    help = node.text("help")
    example = node.text("example")
    marking = node.word("marking") ?? .official
    handling = node.names("handling")
    needsPermission = node.text("originator") != nil
    isVerbatim = node.text("verbatim").flatMap(yesNo) ?? false
    embargo = node.name("embargo")
    freshFor = node.text("fresh-for").flatMap { Interval($0) }
    let (min, max) = (node.text("min").flatMap { Int($0) }, node.text("max").flatMap { Int($0) })
    func report(_ key: String, _ message: String, _ help: String) {
      diagnostics.append(
        source.diagnostic(.badValue, at: "facts", .key(id.text), .key(key), message: message, help: help))
    }
    if let min, let max, min > max {
      report("max", "the most is less than the fewest", "swap 'min' and 'max'")
    } else if type == "text", let max, max < 1 {
      report("max", "a text has one character at least", "write a number above 0")
    } else if type == "link", let max, !Self.linkLengths.contains(max) {
      let (least, most) = (Self.linkLengths.lowerBound, Self.linkLengths.upperBound)
      report("max", "an address has \(least) to \(most) characters", "write a number of them")
    } else if type == "text", let min, min < 0 {
      report("min", "a text has no fewer than 0 characters", "write 0 or more")
    }
    let options: OrderedDictionary<String, String> = (node["options"]?.pairs ?? []).reduce(into: [:]) {
      $0[$1.key] = $1.value.text ?? ""
    }
    switch type {
    case "number": kind = .number(min: min, max: max)
    case "choice": kind = .choice(options)
    case "choices": kind = .choices(options)
    case "yes-no": kind = .yesNo
    case "time": kind = .time
    case "date": kind = .date
    case "link": kind = .link(max: max)
    default: kind = .text(min: Swift.max(0, min ?? 1), max: Swift.max(1, max ?? Self.longestText))
    }
    let takesOptions = type == "choice" || type == "choices"
    if takesOptions, options.count < 2 {
      report("type", "a \(type) needs two options or more", "add 'options: {id: words}'")
    }
    if !takesOptions, !options.isEmpty {
      report("options", "a \(type) has no options", "make its type choice")
    }
    if type != "text", type != "number" {
      for key in type == "link" ? ["min"] : ["min", "max"] where node[key] != nil {
        report(key, "a \(type) has no '\(key)'", "leave it out")
      }
    }
    if options["not-known"] != nil {
      report("options", "'not-known' is always an answer", "leave the option out")
    }
  }
}
