import Stage
import Testing

/// The disk becomes full in the middle of a walk: it ends with the reason, and the next one has everything.
@Suite struct FullDiskTests {
  @Test func walkEndsWithItsReasonAndTheNextHasWhatWasSavedAndWhatWasTyped() async throws {
    try await Room.open { room in
      let terminal = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      try await terminal.enter("Duty inspector")
      try await terminal.enter("1")
      #expect(terminal.news.contains("Saved"))
      try await terminal.enter("yes")
      terminal.fillDisk()
      try await terminal.press("1\r")
      #expect(try await terminal.end() == 74)
      #expect(terminal.news.contains("cannot write to the record \(room.path("state/playbook.sqlite")): "))
      #expect(terminal.news.contains("What was saved before is still there; make room on the disk"))
      #expect(!terminal.news.contains("Saved"))
      #expect(terminal.isRestored)

      let verified = try await room.playbook(["verify", "POST-0001"])
      #expect(verified.status == 0, "\(verified.errors)")
      let report = try JSON(try await room.playbook(["report", "--json"]).output)
      let values = report["facts"].list.flatMap { $0["history"].list.compactMap { $0["value"].text } }
      #expect(values == ["Duty inspector"])
      // The answer that was shown as taken, and not as saved, stands on the line again.
      let again = try PseudoTerminal(["resume"], in: room)
      try await again.see("> yes")
      try await again.endLine()
      try await again.enter("1")
      #expect(again.news.contains("Saved"))
    }
  }

  @Test func startScreenOnAFullDiskBeginsNothing() async throws {
    try await Room.open { room in
      let terminal = try PseudoTerminal([], in: room)
      try await terminal.enter("1")
      terminal.fillDisk()
      try await terminal.press("LIVE\r")
      #expect(try await terminal.end() == 74)
      #expect(terminal.news.contains("cannot write"))
      #expect(terminal.isRestored)
      #expect(try await room.playbook(["runs"]).output == "")
    }
  }
}
