import Library
import Messaging
import Testing

/// Source: GOV.UK Notify's published counting of text messages.
@Suite struct SMSLengthTests {
  @Test(arguments: [
    ("", 0, 1), ("Hello", 5, 1), ("£5 @ 10%", 8, 1), ("a\nb", 3, 1), ("Ñ¿§à", 4, 1), ("ΔΦΓΛΩΠΨΣΘΞ", 10, 1),
    ("€", 2, 1), ("[a]", 5, 1), ("{}^~|\\", 12, 1), ("\u{0C}", 2, 1),
  ])
  func theBasicAlphabetCountsOneAndItsExtensionTwo(text: String, count: Int, parts: Int) {
    let length = SMSLength(of: text)
    #expect(!length.isUnicode)
    #expect(length.count == count)
    #expect(length.parts == parts)
    #expect(SMSLength.lost(in: text) == [])
  }

  @Test(arguments: [(160, 1), (161, 2), (306, 2), (307, 3), (459, 3), (460, 4), (918, 6)])
  func partsHold160Then153(count: Int, parts: Int) {
    #expect(SMSLength(of: String(repeating: "a", count: count)).parts == parts)
    let (euros, odd) = (String(repeating: "€", count: count / 2), count % 2 == 0 ? "" : "a")
    #expect(SMSLength(of: euros + odd).parts == parts)
  }

  @Test(arguments: [(70, 1), (71, 2), (134, 2), (135, 3), (201, 3), (202, 4)])
  func partsOfUnicodeHold70Then67(count: Int, parts: Int) {
    let length = SMSLength(of: "ŵ" + String(repeating: "a", count: count - 1))
    #expect(length.isUnicode)
    #expect(length.count == count)
    #expect(length.parts == parts)
  }

  @Test(arguments: ["ŵ", "Ŵ", "ŷ", "Ŷ", "â", "ê", "î", "ô", "û", "á", "ẁ", "Ẅ", "ÿ", "Á"])
  func lettersOfWelshArriveAsTheyAre(letter: String) {
    #expect(SMSLength(of: letter).isUnicode)
    #expect(SMSLength.lost(in: letter) == [])
  }

  @Test(arguments: ["ä", "ö", "ü", "à", "è", "é", "ì", "ò", "ù", "Ä", "Ö", "Ü", "É"])
  func lettersOfWelshThatTheBasicAlphabetHasDoNotMakeItUnicode(letter: String) {
    #expect(!SMSLength(of: letter).isUnicode)
  }

  @Test(arguments: [
    ("‘a’", 3), ("“a”", 3), ("a–b", 3), ("a—b", 3), ("a…", 4), ("a\u{00A0}b", 3), ("a\u{200B}b", 2),
    ("a\tb", 3), ("a\u{2009}b", 3), ("a\u{FEFF}b", 2), ("\u{2212}5", 2),
  ])
  func quotesDashesAndOddSpacesCountAsTheirPlainForms(text: String, count: Int) {
    let length = SMSLength(of: text)
    #expect(!length.isUnicode)
    #expect(length.count == count)
    #expect(SMSLength.lost(in: text) == [])
  }

  @Test(arguments: [("😀", ["😀"]), ("日本", ["日", "本"]), ("ŝŵŝ", ["ŝ"]), ("ab", [])])
  func otherCharactersAreLost(text: String, lost: [String]) {
    #expect(SMSLength.lost(in: text).map { String($0) } == lost)
  }

  @Test func aLostCharacterStopsTheMessage() throws {
    let bench = Bench(file: "sms.md", channel: "sms")
    #expect(try bench.verdict("Safe 😀").stops == ["😀 would arrive as ?"])
  }

  @Test(arguments: [(912, false), (913, true), (914, true), (915, true)])
  func moreThan918WithThePrefixIsAStop(count: Int, isStopped: Bool) throws {
    // "SP: " is four of them, and the longest message is 914 beside it.
    let bench = Bench(file: "sms.md", channel: "sms")
    let verdict = try bench.verdict(String(repeating: "a", count: count))
    #expect(verdict.isStopped == (count + 4 > 918))
    #expect(SMSLength.most == 918)
  }

  @Test(arguments: [(1, Finding.Severity.ok), (156, .ok), (157, .ok), (455, .ok), (456, .warn)])
  func moreThanThreePartsIsAWarning(count: Int, severity: Finding.Severity) throws {
    let bench = Bench(file: "sms.md", channel: "sms")
    #expect(try bench.verdict(String(repeating: "a", count: count)).severity(of: .length) == severity)
  }
}

/// Source: the platform's published counting of weighted characters.
@Suite struct XLengthTests {
  @Test(arguments: [
    ("", 0), ("Hello", 5), ("£", 1), ("“x”", 3), ("日本", 4), ("한", 2), ("😀", 2), ("👨‍👩‍👧‍👦", 2), ("🇬🇧", 2),
    ("👍🏽", 2), ("1️⃣", 2), ("☺️", 2), ("a b\nc", 5), ("…", 2), ("—", 1),
  ])
  func charactersHaveTheirWeights(text: String, count: Int) {
    #expect(XLength(of: text).count == count)
  }

  @Test(arguments: [
    ("example.org", 23), ("example.org.", 24), ("https://a.b", 23), ("HTTP://example.org/x", 23),
    ("example.org/updates?q=1", 23), ("example.org?q=1", 23), ("example.org:8080", 23), ("(example.org)", 25),
    ("“example.org”", 25), ("See example.org, please", 35), ("example.org example.org", 47),
    ("a.b", 3), ("e.g.", 4), ("03.12", 5), ("1.5", 3), ("end. Next", 9), (".org", 4), ("...", 3),
    ("https://example.org/very/long/address/that/goes/on/and/on", 23),
  ])
  func anAddressCounts23WhateverItsLength(text: String, count: Int) {
    #expect(XLength(of: text).count == count)
  }

  @Test(arguments: [(280, false), (281, true)]) func moreThan280IsAStop(count: Int, isStopped: Bool) throws {
    let verdict = try Bench().verdict(String(repeating: "a", count: count))
    #expect(verdict.isStopped == isStopped)
    #expect(verdict.findings.contains { $0.message == "\(count) of 280 weighted characters" })
  }
}

@Suite struct OtherLengthTests {
  @Test(arguments: [(63_206, false), (63_207, true)])
  func aFacebookPostHasALimit(count: Int, isStopped: Bool) throws {
    let verdict = try Bench(channel: "x").verdict("x") {
      $0 = $0.copy(kind: .facebook, text: String(repeating: "a", count: count))
    }
    #expect(verdict.isStopped == isStopped)
  }

  @Test(arguments: [(1395, false), (1396, true)])
  func anAlertHasALimit(count: Int, isStopped: Bool) throws {
    let verdict = try Bench().verdict("x") {
      $0 = $0.copy(kind: .capAlert, text: String(repeating: "a", count: count))
    }
    #expect(verdict.isStopped == isStopped)
  }

  @Test(arguments: [(800, Finding.Severity.ok), (801, .warn)])
  func aLongPressReleaseIsAWarning(words: Int, severity: Finding.Severity) throws {
    let verdict = try Bench().verdict("x") {
      $0 = $0.copy(
        kind: .pressRelease, text: Array(repeating: "a", count: words).joined(separator: " "))
    }
    #expect(verdict.severity(of: .length) == severity)
  }

  @Test func aBriefingIsMeasuredInSecondsSpoken() throws {
    let verdict = try Bench().verdict("x") {
      $0 = $0.copy(kind: .briefing, text: Array(repeating: "a", count: 150).joined(separator: " "))
    }
    #expect(verdict.findings.contains { $0.message == "150 words, about 60 seconds spoken" })
  }
}

extension Draft {
  /// The same with another kind, text, level or marking.
  func copy(
    kind: Channel.Kind? = nil, text: String? = nil, level: Level? = nil,
    marking: Marking? = nil, audiences: [Audience.ID]? = nil, channel: Channel.ID? = nil,
    language: String? = nil, subject: String?? = nil
  ) -> Draft {
    Draft(
      template: template, channel: channel ?? self.channel, kind: kind ?? self.kind,
      language: language ?? self.language, level: level ?? self.level, audiences: audiences ?? self.audiences,
      path: path, subject: subject ?? self.subject, text: text ?? self.text, marking: marking ?? self.marking,
      facts: facts, nextUpdate: nextUpdate, problems: problems)
  }
}
