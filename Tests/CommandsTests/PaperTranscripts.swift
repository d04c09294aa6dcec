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
      $ playbook card small --text -o card.txt && grep -c '^21  Close the log$' card.txt
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
}
