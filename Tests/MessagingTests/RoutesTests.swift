import Library
import Testing

@testable import Messaging

/// An edit may not send people to an address or a number that nobody gave.
@Suite struct RoutesTests {
  private func unknown(_ edited: String, rest: String = "") throws -> [String?] {
    var bench = Bench(file: "x.md", rest: rest)
    bench.know("place", .text("Northfield"))
    bench.know("page", .link("example.org/page"))
    return try bench.verdict("In ((place)): ring 07700 900123 or see example.org/help. ((page))") {
      $0.text = edited
    }.findings.filter { $0.kind == .routes }.map(\.quote)
  }

  @Test(arguments: [
    ("Ring 07700 900123.", []), ("Ring 07700900123.", []), ("Ring (07700) 900 123 now", []),
    ("Ring 07700 900132.", ["07700 900132"]), ("Ring +44 7700 900123!", ["+44 7700 900123"]),
    ("Ring 999 or 101.", []), ("At 12:30 on 24 November 2026.", []),
    ("See example.org/help, example.org/page.", []), ("See example.org/helping", ["example.org/helping"]),
    ("Write to help@example.org", ["help@example.org"]),
    ("See https://example.com. See https://example.com", ["https://example.com"]),
  ])
  func addressesAndNumbersThatNobodyGaveAreTold(edited: String, expected: [String]) throws {
    #expect(try unknown(edited) == expected)
  }

  @Test func filledWordsHaveNone() throws {
    var bench = Bench(file: "x.md")
    bench.know("place", .text("Northfield, example.com, 07700 900999"))
    #expect(try bench.verdict("In ((place)).").findings.allSatisfy { $0.kind != .routes })
  }
}
