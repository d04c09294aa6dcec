import Stage
import Testing

/// What is typed or pasted arrives as it was meant, or is refused by name; nothing of it steers the terminal.
@Suite struct TypingTests {
  /// A walk at its first question, which takes a short text.
  private func atFirstQuestion(
    _ room: Room, _ environment: [String: String] = [:]
  ) async throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(["start", LocalNight.playbook], in: room, environment: environment)
    try await terminal.prompt()
    return terminal
  }

  private func firstAnswer(_ room: Room) async throws -> String? {
    let report = try JSON(try await room.playbook(["report", "--json"]).output)
    return report["facts"].list.first?["history"].list.last?["value"].text
  }

  @Test(arguments: ["Llanŵydd Green", "東京 control", "e\u{301}te\u{301} 👩‍🚒 room", "ﷺ and 한국어"])
  func unicodeArrivesByteByByte(words: String) async throws {
    try await Room.open { room in
      let terminal = try await atFirstQuestion(room)
      try await terminal.typeSlowly(words)
      try await terminal.endLine()
      try await terminal.enter("1")
      #expect(try await firstAnswer(room)?.unicodeScalars.elementsEqual(words.unicodeScalars) == true)
      #expect(terminal.glass.faults == [])
    }
  }

  /// Text, how often backspace is pressed, what is left and the columns that it takes.
  @Test(arguments: [
    ("ab東京", 1, "ab東", 4), ("ab東京", 2, "ab", 2), ("xe\u{301}", 1, "x", 1), ("xe\u{301}y", 1, "xe\u{301}", 2),
    ("東", 1, "", 0), ("a", 3, "", 0),
  ])
  func backspaceTakesOneCharacterWhateverItsWidth(
    typed: String, times: Int, left: String, columns: Int
  ) async throws {
    try await Room.open { room in
      let terminal = try await atFirstQuestion(room)
      try await terminal.type(typed)
      try await terminal.see("> " + typed)
      try await terminal.type(String(repeating: "\u{7F}", count: times))
      try await terminal.wait(for: "> \(left)") {
        terminal.glass.lineToCursor == "> " + left && terminal.glass.isCursorAtEnd
      }
      #expect(terminal.glass.cursor.column == 2 + columns)
    }
  }

  @Test func longAnswerIsDrawnOverSeveralRowsAndTakenBack() async throws {
    try await Room.open { room in
      let terminal = try PseudoTerminal(["start", LocalNight.playbook], in: room, columns: 40)
      try await terminal.prompt()
      let words = "Duty inspector at the force control room in Eastport, by radio at 03:12"
      try await terminal.type(words)
      try await terminal.wait(for: words) { terminal.glass.lineToCursor == "> " + words }
      try await terminal.type(String(repeating: "\u{7F}", count: 60))
      try await terminal.wait(for: "the first words alone") {
        terminal.glass.lineToCursor == "> " + words.dropLast(60) && terminal.glass.isCursorAtEnd
      }
    }
  }

  @Test func upBringsEarlierLinesBack() async throws {
    try await Room.open { room in
      let terminal = try await atFirstQuestion(room)
      try await terminal.enter("Duty inspector")
      try await terminal.enter("1")
      try await terminal.type("\u{1B}[A\u{1B}[A")
      try await terminal.see("> Duty inspector")
      try await terminal.type("\u{1B}OB\u{1B}[B")
      try await terminal.prompt()
    }
  }

  @Test func pastedLinesAreOneAnswerAndAShortFactSaysThatItTakesOneLine() async throws {
    try await Room.open { room in
      let terminal = try await atFirstQuestion(room)
      try await terminal.paste("Duty inspector\nforce control room\nby radio")
      try await terminal.endLine()
      #expect(terminal.news.contains("has a line break, at character 15. Type it without"))
      #expect(try await firstAnswer(room) == nil)
      #expect(terminal.glass.faults == [])
    }
  }

  @Test func pastedLinesStayOneTextWhereAFactTakesSeveral() async throws {
    try await Room.open { room in
      let run = try await room.begin()
      let terminal = try PseudoTerminal(["resume", run], in: room)
      try await terminal.prompt()
      try await terminal.enter(":g report-permission")
      try await terminal.paste("Two cordons are in place.\r\nThe inner one is held.")
      try await terminal.endLine()
      try await terminal.enter(".")
      try await terminal.enter("1")
      let report = try JSON(try await room.playbook(["report", "--json"]).output)
      let entry = report["facts"].list.first { $0["id"].text == "partner-report" }
      let value = entry?["history"].list.last?["value"].text
      #expect(value == "Two cordons are in place.\nThe inner one is held.")
    }
  }

  @Test func megabytePasteIsSurvivedAndTold() async throws {
    try await Room.open { room in
      let terminal = try await atFirstQuestion(room)
      try await terminal.paste(String(repeating: "Northfield ", count: 100_000))
      try await terminal.endLine()
      #expect(terminal.news.contains("may be 80 characters at most"))
      try await terminal.enter("Duty inspector")
      try await terminal.enter("1")
      #expect(try await firstAnswer(room) == "Duty inspector")
    }
  }

  /// What is typed or pasted, and the name under which it is refused.
  @Test(arguments: [
    ("North\u{202E}field", "U+202E"), ("North\u{2066}field", "U+2066"), ("\u{9B}31mNorthfield", "U+009B"),
    ("\u{1B}[200~North\u{7}field\u{1B}[201~", "U+0007"), ("North\u{200B}field", "U+200B"),
    ("\u{1B}[200~\u{1B}[2JNorthfield\u{1B}[201~", "U+001B"), ("\u{1B}[200~a\u{1B}[A\u{1B}[201~", "U+001B"),
  ])
  func unseenCharactersAreRefusedByNameAndNeverEchoed(typed: String, name: String) async throws {
    try await Room.open { room in
      let terminal = try await atFirstQuestion(room)
      try await terminal.type(typed)
      try await terminal.see("<\(name)>")
      try await terminal.endLine()
      #expect(terminal.news.contains("the character \(name), which nobody can see"))
      #expect(terminal.glass.faults == [])
      #expect(
        !terminal.text.unicodeScalars.contains {
          (0x80...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value)
            || (0x2066...0x2069).contains($0.value)
        })
      #expect(try await firstAnswer(room) == nil)
    }
  }

  @Test func brokenUTF8IsShownAsSuchAndTheWalkGoesOn() async throws {
    try await Room.open { room in
      let terminal = try await atFirstQuestion(room)
      try await terminal.type(bytes: [0xFF, 0xC3, 0x28, 0x41, 0xF0, 0x9F])
      try await terminal.press("\r")
      try await terminal.prompt()
      #expect(terminal.glass.faults == [])
    }
  }
}
