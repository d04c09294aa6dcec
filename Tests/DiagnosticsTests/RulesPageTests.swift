import Diagnostics
import Fixtures
import Testing

/// The page of all rules that lies with the guides.
@Suite struct RulesPageTests {
  @Test func thePageHoldsEveryRuleAsItIs() {
    let difference = Golden.difference(
      Rule.markdownPage, from: "../Sources/playbook/Documentation.docc/Rules.md")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func everyRuleStandsOnceAndInItsGroup() {
    #expect(Rule.Group.allCases.flatMap(\.rules) == inOrderOfGroups)
    #expect(Set(inOrderOfGroups).count == Rule.allCases.count)
    let headings = Rule.markdownPage.split(separator: "\n").filter { $0.hasPrefix("### ") }
    #expect(headings == inOrderOfGroups.map { "### \($0.rawValue)" })
  }

  private var inOrderOfGroups: [Rule] {
    Rule.Group.allCases.flatMap { group in Rule.allCases.filter { $0.group == group } }
  }

  /// A fence in an example, or a bracket of HTML in the words, would break the page.
  @Test(arguments: Rule.allCases)
  func nothingBreaksOutOfItsPlace(rule: Rule) {
    let explanation = rule.explanation
    #expect(!(explanation.wrong + explanation.right).contains("```"))
    #expect(!(explanation.title + explanation.why).contains { "<>*_#|".contains($0) })
  }
}
