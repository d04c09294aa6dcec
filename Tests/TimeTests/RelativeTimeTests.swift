import Fixtures
import Testing
import Time

@Suite struct RelativeTimeTests {
  @Test(arguments: [
    ("T", 0, RelativeTime.Unit.minutes), ("T+15m", 15, .minutes), ("T-5m", -5, .minutes), ("T+2h", 2, .hours),
    ("T-14d", -14, .days), ("T+3wd", 3, .workingDays), ("T-10wd", -10, .workingDays), ("T+6w", 6, .weeks),
    ("T+99999m", 99999, .minutes), ("T-0h", 0, .hours), ("T+007d", 7, .days),
  ])
  func targetsAreRead(text: String, count: Int, unit: RelativeTime.Unit) {
    #expect(RelativeTime(text) == RelativeTime(count, unit))
  }

  @Test(arguments: [
    "", "t", "t+15m", "T+", "T-", "T15m", "T+m", "T+15", "T+15 m", "T +15m", "T+15M", "T+15min", "T+1.5h",
    "T+-5m", "T++5m", "T+100000m", "T+15s", "T+15wdx", "T+15m ", " T+15m", "T−14d", "T+１m", "TT", "15m",
    "T+1y",
  ])
  func whatIsNoTargetIsNotRead(text: String) { #expect(RelativeTime(text) == nil) }

  @Test(arguments: ["T", "T+15m", "T-2h", "T-14d", "T+0d", "T+3wd", "T-6w"])
  func aTargetIsWrittenAsItIsRead(text: String) throws {
    #expect(try #require(RelativeTime(text)).description == text)
  }

  /// 2026: clocks go on at 01:00 on 29 March, and back at 02:00 on 25 October.
  @Test(arguments: [
    ("2026-04-05 14:00", "T-14d", "2026-03-22 14:00:00"),
    ("2026-04-05 14:00", "T-2w", "2026-03-22 14:00:00"),
    ("2026-04-05 14:00", "T-336h", "2026-03-22 13:00:00"),
    ("2026-10-24 12:00", "T+1d", "2026-10-25 12:00:00"),
    ("2026-10-24 12:00", "T+24h", "2026-10-25 11:00:00"),
    ("2026-10-24 12:00", "T+1440m", "2026-10-25 11:00:00"),
    ("2026-03-28 00:30", "T+24h", "2026-03-29 00:30:00"),
    ("2026-03-28 00:30", "T+25h", "2026-03-29 02:30:00"),
    ("2026-10-18 14:00", "T+1w", "2026-10-25 14:00:00"),
    ("2026-11-24 03:12", "T", "2026-11-24 03:12:00"),
    ("2026-11-24 03:12", "T+15m", "2026-11-24 03:27:00"),
    ("2027-01-31 09:00", "T+1d", "2027-02-01 09:00:00"),
  ])
  func daysKeepTheTimeOfDayAndHoursAreElapsed(zero: String, target: String, local: String) throws {
    let relative = try #require(RelativeTime(target))
    let moment = relative.instant(from: try moment(zero), in: Fixtures.calendar)
    #expect(Fixtures.london.local(moment).description == local)
  }

  @Test(arguments: [
    ("2026-03-28 01:30", "T+1d", "2026-03-29 02:00:00", "BST"),
    ("2026-03-30 01:30", "T-1d", "2026-03-29 02:00:00", "BST"),
    ("2026-10-24 01:30", "T+1d", "2026-10-25 01:30:00", "BST"),
    ("2026-10-26 01:30", "T-1d", "2026-10-25 01:30:00", "BST"),
  ])
  func aDayTargetInAClockChangeIsTheFirstMomentThatClocksShow(
    zero: String, target: String, local: String, clock: String
  ) throws {
    let relative = try #require(RelativeTime(target))
    let moment = relative.instant(from: try moment(zero), in: Fixtures.calendar)
    #expect(Fixtures.london.local(moment).description == local)
    #expect(Fixtures.london.period(at: moment).abbreviation == clock)
  }

  /// Wednesday 23 December 2026; Friday 25th, Monday 28th and Friday 1 January are holidays.
  @Test(arguments: [
    ("2026-12-23 10:00", "T+1wd", "2026-12-24 17:00:00"),
    ("2026-12-23 10:00", "T+2wd", "2026-12-29 17:00:00"),
    ("2026-12-23 10:00", "T+5wd", "2027-01-04 17:00:00"),
    ("2027-01-04 10:00", "T-1wd", "2026-12-31 17:00:00"),
    ("2026-12-29 10:00", "T-1wd", "2026-12-24 17:00:00"),
    ("2026-11-28 03:12", "T+1wd", "2026-11-30 17:00:00"),
    ("2026-11-29 03:12", "T-1wd", "2026-11-27 17:00:00"),
    ("2026-11-27 23:59", "T+3wd", "2026-12-02 17:00:00"),
    ("2026-11-24 03:12", "T+0wd", "2026-11-24 17:00:00"),
  ])
  func workingDaysEndAtClosingOnDaysThatPeopleWork(zero: String, target: String, local: String) throws {
    let relative = try #require(RelativeTime(target))
    let moment = relative.instant(from: try moment(zero), in: Fixtures.calendar)
    #expect(Fixtures.london.local(moment).description == local)
  }

  @Test(arguments: RelativeTime.Unit.allCases, [Int.min, Int.min / 7, -1, 1, Int.max / 7, Int.max])
  func aTargetOutOfAllTimeIsHeld(unit: RelativeTime.Unit, count: Int) {
    let moment = RelativeTime(count, unit).instant(from: Fixtures.night, in: Fixtures.calendar)
    #expect((moment < Fixtures.night) == (count < 0))
    #expect(RelativeTime(count, unit).description.hasPrefix(count < 0 ? "T-" : "T+"))
  }

  private func moment(_ local: String) throws -> Instant {
    let parts = local.split(separator: " ")
    let time = LocalTime(date: try #require(CivilDate(parts[0])), time: try #require(TimeOfDay(parts[1])))
    return Fixtures.london.instant(of: time)
  }
}

@Suite struct IntervalTests {
  @Test(
    arguments: [
      ("1m", 60), ("60m", 3600), ("4h", 14400), ("1d", 86400), ("2w", 1_209_600), ("99999w", 60_479_395_200),
    ] as [(String, Int64)])
  func lengthsAreRead(text: String, seconds: Int64) throws {
    let interval = try #require(Interval(text))
    #expect(interval.length == Seconds(seconds))
    #expect(interval.text == text)
  }

  @Test(arguments: [
    "", "0m", "00h", "60", "m", "-60m", "+60m", "60s", "60 m", "1wd", "100000m", "1h30m", "60M", "1.5h",
    "T+60m",
  ])
  func whatIsNoLengthIsNotRead(text: String) { #expect(Interval(text) == nil) }
}
