public import Diagnostics
public import Digest
public import OrderedCollections
public import Time

/// The words of one message: one file for each channel, with variants for a level or a language.
public struct Template: Sendable {
  public typealias ID = Name<Template>

  public let id: ID
  public let title: String
  public let purpose: String?
  public let owner: Role.ID
  public let reviewBy: CivilDate
  public let marking: Marking
  /// Parts that the words promise.
  public let parts: [Part]
  public let keyMessages: [KeyMessage.ID]
  /// The templates whose words it puts right.
  public let corrects: [ID]
  /// Words that stand in for a fact that is not known.
  public let ifNotKnown: OrderedDictionary<Fact.ID, String>
  /// Filled examples: name to fact to what an officer would type.
  public let samples: OrderedDictionary<String, OrderedDictionary<Fact.ID, String>>
  /// What its alerts say about themselves.
  public let alert: AlertValues
  public let preApprovals: [PreApproval]
  public let wordings: [Wording]

  public enum Part: String, CaseIterable, Hashable, Sendable {
    case known
    case notKnown = "not-known"
    case doing
    case `do`
    case `where`
    case next, feedback
  }
}

extension Template.Part {
  /// The part as people call it.
  public var title: String {
    switch self {
    case .known: "what is known"
    case .notKnown: "what is not known"
    case .doing: "what is being done"
    case .do: "what to do"
    case .where: "where to look"
    case .next: "when more follows"
    case .feedback: "where to give feedback"
    }
  }
}

/// One file of a template.
public struct Wording: Sendable {
  /// A channel's id or its kind.
  public let channel: String
  public let level: Level?
  /// A BCP 47 tag; nil for the library's own language.
  public let language: String?
  /// Where it was read from, inside the library.
  public let path: String
  /// The file's own bytes.
  let bytes: [UInt8]
  public let subject: [Segment]
  public let body: [Segment]
  /// What the subject and the body name, in their order.
  public let mentions: [Mention]

  /// The digest of the file's bytes; worked out when asked for, for only pre-approvals need it.
  public var digest: ContentDigest { .sha256(of: bytes) }

  /// A segment that names a fact or a standing word.
  public struct Mention: Sendable {
    public let segment: Segment
    /// The name, folded.
    public let name: String
  }
}

/// A stretch of a template's text.
public struct Segment: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case words(String)
    /// A fact or a standing word, as the author wrote its name.
    case placeholder(String)
    /// Words that stand only where the condition holds.
    case conditional(Choice, String)
  }

  /// What decides on conditional words; names as the author wrote them.
  public enum Choice: Hashable, Sendable {
    case yes(String)
    case no(String)
    case option(String, String)
    case likely(String)
    case known(String)
    case level(atLeast: Level, atMost: Level)
  }

  public let span: Span
  public let content: Content

  public init(span: Span, content: Content) { (self.span, self.content) = (span, content) }
}

/// A role's standing agreement to a template's files as they are, until a date.
public struct PreApproval: Hashable, Sendable {
  public let role: Role.ID
  /// Who agreed, by name or post.
  public let by: String
  public let until: CivilDate
  /// Signpost or reassure alone.
  public let levels: [Level]
  /// File name to the digest it was agreed with.
  public let files: [String: ContentDigest]

  public init(role: Role.ID, by: String, until: CivilDate, levels: [Level], files: [String: ContentDigest]) {
    self.role = role
    self.by = by
    self.until = until
    self.levels = levels
    self.files = files
  }
}
