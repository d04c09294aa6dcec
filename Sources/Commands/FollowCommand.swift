import ArgumentParser
import Console
import Diagnostics
import Library
import Record
import Reporting
import Running
import System
import Time

/// `playbook follow`: somebody else's run as it goes on, on a terminal of one's own.
struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Follow a run as it goes on; nothing is written.",
    discussion: """
      Shows where the run stands, then every event in a line as it is written, and the header again when a target \
      comes near or is missed. It never takes the pen. Ctrl-C ends it; it ends by itself when the run is finished. \
      With --json it is the record from its first event on, one event a line.
      """)

  /// Between two looks; each asks the database for one number.
  private static let pauseMilliseconds = 500
  /// How many looks at the record come to one at the clock.
  private static let looksToNotice = 4

  @Argument(help: .openRun, completion: .runs) var name: String?
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let ledger = try Workspace.found(state).open(name)
      let terminal = Terminal()
      terminal.hideTyping()
      defer {
        terminal.forgetTyped()
        terminal.leaveRaw()
      }
      if let code = try follow(ledger, terminal) { throw ExitCode(code) }
    }
  }

  /// Until the run is finished, or a signal's exit code.
  private func follow(_ ledger: Ledger, _ terminal: Terminal) throws -> Int32? {
    var follow = Follow(invocation: state.invocation)
    // Looked at before the record is read to its end, so that nothing written meanwhile is missed.
    var seen = ledger.store.writingsOfOthers()
    try ledger.catchUp()
    if display.json {
      RunReport.log(ledger.events, of: ledger.run).forEach(Output.jsonLine)
    } else {
      show(follow.begin(ledger.run, ledger.events, at: SystemClock.now()), terminal)
    }
    var looks = 0
    while ledger.run.finished == nil {
      switch terminal.signal(withinMilliseconds: Self.pauseMilliseconds) {
      case .interrupt: return 130
      case .terminate: return 143
      case .hangUp: return 129
      case .resize, .bytes, .endOfInput, .quiet: break
      }
      let writings = ledger.store.writingsOfOthers()
      if writings != seen {
        seen = writings
        let events = try ledger.catchUp()
        if display.json {
          RunReport.log(events, of: ledger.run).forEach(Output.jsonLine)
        } else {
          show(follow.came(events, ledger.run), terminal)
          if ledger.run.finished != nil { show(follow.ended(ledger.run), terminal) }
        }
      }
      looks += 1
      if !display.json, looks % Self.looksToNotice == 0 { notice(&follow, ledger.run, terminal) }
    }
    return nil
  }

  private func notice(_ follow: inout Follow, _ run: Run, _ terminal: Terminal) {
    let screen = follow.notices(run, at: SystemClock.now())
    if screen.isEmpty { return }
    show(screen, terminal)
    if terminal.isOutputTerminal { try? Files.write("\u{7}", to: 1) }
  }

  private func show(_ screen: Screen, _ terminal: Terminal) {
    if screen.isEmpty { return }
    let isPlain = display.isPlain || !terminal.isOutputTerminal
    let renderer = Renderer(
      form: isPlain ? .plain : .rich(colour: display.hasColour), width: min(terminal.columns, 100))
    Output.data(renderer.text(of: screen))
  }
}
