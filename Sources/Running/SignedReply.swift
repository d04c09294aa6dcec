public import Digest
public import Library
public import Messaging
import OrderedCollections
public import Time

/// An approver's answer to exact words, signed with their key on a machine of their own.
public struct SignedReply: Hashable, Sendable {
  /// As `POST-0007`.
  public let run: String
  /// What tells the run from others of its number.
  public let identity: ContentDigest
  public let mode: Mode
  public let messages: [Message.ID]
  /// The digest of each message's words as they were signed.
  public let digests: [ContentDigest]
  /// The run's last event when the words were sent to be signed; what was taken back later is not given anew by it.
  public var asked: Int { seal.asked }
  public let person: String
  public let role: Role.ID
  /// Why the words should not go out; nil where they were approved.
  public let refusal: String?
  public let seal: Seal

  /// Who signed, when, and the signature itself.
  public struct Seal: Hashable, Sendable {
    public let key: PublicKey
    /// By the clock of the machine that signed.
    public let signed: Instant
    public let asked: Int
    public let signature: Signature

    public init(key: PublicKey, signed: Instant, asked: Int, signature: Signature) {
      (self.key, self.signed, self.asked, self.signature) = (key, signed, asked, signature)
    }
  }

  public init(
    run: String, identity: ContentDigest, mode: Mode, messages: [Message.ID], digests: [ContentDigest],
    person: String, role: Role.ID, refusal: String?, seal: Seal
  ) {
    (self.run, self.identity, self.mode) = (run, identity, mode)
    (self.messages, self.digests) = (messages, digests)
    (self.person, self.role, self.refusal, self.seal) = (person, role, refusal, seal)
  }

  /// An answer that is signed now.
  public init(
    signing words: Words, as person: String, role: Role.ID, refusal: String?, at signed: Instant,
    with key: SigningKey
  ) {
    let bytes = words.bytes(person: person, role: role, refusal: refusal, key: key.publicKey, signed: signed)
    self.init(
      run: words.run, identity: words.identity, mode: words.mode, messages: words.messages,
      digests: words.digests, person: person,
      role: role, refusal: refusal,
      seal: Seal(key: key.publicKey, signed: signed, asked: words.asked, signature: key.sign(bytes)))
  }

  /// What a request asks to have signed.
  public struct Words: Hashable, Sendable {
    public let run: String
    public let identity: ContentDigest
    public let mode: Mode
    public let messages: [Message.ID]
    public let digests: [ContentDigest]
    public let asked: Int

    public init(
      run: String, identity: ContentDigest, mode: Mode, messages: [Message.ID], digests: [ContentDigest],
      asked: Int
    ) {
      (self.run, self.identity, self.mode) = (run, identity, mode)
      (self.messages, self.digests, self.asked) = (messages, digests, asked)
    }

    /// The bytes that a signature is over.
    fileprivate func bytes(
      person: String, role: Role.ID, refusal: String?, key: PublicKey, signed: Instant
    ) -> [UInt8] {
      var canonical = CanonicalBytes(purpose: "playbook signed reply 1")
      canonical.append(run)
      canonical.append(identity.bytes)
      canonical.append(mode.rawValue)
      canonical.append(list: messages.map(\.text))
      canonical.append(list: digests.map(\.hex))
      canonical.append(String(asked))
      canonical.append(person)
      canonical.append(role.text)
      canonical.append(optional: refusal)
      canonical.append(key.bytes)
      canonical.append(String(signed.seconds))
      return canonical.bytes
    }
  }

  /// Whether the signature is the key's over everything else that stands here.
  public var isGenuine: Bool {
    let words = Words(
      run: run, identity: identity, mode: mode, messages: messages, digests: digests, asked: asked)
    let bytes = words.bytes(
      person: person, role: role, refusal: refusal, key: seal.key, signed: seal.signed)
    return seal.key.verifies(seal.signature, of: bytes)
  }
}

/// Why a signed reply was not taken.
public enum ReplyProblem: Hashable, Sendable {
  /// It is about another run, or was signed for an exercise of the same name.
  case otherRun(String)
  /// It was changed after it was signed.
  case notGenuine
  case unknownKey(SpokenCode)
  /// The key is somebody else's.
  case keyOf(String)
  case revokedKey(since: Instant, reason: String)
  /// The words have changed since they were signed.
  case otherWords(Message.ID)
  /// The run never asked for it.
  case neverAsked
  /// The approval was withdrawn after the words were sent to be signed.
  case withdrawnSince(Message.ID)
  case takenBefore
  case keysUnreadable

  /// Why, in the officer's terms.
  public func message(from person: String, in run: Run) -> String {
    switch self {
    case .otherRun(let other): "it is for \(other)"
    case .notGenuine: "it was changed after it was signed, or the signature is no signature of that key"
    case .unknownKey(let name):
      "nobody here holds the key \(name). `playbook key add FILE` takes it up, once \(person) has read that name out"
    case .keyOf(let owner): "the key is \(owner)'s, not \(person)'s"
    case .revokedKey(let since, let reason): "the key was revoked at \(run.clock(since)): \(reason)"
    case .otherWords(let id): "the words of \(id) are not the words that were signed. Ask for the new ones"
    case .withdrawnSince(let id): "approval of \(id) was withdrawn after that request was made. Ask anew"
    case .neverAsked: "this run made no such request, or it is of another run of the same number"
    case .keysUnreadable: "the file of known keys cannot be read"
    case .takenBefore: "it has been taken before"
    }
  }
}

extension Run {
  /// What a signed reply makes happen, where its signature, its key and its words hold.
  func taking(_ reply: SignedReply, at moment: Moment) throws(Refusal) -> [Event.Content] {
    if let problem = problem(with: reply, moment.roster) {
      throw .replyRefused(person: reply.person, problem)
    }
    let messages = try opened(reply.messages)
    for message in messages where !message.requests.contains(reply.asked) {
      throw .replyRefused(person: reply.person, .neverAsked)
    }
    for (message, digest) in zip(messages, reply.digests) where message.draft.digest(mode: mode) != digest {
      throw .replyRefused(person: reply.person, .otherWords(message.id))
    }
    if let reason = reply.refusal {
      try checkSeat(of: reply.person, role: reply.role, for: messages, in: moment.roster)
      let reason = try given(reason, for: "returning a message")
      return [
        .returned(
          reply.messages,
          Objection(person: reply.person, role: reply.role, reason: reason, seal: reply.seal))
      ]
    }
    for message in messages where message.lastWithdrawal.map({ $0 > reply.asked }) ?? false {
      throw .replyRefused(person: reply.person, .withdrawnSince(message.id))
    }
    return try approving(
      messages,
      Approval(
        person: reply.person, role: reply.role, how: .signed, digests: reply.digests, seal: reply.seal),
      at: moment)
  }

  private func problem(with reply: SignedReply, _ roster: Roster) -> ReplyProblem? {
    if reply.identity != identity {
      return .otherRun("another run of the name \(reply.run)")
    }
    if folded(reply.run) != folded(id) || reply.mode != mode {
      return .otherRun(reply.mode == mode ? reply.run : "\(reply.run), \(reply.mode.rawValue)")
    }
    if reply.messages.count != reply.digests.count || !reply.isGenuine { return .notGenuine }
    if roster.areKeysUnreadable { return .keysUnreadable }
    guard let trusted = roster.keys.first(where: { $0.key == reply.seal.key }) else {
      return .unknownKey(reply.seal.key.fingerprint)
    }
    if folded(trusted.owner) != folded(reply.person) { return .keyOf(trusted.owner) }
    if let revoked = trusted.revoked { return .revokedKey(since: revoked.at, reason: revoked.reason) }
    let seals = messages.values.flatMap {
      $0.approvals.compactMap(\.seal) + $0.objections.compactMap(\.objection.seal)
    }
    return seals.contains(reply.seal) ? .takenBefore : nil
  }
}

extension Run {
  /// What tells this run from others of its number, in other records: what it began with, when and by whom.
  public var identity: ContentDigest {
    var canonical = CanonicalBytes(purpose: "playbook run 1")
    canonical.append(start.run)
    canonical.append(start.playbook.text)
    canonical.append(start.mode.rawValue)
    canonical.append(String(start.zero.seconds))
    canonical.append(start.library.bytes)
    canonical.append(String(startedAt.seconds))
    canonical.append(starter)
    return canonical.digest
  }
}
