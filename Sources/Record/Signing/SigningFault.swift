public import Library
public import Running

/// Why a file of keys, a request or a reply could not be used; nothing was changed.
public enum SigningFault: Error, Hashable, Sendable {
  /// The file is none of what it should be: "an approval request".
  case notOne(of: String, path: String)
  case newerForm(path: String)
  /// The words do not give the digest that stands beside them.
  case wordsChanged(Message.ID, path: String)
  case codeChanged(path: String)
  case openToOthers(path: String)
  case passphraseWrong(path: String)
  case passphraseShort(least: Int)
  case notEnoughMemory
  case noSuchKey(String)
  case severalKeys([String])
  /// The key is there already, and whose it is.
  case keyKnown(owner: String)
  case keyRevoked(owner: String)

  /// What happened and what can be done, in one or two sentences.
  public var message: String {
    switch self {
    case .notOne(let what, let path): "\(path) is not \(what), or only a part of one"
    case .newerForm(let path): "\(path) was written by a newer playbook. Update playbook"
    case .wordsChanged(let id, let path):
      "\(path) was changed after it was made: the words of \(id) are not those whose digest it gives. Ask for the file again"
    case .codeChanged(let path):
      "\(path) was changed after it was made: its code is not the code of its words. Ask for the file again"
    case .openToOthers(let path): "others can read \(path). `chmod 600 \(path)`, then do this again"
    case .passphraseWrong(let path): "that is not the passphrase of \(path), or the file was changed"
    case .passphraseShort(let least):
      "a passphrase needs \(least) characters at least; four words that have nothing to do with each other are good"
    case .notEnoughMemory: "this machine has not the 64 MiB of free memory that locking a key takes"
    case .noSuchKey(let name): "there is no key '\(name)'. `playbook key list` lists them"
    case .severalKeys(let names): "name one of the keys: " + names.joined(separator: ", ")
    case .keyKnown(let owner): "that key is known already, as \(owner)'s"
    case .keyRevoked(let owner):
      "that key of \(owner) was revoked, and cannot be taken up again. `playbook key new` makes another"
    }
  }
}
