import Stage
import Testing

/// One holds the pen; others add beside it, or take it with a reason.
@Suite struct TwoOfficersTests {
  @Test func secondOfficerIsToldWhoHoldsTheRun() async throws {
    try await Room.open { room in
      let first = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      try await first.prompt()
      let second = try await room.playbook(["resume", "POST-0001", "--officer", "Bo"])
      #expect(second.status == 6)
      #expect(second.errors.contains("the run is held by Ash"))
      #expect(second.errors.contains("--take-over --reason TEXT"))
      let third = try await room.playbook(["answer", "POST-0001", "danger", "no", "--officer", "Bo"])
      #expect(third.status == 6)
      let onTerminal = try PseudoTerminal(["resume", "--officer", "Bo"], in: room)
      #expect(try await onTerminal.end() == 6)
      #expect(onTerminal.isRestored)
    }
  }

  @Test func takingOverTellsTheFirstAndEndsTheirWalk() async throws {
    try await Room.open { room in
      let first = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      try await first.enter("Duty inspector")
      let second = try PseudoTerminal(
        ["resume", "--take-over", "--reason", "Ash is on the road", "--officer", "Bo"], in: room)
      // The half-typed answer of the first is not lost with the pen, nor is it on the second's line.
      try await second.see("Ash was typing this")
      try await second.see("| Duty inspector")
      try await first.press("1\r")
      #expect(try await first.end() == 6)
      #expect(first.everything.contains("Bo has taken over this run"))
      #expect(first.isRestored)
      try await second.enter("Duty sergeant")
      try await second.enter("1")
      let report = try JSON(try await room.playbook(["report", "--json"]).output)
      #expect(report["officers"].list.last?["to"].text == "Bo")
      #expect(report["officers"].list.last?["reason"].text == "Ash is on the road")
      let values = report["facts"].list.first?["history"].list.compactMap { $0["value"].text }
      #expect(values == ["Duty sergeant"])
    }
  }

  @Test func takingOverNeedsAReason() async throws {
    try await Room.open { room in
      let run = try await room.begin()
      let refused = try await room.playbook(["resume", run, "--take-over", "--officer", "Bo"])
      #expect(refused.status == 4)
      #expect(refused.errors.contains("--reason"))
    }
  }

  @Test func whatIsAddedBesideShowsUpAndWhatIsTypedStays() async throws {
    try await Room.open { room in
      let first = try PseudoTerminal(["start", LocalNight.playbook], in: room)
      try await first.prompt()
      try await first.type("Duty insp")
      try await first.see("> Duty insp")
      let note = [
        "note", "POST-0001", "A caller says the square is full", "--officer", "Bo", "--kind", "rumour",
      ]
      #expect(try await room.playbook(note).status == 0)
      try await first.see("Bo: rumour: A caller says the square is full")
      try await first.wait(for: "the line that was being typed, below it") {
        first.glass.lineToCursor == "> Duty insp"
      }
      try await first.type("ector")
      try await first.endLine()
      try await first.enter("1")
      #expect(first.news.contains("Saved"))
    }
  }

  @Test func approvalAndReleaseGivenBesideShowUp() async throws {
    try await Room.open { room in
      let run = try await room.begin(
        """
        facts: {told-by: Duty inspector, major-incident: no, incident-type: incident, area: Northfield,
          danger: no, access: Mill Road, harm: none, services: police}
        decide: {level: {option: reassure, by: Dee Rector}}
        """)
      #expect(try await room.playbook(["draft", run, "staff"]).status == 0)
      let first = try PseudoTerminal(["resume", "--plain"], in: room)
      try await first.enter(":g staff")
      let drafted = try JSON(try await room.playbook(["show", run, "--json"]).output)["messages"].list
      let ids = drafted.compactMap { $0["id"].text }
      let code = try JSON(try await room.playbook(["show", run, "--json"] + ids).output)["code"].text
      let given = ["--by", "Pat Quill", "--role", "head-of-comms", "--how", "phone", "--code", code ?? ""]
      let approved = try await room.playbook(["approve", run] + ids + given + ["--officer", "Bo"])
      #expect(approved.status == 0, "\(approved.errors)")
      try await first.see("Bo: Pat Quill, Head of communications, county council, approved")
      for id in ids { #expect(try await room.playbook(["sent", run, id, "--officer", "Bo"]).status == 0) }
      try await first.enter(":l")
      #expect(first.news.contains("Tell staff: done"))
    }
  }
}
