public import ArgumentParser
import Library
import OrderedCollections
import Running
import System
import Time

/// What every command that writes to a run takes.
struct Writing: ParsableArguments {
  @Option(help: .value("time", "When it happened, as 03:15, where that is earlier than now.")) var at: String?
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  /// Opens the run, gives the command to it and says what is open next.
  func carryOut(
    _ name: String, _ commands: (Session) throws -> [Command],
    then finish: (Session) throws -> Void = { _ in }
  ) throws {
    try reporting {
      let workspace = try Workspace.found(state)
      let session = Session(
        ledger: try workspace.open(name), roster: workspace.roster, officer: try state.name())
      let before = session.run.sequence
      let happened = try at.map { try typedMoment($0, now: SystemClock.now(), session.run.plan.calendar) }
      let given = try commands(session)
      for command in given { try session.carryOut(command, happened: happened) }
      if !display.quiet, !given.isEmpty { Saved(session.run, after: before).write(display) }
      try finish(session)
    }
  }
}

/// The words after a command has been written down.
struct Saved: Encodable {
  let run: String
  let event: Int
  let newMessages: [String]

  init(_ run: Run, after sequence: Int) {
    self.run = run.id
    event = run.sequence
    newMessages = run.messages.values.filter { $0.wordsSequence > sequence }.map(\.id.text)
  }

  func write(_ display: DisplayOptions) {
    if display.json { return Output.json(self) }
    let drafted = newMessages.isEmpty ? "" : ", messages \(newMessages.joined(separator: ", "))"
    Output.data("\(run) saved, event \(event)\(drafted)")
  }
}

extension Run {
  /// A message by its id, with the run's own before it or without: `POST-0007/M4`, `M4`, `m4`.
  func messageID(_ name: String) -> Message.ID {
    Message.ID((name.split(separator: "/").last.map(String.init) ?? name).uppercased())
  }
}

extension Confidence: ExpressibleByArgument {}
extension Marking: ExpressibleByArgument {}
extension NoteKind: ExpressibleByArgument {}
extension CascadeState: ExpressibleByArgument {}
extension Contact.Outcome: ExpressibleByArgument {}
extension Contact.Way: ExpressibleByArgument {}

/// How an approval was given, of the ways that somebody can give one here.
enum Presence: String, CaseIterable, ExpressibleByArgument {
  case present, phone

  var how: Approval.How {
    switch self {
    case .present: .present
    case .phone: .phone
    }
  }
}
