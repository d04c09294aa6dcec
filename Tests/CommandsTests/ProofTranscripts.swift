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
}
