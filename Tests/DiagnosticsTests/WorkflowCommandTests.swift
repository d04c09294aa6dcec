import Diagnostics
import Testing

@Suite struct WorkflowCommandTests {
  /// Columns stand where one line is meant, and no text can end its command or begin another.
  @Test func eachDiagnosticIsOneCommand() {
    let file = "file=playbooks/post-incident/small.yaml"
    #expect(
      NightReport.report.workflowCommands(in: "") == [
        "::error file=playbooks/café%2C 50%25%3Aa.yaml,title=empty-file::nothing is in the file",
        "::error \(file),line=9,col=5,endLine=9,endColumn=8,title=fact-may-be-missing"
          + "::'tell' may need school, which nobody asked%0Ahow it comes about:"
          + "%0AOfficer answers near-school: no.%0AT+12m: 'Tell the schools' needs ((school))."
          + "%0Ahelp: ask it whenever {near-school: no} holds",
        "::warning \(file),line=12,endLine=14,title=duplicate-key"
          + "::'due' stands twice%0Anote: it stands here first (playbooks/post-incident/small.yaml:11:1)",
        "::error \(file),line=22,col=7,endLine=22,endColumn=7,title=duplicate-key::'due' stands twice",
        "::notice file=templates/x/sms.md,line=1,col=1,endLine=1,endColumn=1,title=message-warned"
          + "::a<U+202E>b<U+000D><U+000A>c {0}",
      ])
  }

  @Test func filesAreNamedFromTheRepositoryOn() {
    let commands = NightReport.report.workflowCommands(in: "sub/dir")
    #expect(
      commands.allSatisfy { $0.contains(" file=sub/dir/playbooks/") || $0.contains(" file=sub/dir/te") })
  }

  @Test func lineEndsInAPathAreEscaped() {
    let diagnostic = Diagnostic(.emptyFile, path: "a\r\n::error::b", span: nil, message: "100%")
    #expect(
      DiagnosticReport([diagnostic], sources: [:]).workflowCommands(in: "") == [
        "::error file=a%0D%0A%3A%3Aerror%3A%3Ab,title=empty-file::100%25"
      ])
  }
}
