import Diagnostics
import Fixtures
import FoundationEssentials
import Stage
import Testing

@Suite struct SARIFDocumentTests {
  private static func text(_ report: DiagnosticReport, in folder: String = "") throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let bytes = try encoder.encode(SARIFDocument(report, in: folder, version: "1.2.3"))
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  /// The parts that most tests look at.
  private static func run(_ report: DiagnosticReport, in folder: String = "") throws -> JSON {
    try #require(try JSON(text(report, in: folder))["runs"].list.first)
  }

  @Test func theDocumentIsTheGoldenOne() throws {
    let difference = Golden.difference(
      try Self.text(NightReport.report, in: "county"), from: "DiagnosticsTests/Golden/report.sarif")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// What the standard asks of each object, section 3.13 and on: the keys that must be there, and those that may.
  private static let objects: [String: (needed: Set<String>, allowed: Set<String>)] = [
    "log": (["version", "runs"], ["$schema"]),
    "run": (["tool", "results"], ["columnKind"]),
    "tool": (["driver"], []),
    "driver": (["name"], ["version", "rules"]),
    "rule": (["id"], ["shortDescription", "fullDescription", "help", "defaultConfiguration"]),
    "result": (
      ["message"],
      [
        "ruleId", "ruleIndex", "level", "locations", "relatedLocations", "codeFlows", "partialFingerprints",
      ]
    ),
    "location": ([], ["physicalLocation", "message"]),
    "physicalLocation": (["artifactLocation"], ["region"]),
    "artifactLocation": (["uri"], ["uriBaseId"]),
    "region": (["startLine"], ["startColumn", "endLine", "endColumn"]),
    "codeFlow": (["threadFlows"], ["message"]),
    "threadFlow": (["locations"], []),
    "threadFlowLocation": (["location"], []),
    "message": (["text"], ["markdown"]),
    "configuration": (["level"], []),
  ]

  private static func hold(_ value: JSON, to name: String) throws {
    guard case .map(let map) = value, let object = objects[name] else {
      Issue.record("\(name) is no object: \(value)")
      return
    }
    #expect(object.needed.isSubset(of: map.keys), "\(name)")
    #expect(Set(map.keys).isSubset(of: object.needed.union(object.allowed)), "\(name): \(map.keys)")
  }

  private static func hold(location: JSON) throws {
    try hold(location, to: "location")
    let physical = location["physicalLocation"]
    try hold(physical, to: "physicalLocation")
    try hold(physical["artifactLocation"], to: "artifactLocation")
    let uri = try #require(physical["artifactLocation"]["uri"].text)
    #expect(uri.wholeMatch(of: /(?:[A-Za-z0-9\-._~\/]|%[0-9A-F]{2})+/) != nil, "\(uri)")
    #expect(!uri.hasPrefix("/"))
    if !location["message"].isNull { try hold(location["message"], to: "message") }
    let region = physical["region"]
    if region.isNull { return }
    try hold(region, to: "region")
    for key in ["startLine", "startColumn", "endLine", "endColumn"] {
      #expect(try #require(region[key].number) >= 1)
    }
  }

  @Test func everyObjectIsAsTheStandardHasIt() throws {
    let log = try JSON(Self.text(NightReport.report))
    try Self.hold(log, to: "log")
    #expect(log["version"].text == "2.1.0")
    let run = log["runs"].list[0]
    try Self.hold(run, to: "run")
    #expect(run["columnKind"].text == "unicodeCodePoints")
    try Self.hold(run["tool"], to: "tool")
    try Self.hold(run["tool"]["driver"], to: "driver")
    for rule in run["tool"]["driver"]["rules"].list {
      try Self.hold(rule, to: "rule")
      for key in ["shortDescription", "fullDescription", "help"] { try Self.hold(rule[key], to: "message") }
      try Self.hold(rule["defaultConfiguration"], to: "configuration")
    }
    for result in run["results"].list {
      try Self.hold(result, to: "result")
      try Self.hold(result["message"], to: "message")
      #expect(["error", "warning", "note"].contains(result["level"].text))
      #expect(!result["locations"].list.isEmpty)
      for place in result["locations"].list + result["relatedLocations"].list {
        try Self.hold(location: place)
      }
      for flow in result["codeFlows"].list {
        try Self.hold(flow, to: "codeFlow")
        for thread in flow["threadFlows"].list {
          try Self.hold(thread, to: "threadFlow")
          for step in thread["locations"].list {
            try Self.hold(step, to: "threadFlowLocation")
            try Self.hold(location: step["location"])
          }
        }
      }
    }
  }

  @Test func aResultPointsAtItsRuleAndOnlyTheRulesThatOccurStand() throws {
    let run = try Self.run(NightReport.report)
    let rules = run["tool"]["driver"]["rules"].list.map { $0["id"].text }
    #expect(rules == ["duplicate-key", "empty-file", "message-warned", "fact-may-be-missing"])
    for result in run["results"].list {
      let index = try #require(result["ruleIndex"].number)
      #expect(rules[Int(index)] == result["ruleId"].text)
    }
  }

  @Test func aStoryIsACodeFlowAndANoteARelatedPlace() throws {
    let results = try Self.run(NightReport.report)["results"].list
    let steps = results[1]["codeFlows"].list[0]["threadFlows"].list[0]["locations"].list
    #expect(steps.map { $0["location"]["message"]["text"].text } == NightReport.story.map(\.text))
    let places = steps.map { $0["location"]["physicalLocation"] }
    #expect(places.map { $0["region"]["startLine"].number } == [3, 9], "its own, else the finding's")
    #expect(places[0]["artifactLocation"]["uri"].text == "playbooks/post-incident/fact.yaml")
    #expect(results[2]["relatedLocations"].list[0]["message"]["text"].text == "it stands here first")
    #expect(results[0]["codeFlows"].isNull && results[0]["relatedLocations"].isNull)
  }

  /// A brace of the author's is no placeholder, and what cannot be seen is shown by name.
  @Test func messagesAreSafeToShow() throws {
    let texts = try Self.run(NightReport.report)["results"].list.map { $0["message"]["text"].text }
    #expect(
      texts[1]
        == "'tell' may need school, which nobody asked. Ask it whenever {{near-school: no}} holds")
    #expect(texts[4] == "a<U+202E>b<U+000D><U+000A>c {{0}}")
  }

  /// Two findings alike are numbered; lines that move change nothing, nor does the folder of the library.
  @Test func fingerprintsTellResultsApart() throws {
    func prints(_ report: DiagnosticReport, in folder: String = "") throws -> [String?] {
      try Self.run(report, in: folder)["results"].list.map {
        $0["partialFingerprints"]["ruleAndMessage/v1"].text
      }
    }
    let all = try prints(NightReport.report)
    #expect(Set(all).count == 5)
    #expect(try prints(NightReport.report, in: "county") == all)
    let moved = NightReport.report.diagnostics.map {
      Diagnostic($0.rule, path: $0.path, span: nil, message: $0.message)
    }
    #expect(Set(try prints(DiagnosticReport(moved, sources: [:]))) == Set(all))
  }

  @Test func nothingFoundIsARunWithoutResults() throws {
    let run = try Self.run(DiagnosticReport([], sources: [:]))
    #expect(run["results"] == .list([]))
    #expect(run["tool"]["driver"]["rules"] == .list([]))
  }
}
