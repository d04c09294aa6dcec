import Fixtures
import Library
import Messaging
import Testing
import Time

/// Words are filled as GOV.UK Notify fills them.
@Suite struct FillingTests {
  @Test(arguments: [
    "((place))", "((PLACE))", "((Place))", "((p-l a_c e))", "(( place ))",
  ])
  func namesMatchWithoutCaseSpacesAndHyphens(words: String) throws {
    var bench = Bench()
    bench.know("place", .text("Northfield"))
    let draft = try bench.draft(words)
    #expect(draft.text == "Northfield")
    #expect(draft.facts == ["place"])
    #expect(draft.stops == [])
  }

  @Test(arguments: [
    ("(((place)))", "(Northfield)"), ("((((place))))", "((Northfield))"), ("((place)))", "Northfield)"),
    ("( (place) )", "( (place) )"), ("((place))((place))", "NorthfieldNorthfield"),
    ("x((place))y", "xNorthfieldy"),
  ])
  func theInnermostDoubleBracketsCount(words: String, filled: String) throws {
    var bench = Bench()
    bench.know("place", .text("Northfield"))
    #expect(try bench.draft(words).text == filled)
  }

  @Test(arguments: [
    ("((danger??Stay in.))", "Stay in."), ("((not danger??Go on.))", ""),
    ("((hurt: injured??Help is there.))", "Help is there."), ("((hurt: killed??No.))", ""),
    ("((HURT:Injured??yes))", "yes"), ("((crews: fire??Fire crews.))", "Fire crews."),
    ("((crews: ambulance??No.))", ""), ("((place known??We know where.))", "We know where."),
    ("((page known??No.))", ""), ("((at least advise??Do.))", "Do."), ("((at least direct??No.))", ""),
    ("((at most advise??Calm.))", "Calm."), ("((at most reassure??No.))", ""),
    ("((danger??Why??))", "Why??"), ("((danger?? spaced ))", "spaced"),
    ("a((not danger??b))c", "ac"),
  ])
  func conditionalWordsStandWhereTheirConditionHolds(words: String, filled: String) throws {
    var bench = Bench()
    bench.know("danger", .yesNo(true))
    bench.know("hurt", .choice("injured"))
    bench.know("crews", .choices(["police", "fire"]))
    bench.know("place", .text("Northfield"))
    let draft = try bench.draft(words)
    #expect(draft.text == filled)
    #expect(draft.stops == [])
  }

  @Test(arguments: [
    "((danger??In.))", "((not danger??Out.))", "((danger known??Known.))", "((danger likely??L.))",
  ])
  func noConditionHoldsOnWhatIsNotKnown(words: String) throws {
    var bench = Bench()
    #expect(try bench.draft(words).text == "")
    bench.know("danger", nil, .notKnown)
    #expect(try bench.draft(words).text == "")
    #expect(try bench.draft(words).facts == ["danger"])
  }

  @Test(arguments: [
    (FactValue.number(1200), "number", "1200"), (.choice("injured"), "hurt", "people are hurt"),
    (.choices(["police", "fire", "ambulance"]), "crews", "police, fire crews and ambulance crews"),
    (.choices(["fire"]), "crews", "fire crews"), (.choices([]), "crews", "none"),
    (.yesNo(false), "danger", "no"), (.time(Fixtures.night), "from", "03:12"),
    (.time(Fixtures.night + .days(2)), "from", "03:12 on 26 November 2026"),
    (.link("example.org/x"), "page", "example.org/x"), (.text("Mill Road"), "place", "Mill Road"),
  ])
  func everyTypeOfFactHasItsWords(value: FactValue, fact: String, filled: String) throws {
    var bench = Bench()
    bench.know(Fact.ID(fact), value)
    #expect(try bench.draft("((\(fact)))").text == filled)
  }

  @Test func aDateStandsInWords() throws {
    var bench = Bench()
    bench.know("day", .date(try #require(CivilDate("2027-01-05"))))
    #expect(try bench.draft("((day))").text == "5 January 2027")
  }

  @Test func aFactsOwnWordsAreNeverLookedInto() throws {
    var bench = Bench()
    bench.know("place", .text("((danger))"))
    bench.know("danger", .yesNo(true))
    let draft = try bench.draft("((place))")
    #expect(draft.text == "((danger))")
    #expect(draft.facts == ["place"])
  }

  @Test func controlsInAFactAreShownByName() throws {
    var bench = Bench()
    bench.know("place", .text("North\u{1B}[31mfield\u{202E}\r"))
    #expect(try bench.draft("((place))").text == "North<U+001B>[31mfield<U+202E><U+000D>")
  }

  @Test(arguments: [("* one", "* one"), ("- one", "- one"), ("# one", "# one"), ("^one", "^one")])
  func marksOfTheDialectInAFactAreItsOwnWords(value: String, filled: String) throws {
    var bench = Bench()
    bench.know("relay", .text(value))
    #expect(try bench.draft("((relay))").text == filled)
    (bench.file, bench.channel) = ("web-page.md", "web")
    let page = try bench.draft("Subject: ((relay))\n\n^ ((relay))")
    #expect(page.text == "OFFICIAL\n\n\(filled)\n\nOFFICIAL")
    #expect(page.subject == "OFFICIAL: \(filled)")
  }

  @Test func standingWordsAreTheRunsAndTheOrganisations() throws {
    var bench = Bench()
    let words = "((next update)), ((Today)), ((time-now)), ((organisation)), ((PRESS OFFICE))"
    #expect(
      try bench.draft(words).text == "04:00, 24 November 2026, 03:12, Small Partnership, 07700 900151")
    bench.nextUpdate = Fixtures.night + .days(1)
    #expect(try bench.draft("((next update))").text == "03:12 on 25 November 2026")
  }

  @Test func onlyWordsThatPromiseAnUpdateCarryItsTime() throws {
    let bench = Bench()
    #expect(try bench.draft("By ((next update))").nextUpdate == bench.nextUpdate)
    #expect(try bench.draft("Nothing promised").nextUpdate == nil)
  }

  @Test func listsHeadingsAndInsetsArePlainInADocument() throws {
    var bench = Bench(file: "press-release.md", channel: "press")
    bench.know("place", .text("Northfield"))
    let words = """
      Subject: S

      # A heading
      One line
      and its end.

      ^ An inset

      - first
      * second
        goes on

      Last.
      """
    let text = try bench.draft(words).text
    #expect(
      text == """
        OFFICIAL

        A heading

        One line and its end.

        An inset

        * first
        * second goes on

        Last.

        ENDS

        OFFICIAL
        """)
  }
}

/// A hole in a message is a stop, never a blank.
@Suite struct MissingFactTests {
  @Test func aFactNeverAskedIsAStopAndShowsItsHole() throws {
    let draft = try Bench().draft("In ((place)).")
    #expect(draft.text == "In [place: not known].")
    #expect(draft.stops == ["Which place? has not been answered"])
    #expect(try Bench().verdict("In ((place)).").isStopped)
  }

  @Test func aFactThatIsNotKnownIsAStop() throws {
    var bench = Bench()
    bench.know("place", nil, .notKnown)
    #expect(try bench.draft("In ((place)).").stops == ["Which place? is not known"])
    // A value kept beside "not known" is not used.
    bench.know("place", .text("Northfield"), .notKnown)
    #expect(try bench.draft("In ((place)).").text == "In [place: not known].")
  }

  @Test func substituteWordsStandForWhatIsNotKnown() throws {
    var bench = Bench(rest: "if-not-known: {place: the town centre}\n")
    bench.know("place", nil, .notKnown)
    let draft = try bench.draft("In ((place)).")
    #expect(draft.text == "In the town centre.")
    #expect(draft.stops == [])
    #expect(draft.facts == ["place"])
    bench.know("place", .text("Northfield"))
    #expect(try bench.draft("In ((place)).").text == "In Northfield.")
  }

  @Test func aNameThatIsNoFactIsAStop() throws {
    let draft = try Bench().draft("In ((nowhere)).")
    #expect(draft.text == "In [nowhere: not known].")
    #expect(draft.stops == ["'nowhere' is not a fact of this playbook"])
  }

  @Test func aPromiseWithoutATimeIsAStop() throws {
    var bench = Bench()
    bench.nextUpdate = nil
    let draft = try bench.draft("By ((next update)).")
    #expect(draft.stops == ["When more follows is not set"])
    #expect(draft.text == "By [next update: not known].")
  }

  @Test(arguments: [("email.md", Level.advise), ("x.direct.md", .advise), ("x.cy.md", .advise)])
  func aChannelWithoutWordsIsAStop(file: String, level: Level) throws {
    let words = file.hasPrefix("email") ? "Subject: S\n\nWords" : "Words"
    let draft = try Bench(file: file, level: level).draft(words)
    #expect(draft.stops == ["'words' has no words by x at advise in en-GB"])
    #expect(draft.path == "")
  }

  @Test(arguments: ["In ((place)).", "[place: not known]", "By [next update: not known]"])
  func aHoleThatAnEditLeavesIsAStop(text: String) throws {
    var bench = Bench()
    bench.know("place", .text("Northfield"))
    #expect(try bench.verdict("((place))") { $0.text = text }.isStopped)
    #expect(try bench.verdict("((place))") { $0.text = "In Southmere" }.stops == [])
  }
}
