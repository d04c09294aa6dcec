import Stage
import Testing

/// A card and a map on a terminal: text that keeps to its width, and nothing for a browser.
@Suite struct PaperTests {
  @Test(arguments: [["card", "small"], ["map", "small"], ["map", "--audiences"]], [40, 100])
  func aTerminalIsShownText(arguments: [String], columns: Int) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let terminal = try PseudoTerminal(arguments, in: room, columns: columns)
      #expect(try await terminal.end() == 0)
      let text = String(decoding: terminal.bytes, as: UTF8.self)
      #expect(text.hasPrefix("OFFICIAL"))
      #expect(!text.contains("<"))
      for line in text.split(whereSeparator: \.isNewline) {
        #expect(line.count <= min(80, columns), "\(line)")
      }
      #expect(terminal.glass.faults == [])
      #expect(terminal.isRestored)
    }
  }

  @Test func plainLinesOfATerminalAreDrawnWithASCII() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let terminal = try PseudoTerminal(["map", "small"], in: room, environment: ["PLAYBOOK_PLAIN": "1"])
      #expect(try await terminal.end() == 0)
      #expect(terminal.bytes.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func aFileOfATerminalIsAPage() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let terminal = try PseudoTerminal(["card", "small", "-o", "card.html"], in: room)
      #expect(try await terminal.end() == 0)
      #expect(try room.read("card.html").hasPrefix("<!doctype html>"))
    }
  }
}
