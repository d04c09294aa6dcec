import Fixtures
import Stage
import Testing

/// `report` in its forms: a file's name or an option says which, and a redacted copy withholds.
@Suite struct ReportTranscripts {
  private func play(_ transcript: String) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      _ = try await room.playbook([
        "start", "small", "--no-input", "--set", "place=Northfield", "--set", "report=Two schools are shut",
      ])
      try await room.play(transcript)
    }
  }

  @Test func aFileGetsTheFormThatItsNameAsksFor() async throws {
    try await play(
      """
      $ playbook report -o a.html && head -2 a.html && stat -c %a a.html
      <!doctype html>
      <html lang="en-GB">
      600
      $ playbook report -o a.htm && cmp a.html a.htm
      $ grep -c '<script\\|https\\?:' a.html
      1
      $ grep -o 'http[^"]*' a.html | sort -u
      http://www.w3.org/2000/svg
      $ playbook report -o a.json && head -1 a.json
      {
      $ playbook report -o a.csv && head -1 a.csv | tr -d '\\r'
      run,mode,time,local_time,kind,id,what,who,target,late_seconds
      $ playbook report -o a.txt && head -1 a.txt
      OFFICIAL-SENSITIVE
      $ playbook report -o a.html --format text && head -1 a.html
      OFFICIAL-SENSITIVE
      """)
  }

  @Test func anotherTableIsNamed() async throws {
    try await play(
      """
      $ playbook report --table facts | tr -d '\\r' | cut -d, -f1-5,8
      run,mode,id,ask,value,marking
      POST-0001,live,place,Which place?,Northfield,OFFICIAL
      POST-0001,live,report,What does the partner report?,Two schools are shut,OFFICIAL-SENSITIVE
      $ playbook report --table gates
      ! Error: The value 'gates' is invalid ...
      ! ...
      = 64
      """)
  }

  @Test func optionsThatDoNotGoTogetherAreToldApart() async throws {
    try await play(
      """
      $ playbook report --json --format html
      ! Error: --json and --format html ask for two forms. Give one of them
      ! ...
      = 64
      $ playbook report --table facts --format html
      ! Error: --table is for CSV, and this is html. Add --format csv
      ! ...
      = 64
      $ playbook report --exemption s.31
      ! Error: --exemption says why something is withheld. Add --redact
      ! ...
      = 64
      $ playbook report --redact PUBLIC
      ! playbook: there is no run 'PUBLIC'. `playbook runs` lists them
      = 3
      """)
  }

  @Test func aRedactedCopyWithholdsAndSaysHowMuch() async throws {
    try await play(
      """
      $ playbook report --redact --exemption s.31 -o a.html && grep -c 'Two schools' a.html
      0
      = 1
      $ playbook report --redact --exemption s.31 | head -12
      OFFICIAL
      REDACTED COPY

      POST-0001  Small incident
      ...
      $ playbook report POST-0001 --redact --exemption s.31 | grep -A1 'partner report' | head -2
      What does the partner report?  [OFFICIAL-SENSITIVE] partners-only
          TIME  [withheld: s.31]  ([withheld: s.31], said by
      $ playbook report --redact SECRET | grep 'Two schools' | head -1
          TIME  Two schools are shut  (confirmed, by Officer 1)
      $ playbook report --redact --json | grep -c 'Two schools\\|Ash'
      0
      = 1
      """)
  }
}
