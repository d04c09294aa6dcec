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

  /// What of draft 07 the schema uses, and no more; anything else in it is a fault as well.
  private func faults(_ value: JSON, _ schema: JSON, at path: String) -> [String] {
    if !schema["enum"].isNull {
      return schema["enum"].list.contains(value) ? [] : ["\(path) is none of the words"]
    }
    switch (schema["type"].text, value) {
    case ("string", .text(let text)):
      guard let pattern = schema["pattern"].text else { return [] }
      let expression = try? Regex(pattern)
      let fits = expression.map { text.wholeMatch(of: $0) != nil } ?? false
      return fits ? [] : ["\(path) does not fit its pattern"]
    case ("integer", .number(let number)): return number == number.rounded() ? [] : ["\(path) is no integer"]
    case ("boolean", .bool): return []
    case ("array", .list(let items)):
      return items.enumerated().flatMap { faults($1, schema["items"], at: "\(path)[\($0)]") }
    case ("object", .map(let map)):
      let missing = schema["required"].list.compactMap(\.text).filter { map[$0] == nil }
      return missing.map { "\(path).\($0) is missing" }
        + map.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
          let own = schema["properties"][key]
          if !own.isNull { return faults(value, own, at: "\(path).\(key)") }
          if case .map = schema["additionalProperties"] {
            return faults(value, schema["additionalProperties"], at: "\(path).\(key)")
          }
          return ["\(path).\(key) is unknown"]
        }
    default: return ["\(path) is no \(schema["type"].text ?? "such thing")"]
    }
  }
}
