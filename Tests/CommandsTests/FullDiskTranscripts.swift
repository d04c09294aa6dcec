import Stage
import Testing

/// A disk that takes nothing more: what a command could not write is said, and nothing else is lost.
@Suite struct FullDiskTranscripts {
  private func inRoom(_ body: (Room) async throws -> Void) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      _ = try await room.playbook(["start", "small", "--no-input", "--set", "place=Northfield"])
      try await body(room)
    }
  }

  @Test func fullDiskIsSaidAndTheNextCommandHasEverything() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ ulimit -f 1; exec playbook answer POST-0001 danger no
        ! playbook: cannot write to the record ROOM/state/playbook.sqlite: File too large. What was saved before is still there; make room on the disk, then do this again
        = 74
        $ ulimit -f 1; printf 'Robin Vale\\n1\\n' | playbook resume
        ! playbook: cannot write to the record ROOM/state/playbook.sqlite: File too large. ...
        = 74
        $ playbook verify POST-0001 | head -1
        POST-0001: 3 events, nothing changed, cut or put in another order
        $ playbook answer POST-0001 danger no
        POST-0001 saved, event 4
        """)
    }
  }

  /// However little room is left, what is said to be saved is saved, and what is not is not.
  @Test(arguments: [1, 63, 64, 65, 66, 80, 88, 96, 112, 120])
  func whatIsSaidToBeSavedIsSaved(blocks: Int) async throws {
    try await inRoom { room in
      let note = String(repeating: "The square is full. ", count: 1000)
      let command = "ulimit -f \(blocks); exec playbook note POST-0001 '\(note)'"
      let ended = try await room.run("/bin/sh", ["-c", command])
      #expect(ended.status == 0 || ended.status == 74, "\(ended)")
      #expect(ended.output.contains("saved") == (ended.status == 0))
      #expect(ended.errors.contains("cannot write to the record") == (ended.status == 74))
      let verified = try await room.playbook(["verify", "POST-0001"])
      #expect(verified.output.hasPrefix("POST-0001: \(ended.status == 0 ? 4 : 3) events, nothing changed"))
      #expect(try await room.playbook(["note", "POST-0001", "There is room"]).status == 0)
    }
  }

  @Test func outputThatTakesNothingIsAnErrorAndNeverASuccess() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ playbook report POST-0001 >/dev/full
        ! playbook: cannot write standard output: No space left on device
        = 74
        $ playbook runs --json >/dev/full
        ! playbook: cannot write standard output: No space left on device
        = 74
        """)
    }
  }
}
