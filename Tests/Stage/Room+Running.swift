import CStage
import Glibc
import System

/// What a program left behind when it ended.
public struct Ended: Hashable, Sendable {
  /// The exit code; minus the signal's number where one ended it.
  public let status: Int32
  public let output: String
  public let errors: String
}

/// What a program reads from its standard input.
public enum Input: Sendable {
  /// `/dev/null`: nobody is there.
  case nothing
  /// A pipe that somebody typed this into and closed; less than a pipe holds.
  case pipe(String)
}

extension Room {
  /// Runs `playbook` with these arguments until it ends.
  ///
  /// `user` is whom it runs as, where the tests run as root and a file's mode would stop nobody.
  public func playbook(
    _ arguments: [String], input: Input = .nothing, user: UInt32 = 0, within seconds: Int = 60
  ) async throws -> Ended {
    try await run(Self.program, arguments, input: input, user: user, within: seconds)
  }

  /// Runs a program on files until it ends, so that no pipe can fill up.
  public func run(
    _ program: String, _ arguments: [String], input: Input = .nothing, user: UInt32 = 0,
    within seconds: Int = 60
  ) async throws -> Ended {
    let files = [cstage_scratch(), cstage_scratch()]
    defer { files.forEach { close($0) } }
    let source = try descriptor(for: input)
    let process = unsafe withStrings([program] + arguments) { arguments in
      unsafe withStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        unsafe cstage_spawn(program, arguments, environment, folder, source, files[0], files[1], user)
      }
    }
    close(source)
    guard process > 0 else { throw StageFailure("\(program) cannot be started") }
    track(process)
    let status = try await Self.end(of: process, within: seconds) { "\(program) \(arguments)" }
    untrack(process)
    return Ended(status: status, output: contents(files[0]), errors: contents(files[1]))
  }

  /// Waits for a process to end.
  static func end(of process: Int32, within seconds: Int, _ what: () -> String) async throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var code: Int32 = 0
    while unsafe cstage_ended(process, &code) == 0 {
      guard ContinuousClock.now < deadline else {
        throw StageFailure("still running after \(seconds) s: \(what())")
      }
      try await Task.sleep(for: .milliseconds(3))
    }
    return code
  }

  private func contents(_ file: Int32) -> String {
    lseek(file, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe Glibc.read(file, &chunk, chunk.count)
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  private func descriptor(for input: Input) throws -> Int32 {
    switch input {
    case .nothing: return unsafe Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
    case .pipe(let text):
      let bytes = Array(text.utf8)
      let end = unsafe cstage_filled_pipe(bytes, bytes.count)
      guard end >= 0 else { throw StageFailure("\(bytes.count) bytes do not fit into a pipe") }
      return end
    }
  }
}

/// Calls the body with a list of C strings, ended by nil.
func withStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
  defer { unsafe pointers.forEach { unsafe free($0) } }
  return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("the list has nil at its end") }
    return unsafe body(base)
  }
}
