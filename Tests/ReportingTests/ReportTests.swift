import Digest
import Fixtures
import FoundationEssentials
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

@testable import Reporting

/// What a scripted night's record says, as people and as programs read it.
@Suite struct GoldenReportTests {
  /// The whole report of the scripted night, with its record.
  private func report(_ redaction: Redaction? = nil) throws -> RunReport {
    let night = try ScriptedNight().night
    let integrity = RunReport.Integrity(
      head: ContentDigest.sha256(of: [1]).hex, check: "67 events, nothing changed")
    return RunReport(night.run, events: night.events, integrity: integrity, redaction: redaction)
  }

  @Test func thePageOfANightIsTheOneThatWasLookedAt() throws {
    #expect(Golden.difference(try report().html, from: "ReportingTests/Golden/night.html") == nil)
  }

  @Test func theRedactedPageOfANightIsTheOneThatWasLookedAt() throws {
    let html = try report(Redaction(exemption: "s.31")).html
    #expect(Golden.difference(html, from: "ReportingTests/Golden/night-redacted.html") == nil)
  }

  @Test func theTimelineOfANightIsTheOneThatWasLookedAt() throws {
    #expect(Golden.difference(try report().csv(), from: "ReportingTests/Golden/night.csv") == nil)
  }

  @Test func theTextOfANightIsTheOneThatWasLookedAt() throws {
    #expect(Golden.difference(try report().text(), from: "ReportingTests/Golden/night.txt") == nil)
  }

  @Test func theJSONOfANightIsTheOneThatWasLookedAt() throws {
    let report = try report()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
    #expect(Golden.difference(text, from: "ReportingTests/Golden/night.json") == nil)
  }

  @Test(arguments: [20, 40, 72, 120]) func everyLineKeepsToItsWidthAndNoWordIsLost(width: Int) throws {
    let report = RunReport(try ScriptedNight().night.run)
    let text = report.text(width: width)
    let isLong = text.split(separator: "\n").filter { $0.count > width }
    #expect(isLong == [])
    func words(_ text: String) -> [String] {
      text.split { $0.isWhitespace || $0 == "|" }.joined().map { String($0) }
    }
    #expect(words(text) == words(report.text(width: 500)))
  }
}

/// What a report must say whatever the night.
@Suite struct ReportTests {
  private func night(_ mode: Mode = .live, at now: Instant = Fixtures.night) throws -> Night {
    let plan = try #require(Fixtures.smallPlan)
    return try #require(Night(plan, mode: mode, at: now))
  }

  private func step(_ id: String, _ run: Run) throws -> RunReport.StepEntry {
    let report = RunReport(run)
    return try #require(report.steps.first { $0.id == id })
  }

  @Test func theReportIsMarkedAtItsTopAndBottomAsTheHighestOfWhatIsInIt() throws {
    var night = try night()
    #expect(RunReport(night.run).marking == "OFFICIAL")
    try night.answer("report", .text("All is well"))
    let lines = RunReport(night.run).text().split(separator: "\n")
    #expect(lines.first == "OFFICIAL-SENSITIVE")
    #expect(lines.last == "OFFICIAL-SENSITIVE")
  }

  @Test func anExerciseSaysSo() throws {
    let report = RunReport(try night(.exercise).run)
    #expect(report.mode == "exercise")
    #expect(report.text().split(separator: "\n")[1] == "EXERCISE")
    #expect(!RunReport(try night().run).text().contains("EXERCISE"))
  }

  @Test func aPageOfAnExerciseSaysSoOnEverySheet() throws {
    let html = RunReport(try night(.exercise).run).html
    #expect(html.contains("<title>EXERCISE EX-0001, "))
    // At the head and the foot of the page, behind every printed sheet, and in the margins of each.
    #expect(html.ranges(of: "EXERCISE EXERCISE EXERCISE. None of this was real.").count == 2)
    #expect(html.contains("<div class=\"sheet\" aria-hidden=\"true\">EXERCISE</div>"))
    #expect(html.contains("@top-center{content:\"EXERCISE   OFFICIAL\""))
    #expect(!RunReport(try night().run).html.contains("EXERCISE"))
  }

  @Test func aRunOfWeeksIsCountedByTheDayAndItsPictureStaysSmall() throws {
    var night = try night()
    let usual = TimelinePicture(report: RunReport(night.run, events: night.events)).svg.utf8.count
    for _ in 0..<600 {
      night.pass(.hours(1))
      try night.give(.retime(zero: night.now, reason: "It slips"))
    }
    let report = RunReport(night.run, events: night.events)
    #expect(report.timeline.count > 600)
    #expect(report.html.contains("The same as a table, by the day"))
    #expect(TimelinePicture(report: report).svg.utf8.count < usual + 20_000)
    #expect(report.silences.count == 600)
    #expect(report.silences.longest.count == 20)
  }

  @Test(arguments: [(0, 0), (1, 1), (90, 2)]) func aScaleGoesForwardWhateverItsLengths(
    step: Int64, more: Int64
  ) {
    let moments = (0..<40).map { Instant(seconds: $0 * $0 * $0 * step * (more + 1)) }
    let scale = TimelineScale(moments, from: 100, to: 500)
    let places = Set(moments).sorted().map { scale.place(of: $0) }
    #expect(places == places.sorted())
    #expect(places.allSatisfy { (100...500.001).contains($0) })
    #expect(scale.ticks(wanted: [moments[0]], apart: 60).count <= 8)
  }

  /// Source: WCAG 2.2 AA, and the content security that a page without scripts and network can have.
  @Test func aPageStandsByItselfAndIsBuiltForReading() throws {
    var night = try ScriptedNight().night
    night.officer = "<script>alert(1)</script>"
    let html = RunReport(night.run, events: night.events).html
    #expect(!html.contains("<script"))
    for reach in ["src=", "@import", "url(h", "<link", "<iframe", "<form", "javascript:"] {
      #expect(!html.contains(reach), "\(reach)")
    }
    for part in [
      "<main id=\"content\">", "<header>", "<footer>", "<nav aria-label", "lang=\"en-GB\"", "role=\"img\"",
    ] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(html.ranges(of: "<table").count == html.ranges(of: "<caption>").count)
    #expect(!html.contains("<th>"))
    // Headings go down one at a time.
    let levels = html.ranges(of: /<h[1-6][ >]/).map { Int(html[$0].dropFirst(2).prefix(1)) ?? 0 }
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    // Every link leads to something on the page, and no name is given twice.
    let ids = html.matches(of: /[ ]id="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for link in html.matches(of: /href="#([^"]+)"/) { #expect(ids.contains(String(link.1))) }
  }

  @Test func timesAreShownAsTheClocksShowedThemOverAChange() throws {
    // 00:30 in London on the night when the clocks go back, at 02:00, to 01:00.
    var night = try night(at: Instant(seconds: 1_792_884_600))
    try night.give(.note("Summer", .note))
    night.pass(.hours(1))
    try night.give(.note("First half past one", .note))
    night.pass(.hours(1))
    try night.give(.note("Second half past one", .note))
    let notes = RunReport(night.run).notes
    #expect(
      notes.map(\.at.local) == [
        "2026-10-25 00:30:00 BST", "2026-10-25 01:30:00 BST", "2026-10-25 01:30:00 GMT",
      ])
    #expect(notes.map(\.at.utc) == ["2026-10-24T23:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"])
    // T+2h is elapsed: two hours, though the clocks show one.
    #expect(try step("watch", night.run).due?.local == "2026-10-25 01:30:00 GMT")
  }

  @Test func aLateEntryShowsBothTimesEverywhere() throws {
    var night = try night()
    night.pass(.minutes(30))
    let happened = Fixtures.night + .minutes(4)
    try night.give(.recordFact(Answer(fact: "loggist", value: .text("Kit"))), happened: happened)
    try night.give(.completeStep("log", detail: nil), happened: happened)
    try night.give(.note("Heard a bang", .note), happened: happened)
    let report = RunReport(night.run)
    #expect(report.facts.first?.history.first?.entered?.local == "2026-11-24 03:42:00 GMT")
    #expect(report.notes.first?.entered?.local == "2026-11-24 03:42:00 GMT")
    let both = "2026-11-24 03:16:00 GMT, entered 2026-11-24 03:42:00 GMT"
    #expect(report.text(width: 200).ranges(of: both).count == 3)
    #expect(try step("log", night.run).lateSeconds == -60)
  }

  @Test func whatIsEnteredAtOnceShowsOneTime() throws {
    var night = try night()
    try night.give(.note("Heard a bang", .note))
    #expect(RunReport(night.run).notes.first?.entered == nil)
    #expect(!RunReport(night.run).text().contains("entered"))
  }

  @Test func aClockThatWasSetBackIsReported() throws {
    var night = try night()
    try night.give(.note("One", .note))
    night.pass(.minutes(-20))
    try night.give(.note("Two", .note))
    night.pass(.minutes(5))
    try night.give(.note("Three", .note))
    let report = RunReport(night.run)
    #expect(report.clockJumps == [3])
    #expect(report.text().contains("The clock had been set back at event 3"))
  }

  @Test func aDecisionShowsWhatWasKnownWhenItWasTakenAndNothingLater() throws {
    var night = try night()
    try night.learn(for: .advise)
    let taken = night.now
    night.pass(.minutes(10))
    try night.give(.recordFact(Answer(fact: "hurt", value: .choice("killed"), reason: "Confirmed")))
    try night.give(
      .decide("level", option: "reassure", decider: "Dana", reason: "The force asked"), happened: taken)
    let known = try #require(RunReport(night.run).decisions.first?.known)
    #expect(known.contains("Is anyone hurt?: people are hurt (confirmed)"))
    #expect(!known.contains { $0.contains("someone has died") })
  }

  @Test func skippedNotApplicableAndDoneAreThreeThings() throws {
    var night = try night()
    try night.give(.skipStep("log", reason: "Nobody is here"))
    try night.answerNotKnown("report")
    let report = RunReport(night.run)
    #expect(try step("log", night.run).status == "skipped")
    #expect(try step("log", night.run).reason == "Nobody is here")
    #expect(try step("permit", night.run).status == "not applicable")
    #expect(try step("report", night.run).status == "done")
    let summary = report.summary
    #expect(summary.done + summary.skipped + summary.notApplicable + summary.open == report.steps.count)
  }

  @Test(arguments: [(299, 1, 0), (300, 1, 0), (359, 1, 0), (360, 0, 1), (900, 0, 1)])
  func aTargetIsMetWithinTheMinuteThatIsCalledOnTime(seconds: Int64, met: Int, missed: Int) throws {
    var night = try night()
    try night.answer("loggist", .text("Kit"))
    night.pass(Seconds(seconds))
    try night.give(.completeStep("log", detail: nil))
    let summary = RunReport(night.run).summary
    #expect(summary.targetsMet == met)
    #expect(summary.targetsMissed == missed)
    let spoken = punctuality(Seconds(try #require(try step("log", night.run).lateSeconds)))
    #expect(spoken.hasSuffix("late") == (missed == 1))
  }

  @Test func whoTypedAFactIsNotSaidToHaveEdited() throws {
    var night = try night()
    try night.settle()
    try night.give(.draft("holding"))
    #expect(RunReport(night.run).text(width: 200).contains("GMT, words of Robin\n"))
    let id = try #require(night.message("holding", "x"))
    try night.give(.edit(id, subject: nil, text: "Other words"))
    #expect(RunReport(night.run).text(width: 200).contains("GMT, edited, words of Ash, Robin\n"))
  }

  @Test func unseenCharactersAreShownByName() throws {
    var night = try night()
    try night.give(.note("One\u{1B}[2J\u{202E}two", .note))
    night.officer = "Eve\u{7}"
    try night.give(.note("Three", .note))
    let text = RunReport(night.run).text()
    #expect(text.contains("One<U+001B>[2J<U+202E>two"))
    #expect(text.contains("Eve<U+0007>"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}

/// Lengths of time as people say them.
@Suite struct SpokenTimeTests {
  @Test(arguments: [
    (0, "0 s"), (59, "59 s"), (60, "1 min"), (119, "1 min"), (3599, "59 min"), (3600, "1 h"),
    (4800, "1 h 20 min"),
    (86_399, "23 h 59 min"), (86_400, "1 d"), (90_000, "1 d 1 h"), (273_600, "3 d 4 h"), (-720, "12 min"),
    (Int64.min, "106751991167300 d 15 h"), (.max, "106751991167300 d 15 h"),
  ])
  func aLengthIsSpokenInItsLargestUnits(seconds: Int64, words: String) {
    #expect(spoken(Seconds(seconds)) == words)
  }

  @Test(arguments: [
    (0, "on time"), (59, "on time"), (-59, "on time"), (60, "1 min late"), (-180, "3 min early"),
    (720, "12 min late"),
    (4800, "1 h 20 min late"), (Int64.min, "106751991167300 d 15 h early"),
  ])
  func punctualityIsAgainstTheTarget(seconds: Int64, words: String) {
    #expect(punctuality(Seconds(seconds)) == words)
  }

  @Test func aStampIsInUniversalAndInLocalTime() {
    let winter = RunReport.Stamp(Fixtures.night, zone: Fixtures.london)
    #expect(winter.utc == "2026-11-24T03:12:00Z")
    #expect(winter.local == "2026-11-24 03:12:00 GMT")
    let summer = RunReport.Stamp(Instant(seconds: 1_780_000_000), zone: Fixtures.london)
    #expect(summer.utc == "2026-05-28T20:26:40Z")
    #expect(summer.local == "2026-05-28 21:26:40 BST")
  }
}
