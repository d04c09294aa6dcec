import Stage
import Testing

/// What comms leads use on words before any run: `fill`, `measure`, `preview`, `proof`.
@Suite struct WordingTranscripts {
  @Test func textIsMeasuredWithoutARun() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      try room.write("Please keep away from Northfield.\n", to: "post.txt")
      try await room.play(
        """
        $ playbook measure post.txt --channel sms
        OK    Length        33 of 160, 1 part
        OK    Reading age   about 8 (aim 9; short text, rough guide)
        $ playbook measure post.txt --channel x
        OK    Length        33 of 280 weighted characters
        OK    Reading age   about 8 (aim 9; short text, rough guide)
        $ playbook measure post.txt --channel fax
        ! playbook: 'fax' is not a channel: take one of web, sms, x, marked-x, press, mail, staff-mail, spoken
        = 3
        """)
    }
  }

  @Test func templateIsFilledFromFactsThatAreGiven() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      try await room.play(
        """
        $ playbook fill update --channel x --set place=Northfield --likely place
        Still at perhaps Northfield.
        ! X to General public   OFFICIAL   en-GB
        ! ...
        $ playbook fill update --channel x
        Still at [place: not known].
        ! X to General public   OFFICIAL   en-GB
        ! ...
        = 1
        $ playbook fill update --channel x --likely place
        ! playbook: 'place' is likely to be what? --set place=VALUE says
        = 64
        $ playbook fill update --set plaice=Northfield
        ! playbook: 'plaice' is not a fact of post-incident/small. Did you mean 'place'?
        = 3
        $ playbook fill update --channel fax
        ! playbook: 'fax' is not a channel: take one of web, sms, x, marked-x, press, mail, staff-mail, spoken, email, \
        facebook, web-page, press-release, resilience-direct, briefing, letter, cap-alert
        = 3
        """)
    }
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
