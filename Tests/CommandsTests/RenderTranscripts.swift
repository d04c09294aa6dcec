import Stage
import Testing

/// Messages as their channels' own tools take them: of a template, and of a run.
@Suite struct RenderTranscripts {
  private func play(_ transcript: String) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      try await room.play(transcript)
    }
  }

  @Test func oneMessageOfATemplateIsRendered() async throws {
    try await play(
      """
      $ playbook fill first --set hurt=none --render --quiet | sed -n '2p;/<main>/,$p'
      <html lang="en-GB" dir="ltr">
      <main>
      <h1>An incident</h1>
      <p>We know of an incident: no one is hurt. More by TIME: <a href="https://example.org/u">example.org/u</a></p>
      </main>
      </body>
      </html>
      $ playbook fill first --set hurt=none --render --as text --quiet
      An incident

      We know of an incident: no one is hurt. More by TIME: example.org/u
      $ playbook fill first --set hurt=none --render --as eml
      ! playbook: words by web-page are rendered as html, text
      = 64
      $ playbook fill first --set hurt=none --as text
      ! Error: --as and --output go with --render
      ! ...
      = 64
      $ playbook fill holding --set place=Northfield --level advise --render
      ! playbook: 'holding' makes 4 such messages, and one is rendered at a time. Name it with --channel, --audience, --level, --language or --sample:
      ! ...
      = 4
      $ playbook fill first --set hurt=none --render --as text -o words.txt 2> told.txt
      $ grep -c '^words.txt: text, ' told.txt
      1
      $ head -1 words.txt
      An incident
      $ playbook fill first --render --quiet -o page.html
      $ grep -c '<h1>' page.html
      1
      $ playbook fill notice --set place=Northfield --render --quiet | tail -c 4 | od -An -c | tr -s ' '
       - - \\r \\n
      """)
  }

  @Test func aMessageOfARunIsRenderedWhateverItsState() async throws {
    try await play(
      """
      $ playbook start small --no-input --set hurt=none > started.txt
      = 10
      $ playbook draft POST-0001 first --quiet
      $ playbook render POST-0001 M1 --as text
      An incident

      We know of an incident: no one is hurt. More by TIME: example.org/u
      ! POST-0001/M1: not approved; it needs Communications lead
      $ playbook render POST-0001 M1 -o page.html --quiet
      ! POST-0001/M1: not approved; it needs Communications lead
      $ grep -c '<h1>' page.html
      1
      $ playbook render POST-0001 M9
      ! playbook: 'M9' is not a message of this run; there are M1
      = 3
      $ playbook drop POST-0001 M1 --reason 'Said by others' --quiet
      $ playbook render POST-0001 M1 --as text | tail -1
      We know of an incident: no one is hurt. More by TIME: example.org/u
      ! POST-0001/M1: dropped, it does not go out: Said by others
      """)
  }
}
