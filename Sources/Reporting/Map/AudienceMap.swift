public import Library
import OrderedCollections

/// Who is reached how at each level: every audience with its channels.
public struct AudienceMap: Encodable, Sendable {
  public let organisation: String
  /// The organisation's own language, a BCP 47 tag.
  public let language: String
  public let marking: String
  /// The playbook whose audiences these are; nil for all of the organisation's.
  public let playbook: String?
  public let audiences: [Entry]

  /// One audience.
  public struct Entry: Encodable, Sendable {
    public let id: String
    public let title: String
    public let who: String?
    /// How far its words travel: `internal`, `partner` or `public`.
    public let reach: String
    /// The highest marking that it may see.
    public let marking: String
    public let languages: [String]
    public let levels: [Cell]
  }

  /// The channels of one audience at one level.
  public struct Cell: Encodable, Equatable, Sendable {
    public let level: String
    public let channels: [ChannelEntry]

    /// The channels' titles; `nothing` where there are none.
    var words: [String] { channels.isEmpty ? ["nothing"] : channels.map(\.title) }
  }

  /// One channel.
  public struct ChannelEntry: Encodable, Equatable, Sendable {
    public let id: String
    public let kind: String
    public let title: String
  }

  /// Of every audience of an organisation, or of those that one playbook speaks to.
  public init(of organisation: Organisation, for playbook: Playbook? = nil) {
    self.organisation = organisation.name
    self.playbook = playbook?.title
    language = organisation.language
    marking = organisation.marking.rawValue
    let addressed = playbook.map { playbook in
      Set(
        playbook.steps.values.flatMap { step -> [Audience.ID] in
          if case .send(let sending) = step.action { sending.audiences } else { [] }
        })
    }
    audiences = organisation.audiences.values.filter { addressed?.contains($0.id) ?? true }.map { audience in
      Entry(
        id: audience.id.text, title: audience.title, who: audience.who, reach: audience.reach.rawValue,
        marking: audience.marking.rawValue, languages: audience.languages,
        levels: Level.allCases.map { level in
          Cell(
            level: level.rawValue,
            channels: (audience.channels[level] ?? []).map { id in
              let channel = organisation.channels[id]
              return ChannelEntry(
                id: id.text, kind: channel?.kind.rawValue ?? "", title: channel?.title ?? id.text)
            })
        })
    }
  }

  /// What it is a map of.
  var title: String { "Who is reached how" + (playbook.map { ": \($0)" } ?? "") }
}
