import Testing
import Time

@Suite struct TimeOfDayTests {
  @Test(arguments: [
    ("00:00", 0), ("03:15", 11700), ("23:59", 86340), ("03:15:09", 11709), ("23:59:59", 86399),
  ])
  func timesAreRead(text: String, seconds: Int) throws {
    let time = try #require(TimeOfDay(text))
    #expect(time.secondsAfterMidnight == seconds)
    #expect(TimeOfDay(secondsAfterMidnight: seconds) == time)
    #expect(time.description.hasPrefix(text))
  }

  @Test(arguments: [
    "24:00", "03:60", "03:15:60", "3:15", "03:5", "0315", "03.15", "", ":", "03:15:", "+3:15", "03:15 ",
    "٠٣:١٥",
  ])
  func whatIsNoTimeIsNotRead(text: String) { #expect(TimeOfDay(text) == nil) }

  @Test(arguments: [(86400, "00:00:00"), (-1, "23:59:59"), (Int.max, "15:30:07"), (Int.min, "08:29:52")])
  func secondsAreTakenWithinOneDay(seconds: Int, text: String) {
    #expect(TimeOfDay(secondsAfterMidnight: seconds).description == text)
  }
}
