import Digest
import Library
public import System

/// The half-typed answer of one officer in a run, kept so that a crash loses at most two seconds of typing.
///
/// Each officer has a file of their own: of two walks at once neither writes over the other's, and what one was
/// typing is never on another's line, a key away from being recorded under the wrong name.
public struct DraftFile: Sendable {
  public let path: String
  private let officer: String

  public init(folder: String, run: String, officer: String) {
    let mark = ContentDigest.sha256(of: Array(folded(officer).utf8)).hex.prefix(8)
    path = folder + "/drafts/\(run)-\(mark).txt"
    self.officer = officer
  }

  /// What was being typed, and where: the prompt's name.
  public struct Typed: Hashable, Sendable {
    public let prompt: String
    public let text: String

    public init(prompt: String, text: String) { (self.prompt, self.text) = (prompt, text) }
  }

  public func read() -> Typed? { Self.read(path)?.typed }

  /// What others were typing in the same run when their walks ended, and who.
  public static func others(
    folder: String, run: String, than officer: String
  ) -> [(officer: String, typed: Typed)] {
    let own = Self(folder: folder, run: run, officer: officer).path
    let names = (try? Files.names(in: folder + "/drafts")) ?? []
    return names.sorted().filter { $0.hasPrefix(run + "-") && $0.hasSuffix(".txt") }
      .map { folder + "/drafts/" + $0 }.filter { $0 != own }.compactMap(Self.read)
  }

  /// The officer's name stands on the first line, the prompt's on the second, and the text behind them.
  private static func read(_ path: String) -> (officer: String, typed: Typed)? {
    guard let bytes = try? Files.read(path, most: 4 << 20) else { return nil }
    let parts = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    return parts.count == 3 ? (parts[0], Typed(prompt: parts[1], text: parts[2])) : nil
  }

  public func write(_ typed: Typed) throws(SystemFault) {
    let name = officer.split(whereSeparator: \.isNewline).joined(separator: " ")
    try Files.write(Array("\(name)\n\(typed.prompt)\n\(typed.text)".utf8), to: path)
  }

  public func clear() { Files.remove(path) }
}
