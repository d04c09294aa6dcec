import Diagnostics
import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

/// What samples would send is found before the night, at the file that gave the words.
@Suite struct SampleFindingTests {
  private static let moment = SampleMoment(now: Fixtures.night, calendar: Fixtures.calendar)

  private func findings(_ words: String, samples: String) throws -> [Diagnostic] {
    let template =
      "template: T\nowner: comms-lead\nreview-by: 2099-01-01\nmarking: OFFICIAL\nsamples: \(samples)\n"
    let texts = [
      "templates/house-style.yaml": SmallLibrary.houseStyle, "templates/first/template.yaml": template,
      "templates/first/web-page.md": "Subject: S\n\n" + words,
    ]
    let library = try #require(SmallLibrary.library(replacing: texts))
    return sampleFindings(in: library, files: SmallLibrary.files(replacing: texts), at: Self.moment)
  }

  @Test func wrongWordsAreMarkedInTheFileThatHasThem() throws {
    let found = try findings(
      "Calm.\n\nDo not p\u{430}nic. The attacker ran.", samples: "{typical: {hurt: none}}")
    #expect(found.map(\.rule) == [.messageWarned, .messageStopped])
    #expect(found.map(\.severity) == [.warning, .error])
    #expect(found.map(\.path) == ["templates/first/web-page.md", "templates/first/web-page.md"])
    let spans = found.compactMap(\.span)
    #expect(spans.map(\.start) == [Position(line: 5, column: 8), Position(line: 5, column: 15)])
    #expect(spans.map(\.end) == [Position(line: 5, column: 13), Position(line: 5, column: 27)])
    #expect(
      found.first?.message == "'p\u{430}nic' frightens people; write worry (sample 'typical' at signpost)")
  }

  @Test func whatAFactBroughtHasNoPlaceInTheFile() throws {
    let found = try findings(
      "At ((place)).", samples: "{typical: {place: Panic Square}, other: {place: Panic Hill}}")
    #expect(found.map(\.rule) == [.messageWarned])
    #expect(found.map(\.span) == [nil])
  }

  @Test func aHoleIsAStop() throws {
    let found = try findings("At ((place)).", samples: "{typical: {hurt: none}}")
    #expect(found.map(\.rule) == [.messageStopped])
  }

  @Test func theShippedLibraryGivesNoStopAndNoWarning() throws {
    let files = try Fixtures.shippedFiles()
    let library = try #require(try Fixtures.shipped())
    #expect(
      sampleFindings(in: library, files: files, at: Self.moment).map { "\($0.path): \($0.message)" } == [])
  }

  @Test func everyShippedTemplateHasASampleThatMakesAMessage() throws {
    let library = try #require(try Fixtures.shipped())
    for template in library.templates.values {
      #expect(!sampleMessages(of: template, in: library, at: Self.moment).isEmpty, "\(template.id)")
    }
  }
}
