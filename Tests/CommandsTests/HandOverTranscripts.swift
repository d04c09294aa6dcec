import Stage
import Testing

/// A run is offered, read, and accepted by script.
@Suite struct HandOverTranscripts {
  private func play(_ transcript: String) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      _ = try await room.playbook(["start", "small", "--no-input"])
      try await room.play(transcript)
    }
  }

  @Test func theRunIsItsOfficersUntilTheOtherHasReadThePage() async throws {
    try await play(
      """
      $ playbook handover POST-0001 --to Bo
      POST-0001 saved, event 2
      $ playbook status
      LIVE  POST-0001  Small incident
      Held by Ash. Level not decided.
      Offered to Bo at TIME. It is Ash's until Bo accepts.
      ...
      $ playbook runs
      LIVE  POST-0001  Small incident  open  done 0, left ...
      $ playbook handover POST-0001 | head -3
      HAND-OVER PAGE   LIVE   POST-0001   Small incident
      T TIME. Now TIME. Level not decided.
      Officer Ash. Offered to Bo, who has not accepted yet.
      $ playbook resume POST-0001 --officer Bo --no-input
      ! playbook: Ash has offered POST-0001 to you. `playbook handover POST-0001` prints its page; `playbook handover POST-0001 --accept --code CODE` accepts it
      = 4
      $ playbook resume POST-0001 --officer Casey --no-input
      ! playbook: POST-0001 is Ash's, who has offered it to Bo. `--take-over --reason TEXT` takes it all the same
      = 6
      $ playbook handover POST-0001 --accept --officer Bo
      ! playbook: --accept needs --code CODE: it stands at the end of the page, which `playbook handover POST-0001` prints
      = 4
      $ playbook handover POST-0001 --accept --officer Bo --code AAAA-AAAA
      ! playbook: 'CODE' is not the code of the page of POST-0001 as it is now. Read the page again; what changes on it changes the code
      = 5
      $ code=$(playbook handover POST-0001 | sed -n 's/Code of this page: //p'); echo "$code" > code; cat code
      CODE
      $ playbook handover POST-0001 --accept --officer Casey --code "$(cat code)"
      ! playbook: POST-0001 is offered to Bo, who alone can accept it
      = 6
      $ playbook note POST-0001 'Nothing of this is on the page'
      POST-0001 saved, event 3
      $ playbook handover POST-0001 --accept --officer Bo --code "$(cat code)"
      POST-0001 saved, event 4
      $ playbook report | grep accepted
      4  TIME  Bo: accepted the run, having read the ...
      """)
  }

  @Test func aPageThatWouldSaySomethingElseHasToBeReadAgain() async throws {
    try await play(
      """
      $ playbook handover POST-0001 --to Bo
      POST-0001 saved, event 2
      $ playbook handover POST-0001 | sed -n 's/Code of this page: //p' > code
      $ playbook answer POST-0001 danger not-known --quiet
      $ playbook handover POST-0001 --accept --officer Bo --code "$(cat code)"
      ! playbook: 'CODE' is not the code of the page of POST-0001 as it is now. Read the page again; what changes on it changes the code
      = 5
      $ playbook status | sed -n 2p
      Held by Ash. Level not decided.
      """)
  }

  @Test func anOfferIsTakenBackOrEndsWithATakeOver() async throws {
    try await play(
      """
      $ playbook handover POST-0001 --withdraw
      ! playbook: POST-0001 is not offered to anybody; it is Ash's
      = 64
      $ playbook handover POST-0001 --to Bo --officer Casey
      ! playbook: POST-0001 is Ash's, and only they can offer it or take the offer back
      = 6
      $ playbook handover POST-0001 --to Bo
      POST-0001 saved, event 2
      $ playbook handover POST-0001 --withdraw
      POST-0001 saved, event 3
      $ playbook handover POST-0001 --to Bo
      POST-0001 saved, event 4
      $ playbook resume POST-0001 --take-over --reason 'Ash is ill' --officer Casey --no-input | head -1
      POST-0001
      $ playbook handover POST-0001 --accept --officer Bo --code AAAA-AAAA
      ! playbook: POST-0001 is not offered to anybody; it is Casey's
      = 64
      $ playbook handover POST-0001 --to Bo --withdraw
      ! Error: --to, --withdraw and --accept are three things. Give one of them
      ! ...
      = 64
      """)
  }

  @Test func followingAFinishedRunEndsAtOnceAndWritesNothing() async throws {
    try await play(
      """
      $ playbook finish POST-0001 --reason 'A false alarm'
      POST-0001 saved, event 2
      $ playbook follow POST-0001 --officer Bo

      LIVE  POST-0001  Small incident ...
      ...
      TIME  Ash: POST-0001 began, live, T TIME
      TIME  Ash: finished with steps open, because A false alarm

      POST-0001 is finished. `playbook report POST-0001` shows the record.
      $ playbook follow POST-0001 --json | head -1
      {"at":{"local":"TIME","utc":"UTC"},"by":"Ash","number":1,"words":"POST-0001 began, live, T TIME"}
      $ playbook runs --json | grep -c Bo
      0
      = 1
      """)
  }

  @Test func severalOpenRunsAreListedByWhatIsDueNext() async throws {
    try await play(
      """
      $ playbook start small --no-input --at 'yesterday 12:00' | head -1
      POST-0002
      $ playbook runs
      LIVE  POST-0002  Small incident  open ...
      LIVE  POST-0001  Small incident  open ...
      $ playbook status
      ! playbook: name one of the open runs, what is due next first: POST-0002 (LIVE, Small incident), POST-0001 (LIVE, Small incident)
      = 4
      """)
  }
}
