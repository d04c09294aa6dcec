import ArgumentParser
import Library
import Running

/// `playbook decide`: an option chosen by somebody, with the reason.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Record a decision, who made it and why.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .step, completion: .steps) var step: String
  @Argument(help: "The option, or the level.") var option: String
  @Option(help: .value("name", "Who decided; the officer where it is left out.")) var by: String?
  @Option(help: .value("text", "Why; may be left out where the level is the one that the facts support."))
  var reason: String?

  @Option(
    help: .value("name", "A second person who agrees; needed for a level above what the facts support."))
  var second: String?

  @Option(help: .value("text", "What it should bring about.")) var effect: String?

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      [
        .decide(
          Step.ID(step), option: option, decider: by ?? session.officer, reason: reason ?? "", second: second,
          effect: effect)
      ]
    }
  }
}
