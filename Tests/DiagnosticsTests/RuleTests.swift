import Diagnostics
import Testing

@Suite struct RuleTests {
  @Test(arguments: Rule.allCases)
  func everyRuleIsExplained(rule: Rule) {
    let explanation = rule.explanation
    #expect(explanation.title != rule.rawValue)
    for words in [explanation.title, explanation.why, explanation.wrong, explanation.right] {
      #expect(words.contains { !$0.isWhitespace })
    }
    #expect(explanation.wrong != explanation.right)
    #expect(explanation.why.hasSuffix(".") || explanation.why.hasSuffix(")"))
  }

  @Test func explanationsAreUnlikeEachOther() {
    #expect(Set(Rule.allCases.map(\.explanation.title)).count == Rule.allCases.count)
  }

  @Test(arguments: Rule.allCases)
  func aRulesNameIsSmallLettersAndHyphens(rule: Rule) {
    #expect(
      rule.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || (0x30...0x39).contains($0) }
    )
  }

  /// An explanation speaks to an author in the author's own terms.
  @Test(arguments: Rule.allCases)
  func noExplanationBlames(rule: Rule) {
    let words = rule.explanation.title.lowercased() + rule.explanation.why.lowercased()
    for word in ["invalid", "illegal", "sorry"] { #expect(!words.contains(word)) }
  }
}
