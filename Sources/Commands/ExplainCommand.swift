import ArgumentParser
import Diagnostics

/// `playbook explain`: what a rule asks and why.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a rule asks and why, with a wrong and a right example.")

  @Argument(
    help: "The rule's name, as `check` prints it in brackets; every rule, by group, where it is left out.",
    completion: .list(Rule.allCases.map(\.rawValue)))
  var rule: String?

  @Flag(help: "Markdown: the page of all rules, or one rule's part of it.")
  var markdown = false

  func run() throws {
    try reporting {
      guard let rule else {
        Output.data(markdown ? Rule.markdownPage : Self.list)
        return
      }
      guard let known = Rule(rawValue: rule) else {
        let near = nearest(to: rule, among: Rule.allCases.map(\.rawValue))
        throw Failure(.notFound, "'\(rule)' is not a rule" + (near.map { ". Did you mean '\($0)'?" } ?? ""))
      }
      if markdown { return Output.data(known.markdown) }
      let explanation = known.explanation
      Output.data(
        "\(wrapped("\(known.rawValue): \(explanation.title)"))\n\n\(wrapped(explanation.why))\n\nWrong:\n\n\(indented(explanation.wrong))\n\nRight:\n\n\(indented(explanation.right))"
      )
    }
  }

  /// Every rule and what is wrong where it is broken, by group.
  private static var list: String {
    Rule.Group.allCases.map { group in
      ([group.title] + group.rules.map { "  \($0.rawValue)  \($0.explanation.title)" })
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// In lines that a terminal of 80 columns holds; the examples stay as an author writes them.
  private func wrapped(_ text: String) -> String { wrap(text, width: 80).joined(separator: "\n") }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
  }
}
