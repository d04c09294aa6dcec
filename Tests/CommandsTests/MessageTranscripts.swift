import Stage
import Testing

/// A message's life by script: drafted, shown, approved by its code, sent, and refused in between.
@Suite struct MessageTranscripts {
  private func play(_ transcript: String) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let facts = ["place=Northfield", "hurt=none", "danger=no", "crews=police", "number=4", "from=03:00"]
      let more = ["day=2027-03-05", "page=example.org/u", "relay=not-known"]
      let given = (facts + more).flatMap { ["--set", $0] }
      _ = try await room.playbook(["start", "small", "--no-input"] + given)
      try await room.play(transcript)
    }
  }

  /// The code of messages, as somebody would copy it from `show`.
  private let code = "$(playbook show POST-0001 M1 --json | sed -n 's/.*\"code\" : \"\\(.*\\)\",/\\1/p')"

  @Test func messageIsDraftedShownApprovedAndSent() async throws {
    try await play(
      """
      $ playbook draft POST-0001 first
      POST-0001 saved, event 14, messages M1
      $ playbook show POST-0001 m1
      M1  Web page to General public   OFFICIAL   level signpost
      | Subject: OFFICIAL: An incident
      | OFFICIAL
      |
      | We know of an incident: no one is hurt. More by TIME: example.org/u
      |
      | OFFICIAL
      ...
      OK  facts: 1 of 1 in place
      Code of these words: CODE
      $ playbook sent POST-0001 M1
      ! playbook: M1 still needs the approval of Communications lead
      = 5
      $ playbook request POST-0001 M1 --quiet
      $ playbook contact POST-0001 M1 --to 'Kim Lee' --role comms-lead --outcome no-answer --quiet
      $ playbook status
      ...
      Waiting for approval  M1
      $ playbook approve POST-0001 M1 --by 'Pat Quill' --role comms-lead --how phone --code \(code) --quiet
      $ playbook show POST-0001 M1 | tail -2
      approved by Pat Quill, Communications lead, phone
      Code of these words: CODE
      $ playbook sent POST-0001 M1 --quiet
      $ playbook sent POST-0001 M1
      ! playbook: M1 is sent or dropped
      = 64
      """)
  }

  @Test func approvalsAreRefusedForTheWrongCodePersonOrRole() async throws {
    try await play(
      """
      $ playbook draft POST-0001 first --quiet
      $ playbook approve POST-0001 M1 --by Pat --role comms-lead --how phone --code AAAA-AAAA
      ! playbook: 'CODE' is not the code of these words. Read the words out again; an edit changes the code
      = 5
      $ playbook approve POST-0001 M1 --by Pat --how phone --code \(code)
      ! playbook: Pat is not in the roster; name the role with --role
      = 5
      $ playbook approve POST-0001 M1 --by Pat --role comms-led --how phone --code \(code)
      ! playbook: 'comms-led' is not asked to approve this; needed: Communications lead
      = 5
      $ playbook approve POST-0001 M1 --by Pat --role chair --how phone --code \(code)
      ! playbook: 'Chair' is not asked to approve this; needed: Communications lead
      = 5
      $ printf 'We know. More by 23:55: example.org/u' | playbook edit POST-0001 M1 --file - --quiet
      $ playbook approve POST-0001 M1 --by Ash --role comms-lead --how present --code \(code)
      ! playbook: Ash wrote words of M1, and cannot approve them
      = 5
      $ playbook approve POST-0001 M1 --by Pat --role comms-lead --how mail --code x
      ! Error: The value 'mail' is invalid for ...
      ! ...
      = 64
      """)
  }

  @Test func messagesThatAreNotThereAreNamed() async throws {
    try await play(
      """
      $ playbook show POST-0001 M1
      ! playbook: 'M1' is not a message of this run; none is drafted yet
      = 3
      $ playbook draft POST-0001 frst
      ! playbook: 'frst' is not a step of this playbook. Did you mean 'first'?
      = 3
      $ playbook draft POST-0001 log
      ! playbook: 'Open the log' (log) is completed with 'do'
      = 64
      $ playbook draft POST-0001 holding
      ! playbook: 'Holding' (holding) has to wait: the level has not been decided (Level)
      = 64
      $ playbook draft POST-0001 first --quiet
      $ playbook sent POST-0001 M7
      ! playbook: 'M7' is not a message of this run; there are M1
      = 3
      """)
  }

  @Test func preApprovedWordsWaitForNobody() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      try await room.play(
        """
        $ playbook preapprove frst --role comms-lead --by 'Pat Quill' --until 2099-01-01
        ! playbook: there is no template 'frst'. Did you mean 'first'?
        = 3
        $ playbook preapprove first --role comms-led --by 'Pat Quill' --until 2099-01-01
        ! playbook: 'comms-led' is not a role. Did you mean 'comms-lead'?
        = 3
        $ playbook preapprove first --role comms-lead --by 'Pat Quill' --until soon
        ! playbook: 'soon' is not a date; write it as 2027-04-30
        = 64
        $ playbook preapprove first --role comms-lead --by 'Pat Quill' --until 2099-01-01
        templates/first/pre-approval.yaml: 1 file pre-approved by Pat Quill until 2099-01-01
        $ playbook check
        ! 1 playbook, 6 templates: no problems found
        $ playbook start small --no-input --set hurt=none --quiet > /dev/null
        = 10
        $ playbook draft POST-0001 first --quiet
        $ playbook show POST-0001 M1 | tail -2
        approved by Pat Quill, Communications lead, pre-approved
        Code of these words: CODE
        $ playbook sent POST-0001 M1 --quiet
        """)
    }
  }
}
