import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Stage
import Testing
import Time

@testable import Console

/// One night of the shipped local incident, brought on to where a screen is looked at.
struct IncidentNight {
  private(set) var night: Night

  init(_ mode: Mode = .live) throws {
    let plan = try #require(Fixtures.incidentPlan)
    night = try #require(Night(plan, mode: mode))
    night.roster = Self.roster
  }

  /// The desk of the officer who walks it.
  var desk: Desk { Desk(night) }

  static let roster = Roster.read(
    Array(
      """
      people:
        - {name: Pat Quill, roles: [police-press-officer], phone: 01632 960111, hours: all night}
        - {name: Lee Fox, roles: [comms-lead, head-of-comms], phone: 01632 960112}
        - {name: Dee Rector, roles: [duty-director]}
      """.utf8), path: "roster.yaml"
  ).roster

  /// Answers what these steps ask, as the night has it.
  mutating func learn(_ steps: [Step.ID]) throws {
    for step in steps {
      for id in night.run.playbook.steps[step]?.asks ?? [] {
        let fact = try #require(night.run.playbook.facts[id])
        guard let given = LocalNight.answer(fact) else {
          try night.answerNotKnown(id)
          continue
        }
        let value = try fact.read(given.text, now: night.now, calendar: Fixtures.calendar)
        try night.give(
          .recordFact(
            Answer(fact: id, value: value, confidence: given.confidence, source: given.source)))
      }
      night.pass(.minutes(1))
    }
  }

  /// Nine minutes in: what the first quarter of an hour asks is known, and the level waits for its decision.
  mutating func comeToTheDecision() throws {
    try learn(["methane", "log", "lead", "relay", "pause"])
    try night.give(.completeStep("pause", detail: nil))
    night.pass(.minutes(5))
    try night.send("first-words")
  }

  /// The level is decided, and the holding statement is drafted under an earlier approval of its own.
  mutating func comeToTheHoldingStatement() throws {
    try comeToTheDecision()
    try night.give(
      .decide("level", option: "advise", decider: LocalNight.decider, reason: "The facts as they stand"))
    try night.give(.draft("holding"))
    night.pass(.minutes(2))
  }

  /// The first message of the holding statement may go out.
  mutating func comeToAnApprovedHoldingStatement() throws {
    try comeToTheHoldingStatement()
    try night.fillSeats(of: night.open("holding")[0])
  }

  /// Who could fill either seat of the second message has filled one.
  mutating func approveTheSecondByTheChair() throws {
    let chair = "people: [{name: Jo Bell, roles: [strategic-group-chair]}]"
    let read = Roster.read(Array(chair.utf8), path: "roster.yaml").roster
    night.roster = Roster(people: Self.roster.people + read.people)
    try night.approve([night.open("holding")[1]], by: "Jo Bell", as: "strategic-group-chair")
  }

  /// One message of the holding statement is sent, the next is returned, and one is rung about in vain.
  mutating func answerTheHoldingStatement() throws {
    let open = night.open("holding")
    try night.give(.requestApproval(open))
    try night.fillSeats(of: open[0])
    try night.give(.markSent(open[0]))
    try night.approve([open[1]], by: "Pat Quill", as: "police-press-officer")
    try night.give(
      .returnMessages(
        [open[1]], person: "Lee Fox", role: "head-of-comms", reason: "Say where to look for news"))
    let contact = Contact(person: "Pat Quill", role: "police-press-officer", outcome: .noAnswer)
    try night.give(.tryContact([open[2]], contact))
  }

  mutating func pass(_ length: Seconds) { night.pass(length) }

  /// Somebody else writes it down.
  mutating func add(_ command: Command) throws {
    let officer = night.officer
    night.officer = "Bo"
    try night.give(command)
    night.officer = officer
  }

  mutating func give(_ command: Command) throws { try night.give(command) }

  /// Somebody else accepts the run, and this officer comes back.
  mutating func handOver(to name: String) throws {
    let officer = night.officer
    try night.handOver(to: name)
    night.officer = officer
  }
}
