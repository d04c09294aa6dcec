import ArgumentParser
import Diagnostics
import Library
import Messaging
import OrderedCollections
import Record
import Running
import System
import Time

/// `playbook start`: begin a live run and walk it.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Begin a live run and walk it.",
    discussion: """
      Without a terminal nothing is asked: the run begins with what is given, its id and the open questions are \
      printed, each with the command that answers it, and the exit code is 10.
      """)

  @Argument(help: .playbook, completion: .playbooks)
  var playbook: String?

  @Option(help: .value("fact=value", "A fact that is known already; may be given often."))
  var set: [String] = []

  @Option(help: .value("file", "A YAML or JSON file of facts, decisions and steps."), completion: .file())
  var answers: String?

  @Option(help: .value("time", "T, as 03:15 or 2027-01-05 03:15 in local time; now where it is left out."))
  var at: String?

  @Option(
    help: .value("run", "A run on the wrong playbook, whose facts are carried over; both are linked."),
    completion: .runs)
  var from: String?

  @OptionGroup var place: LibraryOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      guard let name = playbook else {
        if Terminals.isInputTerminal, Terminals.isOutputTerminal, !display.noInput { return try home().run() }
        throw Failure(.inputNeeded, "which playbook? `playbook` lists them with when to use each")
      }
      let loaded = try LoadedLibrary(root: try place.root(), playbook: name)
      let chosen = try loaded.playbook(name)
      loaded.tellErrors()
      let asking = Asking(display)
      let officer = try asking?.officer(state) ?? state.name()
      let answers = try givenAnswers()
      let plan = Plan(
        library: try loaded.sound(), playbook: chosen, calendar: try calendar(of: try loaded.sound()))
      let now = SystemClock.now()
      try check(answers, against: chosen, now: now, plan.calendar)
      let earlier = try from.map { try Workspace.found(state).open($0) }
      // What happened is the same; only the playbook was another.
      let zero =
        try at.map { try typedMoment($0, now: now, plan.calendar) } ?? earlier?.run.zero ?? now
      let workspace = try Workspace(state)
      let beginning = Ledger.Beginning(plan: plan, files: loaded.files, mode: .live, zero: zero)
      let moment = Moment(now: now, officer: officer, roster: workspace.roster)
      let ledger = try Ledger.begin(beginning, in: workspace.store, at: moment)
      let session = Session(ledger: ledger, roster: workspace.roster, officer: officer)
      try session.takePen()
      if let earlier { try session.carryOver(from: earlier, display) }
      try Script(session: session).apply(answers)
      try walk(session, display, state, asking)
    }
  }

  /// The start screen, which asks what was not named.
  private func home() -> HomeCommand {
    var home = HomeCommand()
    (home.place, home.state, home.display) = (place, state, display)
    return home
  }

  private func givenAnswers() throws -> Answers {
    var given = Answers()
    if let path = answers {
      let bytes = try Files.read(path, most: 1 << 20)
      let (read, diagnostics) = Answers.read(bytes, path: path)
      let report = DiagnosticReport(diagnostics, sources: [path: bytes])
      if report.hasErrors {
        Output.error(report.text(colour: false))
        throw Failure(.badDocument, "the answers cannot be read: \(report.summary)")
      }
      given = read
    }
    for pair in set {
      let (fact, value) = try factAndValue(pair)
      given.facts[fact.text] = Answers.Fact(value: value)
    }
    return given
  }

  /// Every wrong answer is told before the run begins; nothing is started on half of them.
  private func check(
    _ answers: Answers, against playbook: Playbook, now: Instant, _ calendar: WorkingCalendar
  ) throws {
    var problems: [String] = []
    for (name, answer) in answers.facts {
      guard let fact = playbook.facts[Fact.ID(name)] else {
        if let problem = playbook.unknownFact(Fact.ID(name)) { problems.append(problem) }
        continue
      }
      if answer.value == Confidence.notKnown.rawValue || answer.confidence == .notKnown { continue }
      do throws(FactProblem) {
        _ = try fact.read(answer.value, now: now, calendar: calendar)
      } catch {
        problems.append(error.message)
      }
    }
    for name in Array(answers.decisions.keys) + Array(answers.done.keys) + Array(answers.skipped.keys)
    where playbook.steps[Step.ID(name)] == nil {
      problems.append("'\(name)' is not a step of \(playbook.id)")
    }
    if !problems.isEmpty { throw Failure(.usage, problems.joined(separator: "\nplaybook: ")) }
  }
}

/// A moment as typed on the command line.
func typedMoment(_ typed: String, now: Instant, _ calendar: WorkingCalendar) throws -> Instant {
  do throws(FactProblem) {
    return try readMoment(typed, now: now, calendar: calendar)
  } catch {
    throw Failure(.usage, error.message)
  }
}

/// Walks the run on a terminal, or says what is open where nobody can be asked.
func walk(
  _ session: Session, _ display: DisplayOptions, _ state: StateOptions, _ asking: Asking?
) throws {
  // A pipe of typed lines is walked too; only an empty or closed input has nobody behind it.
  if display.noInput || asking == nil && !Terminals.isInputTerminal && !Terminals.isInputPipe {
    if !display.json { Output.data(session.run.id) }
    try OpenQuestions(session.run, state.invocation).write(display)
    if session.run.finished != nil { return }
    throw Failure(.unfinished, nil)
  }
  let terminal = asking?.terminal ?? Terminal()
  let code = try Runner(
    session: session, display: display, invocation: state.invocation, terminal: terminal,
    others: OtherRuns(in: Workspace(session), besides: session.run.id)
  ).walkRun()
  if code != 0 { throw ExitCode(code) }
}
