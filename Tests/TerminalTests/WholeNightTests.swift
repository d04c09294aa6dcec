import Fixtures
import Glibc
import Library
import OrderedCollections
import Running
import Stage
import System
import Testing
import Time

@Suite struct WholeNightTests {
  /// From the start screen to `finish`, killed twice, with nothing lost: the record is that of the night by script.
  @Test func nightTypedThroughTwoCrashesIsTheNightGivenByScript() async throws {
    let officer = try WalkingOfficer()
    let typed = try await Room.open { room in
      try await type(officer, room)
      return try await completeRecord(officer, room)
    }
    let scripted = try await Room.open { room in
      let run = try await room.begin(LocalNight.answers(officer.playbook))
      try room.write(LocalNight.roster(officer.library), to: "state/roster.yaml")
      try await LocalNight.script(run, officer.playbook, in: room)
      return try await completeRecord(officer, room)
    }
    let differences = SameNight(typed).differences(from: SameNight(scripted))
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  private func type(_ officer: WalkingOfficer, _ room: Room) async throws {
    try room.write(LocalNight.roster(officer.library), to: "state/roster.yaml")
    var terminal = try PseudoTerminal([], in: room)
    try await begin(officer.playbook, on: terminal)

    // Killed while half-typed text stands at the prompt.
    try await officer.answer(terminal) { $0 == "loggist" }
    try await terminal.type("Robin V")
    try await untilDraftHolds("Robin V", room)
    terminal.signal(SIGKILL)
    #expect(try await terminal.end() == -SIGKILL)
    terminal = try PseudoTerminal(["resume"], in: room)
    try await terminal.see("> Robin V")
    try await terminal.type("\u{15}")
    try await officer.answer(terminal) { $0 == "police-words" }

    // Killed between an answer and the question that follows it.
    try await terminal.type("Please stay away from Northfield while officers work.\r")
    try await untilDraftHolds("officers work.", room)
    terminal.signal(SIGKILL)
    #expect(try await terminal.end() == -SIGKILL)
    terminal = try PseudoTerminal(["resume"], in: room)
    try await terminal.see("> Please stay away from Northfield while officers work.")
    try await terminal.type("\u{15}")
    try await officer.answer(terminal) { _ in false }
    #expect(try await terminal.end() == 0)
    #expect(terminal.isRestored)
  }

  /// Chooses the playbook by its title, whatever its number.
  private func begin(_ playbook: Playbook, on terminal: PseudoTerminal) async throws {
    try await terminal.prompt()
    let entry = terminal.glass.lines.first { $0.contains(playbook.title) }
    let number = entry?.split(separator: " ").first.map(String.init)
    try await terminal.enter(try #require(number))
    try await terminal.enter("LIVE")
  }

  private func untilDraftHolds(_ text: String, _ room: Room) async throws {
    let deadline = ContinuousClock.now + .seconds(90)
    func isKept() -> Bool {
      let drafts = (try? Files.readTree(room.state, folders: ["drafts"])) ?? [:]
      // What has not got its name yet is not kept.
      return drafts.contains {
        $0.key.hasSuffix(".txt") && String(decoding: $0.value, as: UTF8.self).contains(text)
      }
    }
    while !isKept() {
      guard ContinuousClock.now < deadline else { throw StageFailure("'\(text)' is not kept") }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  private func completeRecord(_ officer: WalkingOfficer, _ room: Room) async throws -> JSON {
    let verified = try await room.playbook(["verify", "POST-0001"])
    #expect(verified.status == 0, "\(verified.errors)")
    let report = try JSON(try await room.playbook(["report", "--json", "POST-0001"]).output)
    #expect(report["finished"]["utc"].text != nil)
    let ended = Set(report["steps"].list.compactMap { $0["status"].text })
    #expect(ended.isSubset(of: ["done", "skipped", "not applicable"]), "\(ended)")
    #expect(
      Set(report["steps"].list.compactMap { $0["id"].text }) == Set(officer.playbook.steps.keys.map(\.text)))
    #expect(report["summary"]["messagesDropped"].number == 0)
    #expect(!report["messages"].list.isEmpty)
    #expect(report["messages"].list.allSatisfy { $0["sent"]["utc"].text != nil })
    for fact in officer.playbook.facts.values {
      let entry = report["facts"].list.first { $0["id"].text == fact.id.text }
      let value = entry?["history"].list.last?["value"].text
      #expect(value == (try words(fact)), "\(fact.id)")
    }
    return report
  }

  /// An answer as the report words it.
  private func words(_ fact: Fact) throws -> String? {
    try LocalNight.answer(fact).map {
      let value = try fact.read($0.text, now: Fixtures.night, calendar: Fixtures.calendar)
      return fact.words(for: value, zone: Fixtures.london, today: Fixtures.london.local(Fixtures.night).date)
    }
  }
}
