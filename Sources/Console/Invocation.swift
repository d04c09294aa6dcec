/// How an officer calls this program again for the same record: its name or path, and the flags that it takes.
public struct Invocation: Hashable, Sendable {
  private let program: String
  private let flags: String

  /// `flags` are put behind every command; words that a shell would part are quoted already.
  public init(program: String = "playbook", flags: [String] = []) {
    self.program = program
    self.flags = flags.map { " " + $0 }.joined()
  }

  /// A command line that can be typed as it stands.
  public func line(_ command: String) -> String { "\(program) \(command)\(flags)" }
}
