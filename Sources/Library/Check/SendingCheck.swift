import Diagnostics
import OrderedCollections

/// Whether every message that a playbook sends has its words.
struct SendingCheck {
  let library: Library
  let sources: [String: Source]
  let unread: Set<String>

  private var organisation: Organisation { library.organisation }

  func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    // Many playbooks may send one template: what is wrong with its words is told once.
    var told: Set<Diagnostic> = []
    // And many send it to the same audiences: that they all have words is found out once.
    var supplied: Set<Use.Supply> = []
    var reached: Set<Use.Supply> = []
    var said: [Template.ID: [Wording.Mention]] = [:]
    for playbook in library.playbooks.values {
      guard let source = sources[playbook.path] else { continue }
      // What a playbook's facts say of a template's samples is the same at each of its steps.
      var sampled: Set<Template.ID> = []
      for (index, step) in playbook.steps.values.enumerated() {
        guard case .send(let sending) = step.action, let template = library.templates[sending.template] else {
          continue
        }
        let mentions = said[template.id] ?? template.distinctMentions
        said[template.id] = mentions
        let use = Use(
          library: library, unread: unread, playbook: playbook, source: source, step: index,
          sending: sending, template: template, mentions: mentions)
        let missing = supplied.contains(use.supply) ? [] : use.missingWords()
        if missing.isEmpty { supplied.insert(use.supply) }
        let isNew = sampled.insert(template.id).inserted
        let unreached = reached.contains(use.supply) ? [] : use.unreached()
        if sending.level != nil, unreached.isEmpty { reached.insert(use.supply) }
        let own = isNew ? use.placeholders() + use.samples(sources) : []
        for diagnostic in unreached + missing + own where told.insert(diagnostic).inserted {
          found.append(diagnostic)
        }
      }
    }
    return found
  }
}

/// One step's use of one template.
private struct Use {
  let library: Library
  let unread: Set<String>
  let playbook: Playbook
  let source: Source
  let step: Int
  let sending: Step.Sending
  let template: Template
  /// What the template's words name, each once.
  let mentions: [Wording.Mention]

  private var organisation: Organisation { library.organisation }

  /// All that decides which words are needed.
  struct Supply: Hashable {
    let template: Template.ID
    let audiences: [Audience.ID]
    let level: Level?
    let isSpoken: Bool
  }

  var supply: Supply {
    Supply(
      template: template.id, audiences: sending.audiences, level: sending.level, isSpoken: sending.isSpoken)
  }

  private var levels: [Level] { sending.level.map { [$0] } ?? Level.allCases }

  /// Audiences that get it through no channel at a level that can come.
  func unreached() -> [Diagnostic] {
    sending.audiences.enumerated().compactMap { position, id in
      guard let audience = organisation.audiences[id] else { return nil }
      let coming = sending.level.map { [$0] } ?? playbook.proportion.map { $0.audiences[id] ?? $0.level }
      let silent = Level.allCases.filter(coming.contains).filter { level in
        // A name that is no channel is told where the organisation gives it.
        let isWhole = (audience.channels[level] ?? []).allSatisfy { organisation.channels[$0] != nil }
        return isWhole && sending.channels(for: audience, at: level, in: organisation).isEmpty
      }
      if silent.isEmpty { return nil }
      let levels = silent.map(\.rawValue).joined(separator: ", ")
      return source.diagnostic(
        .audienceWithoutChannel, at: "steps", .item(step), "to", .item(position),
        message: "\(audience.title) gets '\(template.id)' through no channel at \(levels)",
        help: sending.isSpoken
          ? "give the organisation a briefing channel of no wider reach than the audience"
          : "give the audience a channel for the level that is no briefing, or take it out of 'to'")
    }
  }

  /// Channels that an audience needs and the template has no file for.
  func missingWords() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (position, id) in sending.audiences.enumerated() {
      guard let audience = organisation.audiences[id] else { continue }
      for language in audience.languages {
        var missing: OrderedDictionary<String, [Level]> = [:]
        for level in levels {
          for channel in sending.channels(for: audience, at: level, in: organisation)
          where template.wording(for: channel, level: level, language: language, own: organisation.language)
            == nil && !isUnread(channel)
          {
            missing[channel.kind.rawValue, default: []].append(level)
          }
        }
        for (kind, levels) in missing {
          let isOwn = sameLanguage(language, organisation.language)
          found.append(
            source.diagnostic(
              .missingWords, at: "steps", .item(step), "to", .item(position),
              message: "'\(template.id)' has no words by \(kind) for \(audience.title)"
                + (isOwn ? "" : " in '\(language)'")
                + " at \(levels.map(\.rawValue).joined(separator: ", "))",
              help: "write templates/\(template.id)/\(kind)\(isOwn ? "" : "." + language).md"))
        }
      }
    }
    return found
  }

  /// Whether the template has a file for the channel that could not be read.
  private func isUnread(_ channel: Channel) -> Bool {
    unread.contains { path in
      [channel.id.text, channel.kind.rawValue].contains { path.hasPrefix("templates/\(template.id)/\($0).") }
    }
  }

  /// Names in the words that mean nothing in this playbook.
  func placeholders() -> [Diagnostic] {
    // Most words are in order, and name the same facts in file after file.
    if mentions.allSatisfy(isSound) { return [] }
    var found: [Diagnostic] = []
    for wording in template.wordings {
      for mention in wording.mentions {
        let segment = mention.segment
        if let fact = playbook.fact(folded: mention.name) {
          if let problem = misuse(of: fact, in: segment, wording) { found.append(problem) }
        } else if let name = segment.reads, !isStanding(mention.name) || !segment.isPlaceholder {
          let known =
            playbook.facts.keys.map(\.text) + StandingWord.allCases.map(\.rawValue) + organisation.words.keys
          found.append(
            Diagnostic(
              .unknownPlaceholder, path: wording.path, span: segment.span,
              message: "'\(name)' is not a fact of the playbook '\(playbook.id)', which sends these words",
              help: nearest(to: name, among: known).map { "did you mean '\($0)'?" } ?? factsThereAre))
        }
      }
    }
    return found
  }

  /// The first facts that words may name, for whoever has none of their names in mind.
  private var factsThereAre: String? {
    let most = 5
    let names = playbook.facts.keys.prefix(most).map { "'\($0)'" }.joined(separator: ", ")
    if names.isEmpty { return "the playbook has no facts" }
    return "its facts are \(names)"
      + (playbook.facts.count > most ? " and \(playbook.facts.count - most) more" : "")
  }

  private func isSound(_ mention: Wording.Mention) -> Bool {
    guard let fact = playbook.fact(folded: mention.name) else {
      return mention.segment.reads == nil || isStanding(mention.name) && mention.segment.isPlaceholder
    }
    return problem(of: fact, in: mention.segment) == nil
  }

  private func isStanding(_ name: String) -> Bool {
    StandingWord(folded: name) != nil || organisation.foldedWords[name] != nil
  }

  private func misuse(of fact: Fact, in segment: Segment, _ wording: Wording) -> Diagnostic? {
    problem(of: fact, in: segment).map {
      Diagnostic(
        .unknownPlaceholder, path: wording.path, span: segment.span, message: $0.message, help: $0.help)
    }
  }

  /// A condition that a fact of this kind cannot answer.
  private func problem(of fact: Fact, in segment: Segment) -> (message: String, help: String)? {
    guard case .conditional(let choice, _) = segment.content else { return nil }
    switch (choice, fact.kind) {
    case (.yes, .yesNo), (.no, .yesNo), (.likely, _), (.known, _), (.level, _): return nil
    case (.yes(let name), _), (.no(let name), _):
      return (
        "'\(name)' is not a yes-no fact", "write ((\(name): option??words)) or ((\(name) known??words))"
      )
    case (.option(let name, let option), .choice(let options)),
      (.option(let name, let option), .choices(let options)):
      if options.keys.contains(where: { folded($0) == folded(option) }) { return nil }
      return (
        "'\(option)' is not an option of '\(name)'", "its options are \(options.keys.joined(separator: ", "))"
      )
    case (.option(let name, _), _):
      return ("'\(name)' has no options", "use a choice, or ((\(name) known??words))")
    }
  }

  /// Samples that name what is not there.
  func samples(_ sources: [String: Source]) -> [Diagnostic] {
    guard let source = sources["templates/\(template.id)/template.yaml"] else { return [] }
    var found: [Diagnostic] = []
    for (name, facts) in template.samples {
      for (id, typed) in facts {
        // A template that several playbooks send may have facts of another one.
        guard let fact = playbook.facts[id] else { continue }
        if let problem = fact.problem(withSample: typed) {
          found.append(
            source.diagnostic(
              .badSample, at: "samples", .key(name), .key(id.text), message: problem,
              help: "write it as an officer would type it"))
        }
      }
    }
    return found
  }
}

extension Template {
  /// What the words of all files name, one mention of each kind.
  fileprivate var distinctMentions: [Wording.Mention] {
    var seen: Set<String> = []
    return wordings.flatMap(\.mentions).filter { mention in
      switch mention.segment.content {
      case .words, .placeholder: seen.insert(mention.name).inserted
      case .conditional(let choice, _): seen.insert("\(mention.name)??\(choice)").inserted
      }
    }
  }
}

extension Segment {
  fileprivate var isPlaceholder: Bool { if case .placeholder = content { true } else { false } }
}
