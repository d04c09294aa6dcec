import Fixtures
import Library
import Messaging
import OrderedCollections
import System
import Testing
import Time

@testable import Running

/// Whatever is done in whatever order, a run keeps its promises; a failure names the seed.
@Suite struct SimulationTests {
  /// A few that are always played, and a new one; PLAYBOOK_SEED plays one, PLAYBOOK_SEEDS so many.
  private static let seeds: [UInt64] = {
    if let one = Environment.value("PLAYBOOK_SEED").flatMap({ UInt64($0) }) { return [one] }
    let count = Environment.value("PLAYBOOK_SEEDS").flatMap { UInt64($0) } ?? 5
    return Array(1...max(1, count)) + [UInt64.random(in: 1_000_000 ... .max)]
  }()

  private struct Outcome {
    var refused = 0
    var sent = 0
    var states: [(sequence: Int, state: RunState)] = []
  }

  @Test(arguments: seeds)
  func aRandomNightOnTheSmallLibraryKeepsEveryPromise(seed: UInt64) throws {
    let plan = try #require(Fixtures.agreedPlan)
    try simulate(plan, seed % 3 == 0 ? .exercise : .live, seed: seed, turns: 350)
  }

  @Test(arguments: seeds)
  func aRandomNightOnTheShippedIncidentKeepsEveryPromise(seed: UInt64) throws {
    let plan = try #require(Fixtures.incidentPlan)
    try simulate(plan, seed % 3 == 1 ? .exercise : .live, seed: seed, turns: 200)
  }

  private func simulate(_ plan: Plan, _ mode: Mode, seed: UInt64, turns: Int) throws {
    let about = Comment(rawValue: "seed \(seed), \(plan.playbook.id), \(mode.rawValue)")
    var night = try #require(Night(plan, mode: mode), about)
    night.roster = Fixtures.roster([("Pat", ["police", "police-press-officer"]), ("Sol", ["lawyer"])])
    var random = RandomCommands(seed: seed)
    var outcome = Outcome()
    for _ in 0..<turns {
      let turn = random.turn(night)
      night.pass(turn.wait)
      night.officer = turn.officer
      try give(turn, &night, &outcome, about)
    }
    // A simulation that is refused everything, or refused nothing, tests nothing.
    #expect(outcome.refused > 10, about)
    #expect(night.events.count > 50, about)
    try checkReplay(night, outcome, about)
    checkReleases(night, about)
  }

  private func give(
    _ turn: RandomCommands.Turn, _ night: inout Night, _ outcome: inout Outcome, _ about: Comment
  ) throws {
    let before = (events: night.events.count, state: RunState(night.run))
    do throws(Refusal) {
      let contents = try night.give(turn.command, happened: turn.happened)
      #expect(night.events.count == before.events + contents.count, about)
    } catch {
      outcome.refused += 1
      #expect(night.events.count == before.events, about)
      #expect(RunState(night.run) == before.state, about)
      #expect(!error.message(in: night.run).isEmpty, about)
    }
    outcome.states.append((night.run.sequence, RunState(night.run)))
    if outcome.states.count % 8 == 0 { checkCounts(night.run, at: night.now, about) }
  }

  private func checkCounts(_ run: Run, at now: Instant, _ about: Comment) {
    let glance = run.glance(at: now)
    #expect(glance.done + glance.skipped + glance.notApplicable + glance.left == glance.total, about)
    let strange = run.steps.filter { $0.value.map(\.number) != Array(1...$0.value.count) }
    #expect(strange.isEmpty, about)
  }

  /// Folding the events again gives the state after every command, and from any beginning the same end.
  private func checkReplay(_ night: Night, _ outcome: Outcome, _ about: Comment) throws {
    #expect(night.events.map(\.sequence) == Array(1...night.events.count), about)
    var again = try #require(Run(plan: night.run.plan, events: night.events.prefix(1)), about)
    var next = 1
    for (sequence, state) in outcome.states {
      while next < sequence {
        again.apply(night.events[next])
        next += 1
      }
      #expect(RunState(again) == state, about)
    }
    let whole = try #require(Run(plan: night.run.plan, events: night.events), about)
    #expect(RunState(whole) == RunState(night.run), about)
  }

  private func checkReleases(_ night: Night, _ about: Comment) {
    let auditor = Auditor(plan: night.run.plan, mode: night.run.mode)
    for (index, event) in night.events.enumerated() {
      guard case .messageSent(let id) = event.content else { continue }
      let faults = auditor.faults(ofReleaseAt: index, of: id, in: night.events)
      #expect(faults == [], "\(id) at event \(index + 1), \(about.rawValue)")
    }
  }
}
