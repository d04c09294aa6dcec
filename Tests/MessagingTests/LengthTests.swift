import Library
import Messaging
import Testing

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
