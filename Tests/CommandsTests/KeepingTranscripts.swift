import Fixtures
import Stage
import Testing

/// Records are kept as long as the organisation says, and no longer; a legal hold keeps them whatever their time.
@Suite struct KeepingTranscripts {
  /// A run that ended five minutes ago, in an organisation that keeps incidents for a minute.
  private func inRoom(_ body: (Room) async throws -> Void) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let path = "library/playbooks/organisation.yaml"
      try room.write(try room.read(path) + "\nretention: {post-incident: 1m, exercise: 3d}\n", to: path)
      try await room.play(
        """
        $ playbook start small --no-input --at "$(date -d '9 minutes ago' +%H:%M)" | head -1
        POST-0001
        $ playbook retention
        POST-0001  open
        $ playbook delete POST-0001 --reason "To make room"
        ! playbook: POST-0001 is open; a run is kept until it has ended and its time is past
        = 64
        $ playbook finish POST-0001 --reason "A false alarm" --at "$(date -d '5 minutes ago' +%H:%M)"
        POST-0001 saved, event 2
        """)
      try await body(room)
    }
  }

  @Test func aRunPastItsTimeIsDeletedAndItsTombstoneStays() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ playbook retention --expired | cut -c 1-15
        POST-0001  ende
        $ playbook delete POST-0001 --reason " "
        ! playbook: --reason has no words
        = 64
        $ playbook export POST-0001 --quiet
        $ playbook delete POST-0001 --reason "Its time is past"
        POST-0001 deleted, 2 events; `playbook runs --all` shows what is left of it
        $ playbook runs
        ! no runs yet in ROOM/state; `playbook start PLAYBOOK` begins one
        $ playbook runs --all | sed 's/head [0-9a-f]*/head HEX/'
        POST-0001  deleted  post-incident/small  2 events, head HEX  by Ash, UTC: Its time is past
        $ playbook verify POST-0001
        ! playbook: there is no run 'POST-0001'. `playbook runs` lists them
        = 3
        $ playbook import POST-0001.tar
        ! playbook: POST-0001 was here and was deleted; `playbook runs --all` shows what is left of it. To look at it, give it a folder of its own: `playbook import POST-0001.tar --state-dir DIR`
        = 64
        $ playbook start small --no-input | head -1
        POST-0002
        $ playbook retention --expired
        ! no run is past its time
        """)
    }
  }

  @Test func aRunOnHoldIsNotDeletedUntilTheHoldIsEnded() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ playbook hold POST-0001 --reason "Inquest, 12 May" --officer "Kim Lead"
        POST-0001 is on hold: nobody deletes it until the hold is ended
        $ playbook retention --expired
        ! no run is past its time
        $ playbook delete POST-0001 --reason "Its time is past"
        ! playbook: POST-0001 is on legal hold, set by Kim Lead: Inquest, 12 May
        = 64
        $ playbook hold POST-0001 --release --reason "The inquest is over"
        POST-0001 is not on hold any more
        $ playbook hold POST-0001 --release --reason "The inquest is over"
        ! playbook: POST-0001 is not on hold
        = 64
        $ playbook delete POST-0001 --reason "Its time is past"
        POST-0001 deleted, 2 events; `playbook runs --all` shows what is left of it
        """)
    }
  }

  @Test func aRunWithinItsTimeOrWithoutOneIsKept() async throws {
    try await inRoom { room in
      let path = "library/playbooks/organisation.yaml"
      let text = try room.read(path)
      try room.write(text.replacing("post-incident: 1m", with: "post-incident: 2557d"), to: path)
      let refused = try await room.playbook(["delete", "POST-0001", "--reason", "To make room"])
      #expect(refused.status == 64)
      #expect(refused.errors.contains("and is kept until "))
      try room.write(text.replacing("post-incident: 1m, ", with: ""), to: path)
      let unset = try await room.playbook(["delete", "POST-0001", "--reason", "To make room"])
      #expect(unset.status == 64)
      #expect(unset.errors.contains("does not say for how long it is kept"))
      try await room.play(
        """
        $ playbook verify POST-0001 | head -1
        POST-0001: 2 events, nothing changed, cut or put in another order
        """)
    }
  }
}
