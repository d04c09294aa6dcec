import Library
import OrderedCollections
import Testing

@testable import Messaging

/// A verdict is a list of findings; it never approves.
@Suite struct VerdictTests {
  private func proportion(_ level: Level, supported: Level?) throws -> [Finding] {
    let filler = try Bench(level: level).filler("Words")
    let draft = filler.draft(level: level, language: "en-GB", audiences: ["public"])
    return judge(
      draft, isEdited: false, of: filler.playbook, in: filler.library, knowing: filler.knowing,
      supported: supported
    ).findings.filter { $0.kind == .proportion }
  }

  @Test func aLevelThatTheFactsSupportIsInProportion() throws {
    #expect(try proportion(.advise, supported: .advise).map(\.severity) == [.ok])
    #expect(try proportion(.direct, supported: .advise).map(\.severity) == [.note])
    #expect(try proportion(.direct, supported: nil) == [])
  }

  @Test func findingsAreInTheirOrderAndOneIsEnoughToStop() throws {
    var bench = Bench()
    bench.know("place", .text("Northfield"))
    let verdict = try bench.verdict("Police are at ((place)). Go home now.")
    #expect(verdict.findings.map(\.kind) == [.marking, .length, .readingAge, .facts])
    #expect(!verdict.isStopped)
    #expect(verdict.findings.map(\.severity) == [.ok, .ok, .ok, .ok])
    #expect(Verdict(findings: verdict.findings + [Finding(.words, .stop, "x")]).isStopped)
    #expect(Finding.Severity.allCases.sorted() == [.ok, .note, .warn, .stop])
  }

  @Test func onlyALongHardPublicTextIsWarnedOf() throws {
    let hard = "Extraordinary circumstances necessitate immediate evacuation procedures. "
    var bench = Bench(file: "web-page.md", channel: "web")
    let long = "Subject: S\n\n" + String(repeating: hard, count: 20)
    #expect(try bench.verdict(long).severity(of: .readingAge) == .warn)
    #expect(try bench.verdict("Subject: S\n\n" + hard).severity(of: .readingAge) == .ok)
    (bench.file, bench.channel, bench.audiences) = ("email.md", "mail", ["members"])
    #expect(try bench.verdict(long).severity(of: .readingAge) == nil)
  }
}
