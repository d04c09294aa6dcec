import Library
import Testing

@testable import Messaging

/// An edit may not send people to an address or a number that nobody gave.
@Suite struct RoutesTests {
  private func unknown(_ edited: String, rest: String = "") throws -> [String?] {
    var bench = Bench(file: "x.md", rest: rest)
    bench.know("place", .text("Northfield"))
    bench.know("page", .link("example.org/page"))
    return try bench.verdict("In ((place)): ring 07700 900123, 999 or 101, or see example.org/help. ((page))")
    {
      $0.text = edited
    }.findings.filter { $0.kind == .routes }.map(\.quote)
  }

  @Test(arguments: [
    ("Ring 07700 900123.", []), ("Ring 07700900123.", []), ("Ring (07700) 900-123 now", []),
    ("Ring 07700 900132.", ["07700 900132"]), ("Ring +44 7700 900123!", ["44 7700 900123"]),
    ("Ring 999 or 101.", []), ("Call 998", ["998"]), ("About 998 people", []), ("Call 999 07700 900123", []),
    ("01632.960.123", ["01632.960.123"]), ("0800/555111", ["0800/555111"]),
    ("\u{FF10}\u{FF18}\u{FF10}\u{FF10} 555111", ["\u{FF10}\u{FF18}\u{FF10}\u{FF10} 555111"]),
    ("At 12:30 on Mill Road, 24 November 2026.", []), ("It costs 25,000 pounds.", []),
    ("See example.org/help, example.org/page.", []), ("example.org/help,example.org/page", []),
    ("See example.org/helping", ["example.org/helping"]), ("Example.org/Help", []),
    ("Write to help@example.org", ["help@example.org"]), ("HTTPS://evil.com", ["HTTPS://evil.com"]),
    ("See https://example.com. See https://example.com", ["https://example.com"]),
    ("https://example.org.evil.net:8443/x", ["https://example.org.evil.net:8443/x"]),
    ("<https://evil.com>", ["https://evil.com"]), ("[here](evil.com)", ["evil.com"]),
    ("evil.com\u{2026}", ["evil.com"]), ("**evil.com**", ["evil.com"]), ("10.0.0.1", ["10.0.0.1"]),
    ("The police, e.g. on foot, at 9.30 a.m.", []),
  ])
  func addressesAndNumbersThatNobodyGaveAreTold(edited: String, expected: [String]) throws {
    #expect(try unknown(edited) == expected)
  }

  @Test func manyAreCounted() throws {
    let text = (0..<3000).map { "x\($0).example.com" }.joined(separator: " ")
    #expect(try unknown(text).count == 21)
  }

  @Test func filledWordsHaveNone() throws {
    var bench = Bench(file: "x.md")
    bench.know("place", .text("Northfield, example.com, 07700 900999"))
    #expect(try bench.verdict("In ((place)).").findings.allSatisfy { $0.kind != .routes })
  }
}
