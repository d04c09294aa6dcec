import CStage
import Glibc

/// The runner on a real pseudo-terminal, with somebody who types and looks at the glass.
///
/// Nothing waits for a length of time: every wait ends when something is seen, or fails at a deadline and shows
/// what was on the glass.
public final class PseudoTerminal {
  public private(set) var glass: Glass
  /// Every byte that came.
  public private(set) var bytes: [UInt8] = []
  private let room: Room
  private let process: Int32
  private var master: Int32
  private let slave: Int32
  /// How the terminal was set before the program began.
  private let before: [UInt8]
  /// The row from which on something new is looked for.
  private var mark = 0

  public init(
    _ arguments: [String], in room: Room, columns: Int = 100, rows: Int = 40,
    environment: [String: String] = [:]
  ) throws {
    self.room = room
    var (master, slave): (Int32, Int32) = (-1, -1)
    guard unsafe cstage_open_terminal(Int32(columns), Int32(rows), &master, &slave) == 0 else {
      throw StageFailure("no pseudo-terminal can be opened")
    }
    (self.master, self.slave) = (master, slave)
    glass = Glass(columns: columns, height: rows)
    before = Self.settings(of: slave)
    let variables = room.environment.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
    process = unsafe withStrings([Room.program] + arguments) { arguments in
      unsafe withStrings(variables) { variables in
        unsafe cstage_spawn_on_terminal(Room.program, arguments, variables, room.folder, slave)
      }
    }
    guard process > 0 else { throw StageFailure("\(Room.program) cannot be started") }
    room.track(process)
  }

  deinit {
    if master >= 0 { close(master) }
    close(slave)
  }

  private static func settings(of terminal: Int32) -> [UInt8] {
    var settings = termios()
    guard unsafe tcgetattr(terminal, &settings) == 0 else { return [] }
    return unsafe withUnsafeBytes(of: settings) { unsafe Array($0) }
  }

  /// Whether the terminal is set exactly as it was before.
  public var isRestored: Bool { Self.settings(of: slave) == before && !glass.isPasteBracketed }

  /// Everything that came, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Takes in what has come; whether something had.
  @discardableResult
  private func take() -> Bool {
    guard master >= 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = unsafe read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk[..<count]
    glass.receive(chunk[..<count])
    return true
  }

  /// Waits until the condition holds of what is shown.
  ///
  /// A test that got no processor while the time ran out looks some more before it gives up: it is the program
  /// that must be quick enough, not the machine that the tests crowd.
  public func wait(
    for what: String, within seconds: Int = 30, until holds: () -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var looks = 0
    while true {
      if take() {
        guard ContinuousClock.now < deadline + .seconds(60) else {
          throw failure("it never falls silent: \(what)")
        }
        continue
      }
      if holds() { return }
      looks += 1
      guard ContinuousClock.now < deadline || looks < 1000 else {
        throw failure("not seen within \(seconds) s: \(what)")
      }
      try await Task.sleep(for: .milliseconds(3))
    }
  }

  public func failure(_ what: String) -> StageFailure {
    let shown = glass.lines.suffix(60).joined(separator: "\n")
    return StageFailure("\(what)\n--- the glass shows\n\(shown)\n---")
  }

  /// What is shown since the last line was entered, in one line with single spaces.
  public var news: String { Self.joined(glass.lines(from: mark)) }

  /// Everything that was ever shown, in one line with single spaces.
  public var everything: String { Self.joined(glass.lines) }

  /// Lines as one, with single spaces.
  public static func joined(_ lines: some Sequence<String>) -> String {
    lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// Waits until these words are shown since the last line was entered, wherever the lines are broken.
  public func see(_ words: String, within seconds: Int = 30) async throws {
    try await wait(for: words, within: seconds) { news.contains(words) }
  }

  /// Waits until a question stands and nothing comes any more; the question.
  @discardableResult
  public func prompt() async throws -> String {
    try await wait(for: "a question, with the cursor behind it") { isAtPrompt }
    return glass.lineToCursor
  }

  private var isAtPrompt: Bool {
    let line = glass.lineToCursor
    return glass.cursor.row >= mark && (line.hasSuffix("> ") || line.hasSuffix("| ")) && glass.isCursorAtEnd
  }
}

extension PseudoTerminal {
  /// Types these bytes, as fast as they are taken.
  public func type(bytes typed: some Collection<UInt8>) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    var rest = Array(typed)[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(2048))
      let count = unsafe write(master, part, part.count)
      if count > 0 { rest = rest.dropFirst(count) }
      let came = take()
      guard ContinuousClock.now < deadline else { throw failure("\(rest.count) bytes are not taken") }
      if count < 0, !came { try await Task.sleep(for: .milliseconds(1)) }
    }
  }

  public func type(_ text: String) async throws { try await type(bytes: Array(text.utf8)) }

  /// Types these bytes one by one, each once the one before it has been read.
  public func typeSlowly(_ text: String) async throws {
    for byte in text.utf8 {
      try await type(bytes: [byte])
      try await wait(for: "a byte to be read") { cstage_unread(slave) == 0 }
    }
  }

  /// Pastes a text as terminals do that mark where it begins and ends.
  public func paste(_ text: String) async throws { try await type("\u{1B}[200~" + text + "\u{1B}[201~") }

  /// Types a line and Enter, and waits for the next question; the question.
  @discardableResult
  public func enter(_ line: String) async throws -> String {
    try await prompt()
    try await type(line)
    return try await endLine()
  }

  /// Presses Enter behind what has been typed, and waits for the next question; the question.
  @discardableResult
  public func endLine() async throws -> String {
    try await press("\r")
    return try await prompt()
  }

  /// Presses Enter, or whatever ends a line; what is shown from now on is new.
  public func press(_ key: String) async throws {
    mark = glass.cursor.row + 1
    try await type(key)
  }

  public func resize(columns: Int, rows: Int) {
    glass.resize(columns: columns, height: rows)
    _ = cstage_resize(master, Int32(columns), Int32(rows))
  }

  /// From now on the program's disk takes nothing more, or everything again.
  public func fillDisk(_ isFull: Bool = true) { _ = cstage_limit_files(process, isFull ? 0 : -1) }

  public func signal(_ number: Int32) { _ = kill(process, number) }

  /// The line breaks: the terminal's own end is closed.
  public func hangUp() {
    close(master)
    master = -1
  }

  /// Waits for the program to end; its exit code, or minus the signal that ended it.
  public func end(within seconds: Int = 30) async throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var code: Int32 = 0
    while unsafe cstage_ended(process, &code) == 0 {
      guard ContinuousClock.now < deadline else { throw failure("still running after \(seconds) s") }
      if !take() { try await Task.sleep(for: .milliseconds(2)) }
    }
    while take() {}
    room.untrack(process)
    return code
  }
}
