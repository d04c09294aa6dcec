import Digest
import Library
import Messaging
public import Running
import Time

extension SignedReply {
  /// Reads a reply; whether it is genuine is for the run to say.
  public init(file: [UInt8], path: String) throws(SigningFault) {
    let form = try ReplyForm(file: file, path: path)
    let digests = form.digests.compactMap { ContentDigest(hex: $0) }
    guard let mode = Mode(rawValue: form.mode), let identity = ContentDigest(hex: form.identity),
      let key = PublicKey(hex: form.key),
      let signature = Signature(hex: form.signature), digests.count == form.messages.count,
      !digests.isEmpty, Instant.writable.contains(Instant(seconds: form.signed))
    else { throw .notOne(of: ReplyForm.words, path: path) }
    self.init(
      run: form.run, identity: identity, mode: mode, messages: form.messages.map { .init($0) },
      digests: digests,
      person: form.person, role: .init(form.role), refusal: form.refusal,
      seal: Seal(key: key, signed: Instant(seconds: form.signed), asked: form.asked, signature: signature))
  }

  public func file() -> [UInt8] {
    ReplyForm(
      run: run, identity: identity.hex, mode: mode.rawValue, messages: messages.map(\.text),
      digests: digests.map(\.hex),
      asked: asked, person: person, role: role.text, refusal: refusal, key: seal.key.description,
      signed: seal.signed.seconds, signature: seal.signature.description
    ).file()
  }
}

/// A reply as it stands in its file.
private struct ReplyForm: SigningForm {
  static let title = "playbook signed reply"
  static let words = "a signed reply"

  var v = Self.version
  var kind = Self.title
  let run: String
  let identity: String
  let mode: String
  let messages: [String]
  let digests: [String]
  let asked: Int
  let person: String
  let role: String
  let refusal: String?
  let key: String
  let signed: Int64
  let signature: String
}
