import Diagnostics
import Fixtures
import Library
import OrderedCollections
import Testing
import Time

@Suite struct ReadingTests {
  @Test func thePlaybookOfTheShippedLibraryIsReadWhole() throws {
    let playbook = try #require(try Fixtures.shipped()?.playbooks["post-incident/local-incident"])
    #expect(playbook.scenario == .postIncident && playbook.owner == "comms-lead")
    #expect(playbook.proportion.map(\.level) == [.direct, .advise, .reassure])
    #expect(playbook.proportion[1].audiences == ["nearby": .direct])
    #expect(playbook.proportion[2].when == nil)
    let report = try #require(playbook.facts["partner-report"])
    #expect(
      report.marking == .officialSensitive && report.needsPermission
        && report.handling == ["resilience-direct"])
    #expect(try #require(playbook.facts["police-words"]).isVerbatim)
    #expect(try #require(playbook.facts["danger"]).kind == .yesNo)
    let update = try #require(playbook.steps["update"])
    #expect(update.rounds?.every == Interval("60m"))
    #expect(update.rounds?.until == Condition(any: [[.fact("stood-down", [.yesNo(true)])]]))
    #expect(update.after == ["holding", "whats-new"] && update.due == RelativeTime("T+90m"))
  }

  @Test(arguments: [
    ("yes", true), ("Yes", true), ("true", true), ("TRUE", true), ("\"yes\"", true), ("no", false),
    ("No", false),
    ("false", false), ("'no'", false),
  ])
  func yesAndNoAreReadHoweverTheyAreWritten(text: String, isYes: Bool) throws {
    let library = MarkedLibrary(
      "yes-no",
      playbook: """
        facts: {danger: {ask: Danger?, type: yes-no}, words: {ask: Words?, type: text, verbatim: \(text)}}
        steps:
          - {id: ask, ask: [danger, words]}
          - {id: warn, do: Warn, when: {danger: \(text)}}
          - {id: over, stand-down: Over.}
        """)
    let read = readLibrary(library.files, today: nil)
    let playbook = try #require(read.library?.playbooks["post-incident/p"])
    #expect(read.diagnostics.isEmpty)
    #expect(playbook.facts["words"]?.isVerbatim == isYes)
    #expect(playbook.steps["warn"]?.when == Condition(any: [[.fact("danger", [.yesNo(isYes)])]]))
  }

  @Test(arguments: ["on", "off", "y", "1", "ja", "~"]) func whatIsNeitherYesNorNoIsTold(text: String) {
    let library = MarkedLibrary(
      "yes-no",
      playbook: """
        facts: {danger: {ask: Danger?, type: yes-no}}
        steps: [{id: ask, ask: danger}, {id: warn, do: Warn, when: {danger: \(text)}}]
        """)
    let found = readLibrary(library.files, today: nil).diagnostics
    #expect(found.contains { $0.rule == .badValue && $0.message == "'\(text)' is neither yes nor no" })
  }

  @Test func everyFormOfACalendarAndAnAudienceIsRead() throws {
    let library = try #require(readLibrary(MarkedLibrary("small", [:]).files, today: nil).library)
    let organisation = library.organisation
    #expect(organisation.workingDayEnds == TimeOfDay("17:00"))
    #expect(
      organisation.audiences["partners"]?.channels == [
        .signpost: ["mail"], .reassure: ["mail"], .advise: ["mail"], .direct: ["mail"],
      ])
    #expect(organisation.audiences["public"]?.channels[.signpost] == ["page"])
    #expect(organisation.audiences["public"]?.languages == ["en-GB"])
    #expect(organisation.levels[.advise]?.approve == [Seat(["chief"]), Seat(["lead", "chief"])])
    #expect(organisation.levels.keys == [.signpost, .reassure, .advise, .direct])
  }

  @Test func answersAreReadFromYAMLAndFromJSON() {
    let yaml = """
      facts:
        area: Northfield
        danger: {value: no, confidence: likely, source: Control room, marking: OFFICIAL-SENSITIVE}
      decide: {level: {option: advise, by: Ash, reason: Mill Road is closed}}
      done: {pause: "yes"}
      skip: {watch: Nobody is free}
      """
    let json = """
      {"facts": {"area": "Northfield", "danger": {"value": "no", "confidence": "likely", "source": "Control room",
      "marking": "OFFICIAL-SENSITIVE"}}, "decide": {"level": {"option": "advise", "by": "Ash",
      "reason": "Mill Road is closed"}}, "done": {"pause": "yes"}, "skip": {"watch": "Nobody is free"}}
      """
    let (fromYAML, none) = Answers.read(Array(yaml.utf8), path: "a.yaml")
    #expect(none.isEmpty)
    #expect(fromYAML == Answers.read(Array(json.utf8), path: "a.json").answers)
    #expect(fromYAML.facts["danger"]?.confidence == .likely && fromYAML.facts["danger"]?.value == "no")
    #expect(fromYAML.decisions["level"]?.reason == "Mill Road is closed")
  }

  @Test func answersWithAnErrorAreNone() {
    let (answers, found) = Answers.read(
      Array("facts: {area: x}\ndone: [a]\nskips: {}\n".utf8), path: "a.yaml")
    #expect(answers == Answers())
    #expect(found.map(\.rule) == [.wrongKind, .unknownKey])
  }

  @Test func aRosterGivesPeopleInTheOrderInWhichTheyAreRung() {
    let text = """
      people:
        - {name: Ash, roles: [chief, lead], phone: 07700 900001}
        - {name: Beech, roles: [lead], email: beech@example.org, hours: nights}
      """
    let (roster, found) = Roster.read(Array(text.utf8), path: "roster.yaml")
    #expect(found.isEmpty)
    #expect(
      roster.people(in: ["lead", "chief"]).map { "\($0.person.name) as \($0.role)" } == [
        "Ash as lead", "Beech as lead", "Ash as chief",
      ])
    let (none, problems) = Roster.read(Array("people: [{name: Ash}]".utf8), path: "roster.yaml")
    #expect(none.people.isEmpty && problems.map(\.rule) == [.missingKey])
  }

  /// A chain of gates is walked without recursion, and in time that grows with its length.
  @Test func aLongChainOfGatesIsWalked() {
    let count = 2000
    let steps = (0..<count).map { index in
      "  - {id: s\(index), do: x" + (index + 1 < count ? ", after: [s\(index + 1)]}" : ", after: [s0]}")
    }
    let library = MarkedLibrary("chain", playbook: "steps:\n" + steps.joined(separator: "\n") + "\n")
    let found = readLibrary(library.files, today: nil).diagnostics
    #expect(found.filter { $0.rule == .gateInCircle }.count == 1)
  }
}
