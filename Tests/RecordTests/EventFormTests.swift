import Fixtures
import Library
import Running
import System
import Testing
import Time

@testable import Record

@Suite struct EventFormTests {
  @Test(arguments: Samples.all)
  func everyEventComesBackAsItWas(content: Event.Content) throws {
    let event = Samples.event(content, number: 7)
    let form = try #require(EventForm(payload: EventForm(event).payload()))
    #expect(form.event(sequence: 7) == event)
  }

  @Test(arguments: [
    FactValue.text("Northfield"), .number(-3), .choice("killed"), .choices(["police", "fire"]), .choices([]),
    .yesNo(false), .time(Instant(seconds: -1)), .link("example.org/a?b=c"),
  ])
  func everyValueComesBackAsItWas(value: FactValue) { #expect(ValueForm(value).value == value) }

  @Test func dateComesBackAsItWas() throws {
    let date = FactValue.date(try #require(CivilDate("2027-02-28")))
    #expect(ValueForm(date).value == date)
  }

  /// What stands on disk is read for years: a line that changes here breaks the records of everybody.
  ///
  /// `PLAYBOOK_RECORD_GOLDEN=1` writes the file anew; the test fails all the same, that once.
  @Test func bytesOnDiskStayAsTheyAre() throws {
    let path = Fixtures.root + "/Tests/RecordTests/Golden/events.jsonl"
    let lines = Samples.all.enumerated().map { index, content in
      String(decoding: EventForm(Samples.event(content, number: index + 1)).payload(), as: UTF8.self)
    }
    let text = lines.joined(separator: "\n") + "\n"
    if Environment.value("PLAYBOOK_RECORD_GOLDEN") != nil {
      try Files.write(Array(text.utf8), to: path, mode: 0o644)
      Issue.record("the golden events were written anew; look at the change and run again without it")
      return
    }
    let golden = String(decoding: try Files.read(path, most: 1 << 20), as: UTF8.self)
    #expect(text == golden)
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"v\":1,\"kind\":\"started\",\"entered\":1,\"happened\":1,\"by\":\"A\"}",
    "{\"v\":1,\"kind\":\"conjured\",\"entered\":1,\"happened\":1,\"by\":\"A\"}", "\u{0}",
  ])
  func whatIsNoEventIsNotReadAsOne(text: String) {
    #expect(EventForm(payload: Array(text.utf8))?.event(sequence: 1) == nil)
  }

  @Test func formOfALaterVersionIsNotGuessedAt() {
    let later = "{\"v\":2,\"kind\":\"finished\",\"entered\":1,\"happened\":1,\"by\":\"A\"}"
    #expect(EventForm(payload: Array(later.utf8)) == nil)
  }
}
