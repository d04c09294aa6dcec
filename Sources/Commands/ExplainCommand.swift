import ArgumentParser
import Diagnostics

/// `playbook explain`: what a rule asks and why.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a rule asks and why, with a wrong and a right example.")

  @Argument(
    help: "The rule's name, as `check` prints it in brackets; every rule where it is left out.",
    completion: .list(Rule.allCases.map(\.rawValue)))
  var rule: String?

  func run() throws {
    try reporting {
      guard let rule else {
        for rule in Rule.allCases { Output.data("\(rule.rawValue)  \(rule.explanation.title)") }
        return
      }
      guard let known = Rule(rawValue: rule) else {
        let near = nearest(to: rule, among: Rule.allCases.map(\.rawValue))
        throw Failure(.notFound, "'\(rule)' is not a rule" + (near.map { ". Did you mean '\($0)'?" } ?? ""))
      }
      let explanation = known.explanation
      Output.data(
        "\(known.rawValue): \(explanation.title)\n\n\(explanation.why)\n\nWrong:\n\n\(indented(explanation.wrong))\n\nRight:\n\n\(indented(explanation.right))"
      )
    }
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
  }
}
