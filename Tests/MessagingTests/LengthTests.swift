import Library
import Messaging
import Testing

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
