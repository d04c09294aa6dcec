import Diagnostics
import OrderedCollections

/// What the organisation refers to that is not there, or that cannot be.
struct OrganisationCheck {
  let organisation: Organisation
  let source: Source?

  func diagnostics() -> [Diagnostic] {
    guard let source else { return [] }
    return deputies(source) + audiences(source) + levels(source) + languages(source)
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
      let seats = [("approve", rules.approve), ("correct", rules.correct ?? [])].flatMap { key, seats in
        seats.enumerated().flatMap { index, seat in
          seat.roles.enumerated().compactMap { inner, role in
            unknown(
              role, "a role", among: organisation.roles.keys, source,
              ["levels", .key(rules.level.rawValue), .key(key), .item(index), .item(inner)])
          }
        }
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
