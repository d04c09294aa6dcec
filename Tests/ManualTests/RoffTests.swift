import Testing

@testable import Commands

@Test(arguments: [
  ("One. Two.", "One.\nTwo.\n"),
  ("Read `check --strict` first", "Read \\fBcheck \\-\\-strict\\fP first\n"),
  ("A lone ` stays", "A lone \\(ga stays\n"),
  (".so /etc/passwd", "\\&.so /etc/passwd\n"),
  ("'br is text", "\\&'br is text\n"),
  ("C:\\temp", "C:\\etemp\n"),
  ("Tŷ, 30 €", "T\\[u0177], 30 \\[u20AC]\n"),
  ("", ""),
])
func runningTextIsWrittenAsText(_ text: String, _ roff: String) { #expect(Roff.lines(text) == roff) }

@Test func longTextIsFilledToTheWidth() {
  let lines = Roff.lines(String(repeating: "word ", count: 60)).split(separator: "\n")
  #expect(lines.count > 3)
  #expect(lines.allSatisfy { $0.utf8.count <= 80 })
}

@Test(arguments: [("No", "\\&No"), ("run", "run"), ("state-dir", "state\\-dir"), ("NAME", "NAME")])
func wordIsNeverTakenForAMacro(_ word: String, _ roff: String) { #expect(Roff.word(word) == roff) }
