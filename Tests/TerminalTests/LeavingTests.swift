import Stage
import Testing

@Suite struct LeavingTests {
  @Test func controlCLeavesWithEverythingSaved() async throws {
    try await Room.open { room in
      let terminal = try PseudoTerminal(["start", "local-incident"], in: room)
      try await terminal.prompt()
      try await terminal.type("half")
      try await terminal.press("\u{3}")
      #expect(try await terminal.end() == 130)
      #expect(terminal.news.contains("Everything is saved."))
      #expect(terminal.news.contains("Next due:"))
      #expect(terminal.isRestored)
    }
  }
}
