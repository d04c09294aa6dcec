import Fixtures
import Diagnostics
import Testing

/// Every finding of a check stands under its place in a text, in the files named `Marked+….swift`.
@Suite struct MarkedTests {
  static let all =
    MarkedLibrary.documents + MarkedLibrary.shapes + MarkedLibrary.conditions + MarkedLibrary.references
    + MarkedLibrary.orders + MarkedLibrary.reaches + MarkedLibrary.organisations + MarkedLibrary.templates
    + MarkedLibrary.upkeep + MarkedLibrary.houseStyles + MarkedLibrary.ladders + MarkedLibrary.followUps

  @Test(arguments: all) func whatIsWrittenIsFound(library: MarkedLibrary) {
    let report = library.read()
    if let difference = library.difference(from: report) { Issue.record("\(difference)") }
    // A message is told in the author's terms, on one line, and ends without a full stop.
    for message in report.diagnostics.map(\.message) {
      #expect(!message.hasSuffix(".") && !message.contains("\n"))
      for word in ["invalid", "illegal", "please", "sorry"] { #expect(!message.lowercased().contains(word)) }
    }
    #expect(report.text(colour: false).utf8.count { $0 == 0x0A } >= 2 * report.diagnostics.count)
  }

  @Test func theSmallLibraryHasNothingWrong() {
    #expect(MarkedLibrary("nothing", [:]).read().diagnostics.isEmpty)
  }

  /// A name that is like none is answered with those that there are.
  @Test func anUnknownFactIsAnsweredWithTheFactsThereAre() throws {
    let words = "templates/note/sms.md"
    let report = MarkedLibrary("unknown", [words: "In ((area)). ((who knows what)) ((aera))\n"]).read()
    #expect(
      report.diagnostics.filter { $0.path == words }.map(\.help) == [
        "its facts are 'area', 'danger'", "did you mean 'area'?",
      ])
  }

  @Test func everyRuleThatCanBeReportedIsWrittenSomewhere() {
    let written = Self.all.flatMap(\.expected).joined(separator: "\n") + "\n"
    // What samples make is found by filling them, what was accepted by comparing, and paths by proofs, which reading
    // a library does not do.
    let filled: Set<Rule> = [.messageStopped, .messageWarned, .acceptedUnreadable]
    for rule in Rule.allCases.filter({ !filled.contains($0) && !$0.isOfProofs }).map(\.rawValue) {
      #expect(written.contains(": \(rule):") || written.contains(": \(rule)\n"), "\(rule)")
    }
  }
}
