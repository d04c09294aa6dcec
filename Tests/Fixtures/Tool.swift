import Glibc
import System

/// A program of the system that checks what this one writes, where it is there.
public enum Tool {
  public struct Result: Sendable {
    public let status: Int32
    /// What it wrote to standard output and standard error.
    public let output: String
  }

  /// Whether the system has a program of this name, so that a test without it is told as skipped.
  public static func isThere(_ name: String) -> Bool { path(of: name) != nil }

  private static func path(of name: String) -> String? {
    let folders = (Environment.value("PATH") ?? "").split(separator: ":")
    let paths: [String] = folders.map { "\($0)/\(name)" }
    return paths.first { access($0, X_OK) == 0 }
  }

  /// Runs it by its name with nothing on its standard input; nil where the system has no such program.
  public static func run(_ name: String, _ arguments: [String], in scratch: Scratch) -> Result? {
    guard let program = path(of: name) else { return nil }
    let log = scratch.path + "/" + name + ".log"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let bytes = (try? Files.read(log, most: 1 << 20)) ?? []
    return Result(status: status, output: String(decoding: bytes, as: UTF8.self))
  }
}
