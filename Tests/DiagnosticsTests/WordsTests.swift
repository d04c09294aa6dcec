import Diagnostics
import Fixtures
import Testing

@Suite struct NearestTests {
  private static let keys = [
    "due", "draft-by", "approve-by", "acknowledge-by", "do", "decide", "decides", "send",
  ]

  @Test(arguments: [
    ("deu", "due"), ("Due", "due"), ("draft_by", "draft-by"), ("draftby", "draft-by"),
    ("DRAFT BY", "draft-by"),
    ("aprove-by", "approve-by"), ("aknowlegde-by", "acknowledge-by"), ("decids", "decide"), ("sned", "send"),
    ("decidess", "decides"),
  ])
  func theWordThatWasMeantIsFound(word: String, meant: String) {
    #expect(nearest(to: word, among: Self.keys) == meant)
  }

  @Test(arguments: [
    "", "-", "colour", "approval", "xxxxxxxxxxx", String(repeating: "due", count: 40), "漢字漢字",
  ])
  func aWordThatIsFarFromAllHasNone(word: String) { #expect(nearest(to: word, among: Self.keys) == nil) }

  @Test func theNearestComesBeforeTheFirst() {
    #expect(nearest(to: "abcdef", among: ["abcxyf", "abcdeg"]) == "abcdeg")
    #expect(nearest(to: "ab-cd", among: ["abcx", "AB CD"]) == "AB CD")
    #expect(nearest(to: "x", among: []) == nil)
  }

  @Test func onlyTheFirstTwoHundredAreLookedAt() {
    let others = (0..<199).map { "other-\($0)" }
    #expect(nearest(to: "abcdef", among: others + ["abcdeg"]) == "abcdeg")
    #expect(nearest(to: "abcdef", among: others + ["another", "abcdeg"]) == nil)
  }

  /// An edit that comes after others still counts them.
  @Test func distancesAreMeasuredToTheEnd() {
    #expect(nearest(to: "xbcdefghi", among: ["abcdefghj"]) == "abcdefghj")
    #expect(nearest(to: "bacdefgih", among: ["abcdefghi"]) == "abcdefghi")
    #expect(nearest(to: "xycdefgzw", among: ["abcdefghi"]) == nil)
    #expect(nearest(to: "abcdef", among: ["abcfed"]) == "abcfed")
  }
}

@Suite struct VisibleTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("Zoë, cafe\u{301}, 漢字, 👍🏽", "Zoë, cafe\u{301}, 漢字, 👍🏽"),
    ("a\u{0}b", "a<U+0000>b"), ("a\tb", "a<U+0009>b"), ("a\nb", "a<U+000A>b"),
    ("a\r\nb", "a<U+000D><U+000A>b"),
    ("\u{1B}[31mred", "<U+001B>[31mred"), ("\u{7F}", "<U+007F>"), ("\u{9B}31m", "<U+009B>31m"),
    ("a\u{202E}txt.exe", "a<U+202E>txt.exe"), ("\u{2066}a\u{2069}", "<U+2066>a<U+2069>"),
    ("a\u{200F}b\u{061C}c", "a<U+200F>b<U+061C>c"), ("a\u{200B}b\u{FEFF}c", "a<U+200B>b<U+FEFF>c"),
    ("a\u{2028}b\u{2029}c", "a<U+2028>b<U+2029>c"), ("a\u{E0041}b", "a<U+E0041>b"),
    ("क\u{94D}\u{200D}ष", "क\u{94D}\u{200D}ष"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("❤\u{FE0F}", "❤\u{FE0F}"),
  ])
  func whatCannotBeSeenIsShownByName(text: String, shown: String) {
    #expect(Array(visible(text).unicodeScalars) == Array(shown.unicodeScalars))
    #expect(visible(visible(text)) == visible(text))
  }

  @Test func lineFeedsAloneAreKeptWhereLinesAre() {
    #expect(visible("a\nb\u{2028}c\rd\u{85}", keepingLines: true) == "a\nb<U+2028>c<U+000D>d<U+0085>")
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("각", 2), ("Ａ", 2), ("👍", 2),
    ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇬🇧", 2), ("🇬🇧🇳🇵", 4), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("नेपाल", 3), ("\u{AD}", 1),
    ("\u{200B}", 0), ("\n", 0), ("\u{7F}", 0), ("€", 1), ("“ ”", 3), ("ŵŷ", 2),
  ])
  func charactersTakeTheirCells(text: String, cells: Int) { #expect(displayWidth(of: text) == cells) }
}

@Suite struct WrapTests {
  @Test(
    arguments: [
      ("", 10, [""]), ("short", 10, ["short"]), ("one two three", 7, ["one two", "three"]),
      ("one two three", 13, ["one two three"]), ("one  two three", 8, ["one  two", "three"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("ab cdefghij k", 4, ["ab", "cdef", "ghij", "k"]),
      ("漢字漢字", 4, ["漢字", "漢字"]), ("漢字漢字", 5, ["漢字", "漢字"]), ("a 漢字", 4, ["a", "漢字"]),
      ("cafe\u{301} au lait", 7, ["cafe\u{301} au", "lait"]), ("one two ", 3, ["one", "two"]),
      ("     aaaaaaaaaa bbb", 10, ["aaaaaaaaaa", "bbb"]), ("  ab cd ef", 5, ["  ab", "cd ef"]),
      ("漢字", 1, ["漢", "字"]), ("ab", 0, ["a", "b"]), ("ab", -5, ["a", "b"]), ("          ", 4, [""]),
    ] as [(String, Int, [String])])
  func linesAreBrokenAtSpaces(text: String, width: Int, lines: [String]) {
    #expect(wrap(text, width: width) == lines)
  }

  @Test func noLineIsWiderAndNoWordIsLost() {
    var dice = Dice(seed: 7)
    let words = ["a", "漢字", "cafe\u{301}", "👩‍👩‍👧", "abcdefghijklmnop", " ", "  ", "<U+202E>", "e\u{301}\u{302}"]
    for _ in 0..<2000 {
      let text = (0..<dice.roll(12)).map { _ in words[dice.roll(words.count)] }.joined(separator: " ")
      let width = 2 + dice.roll(20)
      let lines = wrap(text, width: width)
      #expect(lines.allSatisfy { displayWidth(of: $0) <= width }, "\(text) in \(width)")
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func aWordThatNeverEndsIsWrappedInTime() {
    let word = String(repeating: "x", count: 1 << 18)
    var lines: [String] = []
    let time = processorSeconds { lines = wrap(word, width: 80) }
    #expect(lines.count == 3277)
    #expect(time < 5)
  }
}
