import Fixtures
import Diagnostics
import Library
import OrderedCollections
import Testing

@Suite struct SegmentTests {
  /// What a text message of the small library reads as, in short.
  private func segments(_ text: String) throws -> [String] {
    let library = MarkedLibrary("words", ["templates/note/sms.md": text])
    let read = readLibrary(library.files, today: nil)
    let wordings = try #require(read.library?.templates["note"]).wordings
    return try #require(wordings.first { $0.channel == "sms" }).body.map(written)
  }

  private func written(_ segment: Segment) -> String {
    switch segment.content {
    case .words(let words): words.debugDescription
    case .placeholder(let name): "(\(name))"
    case .conditional(let choice, let words): "\(choice) \(words.debugDescription)"
    }
  }

  @Test(arguments: [
    ("Stay inside.", ["\"Stay inside.\""]), ("((area))", ["(area)"]),
    ("a((area))b", ["\"a\"", "(area)", "\"b\""]),
    ("(( area ))", ["(area)"]), ("((Mill Road))", ["(Mill Road)"]),
    ("(((area)))", ["\"(\"", "(area)", "\")\""]),
    ("((((area))))", ["\"((\"", "(area)", "\"))\""]), ("((a))((b))", ["(a)", "(b)"]),
    ("(area) (x", ["\"(area) (x\""]), ("a)) b", ["\"a)) b\""]),
    ("((danger??Stay inside.))", ["yes(\"danger\") \"Stay inside.\""]),
    ("((danger ?? Stay. ))", ["yes(\"danger\") \" Stay. \""]), ("((danger??))", ["yes(\"danger\") \"\""]),
    ("((danger??a??b))", ["yes(\"danger\") \"a??b\""]),
    ("((danger??what???))", ["yes(\"danger\") \"what???\""]),
    ("((danger?))", ["(danger?)"]), ("((danger???x))", ["yes(\"danger\") \"?x\""]),
    ("((not danger??x))", ["no(\"danger\") \"x\""]), ("((NOT  Is Danger??x))", ["no(\"Is Danger\") \"x\""]),
    ("((not??x))", ["yes(\"not\") \"x\""]), ("((harm: killed??x))", ["option(\"harm\", \"killed\") \"x\""]),
    ("((harm:killed: two??x))", ["option(\"harm\", \"killed: two\") \"x\""]),
    ("((area likely??x))", ["likely(\"area\") \"x\""]),
    ("((Mill Road known??x))", ["known(\"Mill Road\") \"x\""]),
    ("((likely??x))", ["yes(\"likely\") \"x\""]),
    (
      "((at least advise??x\n\n))",
      ["level(atLeast: Library.Level.advise, atMost: Library.Level.direct) \"x\\n\\n\""]
    ),
    (
      "((At Most Reassure??x))",
      ["level(atLeast: Library.Level.signpost, atMost: Library.Level.reassure) \"x\""]
    ),
    ("漢((字))e\u{301}", ["\"漢\"", "(字)", "\"e\u{301}\""]),
  ])
  func doubleBracketsAreRead(text: String, expected: [String]) throws {
    #expect(try segments(text) == expected)
  }

  @Test(arguments: [
    "((", "((area", "((area) )", "((a ((b))", "(())", "(( \n ))", "((??x))", "(( ??x))", "((at least??x))",
    "((:x??y))",
    "((a(b)c))", "((danger??(now)))", "((danger??now :) ))", "((danger??a ((area)) b))", "((a))((",
    "((a\nb))", "((a\tb))", "((a\u{A0}b))", "((a\n??b))", "((\na))",
  ])
  func whatCannotBeReadIsToldAndNothingIsLost(text: String) throws {
    let library = MarkedLibrary("words", ["templates/note/sms.md": text])
    let found = readLibrary(library.files, today: nil).diagnostics.filter { $0.rule == .placeholderSyntax }
    let isLevel = text.contains("at least??")
    #expect(!found.isEmpty || isLevel && !readLibrary(library.files, today: nil).diagnostics.isEmpty)
    #expect(found.allSatisfy { $0.help != nil })
  }

  @Test(arguments: [
    ("Mill-Road", "mill road"), ("mill_road", "MILLROAD"), ("Mill\u{A0}Road", "millroad"), ("éa", "ÉA"),
  ])
  func namesAreComparedFolded(left: String, right: String) {
    #expect(folded(left) == folded(right))
    #expect(folded(left) != folded(left + "x"))
  }

  @Test(arguments: [
    ("next update", StandingWord.nextUpdate), ("Next_Update", .nextUpdate), ("TIME NOW", .timeNow),
    ("today", .today),
    ("organisation", .organisation),
  ])
  func standingWordsAreReadFolded(name: String, word: StandingWord) {
    #expect(StandingWord(placeholder: name) == word)
    #expect(StandingWord(placeholder: name + "s") == nil)
  }

  /// Spans are the places in the file, subject and carriage returns and byte-order mark included.
  @Test(arguments: ["\n", "\r\n", "\r"]) func everySegmentHasItsPlace(end: String) throws {
    let lines = ["\u{FEFF}Subject:  In ((area)) now", "", "", "Words ((danger??", "Stay.)) ((area))", "", ""]
    let library = MarkedLibrary("words", ["templates/note/web-page.md": lines.joined(separator: end)])
    let template = try #require(readLibrary(library.files, today: nil).library?.templates["note"])
    let wording = try #require(template.wordings.first { $0.channel == "web-page" })
    #expect(
      (wording.subject + wording.body).map { "\(place($0.span)) \(written($0))" } == [
        "1:11-1:14 \"In \"", "1:14-1:22 (area)", "1:22-1:26 \" now\"", "4:1-4:7 \"Words \"",
        "4:7-5:8 yes(\"danger\") \"\\nStay.\"", "5:8-5:9 \" \"", "5:9-5:17 (area)",
      ])
  }

  private func place(_ span: Span) -> String {
    "\(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column)"
  }
}
