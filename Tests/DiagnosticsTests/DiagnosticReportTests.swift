import Diagnostics
import Testing

@Suite struct DiagnosticReportTests {
  private func span(_ line: Int, _ from: Int, to: Int) -> Span {
    Span(Position(line: line, column: from), Position(line: line, column: to))
  }

  private func text(_ source: String, _ span: Span?, help: String? = nil) -> [String] {
    let diagnostic = Diagnostic(.badValue, path: "a.yaml", span: span, message: "wrong", help: help)
    return DiagnosticReport([diagnostic], sources: ["a.yaml": Array(source.utf8)]).text(colour: false)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func aReportShowsMessagePlaceLineCaretAndMend() {
    #expect(
      text("one\ndeu: T+5m\n", span(2, 1, to: 4), help: "did you mean 'due'?") == [
        "error: wrong [bad-value]", "  --> a.yaml:2:1", " 2 | deu: T+5m", "   | ^^^",
        "   = help: did you mean 'due'?",
        "",
      ])
  }

  /// The line as it is shown, and the carets under the cells of what is meant.
  @Test(arguments: [
    ("key: value", 6, 11, "key: value", "     ^^^^^"),
    ("\tkey: value", 2, 5, "    key: value", "    ^^^"),
    ("a\tb", 2, 3, "a    b", " ^^^^"),
    ("漢字: x", 1, 3, "漢字: x", "^^^^"),
    ("漢字: x", 5, 6, "漢字: x", "      ^"),
    ("cafe\u{301}: x", 7, 9, "cafe\u{301}: x", "     ^^"),
    ("caf\u{E9}: x", 7, 8, "caf\u{E9}: x", "      ^"),
    ("cafe\u{301}: x", 4, 6, "cafe\u{301}: x", "   ^"),
    ("👍🏽 ok", 4, 6, "👍🏽 ok", "   ^^"),
    ("👩‍👩‍👧 ok", 7, 9, "👩‍👩‍👧 ok", "   ^^"),
    ("🇬🇧 ok", 4, 6, "🇬🇧 ok", "   ^^"),
    ("❤️ ok", 4, 6, "❤️ ok", "   ^^"),
    ("x\u{202E}y", 3, 4, "x<U+202E>y", "         ^"),
    ("x\u{202E}y", 2, 3, "x<U+202E>y", " ^^^^^^^^"),
    ("x\u{1B}[31my", 2, 3, "x<U+001B>[31my", " ^^^^^^^^"),
    ("short", 6, 7, "short", "     ^"), ("short", 3, 3, "short", "  ^"), ("short", 90, 99, "short", "     ^"),
    ("", 1, 1, "", "^"), ("short", 0, 0, "short", "^"),
  ])
  func caretsStandUnderTheCellsOfWhatIsMeant(line: String, from: Int, to: Int, shown: String, carets: String)
  {
    #expect(Array(text(line, span(1, from, to: to))[2...3]) == [" 1 | " + shown, "   | " + carets])
  }

  @Test(arguments: [
    "one\ntwo\nthree", "one\r\ntwo\r\nthree", "one\rtwo\rthree", "\u{FEFF}one\r\ntwo\nthree\n",
  ])
  func everyKindOfLineEndEndsALine(source: String) {
    for (number, line) in ["one", "two", "three"].enumerated() {
      let shown = text(source, span(number + 1, 1, to: 2))
      #expect(Array(shown[2...3]) == [" \(number + 1) | \(line)", "   | ^"])
    }
  }

  @Test func aSpanOverSeveralLinesIsMarkedToTheEndOfItsFirst() {
    let span = Span(Position(line: 1, column: 6), Position(line: 3, column: 2))
    #expect(Array(text("key: |\n  a\n  b\n", span)[2...3]) == [" 1 | key: |", "   |      ^"])
    let quoted = Span(Position(line: 1, column: 1), Position(line: 2, column: 2))
    #expect(Array(text("\"one two\nb\"", quoted)[2...3]) == [" 1 | \"one two", "   | ^^^^^^^^"])
  }

  @Test func aPlaceWithoutALineIsNamedAlone() {
    #expect(text("one", nil) == ["error: wrong [bad-value]", "  --> a.yaml", ""])
    #expect(text("one", span(9, 1, to: 2)) == ["error: wrong [bad-value]", "  --> a.yaml:9:1", ""])
    let other = Diagnostic(.badValue, path: "b.yaml", span: .start, message: "wrong")
    let report = DiagnosticReport([other], sources: [:]).text(colour: false)
    #expect(report == "error: wrong [bad-value]\n  --> b.yaml:1:1\n")
  }

  @Test func notesShowTheirOwnPlace() {
    let diagnostic = Diagnostic(
      .duplicateKey, path: "a.yaml", span: span(2, 1, to: 2), message: "'a' stands twice", help: "keep one",
      notes: [.init(path: "a.yaml", span: span(1, 1, to: 2), message: "it stands here first")])
    let report = DiagnosticReport([diagnostic], sources: ["a.yaml": Array("a: 1\na: 2\n".utf8)])
    #expect(
      report.text(colour: false) == """
        error: 'a' stands twice [duplicate-key]
          --> a.yaml:2:1
         2 | a: 2
           | ^
           = help: keep one
           = note: it stands here first
          --> a.yaml:1:1
         1 | a: 1
           | -

        """)
  }

  @Test func aStoryStandsBetweenThePlaceAndTheMend() {
    let diagnostic = Diagnostic(
      .factMayBeMissing, path: "a.yaml", span: span(1, 1, to: 2), message: "'a' may be missing",
      help: "ask it",
      notes: [.init(path: "a.yaml", span: span(1, 4, to: 5), message: "it is read here")],
      story: [.init("Officer answers b: no."), .init("T+5m: \u{1B}[31mnobody asks a.")])
    let report = DiagnosticReport([diagnostic], sources: ["a.yaml": Array("a: b\n".utf8)])
    let plain = """
      error: 'a' may be missing [fact-may-be-missing]
        --> a.yaml:1:1
       1 | a: b
         | ^
         = how it comes about:
             Officer answers b: no.
             T+5m: <U+001B>[31mnobody asks a.
         = help: ask it
         = note: it is read here
        --> a.yaml:1:4
       1 | a: b
         |    -

      """
    #expect(report.text(colour: false) == plain)
    let coloured =
      plain
      .replacing("error: ", with: "\u{1B}[1;31merror: \u{1B}[0m")
      .replacing("'a' may be missing", with: "\u{1B}[1m'a' may be missing\u{1B}[0m")
      .replacing("| ^", with: "| \u{1B}[31m^\u{1B}[0m").replacing("-\n", with: "\u{1B}[36m-\u{1B}[0m\n")
    #expect(report.text(colour: true) == coloured)
  }

  @Test func filesAndPlacesAreInOrder() {
    func found(_ path: String, _ span: Span?, _ rule: Rule) -> Diagnostic {
      Diagnostic(rule, path: path, span: span, message: "m")
    }
    let inOrder = [
      found("a.yaml", nil, .emptyFile), found("a.yaml", span(1, 2, to: 3), .unknownKey),
      found("a.yaml", span(2, 1, to: 3), .badValue), found("a.yaml", span(2, 1, to: 3), .missingKey),
      found("a.yaml", span(2, 9, to: 10), .badValue), found("a.yaml", span(10, 1, to: 2), .badValue),
      found("b.yaml", span(1, 1, to: 2), .badValue),
    ]
    for _ in 0..<20 { #expect(DiagnosticReport(inOrder.shuffled(), sources: [:]).diagnostics == inOrder) }
  }

  @Test(
    arguments: [
      ([], "no problems found"), ([.error], "1 error in 1 file"), ([.error, .error], "2 errors in 1 file"),
      ([.warning, .error], "1 error and 1 warning in 1 file"),
      ([.note, .warning, .error, .note], "1 error, 1 warning and 2 notes in 1 file"),
    ] as [([Diagnostic.Severity], String)])
  func theSummaryCounts(severities: [Diagnostic.Severity], words: String) {
    let report = DiagnosticReport(
      severities.map { Diagnostic(.badValue, $0, path: "a", span: nil, message: "m") }, sources: [:])
    #expect(report.summary == words)
    #expect(report.hasErrors == severities.contains(.error))
  }

  @Test func aLineIsOneLineWhateverItNames() {
    let diagnostic = Diagnostic(
      .unknownKey, .warning, path: "a\nb.yaml", span: span(3, 7, to: 8),
      message: "'x\n\u{1B}[31m' is not a key")
    let report = DiagnosticReport([diagnostic], sources: [:])
    #expect(
      report.lines() == [
        "a<U+000A>b.yaml:3:7: warning: 'x<U+000A><U+001B>[31m' is not a key [unknown-key]"
      ])
    #expect(!report.text(colour: false).contains("\u{1B}"))
  }

  @Test func colourChangesNothingButColour() {
    let diagnostic = Diagnostic(
      .badValue, path: "a", span: span(1, 1, to: 4), message: "wrong", help: "mend",
      notes: [.init(path: "a", span: .start, message: "here")])
    let report = DiagnosticReport([diagnostic], sources: ["a": Array("one two".utf8)])
    let coloured = report.text(colour: true)
    #expect(coloured.contains("\u{1B}[31m^^^\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == report.text(colour: false))
  }
}
