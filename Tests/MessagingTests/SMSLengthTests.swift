import Fixtures
import Library
import Testing

@testable import Messaging

/// Source: GOV.UK Notify's published counting of text messages.
@Suite struct SMSLengthTests {
  static let cases = (try? Cases.rows("MessagingTests/Cases/sms.tsv")) ?? []

  @Test(arguments: cases) func countsAsNotifyCounts(row: [String]) throws {
    try #require(row.count == 5)
    let length = SMSLength(of: row[0], prefix: row[1])
    #expect(length.isUnicode == (row[2] == "unicode"))
    #expect(length.limited == Int(row[3]))
    #expect(length.parts == Int(row[4]))
  }

  @Test func theTableIsThere() { #expect(Self.cases.count > 80) }

  @Test(arguments: [
    ("", 0, 1), ("Hello", 5, 1), ("£5 @ 10%", 8, 1), ("a\nb", 3, 1), ("Ñ¿§à", 4, 1), ("ΔΦΓΛΩΠΨΣΘΞ", 10, 1),
    ("€", 2, 1), ("[a]", 5, 1), ("{}^~|\\", 12, 1), ("a\u{0C}b", 3, 1),
  ])
  func theBasicAlphabetCountsOneAndItsExtensionTwo(text: String, count: Int, parts: Int) {
    let length = SMSLength(of: text)
    #expect(!length.isUnicode)
    #expect(length.count == count)
    #expect(length.parts == parts)
    #expect(length.foreign == [])
  }

  @Test(arguments: [("😀", ["😀"]), ("日本", ["日", "本"]), ("ŝŵŝ", ["ŝ", "ŵ"]), ("ab", [])])
  func theCharactersThatMakeItUnicodeAreNamed(text: String, foreign: [String]) {
    #expect(SMSLength(of: text).foreign.map { String($0) } == foreign)
  }

  @Test func aCharacterThatMakesTheMessageUnicodeIsANote() throws {
    let verdict = try Bench(file: "sms.md", channel: "sms").verdict("Safe 😀")
    #expect(verdict.severity(of: .length) == .note)
    #expect(verdict.findings.contains { $0.message == "with 😀 a part holds 70 characters, not 160" })
  }

  @Test(arguments: [(917, false), (918, false), (919, true)])
  func moreThan918BesideThePrefixIsAStop(count: Int, isStopped: Bool) throws {
    let bench = Bench(file: "sms.md", channel: "sms")
    let verdict = try bench.verdict(String(repeating: "a", count: count))
    #expect(verdict.isStopped == isStopped)
    #expect(SMSLength.most == 918)
    if isStopped { #expect(verdict.stops == ["919 of 918 at most"]) }
  }

  /// "SP: " is four characters of the first part.
  @Test(arguments: [(1, Finding.Severity.ok), (156, .ok), (157, .ok), (455, .ok), (456, .warn)])
  func moreThanThreePartsIsAWarning(count: Int, severity: Finding.Severity) throws {
    let bench = Bench(file: "sms.md", channel: "sms")
    #expect(try bench.verdict(String(repeating: "a", count: count)).severity(of: .length) == severity)
  }

  @Test(arguments: ["a", "ŵ", "a ", "…", "\n", " , "]) func aLongTextIsCountedAtOnce(part: String) {
    let text = String(repeating: part, count: (1 << 20) / part.utf8.count)
    #expect(processorSeconds { _ = SMSLength(of: text) } < 2)
  }
}
