import Fixtures
import Stage
import Testing

/// A playbook on paper and as a picture.
@Suite struct PaperTranscripts {
  private func play(_ transcript: String) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      try await room.play(transcript)
    }
  }

  @Test func aCardIsAPageForAPipeAndTextWhereItIsAskedFor() async throws {
    try await play(
      """
      $ playbook card small | head -3
      <!doctype html>
      <html lang="en-GB">
      <head>
      $ playbook card small --text | head -6
      OFFICIAL

      Small incident
      Small Partnership, post-incident
      Once its answers are written in, handle this paper as OFFICIAL-SENSITIVE.

      $ playbook card small --plain | head -3
      OFFICIAL

      Small incident
      $ PLAYBOOK_PLAIN=1 playbook card small | head -1
      <!doctype html>
      $ playbook card small -o card.html && grep -c '<article>' card.html
      21
      $ playbook card small -o card.txt && grep -c '^21  Close the log$' card.txt
      1
      $ playbook card small --json | grep markingOnceFilled
        "markingOnceFilled" : "OFFICIAL-SENSITIVE",
      """)
  }

  @Test func aCardOfNothingIsRefused() async throws {
    try await play(
      """
      $ playbook card smal
      ! playbook: there is no playbook 'smal'. Did you mean 'small'?
      = 3
      $ playbook card small -o nowhere/card.html
      ! playbook: cannot write nowhere/card.html: No such file or directory
      = 74
      $ playbook card small >/dev/full
      ! playbook: cannot write standard output: No space left on device
      = 74
      $ playbook card
      ! Error: Missing expected argument '<playbook>'
      ! ...
      = 64
      """)
  }

  @Test func aBrokenLibraryIsToldAsOtherCommandsTellIt() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let path = "library/playbooks/post-incident/small.yaml"
      let whole = try room.read(path)
      try room.write(whole.replacing("after: [wait]", with: "after: [wiat]"), to: path)
      try await room.play(
        """
        $ playbook card small --text | grep '^20 '
        20  What went well?
        ! playbook: the library has errors, 1 error in 1 file. `playbook check` shows them
        """)
      try room.write(whole.replacing("scenario: post-incident", with: "scenario: ["), to: path)
      try await room.play(
        """
        $ playbook card small
        ! ...
        ! playbook: playbooks/post-incident/small.yaml has errors; `playbook check` shows them
        = 65
        """)
    }
  }

  @Test func aMapIsAPictureForAPipeAndTextWhereItIsAskedFor() async throws {
    try await play(
      """
      $ playbook map small | head -1 | cut -c1-40
      <svg xmlns="http://www.w3.org/2000/svg"
      $ playbook map small -o map.svg && grep -c '<g role="group" id="step-' map.svg
      21
      $ playbook map small --text | head -9
      OFFICIAL  Small incident
      T is when the officer was told

      1 Open the log  do, T+5m
        Asks: Who is the loggist?
      2 Known  ask, T+10m
      │ Asks: Which place? Is anyone hurt? Is there danger? Which crews are there? How
      │ many homes? From when? On which day? Which page? The words of the police?
      ├─ 3 First  send, T+15m
      $ playbook map small --plain | sed -n 9,10p
      +- 3 First  send, T+15m
      |    Send 'First words' to General public
      $ playbook map small --text -o map.map && playbook map small -o map.txt && cmp map.map map.txt
      $ playbook map small --json | grep -c '"verb" : "send"'
      5
      """)
  }

  @Test func audiencesAreATableAPageAndJSON() async throws {
    try await play(
      """
      $ playbook map --audiences
      OFFICIAL  Who is reached how
      Small Partnership

      Audience                   Level                   Channels
      --------------------------------------------------------------------------------
      General public             signpost                Web page
      public                     reassure                Web page, X
                                 advise and direct       Web page, X, Text message

      People nearby              signpost and reassure   Web page
      public                     advise and direct       Web page, Text message

      Partners                   every level             Email to partners
      partner
      ...
      The valley                 every level             Web page
      public, also in cy
      $ playbook map --audiences small --plain
      OFFICIAL  Who is reached how: Small incident
      Small Partnership

      General public (public, up to OFFICIAL)
        signpost: Web page
        reassure: Web page, X
        advise and direct: Web page, X, Text message
      ...
      Staff (internal, up to OFFICIAL)
        every level: Email to staff, Spoken briefing
      $ playbook map --audiences -o reach.html && grep -c '<th scope="row">' reach.html
      6
      $ playbook map --audiences -o reach.txt && head -1 reach.txt
      OFFICIAL  Who is reached how
      $ playbook map --audiences --json | grep -c '"reach" : "public"'
      3
      """)
  }

  @Test func aMapOfNothingIsRefused() async throws {
    try await play(
      """
      $ playbook map
      ! playbook: which playbook? `playbook map --audiences` needs none
      = 4
      $ playbook map smal
      ! playbook: there is no playbook 'smal'. Did you mean 'small'?
      = 3
      $ playbook map --audiences smal
      ! playbook: there is no playbook 'smal'. Did you mean 'small'?
      = 3
      $ playbook map small -o nowhere/map.svg
      ! playbook: cannot write nowhere/map.svg: No such file or directory
      = 74
      $ playbook map --audiences -o nowhere/reach.html
      ! playbook: cannot write nowhere/reach.html: No such file or directory
      = 74
      """)
  }
}
