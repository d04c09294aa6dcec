import Stage
import Testing

/// `start`: what begins a run, and what begins nothing.
@Suite struct StartingTranscripts {
  private func play(_ transcript: String, _ files: [String: String] = [:]) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      for (name, text) in files { try room.write(text, to: name) }
      try await room.play(transcript)
    }
  }

  @Test func withoutTerminalHelpIsPrinted() async throws {
    try await play(
      """
      $ playbook
      OVERVIEW: The right words to the right people, in proportion, in time.
      ...
      USAGE: playbook <subcommand>
      ...
        start                   Begin a live run and walk it.
      ...
      $ playbook < /dev/null | head -1
      OVERVIEW: The right words to the right people, in proportion, in time.
      """)
  }

  @Test func whatIsNotNamedAtAllBeginsNothing() async throws {
    try await play(
      """
      $ playbook start
      ! playbook: which playbook? `playbook` lists them with when to use each
      = 4
      $ PLAYBOOK_OFFICER= playbook start small
      ! playbook: who is writing? Give --officer NAME, or set PLAYBOOK_OFFICER
      = 4
      $ playbook start smal
      ! playbook: there is no playbook 'smal'. Did you mean 'small'?
      = 3
      $ playbook start nowhere
      ! playbook: there is no playbook 'nowhere'
      = 3
      $ playbook runs
      ! no runs yet in ROOM/state; `playbook start PLAYBOOK` begins one
      """)
  }

  @Test func withoutInputTheIdAndTheOpenQuestionsArePrinted() async throws {
    try await play(
      """
      $ playbook start small --no-input --set place=Northfield --set hurt=injured
      POST-0001
      log: Who is the loggist? (due TIME)
        playbook answer POST-0001 loggist VALUE
      known: Is there danger? (due TIME)
        playbook answer POST-0001 danger VALUE
      ...
      first: First (due TIME)
        playbook draft POST-0001 first
      route: Route
        playbook decide POST-0001 route OPTION --by NAME --reason TEXT
      ...
      hand: Hand over
        playbook done POST-0001 hand --value NAME
      = 10
      $ playbook start 'Small incident' < /dev/null
      POST-0002
      ...
      = 10
      $ playbook start post-incident/small --no-input --json | grep -c '"run" : "POST-0003"'
      1
      $ playbook start small --no-input --json | head -1
      {
      """)
  }

  @Test func everyWrongAnswerIsToldBeforeAnythingBegins() async throws {
    try await play(
      """
      $ playbook start small --no-input --set plce=Northfield --set place=ab --set danger=maybe
      ! playbook: 'plce' is not a fact of post-incident/small. Did you mean 'place'?
      ! playbook: The answer to 'Which place?' must be at least 3 characters. You wrote: ab
      ! playbook: The answer to 'Is there danger?' is yes or no. You wrote: maybe
      = 64
      $ playbook start small --no-input --set nonsense
      ! playbook: 'nonsense' is not FACT=VALUE
      = 64
      $ playbook start small --no-input --at 25:00
      ! playbook: A time is written as TIME or TIME. You wrote: TIME
      = 64
      $ playbook runs
      ! no runs yet in ROOM/state; `playbook start PLAYBOOK` begins one
      """)
  }

  @Test func answersOfAFileAreCarriedOut() async throws {
    let yaml = """
      facts:
        place: {value: Northfield, confidence: likely, source: control room}
        hurt: injured
        danger: no
        crews: "police, fire"
        number: 1,200
        from: "03:00"
        day: 2027-03-05
        page: example.org/u
        relay: not-known
      decide:
        level: {option: reassure, by: Dee Rector, reason: The scene is quiet}
        route: {option: north, by: Lee Marsh, reason: South is flooded}
      done: {hand: Sam Field}
      skip: {debrief: Held elsewhere}
      """
    try await play(
      """
      $ playbook start small --no-input --answers night.yaml | head -1
      POST-0001
      $ playbook report
      ...
      Done 4   skipped 1   not ...
      ...
      Which place?  [OFFICIAL]
          TIME  Northfield  (likely, said by control room, by
            Ash)
      ...
      How many homes?  [OFFICIAL]
          TIME  1200  (confirmed, by Ash)
      ...
      The words of the police?  [OFFICIAL]
          TIME  not known  (not-known, by Ash)
      ...
      Decision 1: Which level? reassure
      ...
          the facts supported advise
      ...
          Reason: The scene is quiet
      ...
      Decision 2: Which way round? north
      ...
      """, ["night.yaml": yaml])
  }

  @Test func answersMayBeJSON() async throws {
    let json = #"{"facts": {"place": "Northfield", "danger": false}, "done": {"hand": "Sam Field"}}"#
    try await play(
      """
      $ playbook start small --no-input --answers night.json | head -1
      POST-0001
      $ playbook status
      LIVE  POST-0001  Small incident
      Held by Ash. Level not decided.
      Done 1, left ...
      Next  Open the log, due TIME, in N min
      """, ["night.json": json])
  }

  @Test func badAnswersAreShownWithTheirPlace() async throws {
    try await play(
      """
      $ playbook start small --no-input --answers bad.yaml
      ! error: this is a list, and one value belongs here [wrong-kind]
      !   --> bad.yaml:2:10
      !  2 |   place: [Northfield]
      !    |          ^
      !    = help: write it on the key's own line
      !
      ! error: 'dcide' is not a key of the answers [unknown-key]
      !   --> bad.yaml:3:1
      !  3 | dcide: {}
      !    | ^^^^^
      !    = help: did you mean 'decide'?
      ! playbook: the answers cannot be read: 2 errors in 1 file
      = 65
      $ playbook start small --no-input --answers bad.json
      ! error: this '{' is not closed [yaml-syntax]
      !   --> bad.json:1:11
      !  1 | {"facts": {"place": "Northfield"
      !    |           ^
      !    = help: close it with '}', and put ',' between the pairs
      ! playbook: the answers cannot be read: 1 error in 1 file
      = 65
      $ playbook start small --no-input --answers names.yaml
      ! playbook: 'plce' is not a fact of post-incident/small. Did you mean 'place'?
      ! playbook: 'lg' is not a step of post-incident/small
      = 64
      $ playbook start small --no-input --answers none.yaml
      ! playbook: cannot open none.yaml: No such file or directory
      = 74
      $ playbook runs
      ! no runs yet in ROOM/state; `playbook start PLAYBOOK` begins one
      """,
      [
        "bad.yaml": "facts:\n  place: [Northfield]\ndcide: {}\n",
        "bad.json": "{\"facts\": {\"place\": \"Northfield\"\n",
        "names.yaml": "facts: {plce: Northfield}\nskip: {lg: no}\n",
      ])
  }

  @Test func typedLinesOfAPipeWalkTheRun() async throws {
    try await play(
      """
      $ printf 'Robin Vale\\n1\\n\\nq\\n' | playbook start small
      ...
      Who is the loggist?
      > Robin Vale
      ...
      How sure?   1 confirmed   2 likely   3 not known > 1
      Saved TIME.
      What was done? Type it, or d for done, s to skip >
      What was done? Type it, or d for done, s to skip > q

      Everything is saved.
      Next due: Open the log at TIME
      `playbook resume POST-0001` goes on.
      = 10
      $ printf 'Open it now' | playbook resume
      ...
      End of input. Everything is saved.
      ...
      = 10
      $ playbook report
      ...
      Open the log: done, by Ash
          target T+5m, due TIME, N min early
          started TIME, completed TIME
          Recorded: Open it now
      ...
      Who is the loggist?  [OFFICIAL]
          TIME  Robin Vale  (confirmed, by Ash)
      ...
      """)
  }

  @Test func unknownOptionsAndCommandsAreAnsweredWithTheNearest() async throws {
    try await play(
      """
      $ playbook start small --no-inptu
      ! Error: Unknown option '--no-inptu'. Did you mean '--no-input'?
      ! ...
      = 64
      $ playbook strat small
      ! playbook: 'strat' is not a command. Did you mean 'start'? `playbook --help` lists them
      = 64
      $ playbook frobnicate
      ! playbook: 'frobnicate' is not a command. `playbook --help` lists them
      = 64
      $ playbook --plain start small
      ! playbook: options stand behind the command, as in `playbook start --plain`
      = 64
      """)
  }
}
