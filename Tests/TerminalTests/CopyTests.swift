import FoundationEssentials
import Stage
import Testing

/// `c` copies a message by the terminal, which works over SSH, and into a file where that is not enough.
@Suite struct CopyTests {
  /// A walk at the first words, which are drafted, and their text as the record has it.
  private func atMessage(_ room: Room, _ arguments: [String]) async throws -> (PseudoTerminal, String) {
    try room.useSmallLibrary()
    _ = try await room.playbook(["start", "small", "--no-input", "--set", "hurt=none"])
    _ = try await room.playbook(["draft", "POST-0001", "first"])
    let shown = try JSON(try await room.playbook(["report", "--json"]).output)
    let text = shown["messages"].list.first?["text"].text
    let terminal = try PseudoTerminal(["resume"] + arguments, in: room)
    try await terminal.enter(":g first")
    try await terminal.enter("1")
    return (terminal, try #require(text))
  }

  @Test func copyPutsTheExactBytesOnTheClipboardAndIntoTheFileItNames() async throws {
    try await Room.open { room in
      let (terminal, text) = try await atMessage(room, [])
      try await terminal.enter("c")
      let clipboard = try #require(terminal.glass.clipboard.flatMap { Data(base64Encoded: $0) })
      #expect(Array(clipboard) == Array(text.utf8))
      #expect(terminal.text.contains("\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{7}"))
      let path = room.path("state/drafts/POST-0001-M1.txt")
      #expect(terminal.news.contains("The exact words are in \(path)"))
      #expect(Array(try room.read(path).utf8) == Array(text.utf8))
      #expect(terminal.glass.faults == [])
    }
  }

  /// A screen reader is sent no escape, and gets the file.
  @Test func plainNamesTheFile() async throws {
    try await Room.open { room in
      let (terminal, text) = try await atMessage(room, ["--plain"])
      try await terminal.enter("c")
      #expect(terminal.news.contains("The exact words are in"))
      #expect(!terminal.news.contains("clipboard"))
      #expect(!terminal.bytes.contains(0x1B))
      #expect(Array(try room.read("state/drafts/POST-0001-M1.txt").utf8) == Array(text.utf8))
    }
  }
}
