import Stage
import Testing

/// A change in the middle: a mended library, a wrong playbook, words that have to be put right.
@Suite struct ChangeTranscripts {
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

  private func code(_ message: String) -> String {
    "$(playbook show POST-0001 \(message) --json | sed -n 's/.*\"code\" : \"\\(.*\\)\",/\\1/p')"
  }

  @Test func aMendedLibraryIsShownAndTakenUpWithAReason() async throws {
    try await play(
      """
      $ playbook draft POST-0001 first --quiet
      $ playbook approve POST-0001 M1 --by Pat --role comms-lead --how phone --code \(code("M1")) --quiet
      $ playbook adopt POST-0001
      ! playbook: POST-0001 is on this library already
      = 64
      $ sed -i 's/We know of an incident/We have been told of an incident/' library/templates/first/web-page.md
      $ playbook adopt POST-0001
      changed  templates/first/web-page.md
      lapses  M1, with its approvals
      | …
      | We [-know-]{+have been told+} of an incident: no one is hurt. More by TIME: example.org/u
      | …
      ! playbook: nothing was taken up; give --reason TEXT to take this library up
      = 4
      $ playbook adopt POST-0001 --reason 'The words were wrong' --quiet
      $ playbook sent POST-0001 M1
      ! playbook: M1 must be drafted anew: another library was taken up since it was drafted
      = 5
      $ playbook draft POST-0001 first --quiet
      $ playbook show POST-0001 M1 | grep told
      | We have been told of an incident: no one is hurt. More by TIME: example.org/u
      $ playbook approve POST-0001 M1 --by Pat --role comms-lead --how phone --code \(code("M1")) --quiet
      $ playbook sent POST-0001 M1 --quiet
      $ playbook verify POST-0001 | head -1
      ...
      $ playbook report POST-0001 | grep -c 'took up the library'
      1
      $ playbook export POST-0001 -o run.tar --quiet
      $ playbook verify run.tar | head -1
      ...
      $ PLAYBOOK_STATE_DIR=other playbook import run.tar --quiet
      $ PLAYBOOK_STATE_DIR=other playbook show POST-0001 M1 | grep told
      | We have been told of an incident: no one is hurt. More by TIME: example.org/u
      """)
  }

  @Test func aLibraryWithErrorsIsNotTakenUp() async throws {
    try await play(
      """
      $ echo 'Hello ((nobody))' > library/templates/first/web-page.md
      $ playbook adopt POST-0001 --reason 'Mended' 2>&1 | tail -1
      playbook: the library in ROOM/library has errors; mend them before it is taken up
      $ rm library/playbooks/post-incident/small.yaml
      $ playbook adopt POST-0001 --reason 'Mended'
      ! playbook: ROOM/library has no playbook 'post-incident/small' that can be read; POST-0001 stays as it is
      = 3
      """)
  }

  @Test func factsAreCarriedOverFromTheWrongPlaybook() async throws {
    try await play(
      """
      $ sed 's/^playbook: .*/playbook: Other incident/' library/playbooks/post-incident/small.yaml > library/playbooks/post-incident/other.yaml
      $ sed -i 's/max: 60}/max: 61}/' library/playbooks/post-incident/other.yaml
      $ playbook start other --from POST-0001 --no-input 2> told | head -1
      POST-0002
      $ cat told
      POST-0002 has 7 facts from POST-0001
      Not carried over: Which place?
      POST-0001 is still open. `playbook finish POST-0001 --reason 'The wrong playbook'` ends it
      $ playbook report POST-0002 | grep -q 'said by POST-0001'
      $ playbook report POST-0001 | grep -c 'carried over to POST-0002'
      1
      """)
  }

  @Test func onlyWhatIsWrongInAPlaybookIsTold() async throws {
    try await play(
      """
      $ sed -i 's/due: T+18m/due: later/' library/playbooks/post-incident/small.yaml
      $ playbook start small --no-input 2>&1 | grep -c error:
      1
      """)
  }

  @Test func wordsThatWentOutArePutRight() async throws {
    try await play(
      """
      $ playbook correct POST-0001 M1 --reason 'Wrong'
      ! playbook: 'M1' is not a message of this run; none is drafted yet
      = 3
      $ playbook draft POST-0001 first --quiet
      $ playbook correct POST-0001 M1 --reason 'Wrong'
      ! playbook: M1 has not gone out; edit it, draft it anew or drop it
      = 64
      $ playbook approve POST-0001 M1 --by Pat --role comms-lead --how phone --code \(code("M1")) --quiet
      $ playbook sent POST-0001 M1 --quiet
      $ playbook correct POST-0001 M1 --reason 'Wrong'
      ! playbook: 'Update' (update) has to wait: ...
      = 64
      $ playbook correct POST-0001 M1 --reason 'Wrong' --set nothing=x
      ! playbook: 'nothing' is not a fact of post-incident/small
      = 3
      """)
  }
}
