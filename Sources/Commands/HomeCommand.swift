import ArgumentParser
import Console
import Diagnostics
import Library
import Messaging
import OrderedCollections
import Record
import Running
import System
import Time

/// `playbook` alone: the start screen on a terminal, help elsewhere.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: "The start screen: open runs, and playbooks with when to use each.",
    shouldDisplay: false)

  @OptionGroup var place: LibraryOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    guard Terminals.isInputTerminal, Terminals.isOutputTerminal, !display.noInput else {
      Output.data(PlaybookCommand.helpMessage())
      return
    }
    try reporting {
      let workspace = try Workspace(state)
      let open = try workspace.openRuns().map(\.1)
      var home = Home(open: open.map(\.run), now: SystemClock.now())
      do {
        let loaded = try LoadedLibrary(root: try place.root())
        home.playbooks = loaded.read.library.map { Array($0.playbooks.values) } ?? []
        home.problem =
          loaded.read.hasErrors
          ? "The library has errors: \(loaded.report.summary). `playbook check` shows them." : nil
      } catch let failure as Failure {
        // An open run can be resumed on its pinned library whatever became of the one on disk.
        home.problem = failure.message
      }
      let form: Renderer.Form = display.isPlain ? .plain : .rich(colour: display.hasColour)
      let terminal = Terminal()
      let renderer = Renderer(form: form, width: min(terminal.columns, 100))
      Output.data(renderer.text(of: home.screen))
      try choose(home, workspace, open, terminal, renderer)
    }
  }

  private func choose(
    _ home: Home, _ workspace: Workspace, _ open: [Ledger], _ terminal: Terminal, _ renderer: Renderer
  ) throws {
    while true {
      guard let line = try ask("Number, or q > ", terminal) else { throw ExitCode(10) }
      switch home.choice(line) {
      case .leave: return
      case .unclear(let message): Output.data(message)
      case .resume(let id):
        guard let ledger = open.first(where: { $0.run.id == id }) else { return }
        let session = Session(ledger: ledger, roster: workspace.roster, officer: try name(terminal))
        try session.takePen()
        return try walk(session, terminal)
      case .start(let playbook):
        Output.data(renderer.text(of: Home.confirmation(playbook)))
        guard let typed = try ask("Type LIVE to begin > ", terminal) else { throw ExitCode(10) }
        guard typed == "LIVE" else {
          Output.data("Nothing was begun.")
          continue
        }
        let loaded = try LoadedLibrary(root: try place.root())
        let library = try loaded.sound()
        let plan = Plan(library: library, playbook: playbook, calendar: try calendar(of: library))
        let officer = try name(terminal)
        let now = SystemClock.now()
        let ledger = try Ledger.begin(
          .init(plan: plan, files: loaded.files, mode: .live, zero: now), in: workspace.store,
          at: Moment(now: now, officer: officer, roster: workspace.roster))
        let session = Session(ledger: ledger, roster: workspace.roster, officer: officer)
        try session.takePen()
        return try walk(session, terminal)
      }
    }
  }

  private func walk(_ session: Session, _ terminal: Terminal) throws {
    let code = try Runner(session: session, display: display, terminal: terminal).walkRun()
    if code != 0 { throw ExitCode(code) }
  }

  private func name(_ terminal: Terminal) throws -> String {
    if let known = state.officer ?? Environment.value("PLAYBOOK_OFFICER") { return known }
    while let typed = try ask("Your name, as the record should hold it > ", terminal) {
      if !typed.isEmpty { return typed }
    }
    throw ExitCode(10)
  }

  /// One line in the terminal's own line mode; nil at the end of input.
  private func ask(_ question: String, _ terminal: Terminal) throws -> String? {
    try Files.write(question, to: 1)
    var typed: [UInt8] = []
    while true {
      switch terminal.next(within: Seconds(3600)) {
      case .bytes(let bytes):
        typed += bytes
        if let end = typed.firstIndex(of: 0x0A) {
          return Home.trimmed(String(decoding: typed[..<end], as: UTF8.self))
        }
      case .endOfInput: return nil
      case .interrupt: throw ExitCode(130)
      case .terminate: throw ExitCode(143)
      case .hangUp: throw ExitCode(129)
      case .resize, .quiet: break
      }
    }
  }
}
