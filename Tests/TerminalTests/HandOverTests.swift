import Stage
import Testing

/// Two officers on two terminals: one walks, the other follows, reads, and takes over.
@Suite struct HandOverTests {
  @Test func theOneWhoFollowsSeesEverythingAndAcceptsByTheCode() async throws {
    try await Room.open { room in
      let first = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      try await first.prompt()
      let follower = try PseudoTerminal(["follow", "--officer", "Bo"], in: room)
      try await follower.see("Following POST-0001")
      try await first.enter("Duty inspector")
      try await first.enter("1")
      let began = ContinuousClock.now
      try await follower.see("Duty inspector (confirmed)")
      #expect(ContinuousClock.now - began < .seconds(20))
      try await first.enter(":h")
      try await first.enter("Bo")
      #expect(first.news.contains("Offered to Bo. Go on as before"))
      try await follower.see("Ash: offered the run to Bo")
      try await follower.type("ls\u{3}")
      #expect(try await follower.end() == 130)
      #expect(follower.isRestored)
      #expect(!follower.everything.contains("ls"))

      let second = try PseudoTerminal(["resume", "--officer", "Bo"], in: room, rows: 70)
      try await second.see("Code of this page:")
      try await second.prompt()
      // Who holds it goes on meanwhile, and the page that was read says something else.
      let old = try code(second)
      try await first.enter("not known")
      try await second.press(old + "\r")
      try await second.see("is not the code of the page")
      try await second.see("The page says something else by now")
      try await second.prompt()
      let new = try code(second)
      #expect(new != old)
      try await second.press(new + "\r")
      try await second.prompt()
      #expect(second.news.contains("Step "))
      #expect(try await first.end() == 10)
      #expect(first.everything.contains("Bo has accepted POST-0001"))
      #expect(first.isRestored)
      let runs = try JSON(try await room.playbook(["runs", "--json"]).output)
      #expect(runs.list.first?["officer"].text == "Bo")
    }
  }

  @Test func twoOpenRunsAreToldApartAtEveryPrompt() async throws {
    try await Room.open { room in
      _ = try await room.begin("", ["--at", "yesterday 12:00"])
      let second = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      let question = try await second.prompt()
      #expect(question == "LIVE POST-0002 > ")
      #expect(second.everything.contains("Also open: LIVE POST-0001 Local incident, police-led, late "))
      try await second.press("\u{3}")
      #expect(try await second.end() == 130)
      let resumed = try PseudoTerminal(["resume"], in: room)
      try await resumed.see("Which run?")
      try await resumed.enter("2")
      #expect(resumed.news.contains("POST-0002"))
    }
  }

  /// The code that stands last on the glass.
  private func code(_ terminal: PseudoTerminal) throws -> String {
    guard let line = terminal.glass.lines.last(where: { $0.hasPrefix("Code of this page: ") }) else {
      throw terminal.failure("no code is shown")
    }
    return String(line.dropFirst("Code of this page: ".count).prefix(9))
  }
}
