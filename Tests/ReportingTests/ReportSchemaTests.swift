import Fixtures
import FoundationEssentials
import Library
import Messaging
import Running
import Stage
import Testing
import Time

@testable import Reporting

/// The JSON form of a report against the schema that is given out for it.
@Suite struct ReportSchemaTests {
  private func json(_ report: RunReport) throws -> JSON {
    try JSON(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
  }

  @Test func aNightInFullAndRedactedFitsTheSchema() throws {
    let schema = try JSON(RunReport.schema)
    let night = try ScriptedNight().night
    for redaction in [nil, Redaction(exemption: "s.31")] {
      let report = RunReport(night.run, events: night.events, redaction: redaction)
      #expect(faults(try json(report), schema, at: "report") == [])
    }
  }

  @Test func aRunThatHasOnlyBegunFitsTheSchema() throws {
    let night = try #require(Night(small: .exercise))
    #expect(faults(try json(RunReport(night.run)), try JSON(RunReport.schema), at: "report") == [])
  }

  @Test func theSchemaRefusesWhatIsNotAReport() throws {
    let schema = try JSON(RunReport.schema)
    let night = try #require(Night(small: .live))
    guard case .map(var report) = try json(RunReport(night.run)) else { return }
    report["mode"] = .text("rehearsal")
    report["surprise"] = .bool(true)
    report["run"] = nil
    report["events"] = .text("many")
    report["zero"] = .map(["utc": .text("yesterday"), "local": .text("")])
    #expect(
      faults(.map(report), schema, at: "report") == [
        "report.run is missing", "report.events is no integer", "report.mode is none of the words",
        "report.surprise is unknown", "report.zero.utc does not fit its pattern",
      ])
  }
}
