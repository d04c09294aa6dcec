import Diagnostics
import Fixtures
import Library
import OrderedCollections
import Testing

@testable import Reporting

/// A playbook on paper.
@Suite struct CardTests {
  private static func small(replacing texts: [String: String] = [:]) throws -> Card {
    let library = try #require(SmallLibrary.library(replacing: texts))
    return Card(of: try #require(library.playbooks[SmallLibrary.playbook]), in: library)
  }

  private static func shipped() throws -> [(Playbook, Card)] {
    let library = try #require(try Fixtures.shipped())
    return library.playbooks.values.map { ($0, Card(of: $0, in: library)) }
  }

  /// The small playbook with hostile words in every place that an author writes.
  private static let hostile = [
    "playbooks/post-incident/small.yaml": """
    playbook: "</title><script>alert(1)</script> & \\"quoted\\""
    scenario: post-incident
    purpose: "<b>\\u202Eturned</b>\\nsecond line"
    use-when: "'><img src=x>"
    owner: comms-lead
    review-by: 2099-01-01
    marking: OFFICIAL
    facts:
      place: {ask: "<i>Which</i> & why?", type: text, help: "]]>", max: 60}
      kind: {ask: "\\u05DE\\u05D4 \\u05E7\\u05E8\\u05D4?", type: choice, options: {a: "<u>a</u>", b: "\\u0007"}}
    steps:
      - {id: log, title: "<h1>", do: "<script>x</script>", help: "a\\tb", record: [place, kind]}
    """
  ]

  @Test func theTextOfASmallCardIsTheOneThatWasLookedAt() throws {
    let difference = Golden.difference(try Self.small().text(), from: "ReportingTests/Golden/card.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func thePageOfASmallCardIsTheOneThatWasLookedAt() throws {
    let difference = Golden.difference(try Self.small().html, from: "ReportingTests/Golden/card.html")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func everyStepFactAndRoleOfAShippedPlaybookStandsOnItsCard() throws {
    for (playbook, card) in try Self.shipped() {
      #expect(card.steps.map(\.title) == playbook.steps.values.map(\.title))
      #expect(card.steps.map(\.number) == Array(1...playbook.steps.count))
      let asked = Set(playbook.steps.values.flatMap(\.asks).compactMap { playbook.facts[$0]?.ask })
      #expect(asked == Set(card.steps.flatMap(\.questions).map(\.ask)), "\(playbook.id)")
      for step in card.steps where step.sending != nil {
        #expect(step.sending?.seats ?? 0 > 0, "\(playbook.id): nobody approves \(step.title)")
        #expect(step.sending?.audiences.isEmpty == false)
      }
      #expect(card.markingOnceFilled >= card.marking)
    }
  }

  @Test(arguments: [20, 40, 80]) func everyLineOfAShippedCardKeepsToItsWidth(width: Int) throws {
    for (playbook, card) in try Self.shipped() {
      for line in card.text(width: width).split(separator: "\n") where displayWidth(of: line) > width {
        Issue.record("\(playbook.id): \(line)")
      }
    }
  }

  /// The roster is private, and the organisation's own numbers belong to no role.
  @Test func noNumberOfAPersonStandsOnACard() throws {
    for (playbook, card) in try Self.shipped() {
      #expect(!card.text().contains(/0\d{4} \d{6}|07700/), "\(playbook.id)")
      #expect(!card.html.contains(/0\d{4} \d{6}|07700/), "\(playbook.id)")
    }
  }

  @Test func wordsOfTheLibraryAreNeverMarkup() throws {
    let card = try Self.small(replacing: Self.hostile)
    #expect(card.title.contains("<script>"))
    let html = card.html
    for markup in ["<script", "<img", "<b>\u{202E}", "<i>", "<u>", "\u{202E}", "\u{7}"] {
      #expect(!html.contains(markup), "\(markup)")
    }
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;"))
    #expect(html.contains("&lt;U+202E&gt;turned&lt;/b&gt; second line"))
    #expect(!card.text().contains("\u{202E}"))
  }

  @Test func headingsGoDownOneAtATime() throws {
    for (_, card) in try Self.shipped() {
      var last = 0
      for heading in card.html.matches(of: /<h([1-6])>/) {
        let level = Int(heading.1) ?? 0
        #expect(level <= last + 1)
        last = level
      }
      #expect(card.html.matches(of: /<h1>/).count == 1)
      #expect(!card.html.contains("http"))
    }
  }
}
