import Stage
import Testing

/// A long text in the officer's own editor: what comes back is taken whole, and nothing else changes the record.
@Suite struct EditorTests {
  /// A walk at the message that goes out on the web, and what its text was.
  private func atMessage(
    _ room: Room, editor script: String, variable: String = "EDITOR"
  ) async throws -> PseudoTerminal {
    try room.useSmallLibrary()
    let given = ["start", "small", "--no-input", "--set", "hurt=none"]
    _ = try await room.playbook(given)
    _ = try await room.playbook(["draft", "POST-0001", "first"])
    try room.write("#!/bin/sh\n" + script, to: "editor")
    room.allow("editor", mode: 0o700)
    let terminal = try PseudoTerminal(
      ["resume"], in: room, environment: [variable: room.path("editor") + " -w"])
    try await terminal.enter(":g first")
    try await terminal.enter("1")
    return terminal
  }

  private func message(_ room: Room) async throws -> JSON {
    let report = try JSON(try await room.playbook(["report", "--json"]).output)
    return report["messages"].list.first ?? .null
  }

  /// Nothing of the editor is left behind, and the walk goes on in raw mode on a terminal that is restored.
  private func expectTidy(_ terminal: PseudoTerminal, _ room: Room) async throws {
    #expect(!room.exists("state/drafts/POST-0001-M1.md"))
    #expect(terminal.glass.faults == [])
    #expect(terminal.glass.isPasteBracketed)
    try await terminal.press("q\r")
    #expect(try await terminal.end() == 10)
    #expect(terminal.isRestored)
  }

  @Test(arguments: ["EDITOR", "VISUAL"])
  func whatTheEditorSavesIsTheMessage(variable: String) async throws {
    try await Room.open { room in
      let script = #"[ "$1" = -w ] && cp "$2" seen && sed -i 's/We know of/We do know of/' "$2""#
      let terminal = try await atMessage(room, editor: script, variable: variable)
      let before = try await message(room)
      try await terminal.enter("e")
      #expect(terminal.news.contains("Saved"))
      let (subject, text) = (before["subject"].text ?? "", before["text"].text ?? "")
      #expect(try room.read("seen") == "Subject: \(subject)\n\n\(text)\n")
      let after = try await message(room)
      #expect(after["text"].text == text.replacing("We know of", with: "We do know of"))
      #expect(after["subject"].text == subject)
      #expect(after["isEdited"] == .bool(true))
      try await expectTidy(terminal, room)
    }
  }

  @Test(arguments: [
    #"echo Half >"$2"; exit 1"#, "exit 0", #"rm "$2""#, "kill -9 $$", "exec /nowhere",
  ])
  func editorThatSavesNothingLeavesTheMessageAsItWas(script: String) async throws {
    try await Room.open { room in
      let terminal = try await atMessage(room, editor: script)
      let before = try await message(room)
      try await terminal.enter("e")
      #expect(terminal.news.contains("Nothing was changed"))
      #expect(before["text"].text?.contains("We know of") == true)
      #expect(try await message(room) == before)
      try await expectTidy(terminal, room)
    }
  }

  /// Words that the record does not take are not lost with the editor.
  @Test func refusedWordsAreKeptAndTheirPlaceIsSaid() async throws {
    try await Room.open { room in
      let tooLong = #"yes 'Police are at Northfield.' | head -c 150000 >"$2""#
      let terminal = try await atMessage(room, editor: tooLong)
      let before = try await message(room)
      try await terminal.enter("e")
      #expect(terminal.news.contains("What you wrote is kept in"))
      #expect(terminal.news.contains("/state/drafts/POST-0001-M1.md"))
      #expect(try room.read("state/drafts/POST-0001-M1.md").utf8.count == 150_000)
      #expect(try await message(room) == before)
    }
  }

  /// The lines typed so far are what the editor begins with, and what it saves is the answer.
  @Test func longAnswerGoesOnInTheEditor() async throws {
    try await Room.open { room in
      let run = try await room.begin()
      try room.write("#!/bin/sh\ncp \"$1\" seen\necho 'The inner one is held.' >>\"$1\"\n", to: "editor")
      room.allow("editor", mode: 0o700)
      let terminal = try PseudoTerminal(
        ["resume", run], in: room, environment: ["EDITOR": room.path("editor")])
      try await terminal.enter(":g report-permission")
      try await terminal.enter("Two cordons are in place.")
      try await terminal.enter(":e")
      #expect(terminal.news.contains("How sure?"))
      try await terminal.enter("1")
      #expect(try room.read("seen") == "Two cordons are in place.\n")
      let report = try JSON(try await room.playbook(["report", "--json"]).output)
      let fact = report["facts"].list.first { $0["id"].text == "partner-report" }
      #expect(
        fact?["history"].list.last?["value"].text == "Two cordons are in place.\nThe inner one is held.")
    }
  }

  /// An editor that fails takes none of the lines that had been typed before it.
  @Test func longAnswerStaysWhereTheEditorFails() async throws {
    try await Room.open { room in
      let run = try await room.begin()
      let terminal = try PseudoTerminal(["resume", run], in: room, environment: ["EDITOR": "rm"])
      try await terminal.enter(":g report-permission")
      try await terminal.enter("Two cordons are in place.")
      try await terminal.enter(":e")
      #expect(terminal.news.contains("The editor left no file. Nothing was changed."))
      try await terminal.enter(".")
      try await terminal.enter("1")
      let report = try JSON(try await room.playbook(["report", "--json"]).output)
      let fact = report["facts"].list.first { $0["id"].text == "partner-report" }
      #expect(fact?["history"].list.last?["value"].text == "Two cordons are in place.")
    }
  }
}
