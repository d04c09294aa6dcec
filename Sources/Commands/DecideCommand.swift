import ArgumentParser
import Library
import Running

/// `playbook decide`: an option chosen by somebody, with the reason.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Record a decision, who made it and why.")

  @Argument(help: "The run, as POST-0007.") var name: String
  @Argument(help: "The step.") var step: String
  @Argument(help: "The option, or the level.") var option: String
  @Option(help: "Who decided; the officer where it is left out.") var by: String?
  @Option(help: "Why. May be left out where the level is the one that the facts support.") var reason: String?

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      [.decide(Step.ID(step), option: option, decider: by ?? session.officer, reason: reason ?? "")]
    }
  }
}
