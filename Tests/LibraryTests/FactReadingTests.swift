import Fixtures
import Library
import OrderedCollections
import Testing
import Time

@Suite struct FactReadingTests {
  /// The facts of a playbook with one of each kind.
  private static let facts: OrderedDictionary<Fact.ID, Fact> = {
    let playbook = """
      facts:
        area: {ask: "Area affected?", type: text, min: 4, max: 12}
        report: {ask: Report, type: text, max: 1500}
        count: {ask: How many?, type: number, min: 0, max: 5000}
        any: {ask: Any number?, type: number}
        lead: {ask: Who leads?, type: choice, options: {police: the police, joint: the police and the council, council: the council}}
        services: {ask: Who is there?, type: choices, options: {police: police, fire: the fire service, ambulance: the ambulance service}}
        danger: {ask: Is there danger?, type: yes-no}
        day: {ask: Which day?, type: date}
        page: {ask: Which page?, type: link}
        short: {ask: Which short page?, type: link, max: 20}
      steps:
        - {id: all, ask: [area, report, count, any, lead, services, danger, day, page, short]}
        - {id: over, stand-down: Over.}
      """
    let library = MarkedLibrary("facts", playbook: playbook)
    let read = readLibrary(library.files, today: nil)
    return read.library?.playbooks["post-incident/p"]?.facts ?? [:]
  }()

  private func read(_ fact: Fact.ID, _ typed: String) throws -> FactValue {
    let fact = try #require(Self.facts[fact])
    return try fact.read(typed, now: Fixtures.night, calendar: Fixtures.calendar)
  }

  private func refusal(_ fact: Fact.ID, _ typed: String) throws -> String {
    let fact = try #require(Self.facts[fact])
    do throws(FactProblem) {
      let value = try fact.read(typed, now: Fixtures.night, calendar: Fixtures.calendar)
      return "read as \(value)"
    } catch {
      return error.message
    }
  }

  @Test(
    arguments: [
      ("area", "Northfield", .text("Northfield")), ("area", "  Mill Road \n", .text("Mill Road")),
      ("area", "Llanŵydd", .text("Llanŵydd")), ("area", "caf\u{E9} 1234567", .text("caf\u{E9} 1234567")),
      ("area", "ne\u{301}pa\u{301}l", .text("ne\u{301}pa\u{301}l")), ("area", "👩‍👩‍👧 ok", .text("👩‍👩‍👧 ok")),
      ("report", "Line one\nline two", .text("Line one\nline two")),
      ("count", "0", .number(0)), ("count", "5000", .number(5000)), ("count", "1,000", .number(1000)),
      ("count", "1 000", .number(1000)), ("any", "-12", .number(-12)),
      ("any", "1,234,567", .number(1_234_567)),
      ("lead", "police", .choice("police")), ("lead", "POLICE", .choice("police")),
      ("lead", "2", .choice("joint")),
      ("lead", "the police", .choice("police")), ("lead", "the police and", .choice("joint")),
      ("lead", "The-Council", .choice("council")),
      ("services", "police", .choices(["police"])), ("services", "3, 1", .choices(["police", "ambulance"])),
      ("services", "ambulance,fire,fire", .choices(["fire", "ambulance"])),
      ("services", "the fire, police,", .choices(["police", "fire"])), ("services", "None", .choices([])),
      ("danger", "y", .yesNo(true)), ("danger", "YES", .yesNo(true)), ("danger", "1", .yesNo(true)),
      ("danger", "no", .yesNo(false)), ("danger", "2", .yesNo(false)), ("danger", "False", .yesNo(false)),
      ("page", "example.org/updates", .link("example.org/updates")),
      ("page", "HTTPS://example.org", .link("HTTPS://example.org")),
      ("page", "http://example.org/a?b=c#d", .link("http://example.org/a?b=c#d")),
      ("short", "example.org/12345678", .link("example.org/12345678")),
    ] as [(Fact.ID, String, FactValue)])
  func whatAnOfficerTypesIsRead(fact: Fact.ID, typed: String, value: FactValue) throws {
    #expect(try read(fact, typed) == value)
  }

  @Test(arguments: [
    ("2026-12-25", "2026-12-25"), ("today", "2026-11-24"), ("Tomorrow", "2026-11-25"),
  ])
  func daysAreRead(typed: String, day: String) throws {
    #expect(try read("day", typed) == .date(try #require(CivilDate(day))))
  }

  @Test(
    arguments: [
      (
        "area", "",
        "The answer to 'Area affected?' needs an answer; 3 at \"How sure?\" records that it is not known"
      ),
      (
        "area", " \t\n",
        "The answer to 'Area affected?' needs an answer; 3 at \"How sure?\" records that it is not known"
      ),
      ("area", "NF", "The answer to 'Area affected?' must be at least 4 characters. You wrote: NF"),
      (
        "area", "St Catherine's Wharf",
        "The answer to 'Area affected?' may be 12 characters at most, and this is 20. You wrote: St Catherine's Wharf"
      ),
      (
        "area", "Mill\nRoad",
        "The answer to 'Area affected?' has a line break, at character 5. Type it without"
      ),
      (
        "area", "Mill\u{202E}Road",
        "The answer to 'Area affected?' has the character U+202E, which nobody can see, at character 5. Type it without"
      ),
      (
        "report", "a\u{7}",
        "Report has the character U+0007, which nobody can see, at character 2. Type it without"
      ),
      (
        "report", "a\u{1B}[2J",
        "Report has the character U+001B, which nobody can see, at character 2. Type it without"
      ),
      (
        "short", "example.org/123456789",
        "The answer to 'Which short page?' may be 20 characters at most, and this is 21. You wrote: example.org/123456789"
      ),
      ("count", "-1", "The answer to 'How many?' is at least 0. You wrote: -1"),
      ("count", "5001", "The answer to 'How many?' is at most 5000. You wrote: 5001"),
      ("count", "about 5", "The answer to 'How many?' is a whole number. You wrote: about 5"),
      ("count", "1,5", "The answer to 'How many?' is a whole number. You wrote: 1,5"),
      ("count", "3 5", "The answer to 'How many?' is a whole number. You wrote: 3 5"),
      ("count", "3-5", "The answer to 'How many?' is a whole number. You wrote: 3-5"),
      ("count", "5.0", "The answer to 'How many?' is a whole number. You wrote: 5.0"),
      (
        "any", "99999999999999999999",
        "The answer to 'Any number?' is a whole number. You wrote: 99999999999999999999"
      ),
      ("count", "٣", "The answer to 'How many?' is a whole number. You wrote: ٣"),
      (
        "lead", "the",
        "The answer to 'Who leads?' is one of: 1 the police, 2 the police and the council, 3 the council. You wrote: the"
      ),
      (
        "lead", "4",
        "The answer to 'Who leads?' is one of: 1 the police, 2 the police and the council, 3 the council. You wrote: 4"
      ),
      (
        "lead", "-",
        "The answer to 'Who leads?' is one of: 1 the police, 2 the police and the council, 3 the council. You wrote: -"
      ),
      (
        "services", ",",
        "The answer to 'Who is there?' needs an answer; 3 at \"How sure?\" records that it is not known"
      ),
      (
        "services", "police, army",
        "The answer to 'Who is there?' is one of: 1 police, 2 the fire service, 3 the ambulance service. You wrote: army"
      ),
      ("danger", "perhaps", "The answer to 'Is there danger?' is yes or no. You wrote: perhaps"),
      ("danger", "yes\u{1B}[0m", "The answer to 'Is there danger?' is yes or no. You wrote: yes<U+001B>[0m"),
      ("day", "25/12/2026", "The answer to 'Which day?' is a date, as 2026-11-24. You wrote: 25/12/2026"),
      ("day", "2026-02-29", "The answer to 'Which day?' is a date, as 2026-11-24. You wrote: 2026-02-29"),
      (
        "page", "our page",
        "The answer to 'Which page?' is an address without spaces, as example.org/updates. You wrote: our page"
      ),
      (
        "page", "javascript://x.y",
        "The answer to 'Which page?' is an address without spaces, as example.org/updates. You wrote: javascript://x.y"
      ),
      (
        "page", "localhost",
        "The answer to 'Which page?' is an address without spaces, as example.org/updates. You wrote: localhost"
      ),
      (
        "page", "a@example.org",
        "The answer to 'Which page?' is an address without spaces, as example.org/updates. You wrote: a@example.org"
      ),
      (
        "page", "example.org/\u{202E}gro",
        "The answer to 'Which page?' is an address without spaces, as example.org/updates. You wrote: example.org/<U+202E>gro"
      ),
      (
        "page", "example.org/<b>",
        "The answer to 'Which page?' is an address without spaces, as example.org/updates. You wrote: example.org/<b>"
      ),
    ] as [(Fact.ID, String, String)])
  func aWrongAnswerIsKeptInView(fact: Fact.ID, typed: String, message: String) throws {
    #expect(try refusal(fact, typed) == message)
  }

  /// A megabyte ends in one short message for every kind, at once.
  @Test(arguments: ["area", "report", "count", "lead", "services", "danger", "day", "page"] as [Fact.ID])
  func aMegabyteIsRefusedInOneShortMessage(fact: Fact.ID) throws {
    for typed in Self.megabytes {
      let message = try refusal(fact, typed)
      #expect(message.utf8.count < 400)
      #expect(message.contains("You wrote: ") && message.hasSuffix("…"))
    }
  }

  /// Digits, and one character with a pile of marks.
  private static let megabytes = [
    String(repeating: "9", count: 1 << 20), "a" + String(repeating: "\u{301}", count: 1 << 19),
  ]

  @Test func everyControlAndEveryOverrideIsRefusedInText() throws {
    let unseen = [
      0x0...0x1F, 0x7F...0x9F, 0x200B...0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069,
    ]
    for value in unseen.joined() {
      let scalar = try #require(Unicode.Scalar(UInt32(value)))
      let message = try refusal("area", "Mill\(Character(scalar))Road")
      #expect(message.hasSuffix("Type it without"), "U+\(String(value, radix: 16))")
    }
  }

  @Test func aValueStandsInAMessageByItsWords() throws {
    let zone = Fixtures.london
    func words(_ fact: Fact.ID, _ value: FactValue) throws -> String {
      let today = zone.local(Fixtures.night).date
      return try #require(Self.facts[fact]).words(for: value, zone: zone, today: today)
    }
    #expect(try words("lead", .choice("joint")) == "the police and the council")
    #expect(try words("services", .choices([])) == "none")
    #expect(try words("services", .choices(["police"])) == "police")
    #expect(
      try words("services", .choices(["police", "fire", "ambulance"]))
        == "police, the fire service and the ambulance service")
    #expect(try words("danger", .yesNo(false)) == "no")
    #expect(try words("count", .number(1000)) == "1000")
    #expect(try words("day", .date(try #require(CivilDate("2027-01-05")))) == "5 January 2027")
    #expect(try words("area", .time(Fixtures.night)) == "03:12")
  }
}
