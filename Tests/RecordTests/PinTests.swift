import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import System
import Testing
import Time

@testable import Record

/// A run stays on the library that it began with, whatever becomes of the files.
@Suite struct PinTests {
  /// Opens a run as a later session would, from what the store keeps alone.
  private func reopened(_ shelf: Shelf) throws -> Ledger {
    let store = try shelf.store()
    let row = try store.run("POST-0001")
    let library = try #require(
      readLibrary(LibraryFiles(try store.pinnedFiles(row.library)), today: nil).library)
    let plan = try #require(Fixtures.plan(library, Playbook.ID(row.playbook)))
    return try Ledger.open(row.id, plan: plan, in: store)
  }

  @Test(arguments: [false, true])
  func itResumesOnItsLibraryAfterTheFilesWereChangedOrDeleted(areDeleted: Bool) throws {
    let shelf = Shelf()
    let root = shelf.scratch.path + "/library"
    for (path, text) in SmallLibrary.texts {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      try Files.makeFolder(root + "/" + folder)
      try Files.write(Array(text.utf8), to: root + "/" + path)
    }
    let files = LibraryFiles(try Files.readTree(root, folders: ["playbooks", "templates"]))
    let library = try #require(readLibrary(files, today: nil).library)
    let plan = try #require(Fixtures.plan(library, SmallLibrary.playbook))
    let begun = try Ledger.begin(
      .init(plan: plan, files: files, mode: .live, zero: Fixtures.night), in: try shelf.store(),
      at: shelf.moment())
    for path in SmallLibrary.texts.keys {
      if areDeleted {
        Files.remove(root + "/" + path)
      } else {
        try Files.write([0x3A], to: root + "/" + path)
      }
    }
    let again = try reopened(shelf)
    #expect(again.run.start.library == files.digest)
    #expect(again.run.playbook.steps.keys == begun.run.playbook.steps.keys)
    var night = try again.run.decide(
      .recordFact(Answer(fact: "hurt", value: .choice("none"))), at: shelf.moment())
    try again.append(night, generation: nil, at: shelf.moment())
    night = try again.run.decide(.draft("first"), at: shelf.moment())
    try again.append(night, generation: nil, at: shelf.moment())
    #expect(
      again.run.messages.values.first?.draft.text.contains("We know of an incident: no one is hurt") == true)
  }

  @Test func aLaterRunTakesTheNewLibraryAndTheEarlierKeepsItsOwn() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    _ = try shelf.begin(store)
    let changed = SmallLibrary.files(replacing: ["templates/notice/email.md": "Subject: New\n\nNew words."])
    let library = try #require(readLibrary(changed, today: nil).library)
    let plan = try #require(Fixtures.plan(library, SmallLibrary.playbook))
    _ = try Ledger.begin(
      .init(plan: plan, files: changed, mode: .live, zero: Fixtures.night), in: store, at: shelf.moment())
    let (one, two) = (try store.run("POST-0001"), try store.run("POST-0002"))
    #expect(one.library != two.library)
    let path = "templates/notice/email.md"
    #expect(try store.pinnedFiles(one.library)[path] == Array((SmallLibrary.texts[path] ?? "").utf8))
    #expect(try store.pinnedFiles(two.library)[path] == Array("Subject: New\n\nNew words.".utf8))
  }

  @Test func aNightOnDiskIsTheSameNightInMemory() throws {
    let shelf = Shelf()
    let ledger = try shelf.begin(try shelf.store())
    var night = try #require(Night(small: .live))
    try night.settle()
    try night.send("holding")
    for event in night.events.dropFirst() {
      try ledger.append([event.content], generation: nil, at: Moment(now: event.entered, officer: event.by))
    }
    let again = try reopened(shelf)
    #expect(again.run.messages == night.run.messages)
    #expect(again.run.facts == night.run.facts)
    #expect(again.run.steps == night.run.steps)
    #expect(again.run.decisions == night.run.decisions)
    guard case .whole = try again.store.verify(try again.store.run("POST-0001")) else {
      Issue.record("the chain is broken")
      return
    }
  }
}
