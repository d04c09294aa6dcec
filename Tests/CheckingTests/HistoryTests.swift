import Checking
import Diagnostics
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

/// What runs have recorded counts where it is more than what the playbook says.
@Suite struct HistoryTests {
  private static func library(_ due: String) -> MarkedLibrary {
    MarkedLibrary(
      "history",
      playbook: """
        facts:
          area: {ask: Where?, type: text, min: 4, max: 40}
        steps:
          - {id: known, ask: [area], takes: 10m}
          - {id: ring, do: Ring them, after: [known], takes: 5m, due: T+20m}
          - id: tell
            send: bare
            to: [public]
            level: signpost
            after: [ring]
            takes: {draft: 2m, approve: 3m, send: 1m}
            approve-by: T+40m
            due: \(due)
          - {id: over, stand-down: It is over.}
        """)
  }

  /// A run in which the questions, the calls and the message took as many minutes.
  private static func run(
    _ library: Library, known: Int64, ring: Int64, approve: Int64 = 1
  ) throws -> Run {
    let plan = try #require(Fixtures.plan(library, "post-incident/p"))
    var night = try #require(Night(plan))
    night.pass(.minutes(known))
    try night.answer("area", .text("Northfield"))
    night.pass(.minutes(ring) + Seconds(40))
    try night.give(.completeStep("ring", detail: nil))
    try night.give(.draft("tell"))
    let ids = night.open("tell")
    try night.give(.requestApproval(ids))
    night.pass(.minutes(approve))
    for id in ids {
      try night.fillSeats(of: id)
      try night.give(.markSent(id))
    }
    return night.run
  }

  private static func prove(
    _ marked: MarkedLibrary, _ runs: (Library) throws -> [Run]
  ) throws -> [Counterexample] {
    let read = readLibrary(marked.files, today: nil)
    let library = try #require(read.library)
    let times = RecordedTimes(of: "post-incident/p", in: try runs(library))
    let proof = Checking.prove(
      read, at: SampleMoment.fixed(by: Fixtures.calendar), history: ["post-incident/p": times])
    return proof.counterexamples
  }

  @Test func theQuickestThatWasRecordedBindsWhereItIsMore() throws {
    let found = try Self.prove(Self.library("T+1h")) { library in
      try [(12, 19), (8, 25), (15, 30)].map { try Self.run(library, known: $0.0, ring: $0.1) }
    }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(
      finding.diagnostic.message
        == "'ring' cannot be over before T+29m, and due is T+20m; 'ring' takes 19m, the quickest of 3 recorded"
    )
    #expect(
      finding.diagnostic.story.map(\.text).suffix(2) == [
        "T to T+10m  Known ('known')",
        "T+10m to T+29m  Ring them ('ring'): 19m, the quickest of 3 recorded",
      ])
  }

  @Test func theApprovalThatWasRecordedBindsTheMessage() throws {
    let found = try Self.prove(Self.library("T+1h")) { [try Self.run($0, known: 2, ring: 5, approve: 30)] }
    #expect(
      found.map(\.diagnostic.message) == [
        "'tell' cannot be approved before T+47m, and approve-by is T+40m; 'tell' takes 32m, 30m of them as recorded once"
      ])
  }

  @Test func quickRunsAndNoRunsChangeNothing() throws {
    #expect(try Self.prove(Self.library("T+1h")) { [try Self.run($0, known: 1, ring: 2)] }.isEmpty)
    #expect(try Self.prove(Self.library("T+1h")) { _ in [] }.isEmpty)
  }
}
