import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

@testable import Reporting

/// What the runs of a playbook tell together.
@Suite struct TrendsTests {
  private func playbook(_ nights: [Night], last: Int? = nil) throws -> PlaybookTrend {
    try #require(TrendNights.trends(nights, last: last).playbooks.first)
  }

  private func series(_ id: String, _ nights: [Night]) throws -> PlaybookTrend.Series {
    try #require(try playbook(nights).series.first { $0.id == id })
  }

  /// Live runs whose log was opened so many minutes after T, against a target of five.
  private func logs(_ minutes: [Int64]) throws -> [Night] {
    try minutes.enumerated().map { day, minutes in
      try TrendNights.night("POST-\(day + 1)", day: Int64(day), log: minutes, first: 30)
    }
  }

  @Test func eachRunCountsOnceAndInOrderOfItsStart() throws {
    let nights = try TrendNights.several()
    let found = try playbook(nights.reversed() + nights)
    #expect(found.runs.map(\.run) == nights.map(\.run.id))
    #expect(try playbook(nights, last: 2).runs.map(\.run) == ["POST-0005", "EX-0003"])
    #expect(TrendNights.trends([]).playbooks.isEmpty)
  }

  @Test func aTargetIsHeldAgainstTheStepInEveryRun() throws {
    let log = try series("log.due", TrendNights.several())
    #expect(log.title == "Open the log: done")
    #expect(log.targets == ["T+5m"])
    #expect(log.points.map(\.seconds) == [900, 420, -180, nil, nil, 0, -60, 180])
    #expect(
      log.points.map(\.outcome) == [.missed, .missed, .met, .skipped, .notDone, .met, .met, .missed])
  }

  @Test func liveRunsAndExercisesAreNeverCountedTogether() throws {
    let log = try series("log.due", TrendNights.several())
    #expect((log.live.runs, log.live.met, log.live.held, log.live.skipped) == (5, 2, 4, 1))
    #expect((log.exercises.runs, log.exercises.met, log.exercises.held) == (3, 1, 3))
    #expect(log.live.medianSeconds == 210)
    #expect(log.exercises.worstSeconds == 180)
    // Four live runs were measured, and only two exercises.
    #expect(log.live.change == .better)
    #expect(log.exercises.change == .unknown)
  }

  @Test(
    arguments: [
      ([9, 9, 2], PlaybookTrend.Tally.Change.unknown, nil, nil), ([9, 9, 2, 2], .better, 240, -180),
      ([2, 2, 9, 9], .worse, -180, 240), ([5, 5, 5, 5], .same, 0, 0),
      // The middle run is in neither half.
      ([9, 9, 25, 2, 2], .better, 240, -180),
    ] as [([Int64], PlaybookTrend.Tally.Change, Int64?, Int64?)])
  func theNewerHalfIsComparedWithTheOlderFromFourRunsOn(
    minutes: [Int64], change: PlaybookTrend.Tally.Change, older: Int64?, newer: Int64?
  ) throws {
    let tally = try series("log.due", logs(minutes)).live
    #expect(tally.change == change)
    #expect(tally.olderMedianSeconds == older)
    #expect(tally.newerMedianSeconds == newer)
  }

  @Test func laterRoundsCountAsTheirWorst() throws {
    let nights = try TrendNights.several()
    #expect(try series("update.due", nights).points[0].seconds == -120)
    let later = try series("update.due.later", nights)
    #expect(later.title == "Update: sent, the worst later round")
    #expect(later.targets == [])
    // Due at T+150 and T+210, sent at T+160 and T+215.
    #expect(later.points[0].seconds == 600)
    #expect(later.points.dropFirst().allSatisfy { $0.outcome == .absent })
  }

  @Test func nothingIsSaidInsteadOfAnEmptyPage() {
    #expect(TrendNights.trends([]).html.contains("There is no run to compare yet."))
  }

  @Test func whatDoesNotApplyIsNoTime() throws {
    let share = try series("share.due", TrendNights.several())
    #expect(share.points.allSatisfy { $0.outcome == .notApplicable && $0.seconds == nil })
    #expect(share.words(share.live) == "nothing to measure yet")
  }

  @Test func lengthsOfTimeStandLastWithoutATarget() throws {
    let words = try series("first-words", TrendNights.several())
    #expect(words.kind == .length)
    #expect(words.points.map(\.seconds) == [30, 24, 11, 14, 40, 9, 8, 16].map { $0 * 60 })
    #expect(words.live.change == .better)
    #expect(try playbook(TrendNights.several()).series.last?.kind == .length)
  }

  @Test func eachRunIsHeldAgainstTheTargetThatItHad() throws {
    let stricter = try #require(
      Fixtures.smallPlan("record: [loggist], due: T+5m", with: "record: [loggist], due: T+3m"))
    let log = try series(
      "log.due",
      [
        try TrendNights.night("POST-1", log: 4),
        try TrendNights.night("POST-2", day: 1, log: 4, plan: stricter),
      ])
    #expect(log.points.map(\.seconds) == [-60, 60])
    #expect(log.targets == ["T+5m", "T+3m"])
    #expect(log.targetWords == "target T+3m, before T+5m")
  }

  @Test func theHalfOfALineOfBlocksIsTheTarget() throws {
    let log = try series("log.due", TrendNights.several())
    #expect(Sparkline(series: log).text(log.points(of: .live)) == "█▆s▄▃")
    #expect(Sparkline(series: log).text(log.points(of: .exercise)) == "▁!▅")
    let words = try series("first-words", TrendNights.several())
    #expect(Sparkline(series: words).text(words.points) == "▆▅▂▂█▁▁▃")
  }

  @Test func noNameOfAPersonIsInAnyForm() throws {
    let trends = TrendNights.trends(try TrendNights.several())
    for form in [trends.text(), trends.text(isPlain: true), trends.html, trends.csv, try json(of: trends)] {
      for name in ["Ash", "Robin", "Dana", "Kit Moss", "Sam Oak", "Approver", "Blue book"] {
        #expect(!form.contains(name))
      }
    }
  }
}

/// The forms as they were looked at.
@Suite struct GoldenTrendsTests {
  private func trends() throws -> Trends { TrendNights.trends(try TrendNights.several()) }

  @Test func theTextIsTheOneThatWasLookedAt() throws {
    #expect(Golden.difference(try trends().text(), from: "ReportingTests/Golden/trends.txt") == nil)
  }

  @Test func thePlainTextIsTheOneThatWasLookedAt() throws {
    let text = try trends().text(isPlain: true)
    #expect(Golden.difference(text, from: "ReportingTests/Golden/trends-plain.txt") == nil)
    #expect(!text.contains { Sparkline.blocks.contains($0) })
  }

  @Test func thePageIsTheOneThatWasLookedAt() throws {
    let html = try trends().html
    #expect(Golden.difference(html, from: "ReportingTests/Golden/trends.html") == nil)
    #expect(!html.contains("<script") && !html.contains("href=\"http"))
  }

  @Test func theTableIsTheOneThatWasLookedAt() throws {
    #expect(Golden.difference(try trends().csv, from: "ReportingTests/Golden/trends.csv") == nil)
  }

  @Test(arguments: [20, 40, 72, 80], [false, true])
  func everyLineKeepsToItsWidthAndNoWordIsLost(width: Int, isPlain: Bool) throws {
    let trends = try trends()
    let text = trends.text(width: width, isPlain: isPlain)
    #expect(text.split(separator: "\n").filter { $0.count > width } == [])
    func words(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }
    #expect(words(text) == words(trends.text(width: 500, isPlain: isPlain)))
  }

  @Test func aTitleThatASpreadsheetWouldRunIsGuarded() throws {
    let plan = try #require(Fixtures.smallPlan("do: Open the log", with: "do: \"=1+1\""))
    let csv = TrendNights.trends([try TrendNights.night("POST-1", plan: plan)]).csv
    #expect(csv.contains(",'=1+1: done,"))
  }

  @Test func aTitleThatABrowserWouldRunIsEscaped() throws {
    let plan = try #require(Fixtures.smallPlan("do: Open the log", with: "do: \"<b>\""))
    let html = TrendNights.trends([try TrendNights.night("POST-1", plan: plan)]).html
    #expect(html.contains("&lt;b&gt;: done") && !html.contains("<b>:"))
  }
}
