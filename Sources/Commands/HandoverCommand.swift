import ArgumentParser
import Console
import Library
import Record
import Reporting
import Running
import System

/// `playbook handover`: the page for whoever takes over, the offer, and its acceptance.
struct HandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover", abstract: "Print the hand-over page; offer the run, or accept it.",
    discussion: """
      Alone it prints one page: what went out, what is waited for, due, not known, undecided and promised. Nothing \
      is written. With --to the run is offered; it stays its officer's, with all that is due in it, until the other \
      accepts. Whoever it is offered to reads the page and gives the code on it back: --accept --code CODE, or on a \
      terminal `playbook resume RUN`. The code is another once the page would say something else. --withdraw takes \
      the offer back. At one keyboard it is the same: the one leaves with q, the other resumes under their own name.
      """)

  @Argument(help: .run, completion: .runs) var name: String
  @Option(help: .value("name", "Offer the run to them.")) var to: String?
  @Flag(help: "Take the offer back.") var withdraw = false
  @Flag(help: "Accept the run that is offered to you.") var accept = false
  @Option(help: .value("code", "The code on the page that you read.")) var code: String?

  @OptionGroup var writing: Writing

  func validate() throws {
    if [to != nil, withdraw, accept].count(where: { $0 }) > 1 {
      throw ValidationError("--to, --withdraw and --accept are three things. Give one of them")
    }
    if writing.at != nil, to == nil, !withdraw {
      throw ValidationError("--at is for an offer that is entered late. A page is read, and accepted, now")
    }
    if code != nil, !accept { throw ValidationError("--code is what --accept needs. Add --accept") }
  }

  func run() throws {
    if let to { return try writing.carryOut(name) { _ in [.offerHandOver(to: to)] } }
    if withdraw { return try writing.carryOut(name) { _ in [.withdrawHandOver] } }
    try reporting { accept ? try acceptRun() : try printPage() }
  }

  private func printPage() throws {
    let page = HandOverPage(try Workspace.found(writing.state).open(name))
    if writing.display.json { return Output.json(page) }
    Output.data(page.text(width: Terminals.isOutputTerminal ? min(Descriptor.columns, 100) : 80))
  }

  private func acceptRun() throws {
    let workspace = try Workspace.found(writing.state)
    let session = Session(
      ledger: try workspace.open(name), roster: workspace.roster, officer: try writing.state.name())
    guard let code else {
      throw Failure(
        .inputNeeded,
        "--accept needs --code CODE: it stands at the end of the page, which `\(writing.state.invocation.line("handover \(session.run.id)"))` prints"
      )
    }
    let before = session.run.sequence
    try session.accept(typing: code)
    if !writing.display.quiet { Saved(session.run, after: before).write(writing.display) }
  }
}
