import Diagnostics
import Testing
import YAML

@Suite struct RefusalTests {
  @Test(arguments: [
    ("a: b\u{0}c", "1:5 control-character: U+0000"), ("a: b\nc: \u{7}", "2:4 control-character: U+0007"),
    ("a: \u{1B}[31m", "1:4 control-character: U+001B"), ("a: \u{7F}", "1:4 control-character: U+007F"),
    ("漢: \u{202E}b", "1:4 control-character: U+202E"), ("a: \u{2066}b", "1:4 control-character: U+2066"),
    ("a: b\u{85}c: d", "1:5 control-character: U+0085"),
    ("a: b\u{2028}c: d", "1:5 control-character: U+2028"),
    ("a: b\u{2029}", "1:5 control-character: U+2029"), ("a: b\u{FEFF}", "1:5 control-character: U+FEFF"),
    ("\u{FEFF}\u{FEFF}a", "1:1 control-character: U+FEFF"), ("a: \u{FFFF}", "1:4 control-character: U+FFFF"),
    ("a\r\nb\r\n\u{1}", "3:1 control-character: U+0001"), ("a\rb\r\u{1}", "3:1 control-character: U+0001"),
    ("\u{FEFF}a: \u{1}", "1:4 control-character: U+0001"),
  ])
  func whatNobodyCanSeeIsToldWhereItStands(text: String, problem: String) {
    #expect(problems(text) == [problem + " stands here, which nobody can see"])
  }

  @Test(arguments: [
    "a: b\tc", "a: \u{200D}👩‍👩‍👧", "a: می\u{200C}خواهم", "a: \u{A0}", "a: e\u{301}", "a: \u{10FFFD}",
    "a: \u{E000}", "a: \u{FFFD}",
    "a: \u{200F}עברית",
  ])
  func whatLanguagesNeedIsRead(text: String) { #expect(problems(text).isEmpty) }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], "1:4 not-utf-8: byte FF is not UTF-8 here"),
      ([0x61, 0x0A, 0xC3], "2:1 not-utf-8: byte C3 is not UTF-8 here"),
      ([0x61, 0xC0, 0x80], "1:2 not-utf-8: byte C0 is not UTF-8 here"),
      ([0xE0, 0x80, 0x80], "1:1 not-utf-8: byte E0 is not UTF-8 here"),
      ([0xED, 0xA0, 0x80], "1:1 not-utf-8: byte ED is not UTF-8 here"),
      ([0xF4, 0x90, 0x80, 0x80], "1:1 not-utf-8: byte F4 is not UTF-8 here"),
      ([0xF5, 0x80, 0x80, 0x80], "1:1 not-utf-8: byte F5 is not UTF-8 here"),
      ([0x80], "1:1 not-utf-8: byte 80 is not UTF-8 here"),
      ([0xE2, 0x82, 0x41], "1:1 not-utf-8: byte E2 is not UTF-8 here"),
      ([0x5A, 0x6F, 0xEB, 0x0A], "1:3 not-utf-8: byte EB is not UTF-8 here"),
      ([0xFF, 0xFE, 0x61, 0x00], "file not-utf-8: the file is UTF-16"),
      ([0xFE, 0xFF, 0x00, 0x61], "file not-utf-8: the file is UTF-16"),
      ([0x61, 0x00, 0x3A, 0x00], "1:2 control-character: U+0000 stands here, which nobody can see"),
    ] as [([UInt8], String)])
  func otherEncodingsAreRefused(bytes: [UInt8], problem: String) { #expect(problems(bytes) == [problem]) }

  @Test(arguments: ["", " ", "\n\n", "# a note\n", "\u{FEFF}", "\u{FEFF}\n", "\r\n", "%YAML 1.1\n"])
  func anEmptyFileIsToldAsOne(text: String) {
    let found = problems(text)
    #expect(
      found == ["file empty-file: the file has nothing in it"] || text.hasPrefix("%") && found.count == 1)
  }

  @Test(arguments: [
    ("a: 1\n---\nb: 2\n", "2:1"), ("---\na: 1\n---\n", "3:1"), ("---\n---\n", "2:1"),
    ("a: 1\n...\n---\nb: 1", "3:1"),
  ])
  func aSecondDocumentIsToldWhereItBegins(text: String, place: String) {
    #expect(problems(text) == ["\(place) several-documents: a second document begins here"])
  }

  @Test func everyKeyThatStandsTwiceIsTold() {
    #expect(
      problems("a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\na: 4\n") == [
        "3:1 duplicate-key: 'a' stands twice in one map", "4:11 duplicate-key: 'd' stands twice in one map",
        "5:1 duplicate-key: 'a' stands twice in one map",
      ])
    let many = (0..<30).map { "k\($0): v\n" }.joined() + "k3: v\nk29: v\n\"k3\": v\n"
    #expect(problems(many).count == 3)
    #expect(
      compose(Array(many.utf8), path: "a").diagnostics.map { $0.notes[0].span.start.line } == [4, 30, 4])
  }

  @Test func keysThatReadAlikeAreOneKey() {
    #expect(problems("caf\u{E9}: 1\ncafe\u{301}: 2\n").count == 1)
    #expect(problems("a: 1\nA: 2\n").isEmpty)
  }
}
