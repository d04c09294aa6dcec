import Stage
import Testing

/// How much of a terminal is used: colours, escapes at all, its width, and a width that changes.
@Suite struct ScreenTests {
  /// Walks the beginning of a run, by several kinds of screen.
  private func walk(_ terminal: PseudoTerminal) async throws {
    for line in ["Duty inspector", "1", ":l", ":f", ":t", ":p", ":?", "not known"] {
      try await terminal.enter(line)
    }
  }

  private func hasColour(_ text: String) -> Bool {
    text.components(after: "\u{1B}[").contains { part in
      part.drop { $0.isNumber || $0 == ";" }.first == "m"
    }
  }

  @Test func colourIsUsedWhereNothingSpeaksAgainstIt() async throws {
    try await Room.open { room in
      let terminal = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      try await walk(terminal)
      #expect(hasColour(terminal.text))
      #expect(terminal.glass.faults == [])
    }
  }

  @Test(arguments: [(["--no-color"], [:]), ([], ["NO_COLOR": "1"])])
  func noColourMeansNone(arguments: [String], environment: [String: String]) async throws {
    try await Room.open { room in
      let start = try PseudoTerminal(arguments, in: room, environment: environment)
      try await start.prompt()
      let terminal = try PseudoTerminal(
        ["start", LocalNight.playbook] + arguments, in: room, environment: environment)
      try await walk(terminal)
      #expect(!hasColour(start.text + terminal.text))
    }
  }

  @Test(arguments: [
    (["--plain"], [:]), ([], ["TERM": "dumb"]), ([], ["PLAYBOOK_PLAIN": "1"]), ([], ["ACCESSIBLE": "1"]),
  ])
  func plainMeansNoEscapeAtAll(arguments: [String], environment: [String: String]) async throws {
    try await Room.open { room in
      let start = try PseudoTerminal(arguments, in: room, environment: environment)
      try await start.prompt()
      let terminal = try PseudoTerminal(
        ["start", LocalNight.playbook] + arguments, in: room, environment: environment)
      try await walk(terminal)
      try await terminal.press(":q\r")
      #expect(try await terminal.end() == 10)
      #expect(!(start.bytes + terminal.bytes).contains(0x1B))
    }
  }

  @Test(arguments: [[], ["--plain"]], [40, 20])
  func noLineIsLongerThanTheTerminalIsWide(arguments: [String], columns: Int) async throws {
    try await Room.open { room in
      let start = try PseudoTerminal(arguments, in: room, columns: columns)
      try await start.prompt()
      let terminal = try PseudoTerminal(
        ["start", LocalNight.playbook] + arguments, in: room, columns: columns)
      try await walk(terminal)
      let broken = (start.glass.lines + terminal.glass.lines).filter { $0.count > columns }
      #expect(broken == [])
    }
  }

  @Test func resizeDrawsTheQuestionAndWhatIsTypedAgain() async throws {
    try await Room.open { room in
      let terminal = try PseudoTerminal(["start", LocalNight.playbook], in: room, columns: 100)
      try await terminal.prompt()
      try await terminal.type("Duty inspector")
      try await terminal.see("> Duty inspector")
      let drawn = terminal.bytes.count
      terminal.resize(columns: 40, rows: 20)
      try await terminal.wait(for: "the line drawn again") { terminal.bytes.count > drawn }
      #expect(terminal.glass.lineToCursor == "> Duty inspector")
      try await terminal.endLine()
      try await terminal.enter("1")
      try await terminal.enter(":l")
      #expect(terminal.glass.rowsShown.suffix(20).allSatisfy { $0.count <= 40 })
    }
  }

  @Test func targetFiveMinutesAwayIsToldAboveTheLineThatIsBeingTyped() async throws {
    try await Room.open { room in
      let terminal = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      try await terminal.prompt()
      try await terminal.type("Duty insp")
      try await terminal.see("DUE Open the log: completion at")
      try await terminal.wait(for: "one bell, and the line that was being typed") {
        terminal.glass.bells == 1 && terminal.glass.lineToCursor == "> Duty insp"
      }
    }
  }
}

extension String {
  /// The parts behind each place where the mark stands.
  fileprivate func components(after mark: String) -> [Substring] {
    var found: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      found.append(rest)
    }
    return found
  }
}
