import ArgumentParser
import Library
import Messaging
import OrderedCollections
import Record
import Running
import System
import Time

/// `playbook render`: a message of a run, as its channel's own tool takes it.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Print a message of a run as its channel's own tool takes it.",
    discussion: """
      A mail as a file that mail programs open, a web page, a press release, a letter for print, a briefing with its \
      pauses, an alert as CAP 1.2; a post or a text message is its words alone. It is made from the words as they \
      stand and changes none of them. Nothing is sent, and nothing is refused: standard error says whether the words \
      are approved.
      """)

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .message, completion: .messages) var message: String
  @OptionGroup var rendering: RenderingOptions
  @OptionGroup var state: StateOptions
  @Flag(name: .long, help: "Say only what was asked for.") var quiet = false

  func run() throws {
    try reporting {
      let run = try Workspace.found(state).open(name).run
      let id = run.messageID(message)
      guard let message = run.messages[id] else { throw Failure(Refusal.noSuchMessage(id.text), in: run) }
      let now = SystemClock.now()
      let context = RenderingContext(
        library: run.plan.library, playbook: run.playbook, mode: run.mode, moment: message.sentAt ?? now,
        zone: run.plan.calendar.zone, name: "\(run.id)/\(id)",
        values: run.facts.values.joined().compactMap(\.record.value))
      try rendering.write(message.draft, in: context, quiet: quiet)
      Output.error("\(run.id)/\(id): \(standing(of: message, in: run, at: now))")
    }
  }

  /// Whether the words may go out, as somebody would be told.
  private func standing(of message: Message, in run: Run, at now: Instant) -> String {
    if let dropped = message.dropped { return "dropped, it does not go out: \(dropped.reason)" }
    if message.sentAt != nil { return "sent" }
    if let stop = run.verdict(on: message, at: now).findings.first(where: { $0.severity == .stop }) {
      return "it cannot go out: \(stop.message)"
    }
    let missing = run.missingSeats(of: message, at: now).map(run.words)
    if !missing.isEmpty { return "not approved; it needs \(missing.joined(separator: "; and "))" }
    let refusal = run.refusal(of: .markSent(message.id), at: Moment(now: now, officer: run.officer))
    return refusal.map { "approved, and it may not go out: \($0.message(in: run))" } ?? "approved"
  }
}
