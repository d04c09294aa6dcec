import Fixtures
import Stage
import Testing

/// `samples accept` and `samples check`: what a change of words does to what people would get.
@Suite struct SamplesTranscripts {
  private static let accepted = "library/templates/first/samples.accepted.txt"

  private func play(_ transcript: String) async throws {
    try await Room.open { room in
      try prepare(room)
      try await room.play(transcript)
    }
  }

  /// The small library, in which one template has samples.
  private func prepare(_ room: Room) throws {
    try room.useSmallLibrary()
    let path = "library/templates/first/template.yaml"
    try room.write(
      try room.read(path) + "samples: {typical: {hurt: none}, worst: {hurt: killed}}\n", to: path)
  }

  /// What a change of the shipped words does to people is looked at before it goes in.
  @Test func theShippedSamplesAreAsTheyWereAccepted() async throws {
    try await Room.open { room in
      let ended = try await room.playbook(["samples", "check", "--library", Fixtures.root])
      #expect(ended.status == 0, "\(ended.output)\n`playbook samples accept` once they are meant")
    }
  }

  @Test func aChangeIsShownWordByWordUntilItIsAccepted() async throws {
    try await play(
      """
      $ playbook samples check
      first: not accepted yet; `playbook samples accept first` accepts its 2 messages
      ! 1 template: 1 not accepted
      = 1
      $ playbook samples accept
      templates/first/samples.accepted.txt: 2 messages accepted
      $ playbook samples check
      ! 1 template: every sample as it was accepted
      $ playbook samples accept first
      templates/first/samples.accepted.txt: 2 messages, as before
      $ playbook check && playbook check --format line
      ! 1 playbook, 6 templates: no problems found
      $ sed -i 's/We know of/Police are at/; s/example.org/the page example.org/' library/templates/first/web-page.md
      $ sed -i 's/no one is hurt,/nobody is hurt,/' library/playbooks/post-incident/small.yaml
      $ playbook samples check first
      first: 2 changed
      changed: typical, web, en-GB, signpost, step first of post-incident/small, to public
      | …
      | [-We know of-]{+Police are at+} an incident: [-no one-]{+nobody+} is hurt. More by TIME: example.org/u
      | …
      changed: worst, web, en-GB, signpost, step first of post-incident/small, to public
      | …
      | [-We know of-]{+Police are at+} an incident: someone has died. More by TIME: example.org/u
      | …
      ! 1 template: 1 changed
      = 1
      $ playbook samples accept --quiet && playbook samples check --quiet
      """)
  }

  @Test func whatIsAlikeIsShownOnceAndNewAndGoneAreShownWhole() async throws {
    try await play(
      """
      $ playbook samples accept --quiet
      $ sed -i 's/We know/We hear/; s/: ((hurt likely??early reports: ))((hurt))//' library/templates/first/web-page.md
      $ sed -i 's/worst:/calm:/' library/templates/first/template.yaml
      $ playbook samples check
      first: 1 changed, 1 new, 1 gone
      new: calm, web, en-GB, signpost, step first of post-incident/small, to public
      | Marking: OFFICIAL
      | Subject: OFFICIAL: An incident
      |
      | OFFICIAL
      |
      | We hear of an incident. More by TIME: example.org/u
      |
      | OFFICIAL
      changed: typical, web, en-GB, signpost, step first of post-incident/small, to public
      | …
      | We [-know-]{+hear+} of an incident[-: no one is hurt-]. More by TIME: example.org/u
      | …
      gone: worst, web, en-GB, signpost, step first of post-incident/small, to public
      | Marking: OFFICIAL
      ...
      ! 1 template: 1 changed
      = 1
      $ playbook samples accept
      templates/first/samples.accepted.txt: 2 messages accepted: 1 changed, 1 new, 1 gone
      $ sed -i 's/Subject: An/Subject: One more/' library/templates/first/web-page.md
      $ playbook samples check
      first: 2 changed
      changed: calm, web, en-GB, signpost, step first of post-incident/small, to public
      changed: typical, web, en-GB, signpost, step first of post-incident/small, to public
      | Marking: OFFICIAL
      | Subject: OFFICIAL: [-An-]{+One more+} incident
      | …
      ! 1 template: 1 changed
      = 1
      $ playbook samples check --json | head -n 45
      {
        "templates" : [
          {
            "changes" : [
              {
                "kind" : "changed",
                "places" : [
      ...
                "words" : [
                  {
                    "kind" : "same",
                    "text" : "Marking: OFFICIAL\\nSubject: OFFICIAL: "
                  },
      ...
      $ playbook samples accept --json
      [
        {
          "isWritten" : true,
          "messages" : 2,
          "path" : "templates/first/samples.accepted.txt",
          "template" : "first"
        }
      ]
      """)
  }

  @Test func whatCannotBeComparedIsToldWithItsMend() async throws {
    try await play(
      """
      $ playbook samples check frist
      ! playbook: there is no template 'frist'. Did you mean 'first'?
      = 3
      $ playbook samples accept update
      ! playbook: 'update' has no samples; write some under 'samples:' in its template.yaml
      = 3
      $ playbook samples chek first
      ! playbook: 'chek' is not a command of samples. Did you mean 'check'?
      = 64
      $ playbook samples | head -n 1
      OVERVIEW: Keep what the samples send, and show what an edit does to it.
      $ playbook samples check update
      ! playbook: 'update' has no samples; write some under 'samples:' in its template.yaml
      = 3
      $ playbook samples accept --quiet && echo '>>>>>>> theirs' >>library/templates/first/samples.accepted.txt
      $ playbook samples check
      error: a merge left its mark here [accepted-unreadable]
        --> templates/first/samples.accepted.txt:23:1
       23 | >>>>>>> theirs
          | ^^^^^^^^^^^^^^
         = help: `playbook samples accept first` writes it anew
      ! 1 template: 1 cannot be read
      = 1
      $ playbook samples check --json | grep -c accepted-unreadable
      1
      $ playbook samples accept && playbook samples check
      templates/first/samples.accepted.txt: 2 messages accepted
      ! 1 template: every sample as it was accepted
      $ head -c 3000000 /dev/zero | tr '\\0' '#' >library/templates/first/samples.accepted.txt
      $ playbook samples check
      error: the file has more than 2097152 bytes [file-too-large]
        --> templates/first/samples.accepted.txt
         = help: `playbook samples accept first` writes it anew
      ! 1 template: 1 cannot be read
      = 1
      $ playbook check
      ! 1 playbook, 6 templates: no problems found
      $ playbook samples accept --quiet && mkdir library/templates/old
      $ mv library/templates/first/samples.accepted.txt library/templates/old/ && playbook samples accept --quiet
      $ playbook samples check
      old: the template is gone; remove templates/old/samples.accepted.txt
      ! 2 templates: 1 left behind
      = 1
      $ sed -i 's/due: T+5m/due: T+5/' library/playbooks/post-incident/small.yaml
      $ playbook samples accept
      ! playbook: the library in ROOM/library has errors: 1 error in 1 file. `playbook check` shows them
      = 65
      """)
  }

  /// Samples that were taken away are gone messages until that is accepted.
  @Test func samplesThatAreTakenAwayAreGone() async throws {
    try await play(
      """
      $ playbook samples accept --quiet && sed -i '/^samples:/d' library/templates/first/template.yaml
      $ playbook samples check | head -n 1
      first: 2 gone
      ! 1 template: 1 changed
      $ playbook samples accept
      templates/first/samples.accepted.txt: 0 messages accepted: 2 gone
      $ playbook samples check
      ! 1 template: every sample as it was accepted
      $ rm library/templates/first/samples.accepted.txt && playbook samples check
      ! no template has samples
      """)
  }

  @Test func aRunIsNotPinnedToAcceptedSamples() async throws {
    try await Room.open { room in
      try prepare(room)
      _ = try await room.playbook(["samples", "accept"])
      _ = try await room.playbook(["start", "small", "--no-input"])
      try room.write("anything", to: Self.accepted)
      let status = try await room.playbook(["status", "POST-0001", "--json"])
      #expect(status.status == 0)
      let database = try room.read("state/playbook.sqlite")
      #expect(!database.contains("samples.accepted.txt"))
    }
  }

  @Test func aFolderThatTakesNoFileIsTold() async throws {
    try await play(
      """
      $ mkdir library/templates/first/samples.accepted.txt.new
      $ playbook samples accept
      ! playbook: cannot write ROOM/library/templates/first/samples.accepted.txt: File exists
      = 74
      """)
  }

  @Test func colourIsForTerminalsAlone() async throws {
    try await Room.open { room in
      try prepare(room)
      _ = try await room.playbook(["samples", "accept"])
      let path = "library/templates/first/web-page.md"
      try room.write(try room.read(path).replacing("We know", with: "We hear"), to: path)
      let coloured = try PseudoTerminal(["samples", "check"], in: room)
      #expect(try await coloured.end() == 1)
      #expect(coloured.text.contains("We \u{1B}[31m[-know-]\u{1B}[0m\u{1B}[32m{+hear+}\u{1B}[0m of"))
      let plain = try PseudoTerminal(["samples", "check"], in: room, environment: ["NO_COLOR": "1"])
      #expect(try await plain.end() == 1)
      #expect(plain.text.contains("We [-know-]{+hear+} of") && !plain.text.contains("\u{1B}"))
    }
  }
}
