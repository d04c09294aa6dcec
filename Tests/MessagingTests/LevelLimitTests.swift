import Fixtures
import Library
import Messaging
import Testing

/// The organisation may set how long a message is at each level.
@Suite struct LevelLimitTests {
  @Test(
    arguments: [
      (.webPage, .direct, 5, nil), (.webPage, .direct, 6, "6 words, at most 5 at direct"),
      (.webPage, .advise, 6, nil), (.x, .direct, 6, nil), (.sms, .direct, 6, nil),
      (.sms, .direct, 60, "2 parts, at most 1 at direct"),
    ] as [(Channel.Kind, Level, Int, String?)])
  func aMessageOverItsLevelsLimitIsAWarning(
    kind: Channel.Kind, level: Level, words: Int, warning: String?
  ) throws {
    let path = "playbooks/organisation.yaml"
    let organisation = try #require(SmallLibrary.texts[path]).replacing(
      "update: 30m}", with: "update: 30m, words: {web-page: 5, sms: 1}}")
    let library = try #require(SmallLibrary.library(replacing: [path: organisation]))
    let verdict = measure(
      Array(repeating: "home", count: words).joined(separator: " "), on: .plain(kind), level: level,
      language: "en-GB", in: library, at: SampleMoment(now: Fixtures.night, calendar: Fixtures.calendar))
    let warnings = verdict.findings.filter { $0.kind == .length && $0.severity == .warn }
    #expect(warnings.map(\.message) == [warning].compactMap { $0 })
  }
}
