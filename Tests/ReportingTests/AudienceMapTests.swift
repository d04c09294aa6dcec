import Diagnostics
import Fixtures
import Library
import OrderedCollections
import Testing

@testable import Reporting

/// Who is reached how at each level.
@Suite struct AudienceMapTests {
  private static func small() throws -> AudienceMap {
    AudienceMap(of: try #require(SmallLibrary.library()).organisation)
  }

  @Test func theTableOfASmallOrganisationIsTheOneThatWasLookedAt() throws {
    let map = try Self.small()
    let widths = [80, 60, 40].map { "=== \($0) columns\n" + map.text(width: $0) }.joined()
    let text = widths + "=== plain\n" + map.text(asTable: false)
    let difference = Golden.difference(text, from: "ReportingTests/Golden/audiences.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func thePageOfASmallOrganisationIsTheOneThatWasLookedAt() throws {
    let difference = Golden.difference(
      try Self.small().html, from: "ReportingTests/Golden/audiences.html")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func everyAudienceLevelAndChannelOfTheShippedOrganisationIsThere() throws {
    let organisation = try #require(try Fixtures.shipped()).organisation
    let map = AudienceMap(of: organisation)
    #expect(map.audiences.map(\.id) == organisation.audiences.keys.map(\.text))
    for (entry, audience) in zip(map.audiences, organisation.audiences.values) {
      #expect(entry.levels.map(\.level) == Level.allCases.map(\.rawValue))
      for (cell, level) in zip(entry.levels, Level.allCases) {
        #expect(cell.channels.map(\.id) == (audience.channels[level] ?? []).map(\.text))
      }
    }
  }

  @Test(arguments: [20, 30, 48, 63, 80, 120]) func everyLineKeepsToItsWidthAndNoWordIsLost(width: Int) throws
  {
    let map = AudienceMap(of: try #require(try Fixtures.shipped()).organisation)
    let text = map.text(width: width)
    for line in text.split(separator: "\n") where displayWidth(of: line) > width { Issue.record("\(line)") }
    guard width >= 63 else { return }
    for word in map.audiences.flatMap({ $0.title.split(separator: " ") }) { #expect(text.contains(word)) }
  }

  @Test func ofOnePlaybookOnlyItsAudiencesAreShown() throws {
    let library = try #require(SmallLibrary.library())
    let map = AudienceMap(of: library.organisation, for: library.playbooks[SmallLibrary.playbook])
    #expect(map.audiences.map(\.id) == ["public", "nearby", "partners", "members", "staff"])
  }
}
