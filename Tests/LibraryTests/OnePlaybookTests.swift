import Diagnostics
import Fixtures
import Library
import OrderedCollections
import Testing
import Time

/// A run needs one playbook and what it sends; the rest is neither read nor kept for it.
@Suite struct OnePlaybookTests {
  private static let id: Playbook.ID = "post-incident/local-incident"

  @Test func onePlaybookReadsAsItDoesAmongAllOthers() throws {
    let whole = try #require(try Fixtures.shipped())
    let read = readLibrary(try Fixtures.shippedFiles(), today: nil, only: Self.id)
    let one = try #require(read.library)
    #expect(read.diagnostics == [])
    #expect(Array(one.playbooks.keys) == [Self.id])
    #expect(one.playbooks[Self.id]?.steps.keys == whole.playbooks[Self.id]?.steps.keys)
    #expect(Set(one.templates.keys) == Set(try #require(whole.playbooks[Self.id]).sentTemplates))
    #expect(one.houseStyle != nil && one.keyMessages != nil)
  }

  @Test func whatARunNeedsReadsWithoutAFault() throws {
    let playbook = try #require(try Fixtures.shipped()?.playbooks[Self.id])
    let needed = try Fixtures.shippedFiles().needed(by: playbook)
    let read = readLibrary(needed, today: nil, only: Self.id)
    #expect(read.diagnostics == [])
    #expect(read.library?.playbooks.keys.map(\.text) == [Self.id.text])
    let others = needed.files.keys.filter { $0.hasPrefix("playbooks/") && $0.split(separator: "/").count > 2 }
    #expect(others == [playbook.path])
  }

  private func shipped(with texts: [String: String]) throws -> LibraryFiles {
    let added = texts.mapValues { Array($0.utf8) }
    return LibraryFiles(try Fixtures.shippedFiles().files.merging(added) { $1 })
  }

  @Test func whatIsWrongInAnotherPlaybookIsNotInTheWay() throws {
    let files = try shipped(
      with: ["playbooks/pre-planned/broken.yaml": "a: [", "playbooks/stray.yaml": "a: b"])
    #expect(readLibrary(files, today: nil, only: Self.id).diagnostics == [])
    #expect(!readLibrary(files, today: nil).diagnostics.isEmpty)
  }

  @Test func whatIsWrongInThePlaybookAndWhatItSendsIsTold() throws {
    let files = try shipped(with: ["templates/update/sms.md": "((nothing here))"])
    let found = readLibrary(files, today: nil, only: Self.id).diagnostics
    #expect(found.map(\.rule) == [.unknownPlaceholder])
  }

  @Test(arguments: [
    ("local-incident", "post-incident/local-incident"), ("Local Incident", "post-incident/local-incident"),
    ("post-incident/local-incident", "post-incident/local-incident"), ("Local incident, police-led", nil),
    ("nothing", nil), ("organisation", nil), ("twin", nil),
  ])
  func aPlaybookIsFoundByTheNameOfItsFile(name: String, id: String?) {
    let paths = [
      "playbooks/organisation.yaml", "playbooks/post-incident/local-incident.yaml",
      "playbooks/post-incident/twin.yaml", "playbooks/pre-planned/twin.yaml",
    ]
    let files = LibraryFiles(Dictionary(uniqueKeysWithValues: paths.map { ($0, []) }))
    #expect(files.playbook(named: name)?.text == id)
  }
}
