import Fixtures
import Glibc
import Library
import OrderedCollections
import Running
import System
import Testing
import Time

@testable import Record

/// A walk is killed at any instant: what it said was saved is there, and the chain is whole.
@Suite struct KillTests {
  /// Notes numbered within a session, more than it has time for.
  private func type(_ session: Int, _ shelf: Shelf) throws -> String {
    let path = shelf.scratch.path + "/typed"
    try Files.write(Array((1...2000).map { ":n\nSession \(session) note \($0)\n" }.joined().utf8), to: path)
    return path
  }

  private func saved(_ shelf: Shelf) -> Int {
    let bytes = (try? Files.read(shelf.scratch.path + "/said", most: 64 << 20)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").count { $0.contains("Saved ") }
  }

  private func walk(_ arguments: [String], _ session: Int, _ shelf: Shelf) throws -> Child {
    let state = ["--state-dir", shelf.folder, "--officer", "Ash", "--plain"]
    return try Child(
      Child.playbook, arguments + state,
      files: (try type(session, shelf), shelf.scratch.path + "/said", shelf.scratch.path + "/errors"))
  }

  @Test func nothingThatWasReportedAsSavedIsEverLost() throws {
    let shelf = Shelf()
    let seed = UInt64.random(in: 0 ... .max)
    var random = Seeded(seed: seed)
    let plan = try #require(Fixtures.incidentPlan)
    for session in 1...30 {
      let begin = ["start", "local-incident", "--library", Fixtures.root]
      let before = saved(shelf)
      let child = try walk(session == 1 ? begin : ["resume", "POST-0001"], session, shelf)
      // Killed at once in one of three, else somewhere among its notes.
      var patience = session == 1 ? 15_000 : random.chance(67) ? 1500 : 0
      while patience > 0, saved(shelf) == before {
        usleep(2000)
        patience -= 1
      }
      usleep(UInt32.random(in: 0...60_000, using: &random))
      kill(child.process, SIGKILL)
      #expect(child.wait() == 128 + SIGKILL)
      try check(shelf, plan, "seed \(seed), session \(session)")
    }
    #expect(saved(shelf) > 30, "seed \(seed)")
  }

  private func check(_ shelf: Shelf, _ plan: Plan, _ about: Comment) throws {
    let store = try shelf.store()
    let row = try store.run("POST-0001")
    #expect(try store.verify(row).count == row.lastSequence, about)
    let notes = try Ledger.open(row.id, plan: plan, in: store).run.notes.map(\.text)
    #expect(notes.count >= saved(shelf), about)
    // Every session's notes are its first ones, without a gap.
    for (_, lines) in Dictionary(grouping: notes, by: { $0.split(separator: " ")[1] }) {
      #expect(lines.map { $0.split(separator: " ")[3] } == (1...lines.count).map { "\($0)"[...] }, about)
    }
  }

  @Test func thePenOfAnotherProcessIsHeldUntilItEndsHoweverItEnds() throws {
    let shelf = Shelf()
    let child = try walk(["start", "local-incident", "--library", Fixtures.root], 1, shelf)
    var patience = 3000
    while patience > 0, saved(shelf) == 0 {
      usleep(2000)
      patience -= 1
    }
    // Stopped, not ended: it holds what it holds.
    kill(child.process, SIGSTOP)
    let store = try shelf.store()
    #expect(fault { _ = try store.takePen(of: "POST-0001", officer: "Blake") } == .penHeld(by: "Ash"))
    kill(child.process, SIGKILL)
    #expect(child.wait() == 128 + SIGKILL)
    let pen = try store.takePen(of: "POST-0001", officer: "Blake")
    let generation = pen.generation
    #expect(generation == 2)
  }

  @Test func aRunThatIsKilledAtItsBeginningIsWholeOrNotThere() throws {
    let shelf = Shelf()
    var random = Seeded(seed: 11)
    for session in 1...12 {
      let child = try walk(["start", "local-incident", "--library", Fixtures.root], session, shelf)
      usleep(UInt32.random(in: 0...400_000, using: &random))
      kill(child.process, SIGKILL)
      _ = child.wait()
      let store = try shelf.store()
      for row in try store.runs() { #expect(try store.verify(row).count == row.lastSequence, "\(row.id)") }
    }
  }
}
