public import System

/// The half-typed answer of a run, kept so that a crash loses at most two seconds of typing.
public struct DraftFile: Sendable {
  private let path: String

  public init(folder: String, run: String) { path = folder + "/drafts/" + run + ".txt" }

  /// What was being typed, and where: the prompt's name on the first line.
  public struct Typed: Hashable, Sendable {
    public let prompt: String
    public let text: String

    public init(prompt: String, text: String) { (self.prompt, self.text) = (prompt, text) }
  }

  public func read() -> Typed? {
    guard let bytes = try? Files.read(path, most: 4 << 20) else { return nil }
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return Typed(
      prompt: String(decoding: parts[0], as: UTF8.self), text: String(decoding: parts[1], as: UTF8.self))
  }

  public func write(_ typed: Typed) throws(SystemFault) {
    try Files.write(Array((typed.prompt + "\n" + typed.text).utf8), to: path)
  }

  public func clear() { Files.remove(path) }
}
