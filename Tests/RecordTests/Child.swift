import Fixtures
import Glibc
import System
import Testing

/// Another process: what it reads and writes are files, so that nothing waits for a pipe.
struct Child {
  let process: pid_t

  /// The program that was built beside the tests.
  static let playbook: String = {
    let tests = Environment.program ?? ""
    return tests.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/playbook"
  }()

  /// Starts a program; `files` are what stands behind its input, output and errors.
  init(_ program: String, _ arguments: [String], files: (input: String, output: String, errors: String))
    throws
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files.input, O_RDONLY, 0)
    for (descriptor, path) in [(Int32(1), files.output), (2, files.errors)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_APPEND, 0o666)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, program, &actions, nil, words, environ)
    try #require(status == 0, "cannot start \(program): \(status)")
    self.process = process
  }

  /// Waits until it ends; its exit code, or 128 and the signal.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Runs a program to its end: its exit code, and what it said on standard error.
  static func run(_ program: String, _ arguments: [String], in scratch: Scratch) throws -> (Int32, String) {
    let errors = scratch.path + "/errors"
    let child = try Child(program, arguments, files: ("/dev/null", "/dev/null", errors))
    let status = child.wait()
    return (status, String(decoding: try Files.read(errors, most: 1 << 20), as: UTF8.self))
  }
}
