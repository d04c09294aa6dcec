import Testing

@testable import Time

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("2024-02-29", 19782), ("1970-01-01", 0), ("1969-12-31", -1), ("9999-12-31", 2_932_896),
    ("0001-01-01", -719_162), ("2000-02-29", 11016), ("1900-03-01", -25508), ("2026-11-24", 20781),
  ])
  func daysSinceEpochGoBothWays(text: String, days: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.daysSinceEpoch == days)
    #expect(CivilDate(daysSinceEpoch: days) == date)
    #expect(date.description == text)
  }

  @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
    let first = try #require(CivilDate("1900-01-01"))
    var (year, month, day) = (1900, 1, 1)
    for days in first.daysSinceEpoch..<(first.daysSinceEpoch + 146_097) {
      let date = CivilDate(daysSinceEpoch: days)
      guard date == CivilDate(year: year, month: month, day: day) else {
        Issue.record("\(days) is \(date), not \(year)-\(month)-\(day)")
        return
      }
      day += 1
      if day > CivilDate.days(inMonth: month, of: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-01-00", "2027-1-1",
    "27-01-01", "", "2027-01-011", "0000-01-01", "10000-01-01", "2027/01/01", " 2027-01-01", "2027-01-01 ",
    "+027-01-01", "2027-0a-01", "２０２７-01-01", "-2027-01-01", "2027--1-01",
  ])
  func whatIsNoDateIsNotRead(text: String) { #expect(CivilDate(text) == nil) }

  @Test(arguments: [
    ("2026-11-23", 1), ("2026-11-24", 2), ("2026-11-28", 6), ("2026-11-29", 7), ("1970-01-01", 4),
    ("1969-12-28", 7), ("0001-01-01", 1),
  ])
  func weekdaysAreNumberedFromMonday(text: String, weekday: Int) throws {
    #expect(try #require(CivilDate(text)).weekday == weekday)
  }

  @Test(arguments: [
    ("2026-12-31", 1, "2027-01-01"), ("2028-02-28", 1, "2028-02-29"), ("2027-03-01", -1, "2027-02-28"),
    ("9999-12-31", 1, "9999-12-31"), ("9999-12-30", Int.max, "9999-12-31"),
    ("0001-01-01", -1, "0001-01-01"), ("0001-01-02", Int.min, "0001-01-01"),
  ])
  func addingDaysIsHeldWithinTheCalendar(text: String, days: Int, sum: String) throws {
    #expect(try #require(CivilDate(text)).adding(days: days).description == sum)
  }

  @Test func datesAreOrderedByTime() throws {
    let dates = try ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-01"].map {
      try #require(CivilDate($0))
    }
    #expect(dates.shuffled().sorted() == dates)
  }
}
