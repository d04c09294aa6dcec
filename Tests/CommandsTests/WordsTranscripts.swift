import Fixtures
import Stage
import Testing

/// The comms lead's loop: fill, measure, preview and proof.
@Suite struct WordsTranscripts {
  private func play(_ transcript: String) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let template = try room.read("library/templates/first/template.yaml")
      try room.write(
        template + "samples: {typical: {hurt: none}}\n", to: "library/templates/first/template.yaml")
      try room.write(SmallLibrary.houseStyle, to: "library/templates/house-style.yaml")
      try await room.play(transcript)
    }
  }

  @Test func anyTextIsMeasured() async throws {
    try await play(
      """
      $ printf 'Do not panic. The attacker ran.' | playbook measure --channel sms
      OK    Length        35 of 160, 1 part
      OK    Reading age   about 8 (aim 9; short text, rough guide)
      WARN  Wording       'panic' frightens people; write worry
                          Fear divides.
      STOP  Wording       'The attacker' says who is guilty; write a person
                          A trial can fail.
      = 1
      $ printf 'Do not panic.' >note.txt && playbook measure note.txt --channel x --json | grep quote
            "quote" : "panic",
      $ playbook measure nowhere.txt
      ! playbook: cannot open nowhere.txt: No such file or directory
      = 74
      $ printf '\\377' | playbook measure
      ! playbook: standard input is not UTF-8; save it as UTF-8 and try again
      = 65
      $ printf 'x' | playbook measure --channel fax
      ! playbook: 'fax' is not a channel: take one of web, sms, x, marked-x, press, mail, staff-mail, spoken
      = 3
      $ printf 'x' | playbook measure --language nonsense-
      ! playbook: 'nonsense-' is not a language tag; write it as en-GB, cy or ne
      = 64
      """)
  }

  @Test func aTemplateIsFilledFromFacts() async throws {
    try await play(
      """
      $ playbook fill first --set hurt=none --quiet
      Subject: OFFICIAL: An incident

      OFFICIAL

      We know of an incident: no one is hurt. More by TIME: example.org/u

      OFFICIAL
      $ playbook fill first
      Subject: OFFICIAL: An incident
      ...
      ! Web page to General public   OFFICIAL   en-GB
      ! ...
      $ playbook fill frist
      ! playbook: there is no template 'frist'. Did you mean 'first'?
      = 3
      $ playbook fill first --set hrut=none
      ! playbook: 'hrut' is not a fact of post-incident/small. Did you mean 'hurt'?
      = 3
      $ playbook fill first --likely hurt
      ! playbook: 'hurt' has no value that could be likely; give one with --set hurt=VALUE
      = 4
      $ playbook fill first --set hurt=perhaps
      ! playbook: The answer to 'Is anyone hurt?' is one of: 1 no one is hurt, 2 people are hurt, 3 someone has died. You wrote: perhaps
      = 64
      $ playbook fill first --set hurt=none --channel sms
      ! playbook: 'first' makes no such message at signpost
      = 3
      $ playbook fill update --channel x --set place=Northfield --likely place
      Still at perhaps Northfield.
      ! X to General public   OFFICIAL   en-GB
      ! ...
      $ playbook fill update --channel x --quiet
      Still at [place: not known].
      = 1
      $ playbook fill first --audience pubic
      ! playbook: 'pubic' is not an audience. Did you mean 'public'?
      = 3
      """)
  }

  @Test func samplesArePreviewedAndProofed() async throws {
    try await play(
      """
      $ playbook preview first
      first, sample typical, signpost, step first of post-incident/small
      Web page to General public   OFFICIAL   en-GB
      | Subject: OFFICIAL: An incident
      | OFFICIAL
      |
      | We know of an incident: no one is hurt. More by TIME: example.org/u
      |
      | OFFICIAL
      From web-page.md; web.signpost.md, web.md, web-page.signpost.md would come first
      OK    Marking       OFFICIAL, on a channel for it
      OK    Length        15 words
      OK    Reading age   about 8 (aim 9; short text, rough guide)
      OK    Facts         1 of 1 in place
      OK    Wording       nothing against the house style
      $ playbook preview first --sample nothing
      ! playbook: 'nothing' is not a sample of 'first': take one of typical
      = 3
      $ playbook preview first --level direct
      ! playbook: no sample of 'first' makes such a message
      = 3
      $ playbook proof first -o sheet.html
      ! sheet.html: 1 message, none with a stop or a warning.
      $ grep -c '<article' sheet.html
      1
      """)
  }

  /// A step with a level of its own may wait for another level to be decided: its words are shown all the same.
  @Test func sendAtALevelOfItsOwnIsPreviewedUnderAnotherLevel() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let path = "library/playbooks/post-incident/small.yaml"
      let playbook = try room.read(path)
      try room.write(
        playbook.replacing(
          "to: [members], level: reassure,",
          with: "to: [members], level: reassure, when: {level: {at-least: advise}},"), to: path)
      let template = "library/templates/notice/template.yaml"
      try room.write(try room.read(template) + "samples: {typical: {place: Northfield}}\n", to: template)
      try await room.play(
        """
        $ playbook preview notice
        notice, sample typical, reassure, step notice of post-incident/small
        Email to partners to Elected members   OFFICIAL   en-GB
        ...
        $ playbook proof notice -o proof.html
        ! proof.html: 1 message, none with a stop or a warning.
        $ playbook preview update
        ! playbook: 'update' has no samples; write some under 'samples:' in its template.yaml
        = 3
        """)
    }
  }
}
