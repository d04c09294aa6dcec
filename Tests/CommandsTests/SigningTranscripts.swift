import Stage
import Testing

/// An approval that is signed on another machine: keys, the request file, the reply, and what is refused.
@Suite struct SigningTranscripts {
  /// A run with its first message drafted and asked for, and an approver's key that is known to the officer.
  private func play(_ transcript: String) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let facts = ["place=Northfield", "hurt=none", "danger=no", "crews=police", "number=4", "from=03:00"]
      let more = ["day=2027-03-05", "page=example.org/u", "relay=not-known"]
      let given = (facts + more).flatMap { ["--set", $0] }
      _ = try await room.playbook(["start", "small", "--no-input"] + given)
      try await room.play(
        """
        $ playbook draft POST-0001 first --quiet
        $ \(pat) playbook key new --name 'Pat Quill' --quiet > card
        $ playbook key add card --name $(\(pat) playbook key list | cut -c1-9) --quiet
        ! playbook: the roster does not name Pat Quill; any role that they sign in will be believed
        $ playbook request POST-0001 M1 -o request --quiet
        ! request written: send it to the approver, who signs it with `playbook sign`
        """)
      try await room.play(transcript)
    }
  }

  /// The approver's own machine: another state folder, and the passphrase that they know.
  private let pat = "PLAYBOOK_STATE_DIR=pat PLAYBOOK_PASSPHRASE='four words without sense'"
  /// The code of the request's words.
  private let code = "$(sed -n 's/.*\"code\" : \"\\(.*\\)\",/\\1/p' request)"

  @Test func signedReplyReleasesTheWords() async throws {
    try await play(
      """
      $ \(pat) playbook sign request --role comms-lead --code \(code)
      LIVE  POST-0001  Small incident  Small Partnership
      Asked by Ash at TIME

      M1  Web page (web) to General public (public)   OFFICIAL   en-GB   level signpost
      | Subject: OFFICIAL: An incident
      | OFFICIAL
      |
      | We know of an incident: no one is hurt. More by TIME: example.org/u
      |
      | OFFICIAL

      Code of these words: CODE
      request.reply written: approved by Pat Quill, signed with CODE. Send it to Ash
      $ playbook approve POST-0001 --reply request.reply --quiet
      $ playbook show POST-0001 M1 | tail -2
      approved by Pat Quill, Communications lead, signed
      Code of these words: CODE
      $ playbook approve POST-0001 --reply request.reply
      ! playbook: the reply of Pat Quill is not taken: it has been taken before
      = 5
      $ playbook sent POST-0001 M1 --quiet
      """)
  }

  @Test func wordsAreSentBackOverASignature() async throws {
    try await play(
      """
      $ \(pat) playbook sign request --role comms-lead --send-back 'Say where' --quiet
      $ playbook approve POST-0001 --reply - --quiet < request.reply
      ! playbook: Pat Quill sent M1 back: Say where
      = 5
      $ playbook report POST-0001 | grep 'Say where'
      ...
      """)
  }

  @Test func replyForOtherWordsIsRefusedAndNoted() async throws {
    try await play(
      """
      $ \(pat) playbook sign request --role comms-lead --code \(code) --quiet
      $ printf 'We know. More by 23:55: example.org/u' | playbook edit POST-0001 M1 --file - --quiet
      $ playbook approve POST-0001 --reply request.reply
      ! playbook: the reply of Pat Quill is not taken: the words of M1 are not the words that were signed. Ask for the new ones
      = 5
      $ playbook report POST-0001 | grep -c 'A signed reply was refused'
      2
      """)
  }

  @Test func editedRequestAndEditedReplyAreRefused() async throws {
    try await play(
      """
      $ sed 's/We know of/We knew of/' request > edited
      $ \(pat) playbook sign edited --role comms-lead --code \(code)
      ! playbook: edited was changed after it was made: the words of M1 are not those whose digest it gives. Ask for the file again
      = 65
      $ sed 's/"code" : "..../"code" : "3333/' request > edited
      $ \(pat) playbook sign edited --role comms-lead --code \(code)
      ! playbook: edited was changed after it was made: its code is not the code of its words. Ask for the file again
      = 65
      $ \(pat) playbook sign request --role comms-lead --code AAAA-AAAA --quiet
      ! playbook: 'CODE' is not the code of these words; nothing was signed
      = 5
      $ \(pat) playbook sign request --role comms-lead --code \(code) --quiet
      $ sed 's/comms-lead/chair/' request.reply > edited
      $ playbook approve POST-0001 --reply edited
      ! playbook: the reply of Pat Quill is not taken: it was changed after it was signed, or the signature is no signature of that key
      = 5
      $ head -c 200 request.reply > edited
      $ playbook approve POST-0001 --reply edited
      ! playbook: edited is not a signed reply, or only a part of one
      = 65
      """)
  }

  @Test func revokedKeyCountsNoMore() async throws {
    try await play(
      """
      $ \(pat) playbook sign request --role comms-lead --code \(code) --quiet
      $ playbook approve POST-0001 --reply request.reply --quiet
      $ playbook key revoke 'Pat Quill' --reason 'Laptop lost' --quiet
      $ playbook sent POST-0001 M1
      ! playbook: M1 still needs the approval of Communications lead
      = 5
      $ playbook request POST-0001 M1 -o request --quiet 2> /dev/null
      $ \(pat) playbook sign request --role comms-lead --code \(code) --quiet
      $ playbook approve POST-0001 --reply request.reply
      ! playbook: the reply of Pat Quill is not taken: the key was revoked at TIME: Laptop lost
      = 5
      $ playbook key add card --name $(\(pat) playbook key list | cut -c1-9)
      ! playbook: that key of Pat Quill was revoked, and cannot be taken up again. `playbook key new` makes another
      = 64
      $ playbook key list
      CODE  revoked  Pat Quill  since UTC: Laptop lost
      """)
  }

  @Test func whatCannotBeReadIsReliedOnByNobody() async throws {
    try await play(
      """
      $ echo 'people: [' > state/roster.yaml
      $ playbook approve POST-0001 M1 --by Lee --role comms-lead --how phone --code \(code) 2>&1 | tail -1
      playbook: the roster cannot be read, so nobody knows who may approve; mend roster.yaml first
      $ rm state/roster.yaml
      $ echo '{' > state/keys.json
      $ playbook status POST-0001 2>&1 | head -2
      playbook: ROOM/state/keys.json is not the file of known keys, or only a part of one. No signed approval is relied on until it is mended
      LIVE  POST-0001  Small incident
      """)
  }

  @Test func nextSaysWhatWasSentBack() async throws {
    try await play(
      """
      $ playbook return POST-0001 M1 --by Lee --role comms-lead --reason 'Say where' --quiet
      $ playbook next POST-0001 | grep M1
      first: M1 was sent back by Lee: Say where. Edit it, or draft it anew (due TIME)
        playbook edit POST-0001 M1 --file FILE
      $ playbook show POST-0001 M1 | grep back
      sent back by Lee: Say where
      """)
  }

  @Test func keysAreHeldClose() async throws {
    try await play(
      """
      $ PLAYBOOK_STATE_DIR=pat PLAYBOOK_PASSPHRASE='not the passphrase' playbook sign request --role comms-lead --code \(code) --quiet
      ! playbook: that is not the passphrase of ...
      = 64
      $ PLAYBOOK_STATE_DIR=lee PLAYBOOK_PASSPHRASE=short playbook key new --name Lee
      ! playbook: a passphrase needs 12 characters at least; four words that have nothing to do with each other are good
      = 64
      $ playbook key add card --name AAAA-AAAA
      ! playbook: the key on this card is CODE, not CODE. Nothing was taken up; ask Pat Quill for the card again
      = 5
      $ stat -c %a pat/keys/*
      600
      $ chmod 644 pat/keys/*
      $ \(pat) playbook sign request --role comms-lead --code \(code) --quiet
      ! playbook: others can read ...
      = 64
      $ playbook key lits
      ! playbook: 'lits' is not a command of key. Did you mean 'list'?
      = 64
      """)
  }
}
