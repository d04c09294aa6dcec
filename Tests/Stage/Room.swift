import CStage
import Digest
import Fixtures
import Glibc
import Library
import System

/// A folder of its own in which the debug binary runs: its record, its files, an environment that is fixed.
public final class Room {
  public let folder: String
  /// What every process gets; nothing comes from the tests' own environment.
  public var environment: [String: String]
  private var processes: [Int32] = []

  /// Where the record lies.
  public var state: String { folder + "/state" }

  private init(folder: String) {
    self.folder = folder
    environment = [
      "HOME": folder, "LANG": "C.UTF-8", "PATH": Self.programFolder + ":/usr/bin:/bin",
      "PLAYBOOK_LIBRARY": Self.library, "PLAYBOOK_OFFICER": "Ash", "PLAYBOOK_STATE_DIR": folder + "/state",
      "TERM": "xterm-256color",
      "TZ": "Europe/London",
    ]
  }

  /// A library with the local incident alone; the shipped one where it cannot be written.
  private static let library: String = {
    guard let library = try? Fixtures.incidentFiles() else { return Fixtures.root }
    // A folder for each state of the library, so that nothing of an earlier one lies in it.
    let folder = Fixtures.root + "/.build/stage/" + library.digest.hex.prefix(8)
    for (path, bytes) in library.files {
      let file = folder + "/" + path
      let parent = file.split(separator: "/").dropLast().joined(separator: "/")
      do {
        try Files.makeFolder("/" + parent)
        try Files.write(bytes, to: file)
      } catch {
        return Fixtures.root
      }
    }
    return folder
  }()

  /// The binary that the package built, beside the tests that run.
  public static let program: String = {
    let folder = Environment.program.map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) }
    let beside = (folder ?? "") + "/playbook"
    return Files.exists(beside) ? beside : Fixtures.root + "/.build/debug/playbook"
  }()

  private static let programFolder = String(program[..<(program.lastIndex(of: "/") ?? program.startIndex)])

  /// Gives the body a room, and afterwards ends what still runs in it and removes it.
  ///
  /// A few rooms are open at a time, so that nobody waits for a processor until a deadline has passed.
  public static func open<Result>(_ body: (Room) async throws -> Result) async throws -> Result {
    await Gate.shared.enter()
    let room = Room(folder: try temporaryFolder())
    do {
      let result = try await body(room)
      await room.leave()
      return result
    } catch {
      await room.leave()
      throw error
    }
  }

  private static func temporaryFolder() throws -> String {
    var template = Array("/tmp/playbook-room-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw StageFailure("no temporary folder can be made")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func leave() async {
    for process in processes { _ = kill(process, SIGKILL) }
    for process in processes {
      var code: Int32 = 0
      while unsafe cstage_ended(process, &code) == 0, kill(process, 0) == 0 {
        try? await Task.sleep(for: .milliseconds(1))
      }
    }
    unsafe cstage_remove(folder)
    await Gate.shared.leave()
  }

  func track(_ process: Int32) { processes.append(process) }
  func untrack(_ process: Int32) { processes.removeAll { $0 == process } }
}

extension Room {
  /// A path inside the room; a whole one stays as it is.
  public func path(_ name: String) -> String { name.hasPrefix("/") ? name : folder + "/" + name }

  public func write(_ text: String, to name: String) throws {
    let path = path(name)
    try Files.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    try Files.write(Array(text.utf8), to: path)
  }

  public func read(_ name: String) throws -> String {
    String(decoding: try Files.read(path(name), most: 16 << 20), as: UTF8.self)
  }

  /// Begins a run of the local incident with these answers, walks nothing, and gives its id.
  public func begin(_ answers: String = "", _ arguments: [String] = []) async throws -> String {
    try write(answers.isEmpty ? "{}" : answers, to: "answers.yaml")
    let given = ["start", LocalNight.playbook, "--no-input", "--answers", "answers.yaml"]
    let began = try await playbook(given + arguments)
    guard began.status == 10, let id = began.output.split(separator: "\n").first else {
      throw StageFailure("no run was begun: \(began.errors)")
    }
    return String(id)
  }

  public func exists(_ name: String) -> Bool { Files.exists(path(name)) }

  public func allow(_ name: String, mode: UInt32) { _ = unsafe chmod(path(name), mode_t(mode)) }

  /// The small library, which commands use from now on.
  public func useSmallLibrary() throws {
    for (name, text) in SmallLibrary.texts { try write(text, to: "library/" + name) }
    environment["PLAYBOOK_LIBRARY"] = folder + "/library"
  }

  /// A copy of the shipped library that the test may change; commands use it from now on.
  public func copyLibrary() throws {
    for (name, bytes) in try Files.readTree(Fixtures.root, folders: ["playbooks", "templates"]) {
      let path = path("library/" + name)
      try Files.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      try Files.write(bytes, to: path, mode: 0o644)
    }
    environment["PLAYBOOK_LIBRARY"] = folder + "/library"
  }
}

/// What went wrong on the stage, with what could be seen there.
public struct StageFailure: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}

/// Lets a few in at a time.
private actor Gate {
  static let shared = Gate()

  private var free = 6
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
