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
    subcommands: [
      HomeCommand.self, StartCommand.self, ResumeCommand.self, FollowCommand.self, RunsCommand.self,
      StatusCommand.self,
      ShowCommand.self, RenderCommand.self, NextCommand.self, AnswerCommand.self, DecideCommand.self,
      DoneCommand.self,
      SkipCommand.self, NoteCommand.self, RetimeCommand.self, PermitCommand.self, DraftCommand.self,
      EditCommand.self, RequestCommand.self, ContactCommand.self, ApproveCommand.self, ReturnCommand.self,
      WithdrawCommand.self, AcceptCommand.self, SentCommand.self, DropCommand.self, CorrectCommand.self,
      CascadeCommand.self,
      AdoptCommand.self, HandoverCommand.self,
      FinishCommand.self, ReportCommand.self, TrendsCommand.self, VerifyCommand.self, ExportCommand.self,
      ImportCommand.self,
      RetentionCommand.self, HoldCommand.self, DeleteCommand.self, KeyCommand.self, SignCommand.self,
      CheckCommand.self, ExplainCommand.self,
      CardCommand.self, MapCommand.self, SchemaCommand.self, NewCommand.self, FillCommand.self,
      MeasureCommand.self,
      PreviewCommand.self,
      ProofCommand.self, SamplesCommand.self, PreapproveCommand.self, DoctorCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)

  public init() {}

  /// Carries out the process's own arguments and ends the process where one fails.
  public static func begin() { main() }
}
