import Testing

@testable import Time

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("2024-02-29", 19782), ("1970-01-01", 0), ("1969-12-31", -1), ("9999-12-31", 2_932_896),
    ("0001-01-01", -719_162),
  ])
  func daysSinceEpochGoBothWays(text: String, days: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.daysSinceEpoch == days)
    #expect(CivilDate(daysSinceEpoch: days) == date)
    #expect(date.description == text)
  }

  @Test(arguments: ["2023-02-29", "2027-13-01", "2027-00-10", "2027-1-1", "27-01-01", "", "2027-01-011"])
  func whatIsNoDateIsNotRead(text: String) { #expect(CivilDate(text) == nil) }
}
