import Fixtures
import Stage
import Testing

/// What `check` proves, as its users see it.
@Suite struct ProofTranscripts {
  @Test func theShippedLibraryIsProvedPlaybookByPlaybook() async throws {
    try await Room.open { room in
      try await room.play(
        """
        $ playbook check --explain-proof --library CHECKOUT playbooks/business-as-usual/campaign-or-factsheet.yaml
        business-as-usual/campaign-or-factsheet: 43,200 situations
          It always ends: 30 steps in reach; 3 rows of the table, each chosen by some
            facts; 0 waits and repeats end
        ...
          It can be in time: 36 times to be drafted, approved or over by
          It stays in proportion: the longest post is 250 of 280 ('web' at signpost)

        Proved over every value of a fact that a condition can tell apart, each fact
        known or not, every step done or skipped, every decision and every level.
        ...
        ! 9 playbooks, 76 templates: no problems found
        $ playbook check --explain-proof --structure
        ! Error: --structure proves nothing that --explain-proof could tell.
        ! ...
        = 64
        $ playbook check --explain-proof --json
        ! Error: --explain-proof is for people; take the form 'text'.
        ! ...
        = 64
        """.replacing("CHECKOUT", with: Fixtures.root))
    }
  }

  /// A person who edits the shipped plan sees the night on which it breaks.
  @Test func aQuestionOnFewerPathsIsToldWithItsNight() async throws {
    try await Room.open { room in
      try room.copyLibrary()
      let path = "library/playbooks/post-incident/local-incident.yaml"
      try room.write(
        try room.read(path).replacing(
          "    ask: [police-words]\n", with: "    ask: [police-words]\n    when: {major-incident: yes}\n"),
        to: path)
      try await room.play(
        """
        $ playbook check
        error: 'holding' needs 'police-words' at direct, which may not have been asked [fact-may-be-missing]
          --> playbooks/post-incident/local-incident.yaml:215:5
         215 |   - id: holding
             |     ^^
           = how it comes about:
               'methane' is skipped
               Decide the level: direct
               'lead' is skipped
               'relay' is not to be done, so nobody asks: The police's own words for the public, word for word
               'holding' is drafted
               Partnership web page, to General public, People nearby, at direct:
               | [police-words: not known]
           = help: ask it wherever 'holding' is to be done, or write if-not-known: {police-words: …} in its template
        ...
        ! 9 playbooks, 76 templates: 5 errors in 1 file
        = 1
        $ playbook check --structure
        ! 9 playbooks, 76 templates: no problems found
        """)
    }
  }

  /// What the record holds binds the plan; a run that cannot be read is named, and the others count.
  @Test func recordedMinutesAreHeldAgainstThePlan() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      try await room.play(
        """
        $ playbook check --history --explain-proof | grep 'in time'
          It can be in time: not proved, for no step says what it takes
        ! no runs yet in ROOM/state, so only what the playbooks say counts
        ! 1 playbook, 6 templates: no problems found
        """)
      for minutes in [19, 25, 40] {
        let began = try await room.playbook(["start", "small", "--no-input", "--set", "loggist=Sam"])
        let id = try #require(began.output.split(separator: "\n").first.map(String.init))
        _ = try await room.playbook(["done", id, "log"])
        let moved = ["entered", "happened"].map {
          "'$.\($0)', CAST(payload AS TEXT) ->> '$.\($0)' - \(minutes * 60 + 10)"
        }
        try room.change(
          """
          DROP TRIGGER IF EXISTS events_stay;
          UPDATE events SET payload = CAST(json_set(CAST(payload AS TEXT), \(moved.joined(separator: ", "))) AS BLOB)
          WHERE sequence = 1 AND run = '\(id)';
          """)
      }
      try room.change(
        "UPDATE events SET payload = CAST('{}' AS BLOB) WHERE sequence = 2 AND run = 'POST-0003';")
      try await room.play(
        """
        $ playbook check --history --explain-proof
        error: 'log' cannot be over before T+19m, and due is T+5m; 'log' takes 19m, the quickest of 2 recorded [due-out-of-reach]
        ...
           = how it comes about:
               T to T+19m  Open the log ('log'): 19m, the quickest of 2 recorded
        ...
          It can be in time: NOT PROVED, 1 finding
        ...
        ! playbook: POST-0003: event 2 is in a form that this version does not know. Update playbook
        ! 1 playbook, 6 templates: 1 error in 1 file
        = 1
        $ playbook check
        ! 1 playbook, 6 templates: no problems found
        $ playbook check --history --structure
        ! Error: --structure proves nothing that --history could bear on.
        ! ...
        = 64
        """)
    }
  }

  @Test func aSummarySaysWhereErrorsHoldProofsBack() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let path = "library/playbooks/post-incident/small.yaml"
      try room.write(try room.read(path).replacing("due: T+5m", with: "deu: T+5m"), to: path)
      try await room.play(
        """
        $ playbook check --format text | tail -1
           = help: did you mean 'due'?
        ! 0 playbooks, 6 templates: 1 error in 1 file
        ! proofs were not made for 1 playbook: mend the errors first
        $ playbook check --structure > /dev/null
        ! 0 playbooks, 6 templates: 1 error in 1 file
        = 1
        """)
    }
  }

  @Test func twoFormsAtOnceAreRefused() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      try await room.play(
        """
        $ playbook check --json --format line
        ! Error: --json and --format line ask for two forms; take one of them.
        ! ...
        = 64
        $ playbook check --json --format json | head -1
        {
        """)
    }
  }
}
