import Fixtures
import Library
import Testing

@testable import Messaging

/// Reading ease agrees with a well-known library, and sentences are told apart.
@Suite struct ReadabilityTests {
  static let passages = (try? Cases.rows("MessagingTests/Cases/passages.tsv")) ?? []
  static let scores = (try? Cases.rows("MessagingTests/Cases/passage-scores.tsv")) ?? []

  @Test func gradesAgreeWithTextstatWithinOneOn95PerCentOfPassages() throws {
    try #require(Self.passages.count >= 40 && Self.passages.count == Self.scores.count)
    var apart: [String] = []
    for (passage, expected) in zip(Self.passages, Self.scores) {
      try #require(passage[0] == expected[0])
      guard case .scored(let score) = Readability(of: passage[1], language: "en-GB") else {
        Issue.record("'\(passage[0])' has too few words")
        continue
      }
      let (ease, grade) = try (#require(Double(expected[1])), #require(Double(expected[2])))
      if abs(score.grade - grade) > 1 || abs(score.ease - ease) > 6 { apart.append(passage[0]) }
    }
    #expect(apart.count * 20 <= Self.passages.count, "apart: \(apart)")
  }

  @Test(arguments: [
    ("Go home now.", 5), ("The cat sat on the mat. It was a fat cat.", 5),
    (
      "Notwithstanding the aforementioned considerations, extraordinary circumstances necessitate evacuation.",
      41
    ),
  ])
  func readingAgeIsByFleschAndKincaid(text: String, years: Int) throws {
    #expect(try #require(Readability(of: text, language: "en").score).years == years)
  }

  @Test(arguments: [
    ("Mr. J. Smith met Dr. Jones. They spoke.", [6, 2]), ("It rose by 1.5 per cent. It fell.", [5, 2]),
    ("Come at 9.30 a.m. or later. Bring food.", [5, 2]), ("The U.K. is an island. It rains.", [5, 2]),
    ("See example.org/x. Then call.", [1, 2]), ("Write to a@example.org. Now wait.", [2, 2]),
    ("“Help!” she said. He came.", [3, 2]), ("Is it safe? Yes! Go in.", [3, 1, 2]),
    ("Wait... We think so.", [1, 3]),
    ("No. 10 is shut. Go on.", [3, 2]), ("Use water, e.g. from Leeds. Or tea.", [5, 2]),
    ("Call 07700 900151. Ask for help.", [1, 3]), ("(It is over.) Go home.", [3, 2]),
    ("Bring:\n* a coat\n* warm food\n\nCome now", [1, 2, 2, 2]),
    ("St. Anne's is open. So is St. Mary's.", [4, 4]),
    ("Stay in. Go in. Tune in", [2, 2, 2]), ("well-known words — said twice", [4]),
  ])
  func abbreviationsNumbersAndAddressesEndNoSentence(text: String, words: [Int]) {
    #expect(Sentences(of: text).words.map(\.count) == words)
  }

  @Test(arguments: [
    ("people", 2), ("business", 2), ("area", 3), ("science", 2), ("police", 2), ("safely", 2),
    ("statement", 2),
    ("stopped", 1), ("needed", 2), ("places", 2), ("times", 1), ("little", 2), ("going", 2), ("couldn't", 2),
    ("racism", 3), ("serious", 3), ("station", 2), ("yes", 1), ("beyond", 2), ("extremist", 3), ("a", 1),
    ("something", 2), ("emergency", 4), ("N.H.S", 3), ("well-known", 2), ("played", 1), ("reassured", 3),
  ])
  func syllablesAreCountedAsTheyAreSpoken(word: String, count: Int) {
    #expect(Syllables.count(inToken: Array(word.lowercased().utf8)[...]) == count)
  }

  @Test func addressesAndNumbersAreNotReadAsWords() throws {
    #expect(Readability(of: "", language: "en") == .notScored(.noWords))
    #expect(Readability(of: "999 101", language: "en") == .notScored(.noWords))
    let text = "Look at example.org/a or a@example.org 24 now."
    #expect(try #require(Readability(of: text, language: "en").score).words == 4)
  }

  @Test(arguments: [(99, false), (100, true)]) func aShortTextGivesAGuideAlone(words: Int, isScored: Bool) {
    let readability = Readability(of: String(repeating: "go ", count: words), language: "en-GB")
    if case .scored = readability { #expect(isScored) } else { #expect(!isScored) }
    #expect(readability.score?.words == words)
  }

  @Test func otherLanguagesAreNotScored() throws {
    #expect(Readability(of: "Bore da", language: "cy") == .notScored(.language("cy")))
    let verdict = try Bench(file: "x.cy.md", language: "cy").verdict("Bore da")
    #expect(verdict.findings.contains { $0.message == "not scored; the formula is not for 'cy'" })
  }

  @Test(arguments: [(25, false), (26, true)])
  func aLongPublicSentenceIsNamed(words: Int, isNamed: Bool) throws {
    let sentence = "Please do go on by the " + String(repeating: "old ", count: words - 7) + "road."
    var bench = Bench(file: "web-page.md", channel: "web")
    let text = "Subject: S\n\nShort one. " + sentence
    let message = "'Please do go on by the…' is a sentence of \(words) words (at most 25)"
    #expect(try bench.verdict(text).findings.contains { $0.message == message } == isNamed)
    #expect(try bench.verdict(text).severity(of: .readingAge) == (isNamed ? .note : .ok))
    (bench.file, bench.channel, bench.audiences) = ("email.md", "mail", ["members"])
    #expect(try bench.verdict(text).severity(of: .readingAge) == nil)
  }

  @Test func aLongTextIsScoredAtOnce() {
    let text = String(repeating: "Police are at the scene and ask you to stay away. ", count: 2000)
    #expect(processorSeconds { _ = Readability(of: text, language: "en") } < 3)
  }
}
