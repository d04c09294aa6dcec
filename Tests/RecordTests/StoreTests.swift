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

/// The record is its owner's alone, and only grows.
@Suite struct StoreTests {
  @Test func folderAndFilesAreTheirOwnersAlone() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    _ = try shelf.begin(store)
    let pen = try store.takePen(of: "POST-0001", officer: "Ash")
    #expect(pen.generation == 1)
    for folder in ["", "/locks", "/drafts"] { #expect(shelf.mode(shelf.folder + folder) == 0o700) }
    #expect(shelf.mode(shelf.database) == 0o600)
    #expect(shelf.mode(shelf.database + "-wal") == 0o600)
    #expect(shelf.mode(shelf.folder + "/locks/POST-0001.lock") == 0o600)
    let draft = DraftFile(folder: shelf.folder, run: "POST-0001", officer: "Ash")
    try draft.write(.init(prompt: "note", text: "half"))
    #expect(shelf.mode(draft.path) == 0o600)
  }

  @Test(arguments: [
    "UPDATE events SET payload = x'00'", "DELETE FROM events", "UPDATE blobs SET bytes = x'00'",
    "DELETE FROM blobs",
    "UPDATE runs SET playbook = 'x'", "DELETE FROM runs", "UPDATE pins SET path = 'x'", "DELETE FROM pins",
    "INSERT OR REPLACE INTO events SELECT run, sequence, x'00', link FROM events",
    "INSERT OR REPLACE INTO runs SELECT id, prefix, number, 'other', library FROM runs",
    "INSERT OR REPLACE INTO blobs SELECT digest, x'00' FROM blobs",
    "INSERT OR REPLACE INTO pins SELECT library, path, (SELECT max(digest) FROM blobs) FROM pins",
  ])
  func nothingThatIsWrittenIsChangedOrTakenAway(statement: String) throws {
    let shelf = Shelf()
    let row = try shelf.written()
    let store = try shelf.store()
    let found = fault { try store.database.execute(statement) }
    guard case .database(let words, _)? = found else {
      Issue.record("\(statement) was carried out")
      return
    }
    #expect(words.contains("the record only grows"))
    guard case .whole(events: 6, _) = try store.verify(row) else {
      Issue.record("the record was changed")
      return
    }
  }

  @Test func runsAreNumberedByTheirKindAndExercisesApart() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    for mode in [Mode.live, .exercise, .live] { _ = try shelf.begin(store, mode: mode) }
    #expect(try store.runs().map(\.id) == ["POST-0001", "EX-0001", "POST-0002"])
    #expect(try store.run("post-0002").id == "POST-0002")
    #expect(fault { _ = try store.run("POST-0003") } == .noSuchRun("POST-0003"))
  }

  @Test func twoWhoSawTheSameEventDoNotBothWriteTheNext() throws {
    let shelf = Shelf()
    let (one, two) = (try shelf.store(), try shelf.store())
    let first = try shelf.begin(one)
    let second = try Ledger.open("POST-0001", plan: first.run.plan, in: two)
    try first.append([.noted("One", .note)], generation: nil, at: shelf.moment())
    #expect(
      fault { try second.append([.noted("Two", .note)], generation: nil, at: shelf.moment()) }
        == .conflict(expected: 1, found: 2))
    #expect(second.run.sequence == 1)
    #expect(try second.catchUp().count == 1)
    try second.append([.noted("Two", .note)], generation: nil, at: shelf.moment())
    #expect(try first.catchUp().count == 1)
    #expect(first.run.notes.map(\.text) == ["One", "Two"])
    #expect(try first.catchUp().count == 0)
  }

  @Test func anAppendIsWholeOrNotAtAll() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    let ledger = try shelf.begin(store)
    try store.database.execute(
      "CREATE TEMP TRIGGER third BEFORE INSERT ON events WHEN new.sequence = 4 BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    let notes = ["One", "Two", "Three"].map { Event.Content.noted($0, .note) }
    #expect(fault { try ledger.append(notes, generation: nil, at: shelf.moment()) } != nil)
    #expect(ledger.run.sequence == 1)
    #expect(try store.events(of: "POST-0001").count == 1)
  }

  @Test func aReaderSeesThatOthersHaveWritten() throws {
    let shelf = Shelf()
    let (one, two) = (try shelf.store(), try shelf.store())
    let ledger = try shelf.begin(one)
    let before = two.writingsOfOthers()
    #expect(two.writingsOfOthers() == before)
    try ledger.append([.noted("One", .note)], generation: nil, at: shelf.moment())
    #expect(two.writingsOfOthers() != before)
  }

  @Test func whatTheRunDoesNotNeedIsNotKept() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    let files = SmallLibrary.files(replacing: ["playbooks/pre-planned/other.yaml": "a: b"])
    let plan = try #require(Fixtures.smallPlan)
    let ledger = try Ledger.begin(
      .init(plan: plan, files: files, mode: .live, zero: Fixtures.night), in: store, at: shelf.moment())
    #expect(ledger.run.start.library == SmallLibrary.files().digest)
    #expect(try store.pinnedFiles(ledger.run.start.library) == SmallLibrary.files().files)
  }

  @Test func theSameLibraryIsKeptOnce() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    for _ in 0..<3 { _ = try shelf.begin(store) }
    let count = try store.database.rows("SELECT count(*) FROM pins").first?.first?.integer
    #expect(count == Int64(SmallLibrary.texts.count))
    #expect(try store.pinnedFiles(SmallLibrary.files().digest) == SmallLibrary.files().files)
  }

  @Test func whatIsHalfTypedIsKeptUntilItIsEntered() throws {
    let scratch = Scratch()
    try Files.makePrivateFolder(scratch.path + "/drafts")
    let draft = DraftFile(folder: scratch.path, run: "POST-0001", officer: "Ash")
    #expect(draft.read() == nil)
    let typed = DraftFile.Typed(prompt: "fact known place", text: "North\nfie\u{301}")
    try draft.write(typed)
    #expect(DraftFile(folder: scratch.path, run: "POST-0001", officer: "ash").read() == typed)
    #expect(DraftFile(folder: scratch.path, run: "POST-0001", officer: "Blake").read() == nil)
    let others = DraftFile.others(folder: scratch.path, run: "POST-0001", than: "Blake")
    #expect(others.map(\.officer) == ["Ash"])
    #expect(others.map(\.typed) == [typed])
    #expect(DraftFile.others(folder: scratch.path, run: "POST-0001", than: "Ash").isEmpty)
    #expect(DraftFile.others(folder: scratch.path, run: "POST-0002", than: "Blake").isEmpty)
    draft.clear()
    #expect(draft.read() == nil)
  }
}

/// One person holds the pen, and knows when it was taken from them.
@Suite struct PenTests {
  @Test func aPenThatIsHeldIsRefusedWithTheNameOfItsHolder() throws {
    let shelf = Shelf()
    let (one, two) = (try shelf.store(), try shelf.store())
    _ = try shelf.begin(one)
    let pen = try one.takePen(of: "POST-0001", officer: "Ash")
    #expect(fault { _ = try two.takePen(of: "POST-0001", officer: "Blake") } == .penHeld(by: "Ash"))
    #expect(pen.generation == 1)
    _ = consume pen
    let next = try two.takePen(of: "POST-0001", officer: "Blake")
    #expect(next.generation == 2)
  }

  @Test func whoseHandItWasTakenFromCanWriteNoMore() throws {
    let shelf = Shelf()
    let (one, two) = (try shelf.store(), try shelf.store())
    let first = try shelf.begin(one)
    let old = try one.takePen(of: "POST-0001", officer: "Ash")
    try first.append([.noted("One", .note)], generation: old.generation, at: shelf.moment())
    let new = try two.takePen(of: "POST-0001", officer: "Blake", takingOver: true)
    let second = try Ledger.open("POST-0001", plan: first.run.plan, in: two)
    try second.append(
      [.takenOver(from: "Ash", reason: "No answer")], generation: new.generation,
      at: shelf.moment(officer: "Blake"))
    try first.catchUp()
    #expect(
      fault { try first.append([.noted("Two", .note)], generation: old.generation, at: shelf.moment()) }
        == .penLost(to: "Blake"))
    #expect(first.run.officer == "Blake")
    // What may stand beside the pen still may.
    try first.append([.noted("Two", .note)], generation: nil, at: shelf.moment())
  }

  @Test func whoTookThePenKeepsAThirdOut() throws {
    let shelf = Shelf()
    let (one, two, three) = (try shelf.store(), try shelf.store(), try shelf.store())
    _ = try shelf.begin(one)
    let old = try one.takePen(of: "POST-0001", officer: "Ash")
    let new = try two.takePen(of: "POST-0001", officer: "Blake", takingOver: true)
    #expect(fault { _ = try three.takePen(of: "POST-0001", officer: "Cam") } == .penHeld(by: "Blake"))
    // The first one's end frees nothing that is not theirs.
    let generations = [old.generation, new.generation]
    _ = consume old
    #expect(fault { _ = try three.takePen(of: "POST-0001", officer: "Cam") } == .penHeld(by: "Blake"))
    #expect(generations == [1, 2])
    _ = consume new
  }

  @Test func pensOfTwoRunsAreTwo() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    _ = try shelf.begin(store)
    _ = try shelf.begin(store)
    let one = try store.takePen(of: "POST-0001", officer: "Ash")
    let two = try store.takePen(of: "POST-0002", officer: "Blake")
    let generations = [one.generation, two.generation]
    #expect(generations == [1, 1])
  }
}
