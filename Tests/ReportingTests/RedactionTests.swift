import Digest
import Fixtures
import FoundationEssentials
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

@testable import Reporting

/// What a redacted copy may tell, in every form that it is written in.
@Suite struct RedactionTests {
  /// A night that has the secret in every kind of place that words can be typed into.
  private func night(_ secret: String) throws -> Night {
    let plan = try #require(Fixtures.agreedPlan)
    var night = try #require(Night(plan))
    try night.give(.recordFact(Answer(fact: "loggist", value: .text("Kit Moss"), source: secret)))
    night.pass(Seconds(17))
    try night.give(.completeStep("log", detail: secret))
    try night.learn(for: .advise)
    try night.give(
      .recordFact(
        Answer(fact: "hurt", value: .choice("killed"), source: "Control \(secret)", reason: secret)))
    try night.give(.note(secret, .note))
    try night.give(.note("Heard: \(secret)", .rumour))
    try night.give(.note(secret, .feedback))
    try night.give(.decide("level", option: "reassure", decider: "Dana Hill", reason: secret))
    try night.give(.decide("level", option: "advise", decider: "Dana Hill", reason: secret))
    try night.give(.decide("route", option: "north", decider: "Pat Lee", reason: secret))
    try night.give(.draft("holding"))
    // An edit that does not go out, one that was approved and edited again, and reasons of every kind.
    let post = try #require(night.message("holding", "x"))
    try night.give(.edit(post, subject: nil, text: "Police: \(secret)"))
    try night.approve([post], by: "Pat Lee", as: "police")
    try night.give(.returnMessages([post], person: "Lee Fox", role: "comms-lead", reason: secret))
    try night.give(.edit(post, subject: nil, text: "Police are at Northfield, at example.org/u."))
    try night.fillSeats(of: post)
    try night.give(.withdrawApproval([post], reason: secret))
    try night.fillSeats(of: post)
    try night.give(.markSent(post))
    let text = try #require(night.message("holding", "sms"))
    try night.give(.edit(text, subject: nil, text: "SP: \(secret)"))
    for id in night.open("holding") { try night.give(.dropMessage(id, reason: secret)) }
    try night.give(.recordFact(Answer(fact: "report", value: .text(secret), source: secret)))
    try night.give(
      .permit(
        "permit",
        Permission(fact: "report", isGranted: true, by: "Inspector Ray", basis: secret, isChairTold: true)))
    // Marked words that did go out.
    try night.send("share")
    try night.give(.recordFact(Answer(fact: "rumour", value: .text(secret))))
    try night.give(.skipStep("notice", reason: secret))
    try night.give(.retime(zero: Fixtures.night + .minutes(5), reason: secret))
    try night.handOver(to: "Blake Ward")
    night.officer = "Casey Lane"
    try night.give(.takeOver(reason: secret))
    try night.give(.finish(reason: secret))
    return night
  }

  private static let secrets = [
    "Zebra",
    "Quartz, a far longer one; panic at 12 places, <b>\"so\"</b> they say, =1+1\nand on another line",
  ]

  /// Every form of a report, by name.
  private func forms(_ night: Night, _ redaction: Redaction?) throws -> [String: String] {
    let integrity = RunReport.Integrity(
      head: ContentDigest.sha256(of: night.events.map { UInt8($0.content.hashValue & 0xFF) }).hex,
      check: "nothing changed")
    let report = RunReport(night.run, events: night.events, integrity: integrity, redaction: redaction)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var forms = [
      "text": report.text(), "html": report.html,
      "json": String(decoding: try encoder.encode(report), as: UTF8.self),
    ]
    for table in RunReport.Table.allCases { forms["csv \(table.rawValue)"] = report.csv(table) }
    return forms
  }

  @Test func neitherASecretNorItsLengthChangesAByteOfARedactedCopy() throws {
    let (short, long) = (try night(Self.secrets[0]), try night(Self.secrets[1]))
    let redaction = Redaction(exemption: "s.31")
    let (first, second) = (try forms(short, redaction), try forms(long, redaction))
    for (form, words) in first {
      #expect(words == second[form], "\(form)")
      #expect(!words.contains("Zebra"), "\(form)")
    }
    // The same night told in full has the secret in nearly every form, so that the test can fail.
    let whole = try forms(short, nil)
    for form in [
      "text", "html", "json", "csv timeline", "csv facts", "csv decisions", "csv messages", "csv log",
    ] {
      #expect(whole[form]?.contains("Zebra") ?? false, "\(form)")
    }
  }

  @Test func aCopyCallsPeopleByWhatTheyDid() throws {
    for (form, words) in try forms(try night("Zebra"), Redaction()) {
      for name in [
        "Dana", "Pat Lee", "Lee Fox", "Inspector Ray", "Casey Lane", "Blake Ward", "Robin", "Approver 1",
      ] {
        #expect(!words.contains(name), "\(name) in \(form)")
      }
      #expect(!words.contains("Ash"), "\(form)")
    }
  }

  @Test func aNameInWordsThatAreShownIsReplacedAsAWholeWord() throws {
    let plan = try #require(Fixtures.agreedPlan)
    var night = try #require(Night(plan, officer: "North"))
    try night.answer("loggist", .text("North of the Northfield desk"))
    let report = RunReport(night.run, events: night.events, redaction: Redaction())
    #expect(report.facts.first?.history.first?.value == "[Officer 1] of the Northfield desk")
  }

  @Test func whatIsWithheldIsCountedAndTheReasonStandsInItsPlace() throws {
    let night = try night("Zebra")
    let report = RunReport(night.run, events: night.events, redaction: Redaction(exemption: "s.31"))
    let redaction = try #require(report.redaction)
    #expect(redaction.facts == 2)
    #expect(redaction.notes == 3)
    #expect(redaction.messages == 2)
    #expect(redaction.people > 5)
    #expect(report.notes.allSatisfy { $0.text == "[withheld: s.31]" })
    #expect(report.marking == "OFFICIAL")
    #expect(report.text().contains("REDACTED COPY"))
    #expect(report.html.contains("[withheld: s.31]"))
  }

  @Test func aHigherThresholdShowsFreeWordsButNoNames() throws {
    let night = try night("Zebra")
    let report = RunReport(night.run, events: night.events, redaction: Redaction(from: .secret))
    #expect(report.notes.contains { $0.text == "Zebra" })
    #expect(report.marking == "OFFICIAL-SENSITIVE")
    #expect(!report.text().contains("Casey Lane"))
    #expect(report.integrity.head == nil)
    #expect(report.messages.allSatisfy { $0.digest == nil && $0.findings.isEmpty })
  }

  @Test func ofAPlaybookThatIsMarkedItselfNoTitleIsTold() throws {
    let plan = try #require(
      Fixtures.smallPlan("marking: OFFICIAL\nfacts:", with: "marking: OFFICIAL-SENSITIVE\nfacts:"))
    var night = try #require(Night(plan))
    try night.give(.recordFact(Answer(fact: "loggist", value: .text("Kit"))))
    try night.give(.completeStep("log", detail: nil))
    for (form, words) in try forms(night, Redaction()) {
      for title in ["Small incident", "Open the log", "loggist", "Which place"] {
        #expect(!words.contains(title), "\(title) in \(form)")
      }
    }
  }

  @Test func timesOfACopyAreToTheMinute() throws {
    let night = try night("Zebra")
    let report = RunReport(night.run, events: night.events, redaction: Redaction())
    #expect(report.timeline.allSatisfy { $0.at.utc.hasSuffix(":00Z") && $0.secondsAfterZero % 60 == 0 })
    #expect(report.log.allSatisfy { $0.at.utc.hasSuffix(":00Z") })
    #expect(report.steps.allSatisfy { ($0.lateSeconds ?? 0) % 60 == 0 })
  }
}

/// Tables for a spreadsheet.
@Suite struct CSVTests {
  private func notes(_ words: String...) throws -> String {
    var night = try #require(Night(small: .exercise))
    for word in words { try night.give(.note(word, .note)) }
    return RunReport(night.run, events: night.events).csv(.notes)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
  func noCellIsTakenForAFormula(words: String) throws {
    let csv = try notes(words)
    #expect(csv.contains(",'" + words + "\r\n"))
  }

  @Test func commasQuotesAndLineEndsAreQuoted() throws {
    let csv = try notes("One, \"two\"\nthree")
    #expect(csv.hasSuffix(",\"One, \"\"two\"\"\nthree\"\r\n"))
    #expect(csv.hasPrefix("run,mode,kind,at,entered,by,text\r\nEX-0001,exercise,note,"))
  }

  @Test func aNumberBelowZeroStaysANumber() throws {
    var night = try #require(Night(small: .live))
    try night.answer("loggist", .text("Kit"))
    try night.give(.completeStep("log", detail: nil))
    #expect(RunReport(night.run, events: night.events).csv(.steps).contains(",-300,Ash,"))
  }

  @Test(arguments: RunReport.Table.allCases) func everyLineHasAsManyCellsAsTheFirst(table: RunReport.Table)
    throws
  {
    let night = try ScriptedNight().night
    let csv = RunReport(night.run, events: night.events).csv(table)
    let counts = Set(cells(csv).map(\.count))
    #expect(counts.count == 1)
    #expect(cells(csv).count > 1)
  }

  /// Reads as RFC 4180 has it.
  private func cells(_ csv: String) -> [[String]] {
    var (rows, row, cell): ([[String]], [String], [UInt8]) = ([], [], [])
    var isQuoted = false
    for byte in csv.utf8 {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if isQuoted {
        cell.append(byte)
      } else if byte == UInt8(ascii: ",") || byte == 0x0A {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 0x0A { (rows, row) = (rows + [row], []) }
      } else {
        cell.append(byte)
      }
    }
    return rows
  }
}
