import Digest
import Testing

@Suite struct SpokenCodeTests {
  private func digest(_ text: String) -> ContentDigest { .sha256(of: Array(text.utf8)) }

  /// Worked out apart: the first sixteen bytes as a number, by 21, least significant symbol first.
  @Test func theCodeOfKnownWordsIsKnown() {
    #expect(SpokenCode(of: digest("abc")).description == "KUAU-4ANA")
  }

  @Test func noSymbolLooksOrSoundsLikeAnother() {
    let codes = (0..<2000).map { SpokenCode(of: digest(String($0))).description }
    let symbols = Set(codes.joined())
    #expect(symbols == Set("-3467ACEFGHJKNPQRTUWXY"))
    #expect(symbols.isDisjoint(with: "0O1IL2Z5S8B9DMV"))
    #expect(codes.allSatisfy { $0.count == 9 && Array($0)[4] == "-" })
    #expect(Set(codes).count == codes.count)
  }

  @Test func theOrderOfASetDoesNotMatter() {
    let set = ["sms", "x", "web-page", "email"].map(digest)
    let code = SpokenCode(of: set)
    for _ in 0..<10 { #expect(SpokenCode(of: set.shuffled()) == code) }
  }

  @Test func oneTextOfASetThatChangesChangesTheCode() {
    let set = ["sms", "x", "web-page"].map(digest)
    for index in set.indices {
      var changed = set
      changed[index] = digest("other")
      #expect(SpokenCode(of: changed) != SpokenCode(of: set))
    }
    #expect(SpokenCode(of: Array(set.dropLast())) != SpokenCode(of: set))
    #expect(SpokenCode(of: set + [set[0]]) != SpokenCode(of: set))
  }

  @Test func oneTextAloneHasItsOwnCode() {
    #expect(SpokenCode(of: [digest("sms")]) == SpokenCode(of: digest("sms")))
  }

  @Test(arguments: [
    ("KUAU-4ANA", true), ("kuau4ana", true), ("k u a u 4 a n a", true), (" KUAU - 4ANA\n", true),
    ("KUAU\u{A0}4ANA", true), ("--kuau4ana--", true), ("KUAU-4AN", false), ("KUAU-4ANAA", false), ("", false),
    ("-", false), ("KUAU-4AN4", false), ("4ANA-KUAU", false), ("KUAU.4ANA", false), ("KUAU-4ΑNA", false),
  ])
  func whatIsReadBackMatchesWithoutCaseSpacesAndHyphens(typed: String, matches: Bool) {
    #expect(SpokenCode(of: digest("abc")).matches(typed) == matches)
  }
}
