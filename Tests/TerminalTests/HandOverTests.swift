import Fixtures
import Library
import Messaging
import Record
import Running
import Stage
import System
import Testing
import Time

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

  /// An exercise on the local incident, which began `ago`.
  private func beginExercise(in room: Room, ago: Seconds = Seconds(0)) throws -> String {
    let plan = try #require(Fixtures.incidentPlan)
    let now = SystemClock.now()
    let ledger = try Ledger.begin(
      .init(
        plan: plan, files: try Fixtures.incidentFiles(), mode: .exercise,
        zero: Instant(seconds: now.seconds - ago.count)), in: Store(folder: room.state),
      at: Moment(now: now, officer: "Ash"))
    return ledger.run.id
  }

  @Test func anExerciseIsAcceptedInOtherWords() async throws {
    try await Room.open { room in
      let run = try beginExercise(in: room)
      #expect(try await room.playbook(["handover", run, "--to", "Bo"]).status == 0)
      let second = try PseudoTerminal(["resume", "--officer", "Bo"], in: room, rows: 70)
      let question = try await second.prompt()
      #expect(question == "EXERCISE EX-0001  Type EXERCISE and the code > ")
      #expect(second.everything.contains("HAND-OVER PAGE EXERCISE EX-0001"))
      let spoken = try code(second)
      try await second.press(spoken + "\r")
      try await second.see("This is an exercise: type EXERCISE")
      try await second.prompt()
      try await second.press("EXERCISE \(spoken)\r")
      try await second.see("Step 1")
      try await second.prompt()
    }
  }

  @Test func enterAloneAndTheEndOfInputAcceptNothing() async throws {
    try await Room.open { room in
      let run = try await room.begin()
      #expect(try await room.playbook(["handover", run, "--to", "Bo"]).status == 0)
      let second = try PseudoTerminal(["resume", "--officer", "Bo"], in: room, rows: 70)
      try await second.prompt()
      try await second.press("\r")
      try await second.prompt()
      try await second.press("\u{4}")
      #expect(try await second.end() == 10)
      #expect(second.isRestored)
      let status = try JSON(try await room.playbook(["status", "--json"]).output)
      #expect(status["officer"].text == "Ash")
      #expect(status["offeredTo"].text == "Bo")
    }
  }

  @Test func whatWasHalfTypedStandsOnThePage() async throws {
    try await Room.open { room in
      let first = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      try await first.prompt()
      try await first.type("Duty insp")
      try await first.see("> Duty insp")
      try await first.press("\u{3}")
      #expect(try await first.end() == 130)
      let page = try await room.playbook(["handover", "POST-0001"])
      #expect(page.output.contains("Ash, not recorded: Duty insp"))
      let twin = try JSON(try await room.playbook(["handover", "POST-0001", "--json"]).output)
      #expect(page.output.contains("Code of this page: \(twin["code"].text ?? "none")"))
      #expect(twin["sections"].list.compactMap { $0["id"].text }.contains("half-typed"))
    }
  }

  @Test func followingEndsWithTheRun() async throws {
    try await Room.open { room in
      let run = try await room.begin()
      let follower = try PseudoTerminal(["follow", "--officer", "Bo"], in: room)
      try await follower.see("Following \(run)")
      #expect(try await room.playbook(["finish", run, "--reason", "A false alarm"]).status == 0)
      try await follower.see("finished with steps open, because A false alarm")
      #expect(try await follower.end() == 0)
      #expect(follower.isRestored)
    }
  }

  @Test func anExerciseBesideALiveRunIsUnmistakable() async throws {
    try await Room.open { room in
      let exercise = try beginExercise(in: room, ago: .hours(2))
      let live = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      #expect(try await live.prompt() == "LIVE POST-0001 > ")
      #expect(live.everything.contains("Also open: EXERCISE \(exercise) Local incident, police-led, late "))
      let list = try await room.playbook(["runs"]).output.split(separator: "\n")
      #expect(list.map { $0.split(separator: " ").first } == ["EXERCISE", "LIVE"])
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
