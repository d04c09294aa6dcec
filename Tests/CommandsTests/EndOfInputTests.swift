import Stage
import Testing

/// Input that ends at any question leaves the run as it stands: nothing is approved, sent, skipped or finished.
@Suite struct EndOfInputTests {
  /// What is typed to come to a question, and the question's beginning.
  private static let questions: [(lines: String, question: String)] = [
    ("l", "What was done?"), (":a place", "> "), (":a place|Southfield", "How sure?"),
    (":a place|Southfield|1", "Why is the earlier answer replaced?"), (":a report", "| "),
    (":s", "Why is it skipped?"), (":n", "Note "), (":h", "Who takes over?"), (":finish", "Type FINISH"),
    (":finish|FINISH", "Steps are open. Why"), (":g level", "Number of the choice"),
    (":g level|3", "Who decided?"), (":g level|3|Dana Hill", "Why?"),
    (":g permit", "Has the originator permitted it?"), (":g permit|yes", "Who answered for the originator?"),
    (":g permit|yes|Inspector Ray", "Lawful basis"),
    (":g permit|yes|Inspector Ray|Public task", "Has the Chair been told"),
    (":g first", "Number of a message"), (":g first|1", "M1 > "), (":g first|1|e", "| "),
    (":g first|1|k", "Who approves?"), (":g first|1|k|Somebody", "In which role?"),
    (":g first|1|k|1", "Lee Fox:   1 present"), (":g first|1|k|1|x", "Lee Fox:   1 no answer"),
    (":g first|1|k|1|2", "The code that Lee Fox reads back"), (":g first|1|r", "Who returns it?"),
    (":g first|1|r|1", "What should change?"), (":g first|1|x", "Why is it dropped?"),
  ]

  /// A run whose first words are drafted, with a report that needs its originator.
  private func begin(_ room: Room) async throws {
    try room.useSmallLibrary()
    try room.write("people: [{name: Lee Fox, roles: [comms-lead]}]\n", to: "state/roster.yaml")
    let facts = [
      "loggist=Kit Moss", "place=Northfield", "hurt=injured", "danger=no", "crews=police", "number=4",
      "from=03:00", "day=2027-03-05", "page=example.org/u", "relay=not-known",
      "report=Two schools keep pupils in",
    ]
    let given = facts.flatMap { ["--set", $0] }
    _ = try await room.playbook(["start", "small", "--no-input"] + given)
    let drafted = try await room.playbook(["draft", "POST-0001", "first"])
    guard drafted.status == 0 else { throw StageFailure(drafted.errors) }
  }

  private func report(_ room: Room) async throws -> JSON {
    try JSON(try await room.playbook(["report", "POST-0001", "--json"]).output)
  }

  @Test func endOfInputAtAnyQuestionChangesNothing() async throws {
    try await Room.open { room in
      try await begin(room)
      let before = try await report(room)
      for (lines, question) in Self.questions {
        let typed = lines.replacing("|", with: "\n") + "\n"
        let ended = try await room.playbook(["resume"], input: .pipe(typed))
        #expect(ended.status == 10, "\(lines): \(ended.errors)")
        let asked = ended.output.split(separator: "\n").last { $0.contains("> ") || $0.hasPrefix("| ") }
        #expect(asked?.hasPrefix(question) == true, "\(lines): \(asked ?? "nothing")")
        #expect(ended.output.contains("End of input. Everything is saved."), "\(lines)")
      }
      #expect(try await report(room) == before)
    }
  }

  /// A line that the end of input cuts off may be half of what was meant.
  @Test(arguments: [
    (":g first\n1\nm\n", "SENT"), (":s\n", "Rehearsed"), (":finish\nFINISH\n", "A false alarm"),
    (":g first\n1\nk\n1\n2\n", "CODE"),
  ])
  func cutOffLineNeverApprovesSendsSkipsOrFinishes(lines: String, word: String) async throws {
    try await Room.open { room in
      try await begin(room)
      if word == "SENT" { try await approve(room) }
      let before = try await report(room)
      let last = word == "CODE" ? try await code(room) : word
      let ended = try await room.playbook(["resume"], input: .pipe(lines + last))
      #expect(ended.status == 10)
      #expect(ended.output.contains("End of input before Enter, so '\(last)' is not taken."))
      #expect(try await report(room) == before)
      let whole = try await room.playbook(["resume"], input: .pipe(lines + last + "\n"))
      #expect(whole.output.contains("Saved") || whole.output.contains("is finished"))
      #expect(try await report(room) != before)
    }
  }

  private func code(_ room: Room) async throws -> String {
    try JSON(try await room.playbook(["show", "POST-0001", "M1", "--json"]).output)["code"].text ?? ""
  }

  private func approve(_ room: Room) async throws {
    let given = ["--by", "Lee Fox", "--role", "comms-lead", "--how", "phone", "--code", try await code(room)]
    let approved = try await room.playbook(["approve", "POST-0001", "M1"] + given)
    guard approved.status == 0 else { throw StageFailure(approved.errors) }
  }
}
