import Fixtures
import Messaging
import Testing

/// What was taken out of a text and put in is told word by word, and nothing of either text is lost by it.
@Suite struct WordDifferenceTests {
  private static func marked(_ old: String, _ new: String) -> String {
    wordDifference(from: old, to: new).map { stretch in
      switch stretch.kind {
      case .same: stretch.text
      case .removed: "[-\(stretch.text)-]"
      case .added: "{+\(stretch.text)+}"
      }
    }.joined()
  }

  @Test(arguments: [
    ("Stay away.", "Stay away.", "Stay away."),
    ("", "", ""),
    ("", "Stay.", "{+Stay.+}"),
    ("Stay.", "", "[-Stay.-]"),
    ("Stay well away.", "Stay away.", "Stay [-well -]away."),
    ("Stay away.", "Stay well away.", "Stay {+well +}away."),
    ("Police are in charge.", "Police are in charge of it.", "Police are in charge{+ of it+}."),
    ("More by 10:00", "News by 10:00", "[-More-]{+News+} by 10:00"),
    ("to public", "to public, nearby", "to public{+, nearby+}"),
    ("a b", "a\nb", "a[- -]{+\n+}b"),
    ("a  b", "a b", "a[-  -]{+ +}b"),
    ("One.\n\nTwo.", "One.", "One.[-\n\nTwo.-]"),
    ("caf\u{E9}", "cafe\u{301}", "[-caf\u{E9}-]{+cafe\u{301}+}"),
    ("a", "a\n", "a{+\n+}"),
    ("Well, we know", "we know", "[-Well, -]we know"),
    ("!?", "!", "[-!?-]{+!+}"),
  ])
  func aChangeIsMarkedAtItsWords(old: String, new: String, expected: String) {
    #expect(Self.marked(old, new) == expected)
  }

  @Test(arguments: 1...40) func bothTextsAreGivenBackByteByByte(seed: Int) {
    var dice = Dice(seed: seed)
    let parts = [
      "a", "b", "c.", " ", "  ", "\n", "\t", ", ", "e\u{301}", "\u{E9}", "?", "\u{301}", "[-", "¶",
    ]
    func text() -> String { (0..<dice.roll(30)).map { _ in parts[dice.roll(parts.count)] }.joined() }
    for _ in 0..<50 {
      let (old, new) = (text(), text())
      let found = wordDifference(from: old, to: new)
      #expect(Array(found.filter { $0.kind != .added }.map(\.text).joined().utf8) == Array(old.utf8))
      #expect(Array(found.filter { $0.kind != .removed }.map(\.text).joined().utf8) == Array(new.utf8))
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.kind != $1.kind })
      #expect(found.allSatisfy { !$0.text.isEmpty })
    }
  }

  /// Every pair of so many words would be compared in minutes and gigabytes.
  @Test func veryDifferentTextsAreToldAsWhollyDifferent() {
    let (old, new) = ((0..<50_000).map { "a\($0)" }, (0..<50_000).map { "b\($0)" })
    let found = wordDifference(
      from: "Same " + old.joined(separator: " ") + " end", to: "Same " + new.joined(separator: " ") + " end")
    #expect(found.map(\.kind) == [.same, .removed, .added, .same])
    #expect(found.first?.text == "Same " && found.last?.text == " end")
  }
}
