import Fixtures
import Stage
import System
import Testing

@testable import Record

@Suite struct CrashTests {
  /// Invariant 1: whatever was shown as saved is on disk, at whatever moment the process was ended.
  @Test(arguments: 0..<12)
  func whatWasShownAsSavedOutlivesAKill(seed: Int) async throws {
    try await Room.open { room in
      let run = try await room.begin()
      let notes = (0..<400).map { "n\nnote \($0)\n" }.joined()
      try room.write(notes, to: "notes.txt")
      var dice = Dice(seed: seed + 1)
      let delay = "0.\(100 + dice.roll(500))"
      try room.write(
        """
        "$0" resume "$1" --plain <notes.txt >shown.txt 2>&1 &
        walk=$!
        sleep "$2"
        kill -9 "$walk"
        wait "$walk"
        exit 0
        """, to: "killed.sh")
      _ = try await room.run("/bin/sh", ["-c", try room.read("killed.sh"), Room.program, run, delay])
      let saved = try room.read("shown.txt").split(separator: "\n").count { $0.contains("Saved ") }
      let store = try Store(folder: room.state)
      let noted = try store.events(of: run).count {
        String(decoding: $0.payload, as: UTF8.self).contains("\"kind\":\"noted\"")
      }
      #expect(noted >= saved, "seed \(seed): \(saved) were shown as saved and \(noted) are there")
      guard case .whole = try store.verify(try store.run(run)) else {
        Issue.record("seed \(seed): the chain is broken")
        return
      }
      let found = try await room.playbook(["note", run, "afterwards"]).status
      #expect(found == 0)
    }
  }
}
