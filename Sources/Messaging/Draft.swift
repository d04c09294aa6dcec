public import Digest
public import Library
public import Time

/// A template filled for one channel, language and level, and the audiences that get these words there.
public struct Draft: Hashable, Sendable {
  public let template: Template.ID
  public let channel: Channel.ID
  public let kind: Channel.Kind
  public let language: String
  public let level: Level
  public let audiences: [Audience.ID]
  /// The file that gave the words.
  public let path: String
  public var subject: String?
  /// The exact words: marking, channel prefix and exercise prefix included.
  public var text: String {
    didSet { if !text.utf8.elementsEqual(oldValue.utf8) { layout = nil } }
  }
  public let marking: Marking
  /// Every fact used, those of conditions included.
  public let facts: [Fact.ID]
  /// When the words promise more; nil where they do not.
  public let nextUpdate: Instant?
  /// What filling it found.
  public let problems: [Finding]
  /// What the text's blocks are, as the template has them; nil for posts and once the text is another.
  public private(set) var layout: Layout?

  public init(
    template: Template.ID, channel: Channel.ID, kind: Channel.Kind, language: String, level: Level,
    audiences: [Audience.ID], path: String, subject: String?, text: String, marking: Marking,
    facts: [Fact.ID],
    nextUpdate: Instant?, problems: [Finding], layout: Layout? = nil
  ) {
    self.template = template
    self.channel = channel
    self.kind = kind
    self.language = language
    self.level = level
    self.audiences = audiences
    self.path = path
    self.subject = subject
    self.text = text
    self.marking = marking
    self.facts = facts
    self.nextUpdate = nextUpdate
    self.problems = problems
    self.layout = layout
  }

  /// What an approval is bound to: text, subject, audiences, channel, language, level, marking and mode.
  public func digest(mode: Mode) -> ContentDigest {
    var canonical = CanonicalBytes(purpose: "playbook message 1")
    canonical.append(text)
    canonical.append(optional: subject)
    canonical.append(list: audiences.map(\.text).sorted())
    canonical.append(channel.text)
    canonical.append(language)
    canonical.append(level.rawValue)
    canonical.append(marking.rawValue)
    canonical.append(mode.rawValue)
    return canonical.digest
  }
}

/// One thing that was found on a message, with what was measured and why it matters.
public struct Finding: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case proportion, marking, facts, length
    case readingAge = "reading-age"
    /// The conventional form of the channel, and whether there are words at all.
    case words
    case wording, parts
    case keyMessages = "key-messages"
    /// Where the words send people: addresses and telephone numbers.
    case routes
  }

  public enum Severity: String, CaseIterable, Hashable, Comparable, Sendable {
    case ok, note, warn, stop

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .ok: 0
      case .note: 1
      case .warn: 2
      case .stop: 3
      }
    }
  }

  public let kind: Kind
  public let severity: Severity
  /// What was measured, and the limit: "116 of 160, 1 part".
  public let message: String
  /// Why it matters; nil where the message says it.
  public let why: String?

  /// The author's words that it is about; nil where it is about the whole.
  public let quote: String?

  public init(_ kind: Kind, _ severity: Severity, _ message: String, why: String? = nil, quote: String? = nil)
  {
    (self.kind, self.severity, self.message, self.why, self.quote) = (kind, severity, message, why, quote)
  }
}

/// The findings on one message; it never approves, people do.
public struct Verdict: Hashable, Sendable {
  public let findings: [Finding]

  public init(findings: [Finding]) { self.findings = findings }

  /// Whether it cannot be released as it is.
  public var isStopped: Bool { findings.contains { $0.severity == .stop } }
}

/// A draft and what was found on it.
public struct Judged: Hashable, Sendable {
  public let draft: Draft
  public let verdict: Verdict
}
