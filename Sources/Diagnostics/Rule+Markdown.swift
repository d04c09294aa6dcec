extension Rule {
  /// The page of all rules, by group.
  public static var markdownPage: String {
    let groups = Group.allCases.map { group in
      "## \(group.title)\n\n" + group.rules.map(\.markdown).joined(separator: "\n")
    }
    return """
      # Rules

      What `playbook check` looks for, why, and how a slip is mended.

      ## Overview

      `check` prints a rule's name in brackets behind what it found.
      `playbook explain RULE` shows one of these rules, and `playbook explain --markdown` wrote this page.

      \(groups.joined(separator: "\n"))
      """
  }

  /// The rule under its name: what is wrong, why that matters, and an example of each kind.
  public var markdown: String {
    let title = explanation.title
    return """
      ### \(rawValue)

      **\(title.prefix(1).uppercased() + title.dropFirst()).**
      \(explanation.why)

      Wrong:

      ```yaml
      \(explanation.wrong)
      ```

      Right:

      ```yaml
      \(explanation.right)
      ```

      """
  }
}
