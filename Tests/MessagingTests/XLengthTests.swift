import Fixtures
import Library
import Testing

@testable import Messaging

/// Source: the platform's published counting of weighted characters.
@Suite struct XLengthTests {
  static let weights = (try? Cases.rows("MessagingTests/Cases/x-weights.tsv")) ?? []
  static let addresses = (try? Cases.rows("MessagingTests/Cases/x-addresses.tsv")) ?? []

  @Test(arguments: weights) func weighsAsTheConformanceCasesDo(row: [String]) throws {
    try #require(row.count == 2)
    #expect(XLength(of: row[0]).count == Int(row[1]))
  }

  @Test(arguments: addresses) func findsTheAddressesOfTheConformanceCases(row: [String]) {
    let scalars = row[0].composed
    let found = XAddresses(in: scalars).found.map { scalars[$0].map { String($0) }.joined() }
    #expect(found == Array(row.dropFirst()))
  }

  @Test func theTablesAreThere() { #expect(Self.weights.count == 38 && Self.addresses.count == 91) }

  @Test(arguments: ["a", "あ", "a.", "あ.", "あ_.com ", "😀", "http://a.", "example.org ", "http://a.co/(("])
  func aLongTextIsCountedAtOnce(part: String) {
    let text = String(repeating: part, count: (1 << 16) / part.utf8.count)
    #expect(processorSeconds { _ = XLength(of: text) } < 3)
  }

  @Test(arguments: [
    ("", 0), ("Hello", 5), ("£", 1), ("“x”", 3), ("日本", 4), ("한", 2), ("😀", 2), ("👨‍👩‍👧‍👦", 2), ("🇬🇧", 2),
    ("👍🏽", 2), ("1️⃣", 2), ("☺️", 2), ("a b\nc", 5), ("…", 2), ("—", 1),
  ])
  func charactersHaveTheirWeights(text: String, count: Int) {
    #expect(XLength(of: text).count == count)
  }

  @Test(arguments: [
    ("example.org", 23), ("example.org.", 24), ("https://a.b", 11), ("https://a.cd", 23),
    ("HTTP://example.org/x", 23),
    ("example.org/updates?q=1", 23), ("example.org?q=1", 27), ("http://example.org?q=1", 23),
    ("example.org:8080", 28), ("http://example.org:8080", 23), ("(example.org)", 25),
    ("“example.org”", 25), ("See example.org, please", 35), ("example.org example.org", 47),
    ("a.b", 3), ("e.g.", 4), ("03.12", 5), ("1.5", 3), ("end. Next", 9), (".org", 4), ("...", 3),
    ("https://example.org/very/long/address/that/goes/on/and/on", 23),
  ])
  func anAddressCounts23WhateverItsLength(text: String, count: Int) {
    #expect(XLength(of: text).count == count)
  }

  @Test(arguments: [(280, false), (281, true)]) func moreThan280IsAStop(count: Int, isStopped: Bool) throws {
    let verdict = try Bench().verdict(String(repeating: "a", count: count))
    #expect(verdict.isStopped == isStopped)
    #expect(verdict.findings.contains { $0.message == "\(count) of 280 weighted characters" })
  }
}
