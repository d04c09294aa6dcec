import Fixtures
import Testing
import Time

@Suite struct ZoneTests {
  private static let spring: Int64 = 1_774_746_000
  private static let autumn: Int64 = 1_792_890_000

  @Test(arguments: [
    (spring - 1, "2026-03-29 00:59:59", "GMT"), (spring, "2026-03-29 02:00:00", "BST"),
    (autumn - 1, "2026-10-25 01:59:59", "BST"), (autumn, "2026-10-25 01:00:00", "GMT"),
    (0, "1970-01-01 00:00:00", "GMT"), (-1, "1969-12-31 23:59:59", "GMT"),
    (1_795_489_920, "2026-11-24 03:12:00", "GMT"),
  ])
  func clocksShowTheirPeriod(seconds: Int64, local: String, clock: String) {
    let instant = Instant(seconds: seconds)
    #expect(Fixtures.london.local(instant).description == local)
    #expect(Fixtures.london.period(at: instant).abbreviation == clock)
  }

  @Test(arguments: [
    ("2026-03-29", "00:59:59", [spring - 1]), ("2026-03-29", "01:00", []), ("2026-03-29", "01:30", []),
    ("2026-03-29", "01:59:59", []), ("2026-03-29", "02:00", [spring]),
    ("2026-10-25", "00:59:59", [autumn - 3601]), ("2026-10-25", "01:00", [autumn - 3600, autumn]),
    ("2026-10-25", "01:59:59", [autumn - 1, autumn + 3599]), ("2026-10-25", "02:00", [autumn + 3600]),
    ("2030-07-01", "12:00", [1_909_137_600]),
  ])
  func aClockShowsATimeNeverOnceOrTwice(date: String, time: String, seconds: [Int64]) throws {
    let found = Fixtures.london.instants(of: try local(date, time))
    #expect(found == seconds.map { Instant(seconds: $0) })
  }

  @Test(arguments: [
    ("2026-03-29", "01:30", spring), ("2026-10-25", "01:30", autumn - 1800),
    ("2026-07-01", "00:00", 1_782_860_400), ("2026-01-01", "00:00", 1_767_225_600),
  ])
  func aLocalTimeIsTheEarlierMomentOrTheFirstAfterAGap(date: String, time: String, seconds: Int64) throws {
    #expect(Fixtures.london.instant(of: try local(date, time)) == Instant(seconds: seconds))
  }

  @Test func everyHourOfAYearGoesThereAndBack() {
    for hour in 0..<(24 * 366) {
      let instant = Instant(seconds: 1_767_225_600 + Int64(hour) * 3600)
      let back = Fixtures.london.instants(of: Fixtures.london.local(instant))
      guard back.contains(instant), back.count <= 2 else {
        Issue.record("\(Fixtures.london.local(instant)) gives \(back)")
        return
      }
    }
  }

  /// Istanbul has kept one clock since 7 September 2016.
  @Test func aZoneThatChangedLongAgoStillHasItsTimes() throws {
    let istanbul = Zone(
      name: "Europe/Istanbul", first: period(946_684_800, 2, "EET"), later: [period(1_473_195_600, 3, "+03")])
    let found = istanbul.instants(of: try local("2026-11-24", "03:12"))
    #expect(found == [Instant(seconds: 1_795_479_120)])
    #expect(istanbul.instant(of: try local("2026-11-24", "03:12")) == Instant(seconds: 1_795_479_120))
  }

  /// Samoa had no 30 December 2011.
  @Test func aDayThatWasLeftOutGivesTheMomentAfterIt() throws {
    let change: Int64 = 1_325_239_200
    let apia = Zone(name: "Pacific/Apia", first: period(0, -10, "-10"), later: [period(change, 14, "+14")])
    #expect(apia.instants(of: try local("2011-12-30", "12:00")).isEmpty)
    #expect(apia.instant(of: try local("2011-12-30", "12:00")) == Instant(seconds: change))
    #expect(apia.local(Instant(seconds: change)).description == "2011-12-31 00:00:00")
  }

  @Test(arguments: [Int64.min, .min + 1, -62_135_596_801, 253_402_300_800, .max - 1, .max])
  func anInstantOutOfAllYearsIsHeld(seconds: Int64) {
    let far = Zone(name: "far", first: period(.max, 14, "a"), later: [period(.min, 1, "b")])
    for zone in [Fixtures.london, .utc, far] {
      let year = zone.local(Instant(seconds: seconds)).date.year
      #expect(year == (seconds < 0 ? 1 : 9999))
    }
  }

  @Test(arguments: ["0001-01-01", "9999-12-31"])
  func theEndsOfTheCalendarHaveTheirMoments(date: String) throws {
    let zone = Zone(
      name: "far", first: period(0, 1, "a"), later: [period(.min, 2, "b"), period(.max, 3, "c")])
    #expect(zone.instants(of: try local(date, "12:00")).count == 1)
  }

  private func local(_ date: String, _ time: String) throws -> LocalTime {
    LocalTime(date: try #require(CivilDate(date)), time: try #require(TimeOfDay(time)))
  }

  private func period(_ from: Int64, _ hours: Int64, _ abbreviation: String) -> Zone.Period {
    Zone.Period(from: Instant(seconds: from), offset: .hours(hours), abbreviation: abbreviation)
  }
}

@Suite struct InstantTests {
  @Test(
    arguments: [
      (0, 1, 1), (.max, 1, .max), (.max, -1, .max - 1), (.min, -1, .min), (.min, .max, -1),
      (.max, .max, .max),
      (.min, .min, .min),
    ] as [(Int64, Int64, Int64)])
  func additionIsHeld(start: Int64, length: Int64, sum: Int64) {
    #expect(Instant(seconds: start) + Seconds(length) == Instant(seconds: sum))
  }

  @Test(
    arguments: [
      (5, 3, 2), (.max, -1, .max), (.min, 1, .min), (.min, .max, .min), (.max, .min, .max), (.min, .min, 0),
    ] as [(Int64, Int64, Int64)])
  func subtractionIsHeld(left: Int64, right: Int64, difference: Int64) {
    #expect(Instant(seconds: left) - Instant(seconds: right) == Seconds(difference))
  }

  @Test func lengthsAreHeld() {
    for make in [Seconds.minutes, Seconds.hours, Seconds.days] {
      #expect(make(.max) == Seconds(.max))
      #expect(make(.min) == Seconds(.min))
      #expect(make(2) > make(1))
    }
  }
}
