import Console
import Fixtures
import Library
import Running
import Testing

/// A walk of the local incident at its first question.
private func atFirstQuestion() throws -> (walk: Walk, run: Run) {
  let library = try #require(try Fixtures.shipped())
  let plan = try #require(Fixtures.plan(library, "post-incident/local-incident"))
  let run = try #require(Night(plan)).run
  var walk = Walk(roster: Roster(people: []))
  _ = walk.settle(run, at: Fixtures.night)
  return (walk, run)
}

@Test(arguments: ["l", "f", "p", "t", "n", "s", "h", "b", "q", "?"])
func loneCommandIsNeverAReason(_ letter: String) throws {
  var (walk, run) = try atFirstQuestion()
  _ = walk.receive(":s", run, at: Fixtures.night)
  let effects = walk.receive(letter, run, at: Fixtures.night)
  #expect(!effects.contains { if case .command = $0 { true } else { false } })
  guard case .skipReason = walk.prompt else {
    Issue.record("the reason is no longer asked for")
    return
  }
}

@Test(arguments: ["?", "q", "h"])
func loneCommandIsNeverATextFact(_ letter: String) throws {
  var (walk, run) = try atFirstQuestion()
  let asked = walk.prompt
  _ = walk.receive(letter, run, at: Fixtures.night)
  #expect(walk.prompt == asked)
}

@Test func reasonOfOneWordIsTaken() throws {
  var (walk, run) = try atFirstQuestion()
  _ = walk.receive(":s", run, at: Fixtures.night)
  let effects = walk.receive("Rehearsed", run, at: Fixtures.night)
  #expect(effects.contains { if case .command = $0 { true } else { false } })
}
