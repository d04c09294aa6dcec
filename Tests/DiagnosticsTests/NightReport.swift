import Diagnostics

/// What a check may find at its richest: each severity, a story, notes, a whole file, names out of the ordinary.
enum NightReport {
  static func span(_ line: Int, _ column: Int, to endLine: Int, _ endColumn: Int) -> Span {
    Span(Position(line: line, column: column), Position(line: endLine, column: endColumn))
  }

  /// Its first line tells of a fact, its second of nothing that stands anywhere.
  static let story = [
    Diagnostic.StoryLine(
      "Officer answers near-school: no.",
      at: .init(path: "playbooks/post-incident/fact.yaml", span: span(3, 3, to: 3, 14))),
    Diagnostic.StoryLine("T+12m: 'Tell the schools' needs ((school))."),
  ]

  static let report = DiagnosticReport(
    [
      Diagnostic(
        .factMayBeMissing, path: "playbooks/post-incident/small.yaml", span: span(9, 5, to: 9, 9),
        message: "'tell' may need school, which nobody asked",
        help: "ask it whenever {near-school: no} holds",
        story: story),
      Diagnostic(
        .duplicateKey, .warning, path: "playbooks/post-incident/small.yaml", span: span(12, 1, to: 14, 3),
        message: "'due' stands twice",
        notes: [
          .init(
            path: "playbooks/post-incident/small.yaml", span: span(11, 1, to: 11, 4),
            message: "it stands here first")
        ]),
      Diagnostic(
        .duplicateKey, path: "playbooks/post-incident/small.yaml", span: span(22, 7, to: 22, 7),
        message: "'due' stands twice"),
      Diagnostic(
        .emptyFile, path: "playbooks/café, 50%:a.yaml", span: nil, message: "nothing is in the file"),
      Diagnostic(
        .messageWarned, .note, path: "templates/x/sms.md", span: .start, message: "a\u{202E}b\r\nc {0}"),
    ], sources: ["playbooks/post-incident/small.yaml": Array("a: b\n".utf8)])
}
