import Diagnostics
import Fixtures
import Library
import OrderedCollections
import Testing
import Time

/// The library that is shipped, and the files that `playbook new` writes.
@Suite struct ShippedLibraryTests {
  @Test func theShippedLibraryHasNothingToMend() throws {
    let files = try Fixtures.shippedFiles()
    let read = readLibrary(files, today: nil)
    #expect(DiagnosticReport(read.diagnostics, sources: files.files).lines() == [])
    #expect((read.library?.playbooks.count ?? 0) > 0 && (read.library?.templates.count ?? 0) > 0)
  }

  /// Editors find the schema by the first line.
  @Test func everyFileNamesItsSchema() throws {
    let files = try Fixtures.shippedFiles().files
    for (path, bytes) in files where path.hasSuffix(".yaml") {
      let first = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
      let name = try #require(first.split(separator: "$schema=").last.map(String.init), "\(path): \(first)")
      #expect(first == "# yaml-language-server: $schema=" + name, "\(path)")
      let schema = try #require(resolved(name, against: path), "\(path): \(name)")
      #expect(files[schema] != nil, "\(path) names \(schema)")
      if let kind = kind(of: path) { #expect(schema == "playbooks/schemas/\(kind.rawValue).json", "\(path)") }
    }
  }

  @Test(arguments: DocumentKind.allCases) func everyShippedSchemaIsTheShapesOwn(kind: DocumentKind) throws {
    let bytes = try #require(try Fixtures.shippedFiles().files["playbooks/schemas/\(kind.rawValue).json"])
    #expect(String(decoding: bytes, as: UTF8.self) == schema(kind))
  }

  /// JSON is YAML too, so the composer can tell whether a schema is well formed and names no key twice.
  @Test(arguments: DocumentKind.allCases) func everySchemaIsJSON(kind: DocumentKind) {
    let text = schema(kind)
    #expect(
      text.hasPrefix("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\"") && text.hasSuffix("}\n")
    )
    #expect(Answers.read(Array(text.utf8), path: "s").diagnostics.allSatisfy { $0.rule == .unknownKey })
  }

  @Test func aDigestIsOverEveryPathAndEveryByte() throws {
    let files = try Fixtures.shippedFiles().files
    let digest = LibraryFiles(files).digest
    let path = try #require(files.keys.sorted().first)
    var changed = files
    changed[path]?.append(0x0A)
    #expect(LibraryFiles(changed).digest != digest)
    changed = files
    changed["x"] = changed.removeValue(forKey: path)
    #expect(LibraryFiles(changed).digest != digest)
    #expect(LibraryFiles(["ab": [99]]).digest != LibraryFiles(["a": [98, 99]]).digest)
  }

  private func kind(of path: String) -> DocumentKind? {
    let parts = path.split(separator: "/").map(String.init)
    switch parts.last {
    case "organisation.yaml": return .organisation
    case "bank-holidays.yaml": return .bankHolidays
    case "template.yaml": return .template
    case "pre-approval.yaml": return .preApproval
    default: return parts.count == 3 && Playbook.Scenario(rawValue: parts[1]) != nil ? .playbook : nil
    }
  }

  private func resolved(_ name: String, against path: String) -> String? {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in name.split(separator: "/") {
      if part == ".." { if parts.popLast() == nil { return nil } } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

@Suite struct ScaffoldTests {
  private func files(
    _ kind: Scaffold.Kind, _ name: String, _ scenario: Playbook.Scenario, _ organisation: Organisation?
  )
    throws -> [String: [UInt8]]
  {
    let today = try #require(CivilDate("2026-11-24"))
    return Scaffold(kind: kind, name: name, scenario: scenario, today: today, organisation: organisation)
      .files
      .mapValues { Array($0.utf8) }
  }

  private func errors(_ files: [String: [UInt8]]) -> [String] {
    let found = readLibrary(LibraryFiles(files), today: CivilDate("2026-11-24")).diagnostics
    return DiagnosticReport(found.filter { $0.severity == .error }, sources: files).lines()
  }

  @Test(
    arguments: [
      (.postIncident, "flood"), (.prePlanned, "no"), (.businessAsUsual, "a--b"),
    ] as [(Playbook.Scenario, String)])
  func aNewPlaybookReadsInTheShippedLibraryAndInANewOne(scenario: Playbook.Scenario, name: String) throws {
    let shipped = try Fixtures.shippedFiles().files
    let organisation = try #require(try Fixtures.shipped()).organisation
    let playbook = try files(.playbook, name, scenario, organisation)
    #expect(playbook.keys.sorted() == ["playbooks/\(scenario.rawValue)/\(name).yaml"])
    #expect(errors(shipped.merging(playbook) { $1 }) == [])
    let fresh = try files(.organisation, "", scenario, nil).merging(files(.playbook, name, scenario, nil)) {
      $1
    }
    #expect(errors(fresh) == [])
    let ids = readLibrary(LibraryFiles(fresh), today: nil).library?.playbooks.keys.map(\.text)
    #expect(ids == ["\(scenario.rawValue)/\(name)"])
  }

  @Test func aNewTemplateReadsInTheShippedLibraryAndInANewOne() throws {
    let shipped = try Fixtures.shippedFiles().files
    let organisation = try #require(try Fixtures.shipped()).organisation
    #expect(errors(try shipped.merging(files(.template, "notice", .prePlanned, organisation)) { $1 }) == [])
    let fresh = try files(.organisation, "", .prePlanned, nil).merging(
      files(.template, "notice", .prePlanned, nil)
    ) { $1 }
    #expect(errors(fresh) == [])
    #expect(readLibrary(LibraryFiles(fresh), today: nil).library?.templates["notice"] != nil)
  }

  @Test func aNewOrganisationIsALibraryOfItsOwn() throws {
    let fresh = try files(.organisation, "", .postIncident, nil)
    let read = readLibrary(LibraryFiles(fresh), today: CivilDate("2026-11-24"))
    #expect(read.diagnostics.isEmpty)
    #expect(read.library?.organisation.levels.count == 4)
    #expect(read.library?.bankHolidays.isEmpty == false)
  }

  @Test(arguments: [
    ("flood", true), ("a", true), ("a-1", true), ("", false), ("Flood", false), ("1st", false),
    ("../x", false),
    ("a b", false), ("a/b", false), ("é", false), (String(repeating: "a", count: 40), true),
    (String(repeating: "a", count: 41), false), ("a.b", false),
  ])
  func namesAreSafeInAPath(name: String, isName: Bool) { #expect(Scaffold.isName(name) == isName) }
}
