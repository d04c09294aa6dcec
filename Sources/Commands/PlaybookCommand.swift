public import ArgumentParser

/// The `playbook` command.
public struct PlaybookCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "playbook",
    abstract: "The right words to the right people, in proportion, in time.",
    discussion: """
      Walks an on-call officer through an incident communications playbook, renders messages in proportion to \
      what is known, collects approvals bound to the exact text, and records when every step was completed.
      """,
    version: "0.1.0",
    subcommands: [CheckCommand.self])

  public init() {}
}
