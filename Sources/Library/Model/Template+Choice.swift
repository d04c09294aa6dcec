import OrderedCollections

extension Template {
  /// The file that gives a channel its words.
  ///
  /// A file named after the channel comes before one named after its kind. Then a level's variant outranks a
  /// language's; another level's never stands in. In another language than the library's own only a file of
  /// that language will do.
  public func wording(
    for channel: Channel, level: Level, language: String, own: String
  ) -> Wording? {
    let isOwn = sameLanguage(language, own)
    for name in [channel.id.text, channel.kind.rawValue] {
      let files = wordings.indices.filter { index in
        wordings[index].channel == name
          && (wordings[index].language.map { sameLanguage($0, language) } ?? isOwn)
          && (wordings[index].level == nil || wordings[index].level == level)
      }
      let ranked = files.max { rank(wordings[$0]) < rank(wordings[$1]) }
      if let ranked { return wordings[ranked] }
    }
    return nil
  }

  /// The files that would give a channel its words, first that which is taken where it is there.
  public func candidates(for channel: Channel, level: Level, language: String, own: String) -> [String] {
    let languages = sameLanguage(language, own) ? ["." + language, ""] : ["." + language]
    return OrderedSet([channel.id.text, channel.kind.rawValue]).flatMap { name in
      ["." + level.rawValue, ""].flatMap { level in languages.map { "\(name)\(level)\($0).md" } }
    }
  }

  private func rank(_ wording: Wording) -> Int {
    (wording.level == nil ? 0 : 2) + (wording.language == nil ? 0 : 1)
  }
}

/// Whether two tags name one language here: the same, or one of them without its region.
public func sameLanguage(_ left: String, _ right: String) -> Bool {
  if left == right { return true }
  let (a, b) = (left.lowercased(), right.lowercased())
  return a == b || a.hasPrefix(b + "-") || b.hasPrefix(a + "-")
}

extension Segment {
  /// The name of the fact that the segment reads; nil for words and levels.
  public var reads: String? {
    switch content {
    case .words: nil
    case .placeholder(let name): name
    case .conditional(let choice, _):
      switch choice {
      case .yes(let name), .no(let name), .option(let name, _), .likely(let name), .known(let name): name
      case .level: nil
      }
    }
  }
}

/// Placeholders that every template may use, besides the organisation's own words.
public enum StandingWord: String, CaseIterable, Sendable {
  case nextUpdate = "next update"
  case today
  case timeNow = "time now"
  case organisation

  /// The standing word that a placeholder means.
  public init?(placeholder: String) { self.init(folded: folded(placeholder)) }

  init?(folded name: String) {
    guard let word = Self.byName[name] else { return nil }
    self = word
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { (folded($0.rawValue), $0) })
}

extension Playbook {
  /// The fact that a placeholder means; names are compared folded.
  public func fact(placeholder: String) -> Fact? { fact(folded: folded(placeholder)) }

  /// The place, among the playbook's facts, of the one that a placeholder means.
  public func place(placeholder: String) -> Int? { places[folded(placeholder)] }

  package func fact(folded name: String) -> Fact? { places[name].map { facts.values[$0] } }
}

extension Organisation {
  /// The organisation's own words that a placeholder means.
  public func words(placeholder: String) -> String? { foldedWords[folded(placeholder)] }
}

extension Step.Sending {
  /// The channels through which an audience gets it at a level.
  public func channels(for audience: Audience, at level: Level, in organisation: Organisation) -> [Channel] {
    let listed = (audience.channels[level] ?? []).compactMap { organisation.channels[$0] }
    if !isSpoken { return listed.filter { $0.kind != .briefing } }
    let spoken = listed.filter { $0.kind == .briefing }
    if !spoken.isEmpty { return spoken }
    return organisation.channels.values.first { $0.kind == .briefing && $0.reach <= audience.reach }.map {
      [$0]
    } ?? []
  }
}
