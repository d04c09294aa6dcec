import ArgumentParser
import Console
import Diagnostics
import Digest
import Library
import Record
import Reporting
import Running
import System
import Time

/// `playbook key`: keys that approvers sign with.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make, list and revoke the keys that approvers sign with.",
    discussion: """
      An approver makes a key on a machine of their own with `new`, and gives the line that it prints, the key's \
      card, to those who keep the record. They take it up with `add`, once the approver has read out the key's name \
      over the phone. A revoked key stays listed: what it signed before is known, and counts for nothing that is not \
      yet sent.
      """,
    subcommands: [
      KeyNewCommand.self, KeyCardCommand.self, KeyAddCommand.self, KeyListCommand.self, KeyRevokeCommand.self,
      KeyHelpCommand.self,
    ],
    defaultSubcommand: KeyHelpCommand.self)
}

/// `playbook key` alone: help, or what is wrong with a word that is no command of it.
struct KeyHelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Describe the commands below this one.", shouldDisplay: false)

  @Argument(help: .hidden) var unknown: [String] = []

  func run() throws {
    guard let word = unknown.first else {
      return Output.data(PlaybookCommand.helpMessage(for: KeyCommand.self))
    }
    try reporting {
      let near = nearest(to: word, among: ["new", "card", "add", "list", "revoke"])
      let hint = near.map { ". Did you mean '\($0)'?" } ?? ": take new, card, add, list or revoke"
      throw Failure(.usage, "'\(word)' is not a command of key" + hint)
    }
  }
}

struct KeyNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a key of your own, locked with a passphrase, and print its card.",
    discussion: """
      The passphrase is asked for on the terminal; a script gives it in PLAYBOOK_PASSPHRASE, or in a file that only \
      its owner can read.
      """)

  @Option(help: .value("name", "Your name, as the roster has it.")) var name: String
  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let owner = visible(Home.trimmed(name))
      if owner.isEmpty { throw Failure(.usage, "whose key is it? Give --name NAME") }
      let chosen = try passphrase.choose(display)
      let folder = try state.folder()
      guard let key = SigningKey(seed: SystemRandom.bytes(SigningKey.seedCount)),
        let sealed = SealedKey(key, passphrase: chosen, random: SystemRandom.bytes(SealedKey.randomCount))
      else { throw SigningFault.notEnoughMemory }
      let file = try KeyFile.make(sealed, owner: owner, at: SystemClock.now(), in: folder)
      Output.data(file.card)
      if !display.quiet {
        Output.error(
          """
          \(file.path) holds the key, locked. Without its passphrase it is of no use to anybody, you included.
          Give the line above to those who keep the record, and read them the key's name over the phone: \(file.name)
          """)
      }
    }
  }
}

struct KeyCardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card", abstract: "Print the card of your own key once more.")

  @Argument(help: .value("key", "The key's name, as K7PX-3NRA; the only one where it is left out."))
  var key: String?
  @OptionGroup var state: StateOptions

  func run() throws {
    try reporting { Output.data(try ownKey(key, in: try state.folder()).card) }
  }
}

struct KeyAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Take up an approver's key from its card.",
    discussion: """
      Ask the approver for the key's name over the phone and give it as --name: a card that somebody else sent has \
      another.
      """)

  @Argument(help: .value("file", "The file of the card; - for standard input."), completion: .file())
  var file: String
  @Option(help: .value("key", "The key's name, as its owner read it out: K7PX-3NRA.")) var name: String
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let bytes = try Files.read(file == "-" ? "/dev/stdin" : file, most: 1 << 20)
      let card = try KeyCard(
        text: visible(String(decoding: bytes, as: UTF8.self), keepingLines: true),
        path: file == "-" ? "standard input" : file)
      guard card.key.fingerprint.matches(name) else {
        throw Failure(
          .approval,
          "the key on this card is \(card.key.fingerprint), not \(name). Nothing was taken up; ask \(card.owner) for the card again"
        )
      }
      let folder = try state.folder()
      try Files.makePrivateFolder(folder)
      var ring = try KeyRing(in: folder)
      try ring.add(card, at: SystemClock.now())
      if !display.quiet { Output.data("\(card.key.fingerprint) is the key of \(card.owner)") }
      let people = try Workspace.roster(in: folder).people
      if !people.contains(where: { folded($0.name) == folded(card.owner) }) {
        Output.error(
          "playbook: the roster does not name \(card.owner); any role that they sign in will be believed")
      }
    }
  }
}

struct KeyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List your own keys, and those of others that are known here.")

  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  /// One key as it is listed.
  struct Row: Encodable {
    let key: String
    let owner: String
    /// `own`, `known` or `revoked`.
    let state: String
    /// When it was made, taken up or revoked, in UTC.
    let since: String
    let reason: String?
    let card: String
  }

  func run() throws {
    try reporting {
      let folder = try state.folder()
      let own = try KeyFile.all(in: folder).map {
        Row(
          key: $0.name, owner: $0.owner, state: "own", since: RunReport.Stamp($0.made, zone: .utc).utc,
          reason: nil, card: $0.card)
      }
      let known = try KeyRing(in: folder).keys.map { trusted in
        Row(
          key: trusted.key.fingerprint.description, owner: trusted.owner,
          state: trusted.revoked == nil ? "known" : "revoked",
          since: RunReport.Stamp(trusted.revoked?.at ?? trusted.added, zone: .utc).utc,
          reason: trusted.revoked?.reason,
          card: KeyCard(key: trusted.key, owner: trusted.owner).line)
      }
      if display.json { return Output.json(own + known) }
      if (own + known).isEmpty, !display.quiet {
        Output.error("no key is known in \(folder); `playbook key new --name NAME` makes one")
      }
      for row in own + known {
        let reason = row.reason.map { ": \($0)" } ?? ""
        Output.data("\(row.key)  \(row.state)  \(row.owner)  since \(row.since)\(reason)")
      }
    }
  }
}

struct KeyRevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Let a key count no more: it was lost, or its owner has left.",
    discussion: """
      What it signed before stays on record as signed; a message that is not yet sent needs another approval. It \
      cannot be taken back.
      """)

  @Argument(help: .value("key", "The key's name, as K7PX-3NRA, or its owner's.")) var key: String
  @Option(help: .value("text", "Why.")) var reason: String
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let reason = visible(Home.trimmed(reason))
      if reason.isEmpty { throw Failure(.usage, "a revocation needs a reason") }
      var ring = try KeyRing(in: try state.folder())
      let revoked = try ring.revoke(key, at: SystemClock.now(), reason: reason)
      if !display.quiet { Output.data("\(revoked.key.fingerprint), the key of \(revoked.owner), is revoked") }
    }
  }
}

/// A key of one's own, by its name or its owner's; the only one where none is named.
func ownKey(_ name: String?, in folder: String) throws -> KeyFile {
  let all = try KeyFile.all(in: folder)
  let found = all.filter { file in
    name.map { file.sealed.publicKey.fingerprint.matches($0) || folded(file.owner) == folded($0) } ?? true
  }
  if found.count > 1 { throw SigningFault.severalKeys(found.map { "\($0.name) (\($0.owner))" }) }
  if let only = found.first { return only }
  if let name { throw SigningFault.noSuchKey(name) }
  throw Failure(.notFound, "there is no key in \(folder); `playbook key new --name NAME` makes one")
}
