import Glibc
import Stage
import Testing

/// However a walk ends, the run is saved, what is due next is said, and the terminal is as it was.
@Suite struct LeavingTests {
  /// A way to leave: the key that is pressed or the signal that is sent, and the exit code.
  enum Way: CaseIterable {
    case controlC, controlD, letter, interrupt, terminate, hangUp

    var code: Int32 {
      switch self {
      case .controlC, .interrupt: 130
      case .controlD, .letter: 10
      case .terminate: 143
      case .hangUp: 129
      }
    }

    func take(_ terminal: PseudoTerminal) async throws {
      switch self {
      case .controlC: try await terminal.press("\u{3}")
      case .controlD: try await terminal.press("\u{4}")
      case .letter: try await terminal.press(":q\r")
      case .interrupt: terminal.signal(SIGINT)
      case .terminate: terminal.signal(SIGTERM)
      case .hangUp: terminal.signal(SIGHUP)
      }
    }
  }

  @Test(arguments: Way.allCases, [false, true])
  func leavingSavesSaysWhatIsDueAndRestoresTheTerminal(way: Way, isPlain: Bool) async throws {
    try await Room.open { room in
      let arguments = ["start", LocalNight.playbook] + (isPlain ? ["--plain"] : [])
      let terminal = try PseudoTerminal(arguments, in: room)
      try await terminal.enter("Duty inspector")
      try await terminal.enter("1")
      try await way.take(terminal)
      #expect(try await terminal.end() == way.code)
      #expect(terminal.everything.contains("Everything is saved. Next due: First report (METHANE) at"))
      #expect(terminal.everything.hasSuffix("`playbook resume POST-0001` goes on."))
      #expect(terminal.isRestored)
      #expect(terminal.glass.faults == [])
      let report = try JSON(try await room.playbook(["report", "--json"]).output)
      #expect(report["facts"].list.first?["history"].list.first?["value"].text == "Duty inspector")
    }
  }

  @Test func brokenLineKeepsTheRunAndWhatWasHalfTyped() async throws {
    try await Room.open { room in
      let terminal = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      try await terminal.prompt()
      try await terminal.type("Duty insp")
      try await terminal.see("> Duty insp")
      terminal.hangUp()
      #expect(try await terminal.end() == 129)
      let again = try PseudoTerminal(["resume"], in: room)
      try await again.see("> Duty insp")
      try await again.type("ector")
      try await again.see("> Duty inspector")
    }
  }

  @Test(arguments: [Way.controlC, .controlD, .interrupt, .terminate, .hangUp])
  func startScreenIsLeftWithNothingBegun(way: Way) async throws {
    try await Room.open { room in
      let terminal = try PseudoTerminal([], in: room)
      try await terminal.prompt()
      try await way.take(terminal)
      #expect(try await terminal.end() == way.code)
      #expect(terminal.isRestored)
      #expect(try await room.playbook(["runs"]).output == "")
    }
  }

  @Test(arguments: ["", "live", "LIVE!", "yes"])
  func nothingButTheWholeWordBeginsALiveRun(word: String) async throws {
    try await Room.open { room in
      let terminal = try PseudoTerminal([], in: room)
      try await terminal.enter("1")
      try await terminal.enter(word)
      #expect(terminal.news.contains("Nothing was begun."))
      #expect(try await room.playbook(["runs"]).output == "")
    }
  }
}
