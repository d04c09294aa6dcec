import Diagnostics
import OrderedCollections
import Time
import YAML

extension Organisation {
  /// Nil where a field could not be read, which the shape has told already.
  init?(_ source: Source, _ diagnostics: inout [Diagnostic]) {
    let root = source.root
    guard let name = root.text("organisation"), let shortName = root.text("short-name"),
      let timeZone = root.text("time-zone"), let language = root.text("language"),
      let marking: Marking = root.word("marking"), let owner: Role.ID = root.name("owner"),
      let reviewBy = root.text("review-by").flatMap({ CivilDate($0) }),
      let prefix = root.text("exercise-prefix")
    else { return nil }
    self.name = name
    self.shortName = shortName
    self.timeZone = timeZone
    self.language = language
    self.marking = marking
    self.owner = owner
    self.reviewBy = reviewBy
    exercisePrefix = prefix
    workingDayStarts = root["working-day"]?.text("starts").flatMap { TimeOfDay($0) } ?? .nine
    workingDayEnds = root["working-day"]?.text("ends").flatMap { TimeOfDay($0) } ?? .seventeen
    answerWithin = root.text("answer-within").flatMap { Interval($0) }
    correctWithin = root.text("correct-within").flatMap { Interval($0) }
    exerciseEvery = root.text("exercise-every").flatMap { Interval($0) }
    retention = Retention(root["retention"])
    words = (root["words"]?.pairs ?? []).reduce(into: [:]) { $0[$1.key] = $1.value.text ?? "" }
    foldedWords = Dictionary(words.map { (folded($0), $1) }, uniquingKeysWith: { first, _ in first })
    roles = root.catalogue("roles") { Role(id: .init($0), $1) }
    channels = root.catalogue("channels") { Channel(id: .init($0), $1) }
    audiences = root.catalogue("audiences") { Audience(id: .init($0), $1, language: language) }
    handlings = root.catalogue("handlings") { Handling(id: .init($0), $1) }
    voices = root.catalogue("voices") { Voice(id: .init($0), $1) }
    levels = Level.allCases.reduce(into: [:]) { levels, level in
      if let node = root["levels"]?[level.rawValue] { levels[level] = LevelRules(level: level, node) }
    }
    for level in Level.allCases where levels[level] == nil {
      diagnostics.append(
        source.diagnostic(
          .missingKey, at: "levels", message: "the levels have no '\(level.rawValue)'",
          help: "all four are needed: signpost, reassure, advise, direct"))
    }
    diagnostics += audienceProblems(source)
  }

  /// What the shape cannot tell of the audiences' channels.
  private func audienceProblems(_ source: Source) -> [Diagnostic] {
    (source.root["audiences"]?.pairs ?? []).flatMap { pair -> [Diagnostic] in
      guard let node = pair.value["channels"] else { return [] }
      let listed = (node.pairs ?? []).flatMap { $0.value.items ?? [$0.value] } + (node.items ?? [])
      let strange = listed.filter { $0.text == nil }.map {
        Diagnostic(
          .wrongKind, path: source.path, span: $0.opening,
          message: "this is \($0.kindName), and a channel belongs here", help: "write the channel's name")
      }
      if node.items != nil { return strange }
      guard let pairs = node.pairs else {
        return [
          source.diagnostic(
            .wrongKind, at: "audiences", .key(pair.key), "channels",
            message: "this is not a list of channels",
            help: "write a list, or level to list")
        ]
      }
      return strange
        + pairs.filter { Level(rawValue: $0.key) == nil }.map {
          Diagnostic(
            .unknownWord, path: source.path, span: $0.keySpan, message: "'\($0.key)' is not a level",
            help: nearest(to: $0.key, among: Shapes.levels).map { "did you mean '\($0)'?" })
        }
    }
  }
}

extension Retention {
  fileprivate init(_ node: Node?) {
    scenarios = Playbook.Scenario.allCases.reduce(into: [:]) { kept, scenario in
      kept[scenario] = node?.text(scenario.rawValue).flatMap { Interval($0) }
    }
    exercises = node?.text("exercise").flatMap { Interval($0) }
  }
}

extension TimeOfDay {
  static let nine = TimeOfDay(secondsAfterMidnight: 9 * 3600)
  static let seventeen = TimeOfDay(secondsAfterMidnight: 17 * 3600)
}

extension Node {
  /// A map of things by their names, in the author's order.
  func catalogue<Kind, Value>(
    _ key: String, _ make: (String, Node) -> Value?
  ) -> OrderedDictionary<Name<Kind>, Value> {
    (self[key]?.pairs ?? []).reduce(into: [:]) { $0[Name($1.key)] = make($1.key, $1.value) }
  }
}

extension Role {
  init?(id: ID, _ node: Node) {
    guard let title = node.text("title") else { return nil }
    self.init(id: id, title: title, does: node.text("does"), deputies: node.names("deputies"))
  }
}

extension Channel {
  init?(id: ID, _ node: Node) {
    guard let kind: Kind = node.word("kind"), let title = node.text("title"),
      let reach: Reach = node.word("reach"),
      let ceiling: Marking = node.word("ceiling")
    else { return nil }
    self.init(
      id: id, kind: kind, title: title, reach: reach, ceiling: ceiling, prefix: node.text("prefix") ?? "",
      alwaysShowsMarking: node.text("show-marking") == "always")
  }
}

extension Audience {
  init?(id: ID, _ node: Node, language: String) {
    guard let title = node.text("title"), let reach: Reach = node.word("reach"),
      let marking: Marking = node.word("marking"), let channels = node["channels"]
    else { return nil }
    let all: [Channel.ID] = node.names("channels")
    let byLevel: [Level: [Channel.ID]] = Level.allCases.reduce(into: [:]) {
      $0[$1] = channels.pairs == nil ? all : channels.names($1.rawValue)
    }
    let languages = node.texts("languages")
    self.init(
      id: id, title: title, who: node.text("who"), reach: reach, marking: marking,
      languages: languages.isEmpty ? [language] : languages, partners: node.texts("partners"),
      channels: byLevel)
  }
}

extension LevelRules {
  init?(level: Level, _ node: Node) {
    guard let title = node.text("title"), let means = node.text("means") else { return nil }
    self.init(
      level: level, title: title, means: means, approve: node.seats("approve"),
      correct: node["correct"].map { _ in node.seats("correct") }, inform: node.names("inform"),
      update: node.text("update").flatMap { Interval($0) },
      parts: node.texts("parts").compactMap { Template.Part(rawValue: $0) },
      words: (node["words"]?.pairs ?? []).reduce(into: [:]) { words, pair in
        if let kind = Channel.Kind(rawValue: pair.key) { words[kind] = pair.value.text.flatMap { Int($0) } }
      })
  }
}

extension Handling {
  init?(id: ID, _ node: Node) {
    guard let title = node.text("title") else { return nil }
    self.init(id: id, title: title, reaches: Set(node.texts("reaches").compactMap { Reach(rawValue: $0) }))
  }
}

extension Voice {
  init?(id: ID, _ node: Node) {
    guard let title = node.text("title"), let date = node.text("consented").flatMap({ CivilDate($0) }) else {
      return nil
    }
    self.init(id: id, title: title, topics: node.texts("topics"), consented: date)
  }
}
