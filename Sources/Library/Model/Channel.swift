/// How words travel.
public struct Channel: Hashable, Sendable {
  public typealias ID = Name<Channel>

  /// What a channel is; it fixes the limits.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case email, sms, x, facebook
    case webPage = "web-page"
    case pressRelease = "press-release"
    case resilienceDirect = "resilience-direct"
    case briefing, letter
    case capAlert = "cap-alert"

    /// Whether it is a document, with a marking at its top and bottom and room for every part of a message.
    public var isDocument: Bool {
      switch self {
      case .email, .webPage, .pressRelease, .resilienceDirect, .briefing, .letter, .capAlert: true
      case .sms, .x, .facebook: false
      }
    }

    /// Whether words of this kind have every part of a message: what is short, spoken or a pointer has not.
    public var hasEveryPart: Bool {
      switch self {
      case .email, .webPage, .pressRelease, .letter: true
      case .sms, .x, .facebook, .resilienceDirect, .briefing, .capAlert: false
      }
    }

    /// Whether it comes to people by itself; the others are looked for, or read in passing.
    public var comesToPeople: Bool {
      switch self {
      case .email, .sms, .briefing, .letter, .capAlert: true
      case .x, .facebook, .webPage, .pressRelease, .resilienceDirect: false
      }
    }

    /// Whether everybody can read it, whoever is addressed.
    public var isOpen: Bool {
      switch self {
      case .x, .facebook, .webPage, .pressRelease: true
      case .email, .sms, .resilienceDirect, .briefing, .letter, .capAlert: false
      }
    }

    /// Whether a file of this kind begins with `Subject:`.
    public var hasSubject: Bool {
      switch self {
      case .email, .webPage, .pressRelease, .resilienceDirect, .letter: true
      case .sms, .x, .facebook, .briefing, .capAlert: false
      }
    }
  }

  public let id: ID
  public let kind: Kind
  public let title: String
  public let reach: Reach
  /// The highest marking it may carry.
  public let ceiling: Marking
  /// Put before every message and counted against its limit.
  public let prefix: String
  /// Whether the marking stands in the text of even an unmarked kind.
  public let alwaysShowsMarking: Bool
}

extension Channel {
  /// A channel of a kind that the organisation has not set up: its limits alone matter.
  public static func plain(_ kind: Kind) -> Channel {
    Channel(
      id: ID(kind.rawValue), kind: kind, title: kind.rawValue, reach: .public, ceiling: .official, prefix: "",
      alwaysShowsMarking: false)
  }
}
