import Diagnostics
import Fixtures
import Library
import OrderedCollections
import Testing
import Time

/// Libraries with slips in them are read or told, whatever they hold; the seed is the test's argument.
@Suite struct FuzzTests {
  private static let tokens = [
    "((", "))", "??", "((area))", "((danger??", "((not ", " likely??", ": ", "- ", "[", "]", "{", "}", ",",
    "when: {",
    "level: {at-least: advise}", "known: area", "decided: {level: direct}", "area: [not-known]",
    "count: {at-least: 5}",
    "after: [over]", "repeat: 60m", "until: {danger: no}", "T+15m", "T-99999wd", "99999999999999999999",
    "&a ", "*a",
    "\n", "\r", "\t", "Subject:", "yes", "\"", "'", "|\n", "\u{FEFF}", "e\u{301}", "👩‍👩‍👧", "\u{202E}", "\0",
    "{}", "[]",
    "9999-12-31", "0001-01-01", "deputies: [lead]", "channels: {direct: []}", "marking: SECRET",
    "languages: [cy]",
  ]

  @Test(arguments: 1...6) func noSlipEndsTheReading(seed: Int) {
    var dice = Dice(seed: seed)
    let files = MarkedLibrary("small", [:]).files.files
    let paths = files.keys.sorted()
    for round in 0..<30 {
      var slipped = files
      for _ in 0...dice.roll(2) {
        let path = paths[dice.roll(paths.count)]
        slipped[path] = dice.slips(in: slipped[path] ?? [], tokens: Self.tokens)
      }
      let read = readLibrary(LibraryFiles(slipped), today: CivilDate("2027-04-15"))
      let report = DiagnosticReport(read.diagnostics, sources: slipped)
      let strays = read.diagnostics.filter { found in
        guard let span = found.span else { return false }
        return Int(span.start.line) > lines(slipped[found.path] ?? [])
      }
      guard strays.isEmpty, read.library != nil || read.hasErrors else {
        Issue.record("round \(round): \(DiagnosticReport(strays, sources: [:]).lines())")
        return
      }
      _ = report.text(colour: true)
    }
  }

  /// A template's text alone, which is no YAML: nothing but brackets and words.
  @Test(arguments: 1...6) func noTextOfATemplateEndsTheReading(seed: Int) {
    var dice = Dice(seed: seed)
    let parts = [
      "((", "))", "(", ")", "??", "area", " ", "not ", ": ", "likely", "at least ", "advise", "\n",
      "e\u{301}", "?",
    ]
    var files = MarkedLibrary("small", [:]).files.files
    let paths = ["templates/note/sms.md", "templates/note/email.md", "templates/note/web-page.md"]
    for _ in 0..<30 {
      for path in paths {
        let text = (0..<dice.roll(60)).map { _ in parts[dice.roll(parts.count)] }.joined()
        files[path] = Array((dice.roll(2) == 0 ? "Subject: " + text : text).utf8)
      }
      let read = readLibrary(LibraryFiles(files), today: nil)
      _ = DiagnosticReport(read.diagnostics, sources: files).text(colour: false)
      let wordings = read.library?.templates["note"]?.wordings ?? []
      #expect(wordings.count == paths.count)
    }
  }

  /// Lines as an editor counts them, an empty one behind the last line feed included.
  private func lines(_ bytes: [UInt8]) -> Int {
    1
      + bytes.indices.count { index in
        bytes[index] == 0x0A || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      }
  }
}
