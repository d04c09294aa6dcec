import ArgumentParser
import Console
import System

/// Where the library lies.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .long, help: .value("dir", "The library's folder, which holds playbooks/ and templates/."),
    completion: .directory)
  var library: String?

  /// The folder named, or that of PLAYBOOK_LIBRARY, or the one at hand, or the one installed beside the program.
  func root() throws -> String {
    if let named = library ?? Environment.value("PLAYBOOK_LIBRARY") { return named }
    var folder = Environment.workingFolder
    while true {
      if Files.exists(folder + "/playbooks/organisation.yaml") { return folder }
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    if let program = Environment.program, let bin = program.range(ofLast: "/bin/") {
      let shared = String(program[..<bin]) + "/share/playbook"
      if Files.exists(shared + "/playbooks/organisation.yaml") { return shared }
    }
    throw Failure(
      .notFound,
      "no library is here: no playbooks/organisation.yaml in this folder or above it. --library DIR names one, and `playbook new organisation` begins one"
    )
  }
}

extension String {
  fileprivate func range(ofLast needle: String) -> Index? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(needle) { return index }
    }
    return nil
  }
}

/// Where the record lies, and who is writing.
struct StateOptions: ParsableArguments {
  @Option(
    name: .long, help: .value("dir", "The folder of the record, the roster and drafts."),
    completion: .directory)
  var stateDir: String?

  @Option(name: .long, help: .value("name", "Your name, as the record should hold it."))
  var officer: String?

  func folder() throws -> String {
    if let named = stateDir ?? Environment.value("PLAYBOOK_STATE_DIR") { return named }
    if let state = Environment.value("XDG_STATE_HOME") { return state + "/playbook" }
    if let home = Environment.value("HOME") { return home + "/.local/state/playbook" }
    throw Failure(.inputNeeded, "no folder for the record is known: set HOME, or name one with --state-dir")
  }

  /// Nobody is guessed from a login name: a record that names the wrong officer is worse than a question.
  func name() throws -> String {
    if let name = officer ?? Environment.value("PLAYBOOK_OFFICER") { return name }
    throw Failure(.inputNeeded, "who is writing? Give --officer NAME, or set PLAYBOOK_OFFICER")
  }
}

extension StateOptions {
  /// How the program is called again for the same record, as a hint that can be typed where it is read.
  var invocation: Invocation {
    Invocation(program: Self.programName, flags: stateDir.map { ["--state-dir \(Self.quoted($0))"] } ?? [])
  }

  /// The program's name where a shell finds it by that, else the path it was called by.
  private static var programName: String {
    let name = "playbook"
    guard let called = CommandLine.arguments.first, called.utf8.contains(UInt8(ascii: "/")) else {
      return name
    }
    let folders = (Environment.value("PATH") ?? "").split(separator: ":")
    let isFound = folders.contains {
      Files.exists("\($0)/\(name)") && Environment.resolved("\($0)/\(name)") == Environment.program
    }
    return isFound ? name : quoted(called)
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "/._-+:@".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}

/// How things are shown.
struct DisplayOptions: ParsableArguments {
  @Flag(name: .long, help: "Plain lines, for screen readers and logs.")
  var plain = false

  @Flag(name: .long, help: "No colour.")
  var noColor = false

  @Flag(name: .long, help: "Ask nothing, even on a terminal.")
  var noInput = false

  @Flag(name: .long, help: "JSON instead of text.")
  var json = false

  @Flag(name: .long, help: "Say only what was asked for.")
  var quiet = false

  var isPlain: Bool {
    plain || Environment.value("PLAYBOOK_PLAIN") != nil || Environment.value("ACCESSIBLE") != nil
      || Environment.value("TERM") == "dumb"
  }

  var hasColour: Bool {
    !isPlain && !noColor && Environment.value("NO_COLOR") == nil
  }
}
