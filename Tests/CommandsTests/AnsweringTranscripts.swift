import Stage
import Testing

/// The same walk by script: answers, decisions, steps, notes.
@Suite struct AnsweringTranscripts {
  private func play(_ transcript: String) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      _ = try await room.playbook(["start", "small", "--no-input"])
      try await room.play(transcript)
    }
  }

  @Test func answersAreAddedAndReplacedWithAReasonAlone() async throws {
    try await play(
      """
      $ playbook answer POST-0001 place Northfield --confidence likely --source 'control room'
      POST-0001 saved, event 3
      $ playbook answer post-0001 place Southfield
      ! playbook: Words are needed for replacing an earlier answer
      = 64
      $ playbook answer POST-0001 place Southfield --reason 'It moved'
      POST-0001 saved, event 4
      $ playbook answer POST-0001 hurt not-known --json
      {
        "event" : 5,
        "newMessages" : [

        ],
        "run" : "POST-0001"
      }
      $ playbook answer POST-0001 crews 'police, 3' --quiet
      $ playbook report
      ...
      Which place?  [OFFICIAL]
          TIME  Northfield  (likely, said by control room, by
            Ash)
          TIME  Southfield  (confirmed, by Ash). Replaced
            ...
      ...
      """)
  }

  @Test func wrongNamesAreAnsweredWithTheNearest() async throws {
    try await play(
      """
      $ playbook answer POST-0001 plce Northfield
      ! playbook: 'plce' is not a fact of this playbook. Did you mean 'place'?
      = 3
      $ playbook done POST-0001 debreif
      ! playbook: 'debreif' is not a step of this playbook. Did you mean 'debrief'?
      = 3
      $ playbook decide POST-0001 rout north --reason x
      ! playbook: 'rout' is not a step of this playbook. Did you mean 'route'?
      = 3
      $ playbook decide POST-0001 route nrth --reason x
      ! playbook: 'nrth' is not an option; there are north, south
      = 3
      $ playbook answer POST-0002 place Northfield
      ! playbook: there is no run 'POST-0002'. `playbook runs` lists them
      = 3
      $ playbook permit POST-0001 place --by X --basis Y
      ! playbook: no step asks for permission for 'place'
      = 3
      """)
  }

  @Test func wrongValuesKeepWhatWasWrittenInView() async throws {
    try await play(
      """
      $ playbook answer POST-0001 place ab
      ! playbook: The answer to 'Which place?' must be at least 3 characters. You wrote: ab
      = 64
      $ playbook answer POST-0001 number many
      ! playbook: The answer to 'How many homes?' is a whole number. You wrote: many
      = 64
      $ playbook answer POST-0001 hurt dead
      ! playbook: The answer to 'Is anyone hurt?' is one of: 1 no one is hurt, 2 people are hurt, 3 someone has died. You wrote: dead
      = 64
      $ playbook answer POST-0001 day 2027-02-30
      ! playbook: The answer to 'On which day?' is a date, as TODAY. You wrote: 2027-02-30
      = 64
      $ playbook answer POST-0001 page 'not a link'
      ! playbook: The answer to 'Which page?' is an address without spaces, as example.org/updates. You wrote: not a link
      = 64
      $ playbook answer POST-0001 place "$(printf 'North\\342\\200\\256field')"
      ! playbook: The answer to 'Which place?' has the character U+202E, which nobody can see, at character 6. Type it without
      = 64
      $ playbook answer POST-0001 report 'The gate is shut' --marking OFFICIAL
      ! playbook: 'What does the partner report?' is OFFICIAL-SENSITIVE and cannot be lowered to OFFICIAL; only its originator can
      = 64
      $ playbook answer POST-0001 place Northfield --confidence sure
      ! Error: The value 'sure' is invalid for '--confidence <confidence>'. Please provide one of 'confirmed', 'likely' or 'not-known'.
      ! ...
      = 64
      """)
  }

  @Test func stepsAreDoneSkippedOrRefused() async throws {
    try await play(
      """
      $ playbook done POST-0001 log
      ! playbook: 'Open the log' (log) still asks: Who is the loggist?
      = 64
      $ playbook done POST-0001 hand
      ! playbook: Who is taking over as Communications lead?
      = 64
      $ playbook done POST-0001 hand --value 'Sam Field'
      POST-0001 saved, event 3
      $ playbook done POST-0001 hand --value 'Kim'
      ! playbook: 'Hand over' (hand) is over
      = 64
      $ playbook skip POST-0001 watch --reason ' '
      ! playbook: Words are needed for skipping a step
      = 64
      $ playbook skip POST-0001 watch --reason 'Nobody is free'
      POST-0001 saved, event 4
      $ playbook done POST-0001 down
      ! playbook: 'Close the log' (down) has to wait: after What went well?
      = 64
      $ playbook done POST-0001 level
      ! playbook: 'Level' (level) has to wait: 'Is there danger?' has not been asked (Known); 'Is anyone hurt?' has not been asked (Known); 'How many homes?' has not been asked (Known); after Known
      = 64
      $ playbook finish POST-0001
      ! playbook: ...
      = 64
      """)
  }

  @Test func lateEntriesNotesAndRetimingAreRecorded() async throws {
    try await play(
      """
      $ playbook note POST-0001 'A caller says the square is full' --kind rumour
      POST-0001 saved, event 2
      $ playbook note POST-0001 '  '
      ! playbook: Words are needed for a note
      = 64
      $ playbook retime POST-0001 'yesterday 12:00' --reason 'Told by the night before'
      POST-0001 saved, event 3
      $ playbook retime POST-0001 25:00 --reason x
      ! playbook: A time is written as TIME or TIME. You wrote: TIME
      = 64
      $ playbook answer POST-0001 danger no --at 'yesterday 12:30'
      POST-0001 saved, event 5
      $ playbook answer POST-0001 danger no --at 'tomorrow 12:30'
      ! playbook: TIME has not come yet
      = 64
      $ playbook status --fail-on late | tail -n +3
      Done 0, left ...
      LATE  Open the log, due TIME, N min ago
      ...
      $ playbook status --fail-on late > /dev/null
      = 1
      """)
  }

  @Test func aFinishedRunTakesNotesAlone() async throws {
    try await play(
      """
      $ playbook finish POST-0001 --reason 'A false alarm'
      POST-0001 saved, event 2
      $ playbook answer POST-0001 danger no
      ! playbook: POST-0001 is finished; only notes and partners' answers can be added
      = 64
      $ playbook note POST-0001 'Told again at noon'
      POST-0001 saved, event 3
      $ playbook runs
      LIVE  POST-0001  Small incident  finished  done 0, left ...
      $ playbook resume POST-0001 --no-input
      POST-0001
      """)
  }
}
