import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

@testable import Running

/// Who holds the pen, and how a run ends.
@Suite struct DutyTests {
  @Test func aHandOverAndATakeOverAreOnRecord() throws {
    var night = try small()
    #expect(night.refusal(of: .offerHandOver(to: " ")) == .reasonNeeded(for: "a hand-over"))
    try night.handOver(to: "Blake")
    #expect(night.run.officer == "Blake")
    night.officer = "Casey"
    night.pass(.minutes(1))
    #expect(night.refusal(of: .takeOver(reason: "")) == .reasonNeeded(for: "taking over"))
    try night.give(.takeOver(reason: "No answer from Blake"))
    #expect(night.run.officer == "Casey")
    #expect(night.run.officers.map(\.from) == ["Ash", "Blake"])
    #expect(night.run.officers.map(\.to) == ["Blake", "Casey"])
    #expect(night.run.officers.map(\.reason) == [nil, "No answer from Blake"])
  }

  @Test func finishingWithOpenStepsNeedsAReason() throws {
    var night = try small()
    guard case .stepsOpen(let open)? = night.refusal(of: .finish(reason: nil)) else {
      Issue.record("a run with open steps ended without a reason")
      return
    }
    #expect(open.count == 21)
    #expect(night.refusal(of: .finish(reason: " \n")) == .stepsOpen(open))
    try night.give(.finish(reason: "A false alarm"))
    #expect(night.run.finished?.reason == "A false alarm")
  }

  @Test func aRunWithNothingOpenEndsWithoutOne() throws {
    var night = try small()
    // Answered first, so that the hourly update has one round alone.
    try night.answer("over", .yesNo(true))
    for step in night.run.playbook.steps.values {
      while !night.run.status(of: step).isOver { try night.give(.skipStep(step.id, reason: "A test")) }
    }
    try night.give(.finish(reason: nil))
    #expect(night.run.finished?.reason == nil)
  }

  @Test func aFinishedRunTakesNotesAndPartnersAnswersAlone() throws {
    var night = try small()
    try night.settle()
    let id = try night.drafted("holding", "mail")
    let code = try night.code(id)
    try night.give(.finish(reason: "Over"))
    let contact = Contact(person: "Pat", role: "police", outcome: .reached)
    let refused: [Command] = [
      .startStep("log"), .recordFact(Answer(fact: "over", value: .yesNo(true))),
      .completeStep("log", detail: nil), .skipStep("log", reason: "x"),
      .decide("route", option: "north", decider: "D", reason: "x"),
      .permit("permit", Permission(fact: "report", isGranted: true, by: "x", basis: "x", isChairTold: true)),
      .draft("holding"), .edit(id, subject: nil, text: "x"), .requestApproval([id]),
      .tryContact([id], contact),
      .approve([id], person: "Pat", role: "police", how: .phone, code: code),
      .returnMessages([id], person: "Pat", role: "police", reason: "x"), .withdrawApproval([id], reason: "x"),
      .markSent(id), .dropMessage(id, reason: "x"), .retime(zero: night.now, reason: "x"),
      .offerHandOver(to: "x"),
      .withdrawHandOver, .acceptHandOver(ReadPage(digest: .sha256(of: []), upTo: night.run.sequence)),
      .takeOver(reason: "x"), .finish(reason: "x"),
    ]
    for command in refused { #expect(night.refusal(of: command) == .runFinished) }
    try night.give(.note("Thanks", .feedback))
    try night.give(.answerForPartner(id, partner: "Fire and rescue", .received))
    #expect(night.run.openTargets() == [])
    #expect(night.run.nextStep(at: night.now) == nil)
  }

  @Test(arguments: NoteKind.allCases) func notesKeepTheirKind(kind: NoteKind) throws {
    var night = try small()
    try night.give(.note(" Heard a bang\n", kind))
    #expect(night.run.notes.map(\.text) == ["Heard a bang"])
    #expect(night.run.notes.map(\.kind) == [kind])
  }

  @Test func onlyWhatMayStandBesideThePenNeedsNone() {
    let contact = Contact(person: "Pat", role: "police", outcome: .reached)
    let beside: [Command] = [
      .note("x", .note), .approve([], person: "", role: nil, how: .phone, code: ""),
      .returnMessages([], person: "", role: nil, reason: ""), .tryContact([], contact), .markSent("M1"),
      .answerForPartner("M1", partner: "", .received),
    ]
    #expect(beside.allSatisfy { !$0.needsPen })
    #expect(Command.edit("M1", subject: nil, text: "").needsPen)
    #expect(Command.withdrawApproval([], reason: "").needsPen)
  }

  @Test func aLateStepIsLateAndNothingFails() throws {
    var night = try small()
    night.pass(.days(400))
    let glance = night.run.glance(at: night.now)
    #expect(glance.next == nil)
    #expect(glance.late.map(\.at.step).contains("log"))
    #expect(try night.status("log") == .ready)
    #expect(night.run.nextStep(at: night.now) == "log")
  }

  @Test func targetsShowWhatIsOpenEarliestFirst() throws {
    var night = try small()
    let kinds = night.run.openTargets().prefix(4).map { "\($0.at.step) \($0.kind.rawValue)" }
    #expect(kinds == ["log due", "first draft", "known due", "first approve"])
    try night.settle()
    try night.give(.draft("first"))
    #expect(!night.run.openTargets().contains { $0.at.step == "first" && $0.kind == .draft })
    let id = try #require(night.open("first").first)
    try night.fillSeats(of: id)
    #expect(night.run.openTargets().filter { $0.at.step == "first" }.map(\.kind) == [.due])
  }
}

/// An exercise is the same walk, and can never be taken for the real thing.
@Suite struct ExerciseTests {
  @Test func anExerciseHasItsOwnIdAndDigests() throws {
    var (live, drill) = (try small(), try small(.exercise))
    try live.settle()
    try drill.settle()
    let (one, two) = (try live.drafted("holding", "x"), try drill.drafted("holding", "x"))
    #expect(one == two)
    #expect(drill.run.id == "EX-0001")
    #expect(try drill.text(two) == "EXERCISE EXERCISE. " + (try live.text(one)))
    #expect(try live.code(one) != drill.code(two))
  }

  @Test func noEventMakesAnExerciseLive() throws {
    var night = try small(.exercise)
    let start = Start(
      run: "POST-0001", playbook: SmallLibrary.playbook, mode: .live, zero: night.now,
      library: .sha256(of: []))
    var run = night.run
    run.apply(
      Event(sequence: 2, entered: night.now, happened: night.now, by: "Eve", content: .started(start)))
    #expect(run.mode == .exercise)
    #expect(run.id == "EX-0001")
    try night.settle()
    #expect(night.run.mode == .exercise)
  }

  @Test func anExerciseNeedsTheSameApprovals() throws {
    var night = try small(.exercise)
    try night.settle()
    let id = try night.drafted("holding", "x")
    #expect(night.refusal(of: .markSent(id))?.isAboutApproval == true)
    try night.fillSeats(of: id)
    try night.give(.markSent(id))
  }
}
