import Diagnostics
import OrderedCollections
import YAML

/// What the organisation refers to that is not there, or that cannot be.
struct OrganisationCheck {
  let organisation: Organisation
  let source: Source?

  func diagnostics() -> [Diagnostic] {
    guard let source else { return [] }
    let seats = (source.root["levels"]?.pairs ?? []).flatMap { pair in
      seatProblems(in: pair.value["approve"], source) + seatProblems(in: pair.value["correct"], source)
    }
    return deputies(source) + audiences(source) + levels(source) + languages(source) + seats
  }

  private func deputies(_ source: Source) -> [Diagnostic] {
    organisation.roles.values.flatMap { role in
      role.deputies.enumerated().compactMap { index, deputy in
        unknown(
          deputy, "a role", among: organisation.roles.keys, source,
          ["roles", .key(role.id.text), "deputies", .item(index)])
      }
    }
  }

  private func levels(_ source: Source) -> [Diagnostic] {
    organisation.levels.values.flatMap { rules -> [Diagnostic] in
      let seats = ["approve", "correct"].flatMap { key in
        roles(in: source.root["levels"]?[rules.level.rawValue]?[key], source)
      }
      let informed = rules.inform.enumerated().compactMap { index, role in
        unknown(
          role, "a role", among: organisation.roles.keys, source,
          ["levels", .key(rules.level.rawValue), "inform", .item(index)])
      }
      let nobody =
        (rules.approve.isEmpty ? [nobodyApproves("approve", rules.level, source)] : [])
        + (rules.correct?.isEmpty ?? false ? [nobodyApproves("correct", rules.level, source)] : [])
      return nobody + seats + informed
    }
  }

  /// The names in seats that are no role, however the seats are written.
  private func roles(in node: Node?, _ source: Source) -> [Diagnostic] {
    guard let node else { return [] }
    if let items = node.items { return items.flatMap { roles(in: $0, source) } }
    if node.pairs != nil { return roles(in: node["of"], source) }
    guard let name = node.text, organisation.roles[Role.ID(name)] == nil else { return [] }
    return [
      Diagnostic(
        .unknownReference, path: source.path, span: node.span, message: "'\(name)' is not a role",
        help: nearest(to: name, among: organisation.roles.keys.map(\.text)).map { "did you mean '\($0)'?" })
    ]
  }

  private func nobodyApproves(_ key: String, _ level: Level, _ source: Source) -> Diagnostic {
    source.diagnostic(
      .badValue, at: "levels", .key(level.rawValue), .key(key),
      message:
        "nobody approves \(key == "correct" ? "a correction" : "what goes out") at '\(level.rawValue)'",
      help: "name a role; with a pre-approval its words can go at once")
  }

  private func audiences(_ source: Source) -> [Diagnostic] {
    organisation.audiences.values.flatMap { audience -> [Diagnostic] in
      let place: [Source.Part] = ["audiences", .key(audience.id.text), "channels"]
      var found: [Diagnostic] = []
      var seen: Set<Channel.ID> = []
      for level in Level.allCases {
        for id in audience.channels[level] ?? [] where seen.insert(id).inserted {
          guard let channel = organisation.channels[id] else {
            found += [
              unknown(
                id, "a channel", among: organisation.channels.keys, source, place + [.key(level.rawValue)])
            ]
            .compactMap { $0 }
            continue
          }
          if channel.reach > audience.reach {
            found.append(
              Diagnostic(
                .channelBeyondAudience, path: source.path, span: source.span(place + [.key(level.rawValue)]),
                message:
                  "'\(id)' reaches the \(channel.reach.rawValue), and \(audience.title) is \(audience.reach.rawValue)",
                help: "use a channel of no wider reach than the audience"))
          }
        }
      }
      return found
    }
  }

  private func languages(_ source: Source) -> [Diagnostic] {
    let tags =
      [(organisation.language, [Source.Part.key("language")])]
      + organisation.audiences.values.flatMap { audience in
        audience.languages.map { ($0, ["audiences", .key(audience.id.text), "languages"]) }
      }
    return tags.filter { !isLanguageTag($0.0) }.map { tag, place in
      Diagnostic(
        .badValue, path: source.path, span: source.span(place), message: "'\(tag)' is not a language tag",
        help: "write it as en-GB, cy or ne")
    }
  }

  private func unknown<Kind>(
    _ name: Name<Kind>, _ kind: String, among known: some Collection<Name<Kind>>, _ source: Source,
    _ place: [Source.Part]
  ) -> Diagnostic? {
    if known.contains(name) { return nil }
    let near = nearest(to: name.text, among: known.map(\.text))
    return Diagnostic(
      .unknownReference, path: source.path, span: source.span(place),
      message: "'\(name)' is not \(kind) of the organisation", help: near.map { "did you mean '\($0)'?" })
  }
}
