import Library
import Messaging
import Testing
import Time

/// Words of one language do not stand in another.
@Suite struct LanguageTests {
  private var welsh: Bench {
    Bench(
      file: "web-page.cy.md", rest: "if-not-known: {number: many}\n", channel: "web", language: "cy",
      audiences: ["valley"])
  }

  private static let written: [(FactValue, String)] = [
    (.text("Northfield"), "place"), (.choice("injured"), "hurt"), (.choices(["fire"]), "crews"),
    (.yesNo(true), "danger"),
  ]

  @Test(arguments: written)
  func aFactWithWordsIsAStopInAnotherLanguage(value: FactValue, fact: String) throws {
    var bench = welsh
    bench.know(Fact.ID(fact), value)
    let stops = try bench.draft("Subject: S\n\nYma: ((\(fact)))").stops
    #expect(stops.count == 1)
    #expect(stops.first?.hasSuffix("has no words in 'cy'") == true)
  }

  @Test func aDateHasWordsOfALanguage() throws {
    var bench = welsh
    bench.know("day", .date(try #require(CivilDate("2027-01-05"))))
    #expect(try bench.draft("Subject: S\n\n((day))").stops.count == 1)
  }

  @Test func substituteWordsAreOfTheLibrarysLanguage() throws {
    #expect(try welsh.draft("Subject: S\n\n((number))").stops == ["How many homes? has no words in 'cy'"])
  }

  @Test func numbersTimesAndLinksStandInEveryLanguage() throws {
    var bench = welsh
    bench.know("number", .number(12))
    bench.know("from", .time(bench.now))
    bench.know("page", .link("example.org"))
    bench.know("danger", .yesNo(true))
    let draft = try bench.draft("Subject: S\n\n((number)) ((from)) ((page))((danger?? Perygl.))")
    #expect(draft.stops == [])
    #expect(draft.text == "OFFICIAL\n\n12 03:12 example.org Perygl.\n\nOFFICIAL")
  }

  @Test(arguments: ["en-GB", "en", "EN-gb"]) func aRegionDoesNotMakeALanguageAnother(language: String) throws
  {
    var bench = Bench()
    bench.language = language
    bench.know("place", .text("Northfield"))
    #expect(try bench.draft("((place))").stops == [])
  }

  @Test func theLibrarysOwnWordsNeverStandInForAnotherLanguage() throws {
    let draft = try Bench(channel: "x", language: "cy").draft("Words")
    #expect(draft.stops == ["'words' has no words by x at advise in cy"])
  }
}
