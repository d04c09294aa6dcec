public import Digest
public import Library
public import Messaging
import OrderedCollections
public import Running
public import Time

/// Words that go to an approver's own machine, with all that they need to judge them.
public struct ApprovalRequest: Sendable {
  public let run: String
  public let identity: ContentDigest
  public let mode: Mode
  public let playbook: String
  public let organisation: String
  /// A name of the IANA time zone database.
  public let timeZone: String
  /// Who asks.
  public let by: String
  public let made: Instant
  /// Whom it is for; nil where anybody in one of the roles may answer.
  public let person: String?
  public let messages: [Asked]
  /// The roles that fill a seat of every message, and what they are called.
  public let roles: [AskedRole]
  public let asked: Int
  public let code: SpokenCode

  /// One message, with where it goes in words.
  public struct Asked: Sendable {
    public let id: Message.ID
    public let draft: Draft
    public let channel: String
    public let audiences: [String]
    /// What was found on it, as "warn: …".
    public let findings: [String]
  }

  public struct AskedRole: Sendable {
    public let id: Role.ID
    public let title: String
  }

  public var words: SignedReply.Words {
    .init(
      run: run, identity: identity, mode: mode, messages: messages.map(\.id),
      digests: messages.map { $0.draft.digest(mode: mode) }, asked: asked)
  }

  /// Nil where a message is not there.
  public init?(
    _ ids: [Message.ID], of run: Run, by officer: String, for person: String?, now: Instant, roster: Roster
  ) {
    let found = ids.compactMap { run.messages[$0] }
    guard found.count == ids.count, let code = run.code(for: ids) else { return nil }
    self.run = run.id
    identity = run.identity
    mode = run.mode
    playbook = run.playbook.title
    organisation = run.organisation.name
    timeZone = run.organisation.timeZone
    by = officer
    made = now
    self.person = person
    self.code = code
    asked = found.compactMap(\.requests.last).max() ?? run.sequence
    messages = found.map { message in
      Asked(
        id: message.id, draft: message.draft,
        channel: run.organisation.channels[message.draft.channel]?.title ?? message.draft.channel.text,
        audiences: message.draft.audiences.map { run.organisation.title(of: $0) },
        findings: run.verdict(on: message, at: now).findings.filter { $0.severity > .ok }.map {
          "\($0.severity.rawValue): \($0.message)"
        })
    }
    let fillers = found.map { Set(run.seats(of: $0).flatMap(run.fillers)) }
    let shared = fillers.first?.filter { role in fillers.allSatisfy { $0.contains(role) } } ?? []
    // Somebody whom the roster knows answers in a role that it gives them.
    let held = roster.people.first { folded($0.name) == folded(person ?? "") }.map { Set($0.roles) }
    roles = shared.filter { held?.contains($0) ?? true }.sorted().map {
      AskedRole(id: $0, title: run.title(of: $0))
    }
  }

  /// Reads a request; its words must give the digests and the code that stand in it.
  public init(file: [UInt8], path: String) throws(SigningFault) {
    let form = try RequestForm(file: file, path: path)
    guard let mode = Mode(rawValue: form.mode), let identity = ContentDigest(hex: form.identity),
      Instant.writable.contains(Instant(seconds: form.made)),
      !form.messages.isEmpty, !form.roles.isEmpty
    else { throw .notOne(of: RequestForm.words, path: path) }
    run = form.run
    self.identity = identity
    self.mode = mode
    (playbook, organisation, timeZone) = (form.playbook, form.organisation, form.timeZone)
    (by, person) = (form.by, form.person)
    made = Instant(seconds: form.made)
    asked = form.asked
    roles = form.roles.map { AskedRole(id: .init($0.id), title: $0.title) }
    var read: [Asked] = []
    for one in form.messages {
      guard let draft = one.draft.draft else { throw .notOne(of: RequestForm.words, path: path) }
      let id = Message.ID(one.id)
      if draft.digest(mode: mode).hex != one.digest { throw .wordsChanged(id, path: path) }
      read.append(
        Asked(id: id, draft: draft, channel: one.channel, audiences: one.audiences, findings: one.findings))
    }
    messages = read
    code = SpokenCode(of: read.map { $0.draft.digest(mode: mode) })
    if code.description != form.code { throw .codeChanged(path: path) }
  }

  public func file() -> [UInt8] {
    var form = RequestForm(
      run: run, identity: identity.hex, mode: mode.rawValue, playbook: playbook, organisation: organisation,
      timeZone: timeZone,
      by: by,
      made: made.seconds, person: person, asked: asked, code: code.description, messages: [], roles: [])
    form.messages = messages.map {
      .init(
        id: $0.id.text, channel: $0.channel, audiences: $0.audiences, findings: $0.findings,
        digest: $0.draft.digest(mode: mode).hex, draft: DraftForm($0.draft))
    }
    form.roles = roles.map { .init(id: $0.id.text, title: $0.title) }
    return form.file()
  }
}

/// A request as it stands in its file.
private struct RequestForm: SigningForm {
  static let title = "playbook approval request"
  static let words = "an approval request"

  var v = Self.version
  var kind = Self.title
  let run: String
  let identity: String
  let mode: String
  let playbook: String
  let organisation: String
  let timeZone: String
  let by: String
  let made: Int64
  let person: String?
  let asked: Int
  let code: String
  var messages: [MessageForm]
  var roles: [RoleForm]

  struct MessageForm: Codable {
    let id: String
    let channel: String
    let audiences: [String]
    let findings: [String]
    let digest: String
    let draft: DraftForm
  }

  struct RoleForm: Codable {
    let id: String
    let title: String
  }
}
