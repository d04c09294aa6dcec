import Library
import Testing

@testable import Messaging

/// An edit that takes a fact's words away is told; what is relayed word for word stays so.
@Suite struct LostWordsTests {
  private func findings(
    _ words: String, _ edited: String, _ level: Level = .direct, file: String = "x.md"
  ) throws -> [Finding] {
    var bench = Bench(file: file, level: level)
    bench.know("relay", .text("Stay away from Mill Road."))
    bench.know("place", .text("Northfield"))
    bench.know("number", .number(3))
    return try bench.verdict(words) { $0.text = edited }.findings.filter { $0.kind == .facts }
  }

  private let changed = "the answer to 'The words of the police?' no longer stands word for word"

  @Test(arguments: [
    "Police say: keep out.", "Police say: stay away from Mill Road.", "Stay away from Mill Roads.",
  ])
  func otherWordsThanThoseOfThePoliceAreAStopAtDirect(edited: String) throws {
    let found = try findings("Police say: ((relay))", edited)
    #expect(found.map(\.message) == [changed])
    #expect(found.map(\.severity) == [.stop])
  }

  @Test(arguments: [
    "Police: Stay away from Mill Road. Thank you.", "Stay away\n from Mill  Road.",
    "\"Stay away from Mill Road.\"",
  ])
  func theirOwnWordsMayStandAnywhere(edited: String) throws {
    #expect(try findings("Police say: ((relay))", edited).map(\.severity) == [.ok])
  }

  @Test func belowDirectItIsAWarning() throws {
    #expect(try findings("Police say: ((relay))", "Keep out.", .advise).map(\.severity) == [.warn])
  }

  @Test(arguments: [
    ("In Southmere, 3 homes.", 1), ("In NORTHFIELD, 30 homes.", 1), ("Northfields.", 2), ("Northfield: 3", 0),
  ])
  func anotherFactThatIsGoneIsANote(edited: String, count: Int) throws {
    let found = try findings("In ((place)), ((number)) homes.", edited)
    #expect(found.filter { $0.severity == .note }.count == count)
    #expect(found.contains { $0.severity == .ok } == (count == 0))
  }

  @Test func conditionsHaveNoWordsOfTheirOwn() throws {
    #expect(try findings("Keep out.((relay known?? Listen.))", "Keep out.").map(\.severity) == [.ok])
  }

  @Test func wordsThatStandInForAFactAreLookedForToo() throws {
    var bench = Bench(rest: "if-not-known: {place: the county}\n")
    bench.know("place", nil, .notKnown)
    let found = try bench.verdict("In ((place)).") { $0.text = "Somewhere." }.findings
    #expect(found.contains { $0.message == "the answer to 'Which place?' no longer stands in the words" })
  }

  @Test func aFactOfTheSubjectIsLookedForThere() throws {
    var bench = Bench(file: "web-page.md", channel: "web")
    bench.know("place", .text("Northfield"))
    let found = try bench.verdict("Subject: In ((place))\n\nKeep out.") {
      $0.subject = "OFFICIAL: In Southmere"
    }
    #expect(found.findings.contains { $0.severity == .note })
  }

  private func added(_ words: String, _ edited: String, _ level: Level = .direct) throws -> [String?] {
    var bench = Bench(file: "x.md", level: level)
    bench.know("relay", .text("Stay away from Mill Road."))
    return try bench.verdict(words) { $0.text = edited }.findings
      .filter { $0.kind == .words && $0.severity == .warn }.map(\.quote)
  }

  /// At direct people hear what the police say; what an editor adds needs a reason.
  @Test(arguments: [
    ("Police say: Stay away from Mill Road. It is chaos.", ["It is chaos"]),
    ("Chaos! Police say: Stay away from Mill Road.", ["Chaos"]),
    ("Police say: Stay away from Mill Road. Stay away", ["Stay away"]),
    ("Stay away from Mill Road.", []), ("Police say:  \u{201C}Stay away from Mill Road.\u{201D}", []),
  ])
  func whatIsAddedToTheWordsOfThePoliceIsAWarning(edited: String, expected: [String]) throws {
    #expect(try added("Police say: ((relay))", edited) == expected)
  }

  @Test func wordsBesideNobodysOwnMayBeAdded() throws {
    #expect(try added("Police say: ((relay))", "Police say: Stay away from Mill Road. Now.", .advise) == [])
    #expect(try added("Keep out.", "Keep out. Now.") == [])
  }
}
