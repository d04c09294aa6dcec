public import Digest
public import Library
public import Messaging
import OrderedCollections
public import Time

/// An approver's answer to exact words, signed with their key on a machine of their own.
public struct SignedReply: Hashable, Sendable {
  /// As `POST-0007`.
  public let run: String
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
    run: String, mode: Mode, messages: [Message.ID], digests: [ContentDigest], person: String, role: Role.ID,
    refusal: String?, seal: Seal
  ) {
    (self.run, self.mode, self.messages, self.digests) = (run, mode, messages, digests)
    (self.person, self.role, self.refusal, self.seal) = (person, role, refusal, seal)
  }

  /// An answer that is signed now.
  public init(
    signing words: Words, as person: String, role: Role.ID, refusal: String?, at signed: Instant,
    with key: SigningKey
  ) {
    let bytes = words.bytes(person: person, role: role, refusal: refusal, key: key.publicKey, signed: signed)
    self.init(
      run: words.run, mode: words.mode, messages: words.messages, digests: words.digests, person: person,
      role: role, refusal: refusal,
      seal: Seal(key: key.publicKey, signed: signed, asked: words.asked, signature: key.sign(bytes)))
  }

  /// What a request asks to have signed.
  public struct Words: Hashable, Sendable {
    public let run: String
    public let mode: Mode
    public let messages: [Message.ID]
    public let digests: [ContentDigest]
    public let asked: Int

    public init(run: String, mode: Mode, messages: [Message.ID], digests: [ContentDigest], asked: Int) {
      (self.run, self.mode, self.messages, self.digests) = (run, mode, messages, digests)
      self.asked = asked
    }

    /// The bytes that a signature is over.
    fileprivate func bytes(
      person: String, role: Role.ID, refusal: String?, key: PublicKey, signed: Instant
    ) -> [UInt8] {
      var canonical = CanonicalBytes(purpose: "playbook signed reply 1")
      canonical.append(run)
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
    let words = Words(run: run, mode: mode, messages: messages, digests: digests, asked: asked)
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
  /// The approval was withdrawn after the words were sent to be signed.
  case withdrawnSince(Message.ID)
  case takenBefore

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
    if folded(reply.run) != folded(id) || reply.mode != mode {
      return .otherRun(reply.mode == mode ? reply.run : "\(reply.run), \(reply.mode.rawValue)")
    }
    if reply.messages.count != reply.digests.count || !reply.isGenuine { return .notGenuine }
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
