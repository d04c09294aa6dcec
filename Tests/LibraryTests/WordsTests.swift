import Library
import Testing

/// Words are compared as people read them: case, hyphens, quotes, odd spaces and look-alikes make no difference.
@Suite struct WordsTests {
  @Test(arguments: [
    ("Do not panic.", "do|not|panic"), ("NO-GO area", "no|go|area"), ("no\u{2011}go\u{A0}area", "no|go|area"),
    ("Don\u{2019}t", "don't"), ("don't", "don't"), ("'panic'", "panic"), ("\u{2018}panic\u{2019}", "panic"),
    ("pa\u{AD}nic", "panic"), ("pan\u{200B}ic", "panic"), ("p\u{430}nic", "panic"),
    ("\u{420}\u{410}NIC", "panic"),
    ("pani\u{3F2}", "panic"), ("\u{FF50}anic", "panic"), ("caf\u{E9}", "caf\u{E9}"), ("", ""), ("... !", ""),
    ("Heol-y-M\u{F4}r 999", "heol|y|m\u{F4}r|999"), ("a\u{0}b", "a|b"), ("it''s", "it|s"),
  ])
  func wordsAreFolded(text: String, folded: String) {
    #expect(Words(of: text).map(\.folded).joined(separator: "|") == folded)
  }

  @Test(arguments: [
    ("Stay calm. Run now", ["stay", "run"]), ("Please: run", ["please", "run"]),
    ("* Run\n* Hide", ["run", "hide"]),
    ("We run a line", ["we"]),
  ])
  func theFirstWordOfASentenceOrALineIsKnown(text: String, first: [String]) {
    #expect(Words(of: text).filter(\.isFirst).map(\.folded) == first)
  }

  @Test(arguments: [
    ("He said \u{201C}do not panic\u{201D} twice", "do not panic"), ("\"panic\" and calm", "panic"),
    ("an open \" mark\nends with its paragraph", "mark"), ("'panic' is no quotation", ""),
  ])
  func quotedWordsAreKnown(text: String, quoted: String) {
    #expect(Words(of: text).filter(\.isQuoted).map(\.folded).joined(separator: " ") == quoted)
  }

  @Test func aWordsPlaceIsThatOfItsBytes() {
    let text = "Caf\u{E9} \u{201C}p\u{430}nic\u{201D}"
    let bytes = Array(text.utf8)
    #expect(
      Words(of: text).map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
        "Caf\u{E9}", "p\u{430}nic",
      ])
  }

  @Test(arguments: ["", "  ", "!?", String(repeating: "a ", count: 13)])
  func aPhraseHasOneToTwelveWords(text: String) {
    #expect(Phrase(text) == nil)
  }

  @Test func aTextOfManyWordsIsSearchedInOnePass() throws {
    let phrase = try #require(Phrase("a a a a b"))
    let book = PhraseBook([(phrase, 1)])
    let words = Array(Words(of: String(repeating: "a ", count: 100_000) + "b"))
    #expect(book.matches(in: words).map(\.words.count) == [5])
  }
}
