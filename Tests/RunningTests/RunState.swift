import Library
import OrderedCollections
import Time

@testable import Running

/// Everything that a run holds beside its plan, so that two runs can be compared.
struct RunState: Equatable {
  let start: Start
  let moments: [Instant]
  let officer: String
  let finished: Run.Finish?
  let facts: [Fact.ID: [Run.FactEntry]]
  let steps: [Step.ID: [Run.Round]]
  let decisions: [Run.Decision]
  let choice: LevelChoice?
  let permissions: [Fact.ID: [Run.GivenPermission]]
  let messages: OrderedDictionary<Message.ID, Message>
  let notes: [Run.Note]
  let retimings: [Run.Retiming]
  let officers: [Run.OfficerChange]
  let offer: HandOverOffer?
  let sequences: [Int]

  init(_ run: Run) {
    start = run.start
    moments = [run.startedAt, run.zero, run.lastEntered]
    officer = run.officer
    finished = run.finished
    facts = run.facts
    steps = run.steps
    decisions = run.decisions
    choice = run.choice
    permissions = run.permissions
    messages = run.messages
    notes = run.notes
    retimings = run.retimings
    officers = run.officers
    offer = run.offer
    sequences = [run.sequence] + run.clockJumps
  }
}
