import ArgumentParser
import Digest
import Record
import System

/// Where a passphrase comes from: never from an argument, which others can see.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: .value("file", "The file whose first line is the passphrase; nobody else may be able to read it."),
    completion: .file())
  var passphraseFile: String?

  private static let variable = "PLAYBOOK_PASSPHRASE"

  /// The passphrase of a key that is there.
  func passphrase(of key: KeyFile, _ display: DisplayOptions) throws -> String {
    if let given = try given() { return given }
    return try typed("Passphrase of \(key.name) (\(key.owner)) > ", display)
  }

  /// A new one: typed twice, and long enough.
  func choose(_ display: DisplayOptions) throws -> String {
    if let given = try given() { return try long(given) }
    let first = try long(try typed("A passphrase of \(SealedKey.shortest) characters or more > ", display))
    if try typed("The same once more > ", display) != first {
      throw Failure(.usage, "the two are not the same; nothing was made")
    }
    return first
  }

  private func long(_ passphrase: String) throws -> String {
    if passphrase.count < SealedKey.shortest { throw SigningFault.passphraseShort(least: SealedKey.shortest) }
    return passphrase
  }

  private func given() throws -> String? {
    guard let path = passphraseFile else { return Environment.value(Self.variable) }
    let bytes = try Files.read(path, most: 1 << 16)
    if !Files.isPrivate(path) { throw SigningFault.openToOthers(path: path) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
  }

  private func typed(_ question: String, _ display: DisplayOptions) throws -> String {
    guard let asking = Asking(display) else {
      throw Failure(
        .inputNeeded,
        "a passphrase is needed: set \(Self.variable), or give --passphrase-file FILE, or do this on a terminal"
      )
    }
    asking.terminal.hideTyping()
    defer {
      asking.terminal.leaveRaw()
      Output.error("")
    }
    guard let line = try asking.line(question) else { throw ExitCode(Failure.Code.unfinished.rawValue) }
    return line
  }
}
