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

  /// What stands where a command's name belongs and is none.
  @Argument(help: .hidden) var unknown: [String] = []
  @OptionGroup var place: LibraryOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    if let word = unknown.first { return try reporting { throw Self.noCommand(word) } }
    guard let asking = Asking(display) else { return Output.data(PlaybookCommand.helpMessage()) }
    try reporting {
      let open = try Workspace.existing(state)?.openRuns().map(\.1) ?? []
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
      let renderer = Renderer(form: form, width: min(asking.terminal.columns, 100))
      // Of a list that scrolls away, what cannot wait stays in sight.
      var text = renderer.text(of: home.screen)
      if text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) >= asking.terminal.rows {
        home.isUrgentLast = true
        text = renderer.text(of: home.screen)
      }
      Output.data(text)
      try choose(home, open, asking, renderer)
    }
  }

  private static func noCommand(_ word: String) -> Failure {
    let names = PlaybookCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    if names.contains(word) {
      return Failure(.usage, "options stand behind the command, as in `playbook \(word) --plain`")
    }
    let near = nearest(to: word, among: names).map { ". Did you mean '\($0)'?" } ?? "."
    return Failure(.usage, "'\(word)' is not a command\(near) `playbook --help` lists them")
  }

  private func choose(
    _ home: Home, _ open: [Ledger], _ asking: Asking, _ renderer: Renderer
  ) throws {
    while true {
      guard let line = try asking.line("Number, or q > ") else { throw ExitCode(10) }
      switch home.choice(line) {
      case .leave: return
      case .unclear(let message): Output.data(message)
      case .resume(let id):
        guard let ledger = open.first(where: { $0.run.id == id }) else { return }
        let roster = try Workspace.roster(in: ledger.store.folder)
        let session = Session(ledger: ledger, roster: roster, officer: try asking.officer(state))
        try session.begin(asking, state.invocation)
        return try walk(session, display, state, asking)
      case .start(let playbook):
        Output.data(renderer.text(of: Home.confirmation(playbook)))
        guard let typed = try asking.line("Type LIVE to begin > ") else { throw ExitCode(10) }
        guard typed == "LIVE" else {
          Output.data("Nothing was begun. LIVE in capitals begins a run; choose again, or q to leave.")
          continue
        }
        let loaded = try LoadedLibrary(root: try place.root(), playbook: playbook.id.text)
        let library = try loaded.sound()
        let plan = Plan(
          library: library, playbook: try loaded.playbook(playbook.id.text),
          calendar: try calendar(of: library))
        let officer = try asking.officer(state)
        let workspace = try Workspace(state)
        let now = SystemClock.now()
        let ledger = try Ledger.begin(
          .init(plan: plan, files: loaded.files, mode: .live, zero: now), in: workspace.store,
          at: Moment(now: now, officer: officer, roster: workspace.roster))
        let session = Session(ledger: ledger, roster: workspace.roster, officer: officer)
        try session.takePen()
        return try walk(session, display, state, asking)
      }
    }
  }
}
