import Fixtures
import Library
import Testing
import Time

@Suite struct MomentReadingTests {
  /// Read at 03:12 on Tuesday 24 November 2026 in London, or at the local time that is given.
  private func read(_ typed: String, at now: String = "2026-11-24 03:12") throws -> String {
    let parts = now.split(separator: " ")
    let local = LocalTime(date: try #require(CivilDate(parts[0])), time: try #require(TimeOfDay(parts[1])))
    do throws(FactProblem) {
      let instant = try readMoment(
        typed, now: Fixtures.london.instant(of: local), calendar: Fixtures.calendar)
      return "\(Fixtures.london.local(instant)) \(Fixtures.london.period(at: instant).abbreviation)"
    } catch {
      return error.message
    }
  }

  @Test(arguments: [
    ("03:15", "2026-11-24 03:15:00 GMT"), ("23:50", "2026-11-23 23:50:00 GMT"),
    ("15:11", "2026-11-24 15:11:00 GMT"), ("15:13", "2026-11-23 15:13:00 GMT"),
    (" 03:15:09 ", "2026-11-24 03:15:09 GMT"), ("03:15 gmt", "2026-11-24 03:15:00 GMT"),
    ("today 23:50", "2026-11-24 23:50:00 GMT"), ("Tomorrow 03:15", "2026-11-25 03:15:00 GMT"),
    ("yesterday 03:15", "2026-11-23 03:15:00 GMT"), ("2027-01-05 03:15", "2027-01-05 03:15:00 GMT"),
    ("2027-01-05T03:15", "2027-01-05 03:15:00 GMT"), ("2026-07-01  12:00", "2026-07-01 12:00:00 BST"),
    ("2027-01-05 03:15 GMT", "2027-01-05 03:15:00 GMT"), ("2026-07-01T12:00 BST", "2026-07-01 12:00:00 BST"),
  ])
  func momentsAreRead(typed: String, moment: String) throws { #expect(try read(typed) == moment) }

  @Test(arguments: [
    ("01:30", "2026-10-25 00:45", "2026-10-25 01:30:00 BST"),
    ("01:30", "2026-10-25 02:15", "2026-10-25 01:30:00 GMT"),
    ("01:30 BST", "2026-10-25 02:15", "2026-10-25 01:30:00 BST"),
    ("2026-10-25 01:30 GMT", "2026-10-25 00:45", "2026-10-25 01:30:00 GMT"),
    ("2026-10-25 01:30 bst", "2026-10-25 00:45", "2026-10-25 01:30:00 BST"),
    ("today 01:30 BST", "2026-10-25 12:00", "2026-10-25 01:30:00 BST"),
    ("2026-10-25T01:30 GMT", "2026-10-25 12:00", "2026-10-25 01:30:00 GMT"),
    ("01:30", "2026-03-29 00:45", "2026-03-28 01:30:00 GMT"),
    (
      "2026-10-25 01:30", "2026-10-25 00:45",
      "The clocks show 01:30 twice on 2026-10-25: add BST or GMT. You wrote: 2026-10-25 01:30"
    ),
    (
      "2026-03-29 01:30", "2026-03-29 00:45",
      "The clocks skip 01:30 on 2026-03-29. You wrote: 2026-03-29 01:30"
    ),
    (
      "2026-03-29 01:30 BST", "2026-03-29 00:45",
      "The clocks skip 01:30 on 2026-03-29. You wrote: 2026-03-29 01:30 BST"
    ),
  ])
  func momentsAroundAClockChangeAreReadOrAskedBack(typed: String, now: String, moment: String) throws {
    #expect(try read(typed, at: now) == moment)
  }

  @Test(arguments: [
    ("03:15 CET", "The clocks show 03:15 by GMT, not CET. You wrote: 03:15 CET"),
    ("2026-07-01 12:00 GMT", "The clocks show 12:00 by BST, not GMT. You wrote: 2026-07-01 12:00 GMT"),
  ])
  func aClockThatIsNotThatDaysIsTold(typed: String, message: String) throws {
    #expect(try read(typed) == message)
  }

  @Test(arguments: [
    "", "3:15", "0315", "25:00", "now", "tomorrow", "2027-01-05", "2027-02-29 03:15", "Tuesday 03:15",
    "2027-01-05 03:15 GMT again", "5 January 03:15", "03:15Z", "2027-01-05T03:15Z", "T03:15", "2027-01-05T",
    "03:15 \u{1B}[31m", "GMT", "03:15 24 November",
  ])
  func whatIsNoMomentIsAskedBack(typed: String) throws {
    let message = try read(typed)
    #expect(message.hasPrefix("A time is written as 03:15 or 2027-01-05 03:15. You wrote: "))
    #expect(!message.contains("\u{1B}"))
  }
}
