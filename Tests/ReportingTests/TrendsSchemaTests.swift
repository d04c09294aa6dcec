import Fixtures
import FoundationEssentials
import Reporting
import Stage
import Testing

/// The value as JSON text.
func json(of value: some Encodable) throws -> String {
  String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
}

/// The JSON form of trends against the schema that is given out for it.
@Suite struct TrendsSchemaTests {
  @Test func severalRunsAndNoneFitTheSchema() throws {
    let schema = try JSON(Trends.schema)
    for nights in [try TrendNights.several(), []] {
      let trends = try JSON(try json(of: TrendNights.trends(nights)))
      #expect(faults(trends, schema, at: "trends") == [])
    }
    #expect(try json(of: TrendNights.trends([])) == "[]")
  }

  @Test func theSchemaRefusesWhatIsNotTrends() throws {
    let schema = try JSON(Trends.schema)
    let all = try JSON(try json(of: TrendNights.trends([try TrendNights.night("POST-1")])))
    guard case .map(var playbook)? = all.list.first else {
      Issue.record("there is no playbook")
      return
    }
    playbook["marking"] = .text("PUBLIC")
    playbook["surprise"] = .bool(true)
    playbook["runs"] = nil
    #expect(
      faults(.list([.map(playbook)]), schema, at: "trends") == [
        "trends[0].runs is missing", "trends[0].marking is none of the words",
        "trends[0].surprise is unknown",
      ])
  }
}
