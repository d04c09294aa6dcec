import ArgumentParser
import Library
import Running
import System

/// `playbook retime`: open targets are worked out anew.
struct RetimeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "retime", abstract: "Move T, with the reason.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: "The new T, as 03:15 or 2027-01-05 03:15.") var time: String
  @Option(help: .value("text", "Why.")) var reason: String

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      let zero = try typedMoment(time, now: SystemClock.now(), session.run.plan.calendar)
      return [.retime(zero: zero, reason: reason)]
    }
  }
}
