import Fixtures
import Stage
import Testing

/// The record when the world is against it: nothing is lost, and what happened is said.
@Suite struct RecordTranscripts {
  private func inRoom(_ body: (Room) async throws -> Void) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      _ = try await room.playbook(["start", "small", "--no-input", "--set", "place=Northfield"])
      try await body(room)
    }
  }

  @Test func wholeRecordIsVerifiedAndAChangedOneIsFound() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ playbook verify POST-0001
        POST-0001: 3 events, nothing changed, cut or put in another order
        head DIGEST
        to read out: HEAD
        $ playbook verify POST-0009
        ! playbook: there is no run 'POST-0009'. `playbook runs` lists them
        = 3
        """)
      try room.change(
        """
        DROP TRIGGER events_stay;
        UPDATE events SET payload = CAST(replace(CAST(payload AS TEXT), 'Northfield', 'Southfield') AS BLOB)
        WHERE sequence = 3;
        """)
      try await room.play(
        """
        $ playbook verify POST-0001
        ! playbook: POST-0001: the record is damaged at event 3: it was changed, or put where another one stood
        = 7
        """)
    }
  }

  @Test func runStaysOnItsPinnedLibraryWhateverBecomesOfTheOneOnDisk() async throws {
    try await inRoom { room in
      try room.write("{", to: "library/playbooks/organisation.yaml")
      try await room.play(
        """
        $ playbook start small --no-input
        ! error: ...
        ! ...
        ! playbook: the library in ROOM/library cannot be read: 1 error in 1 file
        = 65
        $ playbook answer POST-0001 danger no
        POST-0001 saved, event 4
        $ rm -r library
        $ playbook resume --no-input | head -2
        POST-0001
        log: Who is the loggist? (due TIME)
        $ printf 'Robin Vale\\n1\\nq\\n' | playbook resume
        ...
        Saved TIME.
        ...
        = 10
        $ playbook verify POST-0001 | head -1
        POST-0001: 6 events, nothing changed, cut or put in another order
        """)
    }
  }

  @Test func damagedNewerAndForeignDatabasesAreLeftAlone() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ mkdir other && echo nonsense > other/playbook.sqlite && playbook runs --state-dir other
        ! playbook: the record other/playbook.sqlite is damaged: file is not a database. Nothing was changed; copy the file away before anything else
        = 7
        $ cat other/playbook.sqlite
        nonsense
        $ touch file && playbook runs --state-dir file
        ! playbook: the record's folder file is a file
        = 74
        """)
      try room.change("PRAGMA user_version = 99")
      try await room.play(
        """
        $ playbook status
        ! playbook: the record ROOM/state/playbook.sqlite was written by a newer playbook (form 99; this one knows 2). Update playbook, or name another --state-dir
        = 74
        """)
      try room.change("PRAGMA user_version = 2")
      try await room.play(
        """
        $ playbook verify POST-0001 | head -1
        POST-0001: 3 events, nothing changed, cut or put in another order
        """)
    }
  }

  @Test func eventOfAnUnknownFormIsToldAndNothingIsWrittenOverIt() async throws {
    try await inRoom { room in
      try room.change("DROP TRIGGER events_stay; UPDATE events SET payload = CAST('{}' AS BLOB)")
      try await room.play(
        """
        $ playbook runs
        ! playbook: POST-0001: event 1 is in a form that this version does not know. Update playbook
        = 7
        $ playbook answer POST-0001 danger no
        ! playbook: event 1 is in a form that this version does not know. Update playbook
        = 7
        """)
    }
  }

  /// The folder is another user's where the tests run as root, whom no mode stops.
  @Test func readOnlyStateFolderIsToldAndNothingIsLost() async throws {
    try await inRoom { room in
      room.allow(".", mode: 0o755)
      room.allow("state", mode: 0o555)
      room.allow("state/playbook.sqlite", mode: 0o444)
      let refused = try await room.playbook(["answer", "POST-0001", "danger", "no"], user: 65534)
      #expect(refused.status == 74)
      #expect(refused.errors.contains("cannot "))
      #expect(refused.errors.contains("playbook.sqlite") || refused.errors.contains("state"))
      room.allow("state", mode: 0o700)
      room.allow("state/playbook.sqlite", mode: 0o600)
      try await room.play(
        """
        $ playbook verify POST-0001 | head -1
        POST-0001: 3 events, nothing changed, cut or put in another order
        $ playbook answer POST-0001 danger no
        POST-0001 saved, event 4
        """)
    }
  }

  @Test func reportIsWrittenToAFileAndDoctorSaysWhatIsMissing() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ playbook report -o report.txt && head -3 report.txt
        OFFICIAL

        POST-0001  Small incident
        $ playbook report --json -o report.json && head -1 report.json
        {
        $ playbook report -o nowhere/report.txt
        ! playbook: cannot write nowhere/report.txt: No such file or directory
        = 74
        $ playbook doctor
        OK    library: ROOM/library, no problems found
        OK    time zone: Europe/London
        OK    record: ROOM/state
        MISSING  roster: ROOM/state/roster.yaml names nobody to ring for an approval
        OK    officer: Ash
        = 1
        $ echo 'people: [{name: Pat Quill, roles: [comms-lead]}]' > state/roster.yaml && playbook doctor | grep roster
        OK    roster: Pat Quill
        """)
    }
  }
}
