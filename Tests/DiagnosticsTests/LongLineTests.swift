import Diagnostics
import Fixtures
import Testing

@Suite struct LongLineTests {
  private func shown(_ line: String, _ from: Int, _ to: Int) -> (line: String, carets: String) {
    let span = Span(Position(line: 1, column: from), Position(line: 1, column: to))
    let diagnostic = Diagnostic(.badValue, path: "a", span: span, message: "wrong")
    let lines = DiagnosticReport([diagnostic], sources: ["a": Array(line.utf8)]).text(colour: false)
      .split(separator: "\n").map(String.init)
    return (String(lines[2].dropFirst(5)), String(lines[3].dropFirst(5)))
  }

  @Test(arguments: [
    ("a", 1, 5), ("a", 90, 120), ("a", 150, 155), ("a", 295, 301), ("a", 1, 301), ("漢", 150, 152),
    ("漢", 150, 290), ("\t", 150, 151), ("👍🏽", 151, 153), ("\u{202E}", 150, 151), ("e\u{301}", 301, 303),
  ])
  func aLongLineIsCutToWhatMatters(unit: String, from: Int, to: Int) {
    let (text, carets) = shown(String(repeating: unit, count: 300), from, to)
    #expect(displayWidth(of: text) <= 102)
    #expect(carets.count <= displayWidth(of: text))
    #expect(carets.contains("^"))
    #expect(text.contains("…"))
  }

  @Test func aPileOfMarksIsCutToo() {
    let (text, carets) = shown("a" + String(repeating: "\u{301}", count: 5000) + "b", 5002, 5003)
    #expect(text.unicodeScalars.count < 1000)
    #expect(carets == "^" || carets == " ^")
  }

  @Test func theCutKeepsTheCaretUnderItsWord() {
    let line = String(repeating: "x", count: 200) + "HERE" + String(repeating: "y", count: 200)
    let (text, carets) = shown(line, 201, 205)
    let marked = zip(text, carets).filter { $0.1 == "^" }.map(\.0)
    #expect(String(marked) == "HERE")
    #expect(text.hasPrefix("…") && text.hasSuffix("…"))
  }

  @Test func aLineThatFitsIsShownWhole() {
    let line = String(repeating: "x", count: 80) + "HERE"
    #expect(shown(line, 81, 85) == (line, String(repeating: " ", count: 80) + "^^^^"))
  }

  /// A file of one line with a problem every few characters is rendered in time that grows with its length.
  @Test func manyProblemsOnOneLongLineAreQuick() {
    let line = Array(String(repeating: "{a: 1}, ", count: 25_000).utf8)
    let diagnostics = (0..<1000).map { index in
      let column = 1 + index * 100
      let span = Span(Position(line: 1, column: column), Position(line: 1, column: column + 1))
      return Diagnostic(.unknownKey, path: "a", span: span, message: "wrong")
    }
    let time = processorSeconds {
      _ = DiagnosticReport(diagnostics, sources: ["a": line]).text(colour: false)
    }
    #expect(time < 5)
  }
}
