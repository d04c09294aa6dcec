import Fixtures
import Testing
import Time

@Suite struct WorkingCalendarTests {
  @Test(arguments: [
    ("2026-12-24", true), ("2026-12-25", false), ("2026-12-26", false), ("2026-12-27", false),
    ("2026-12-28", false), ("2026-12-29", true), ("2027-01-01", false), ("2027-01-04", true),
  ])
  func nobodyWorksAtWeekendsAndOnBankHolidays(text: String, works: Bool) throws {
    #expect(Fixtures.calendar.isWorkingDay(try #require(CivilDate(text))) == works)
  }

  @Test(arguments: [
    ("2026-12-24", 1, "2026-12-29"), ("2026-12-25", 1, "2026-12-29"), ("2026-12-29", -1, "2026-12-24"),
    ("2026-12-26", -1, "2026-12-24"), ("2026-12-26", 0, "2026-12-26"), ("2026-11-27", 10, "2026-12-11"),
    ("2027-01-04", -5, "2026-12-23"),
  ])
  func workingDaysAreCountedOverWhatIsFree(text: String, count: Int, reached: String) throws {
    let day = Fixtures.calendar.workingDay(count, from: try #require(CivilDate(text)))
    #expect(day.description == reached)
  }

  @Test(arguments: [1, 2, 5, 21, 260])
  func workingDaysThereAndBackAreTheSameDay(count: Int) throws {
    let monday = try #require(CivilDate("2026-11-23"))
    let there = Fixtures.calendar.workingDay(count, from: monday)
    #expect(Fixtures.calendar.workingDay(-count, from: there) == monday)
  }

  @Test func theWalkEndsWithTheCalendar() throws {
    let late = try #require(CivilDate("9999-12-01"))
    #expect(Fixtures.calendar.workingDay(.max, from: late).description == "9999-12-31")
    let early = try #require(CivilDate("0001-01-31"))
    #expect(Fixtures.calendar.workingDay(.min, from: early).description == "0001-01-01")
  }

  @Test func closingMovesWithTheOrganisation() throws {
    let calendar = WorkingCalendar(zone: Fixtures.london, closing: TimeOfDay(secondsAfterMidnight: 57600))
    let due = RelativeTime(1, .workingDays).instant(from: Fixtures.night, in: calendar)
    #expect(Fixtures.london.local(due).description == "2026-11-25 16:00:00")
  }
}
