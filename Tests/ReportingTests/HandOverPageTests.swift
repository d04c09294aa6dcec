import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Stage
import Testing
import Time

@testable import Reporting

/// What the incoming officer reads, on one page.
@Suite struct HandOverPageTests {
  /// The shipped incident in the middle of its holding statement.
  private struct Incident {
    var night: Night

    init(_ mode: Mode = .live) throws {
      let plan = try #require(Fixtures.incidentPlan)
      night = try #require(Night(plan, mode: mode))
      try learn(["methane", "log", "lead", "relay", "pause"])
      try night.give(.completeStep("pause", detail: nil))
      night.pass(.minutes(5))
      try night.send("first-words")
      try night.give(.decide("level", option: "advise", decider: LocalNight.decider, reason: "As it stands"))
      try night.give(.draft("holding"))
      night.pass(.minutes(2))
      let open = night.open("holding")
      try night.give(.requestApproval(open))
      try night.fillSeats(of: open[0])
      try night.give(.markSent(open[0]))
      try night.approve([open[1]], by: "Pat Quill", as: "police-press-officer")
      try night.give(
        .returnMessages([open[1]], person: "Lee Fox", role: "head-of-comms", reason: "Say where to look"))
      let contact = Contact(person: "Pat Quill", role: "police-press-officer", outcome: .noAnswer)
      try night.give(.tryContact(Array(open.dropFirst(2)), contact))
    }

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
            .recordFact(Answer(fact: id, value: value, confidence: given.confidence, source: given.source)))
        }
        night.pass(.minutes(1))
      }
    }

    func page(after length: Seconds = Seconds(0)) -> HandOverPage {
      HandOverPage(night.run, at: night.now + length)
    }
  }

  private func items(_ page: HandOverPage, _ id: HandOverPage.Section.ID) -> [HandOverPage.Item] {
    page.sections.first { $0.id == id }?.items ?? []
  }

  @Test func thePageOfTheIncidentIsTheOneThatWasLookedAt() throws {
    var incident = try Incident()
    try incident.night.give(.offerHandOver(to: "Blake Ward"))
    incident.night.pass(.minutes(15))
    let page = HandOverPage(
      incident.night.run, at: incident.night.now,
      halfTyped: [.init(officer: "Ash", text: "The rumour of a second\nattack is")])
    let text = [80, 60, 40].map { "=== \($0) columns\n" + page.text(width: $0) }.joined()
    let difference = Golden.difference(text, from: "ReportingTests/Golden/hand-over.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func itIsOnePageAndLongerListsSayHowMuchMoreThereIs() throws {
    let page = try Incident().page(after: .hours(3))
    let lines = page.text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= HandOverPage.mostLines + 1)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains { $0.hasPrefix("  and ") && $0.hasSuffix(" of them late") })
  }

  @Test func whatIsLateComesFirst() throws {
    let due = items(try Incident().page(after: .hours(1)), .due)
    #expect(due.first?.isLate == true)
    #expect(due.map(\.isLate) == due.map(\.isLate).sorted { $0 && !$1 })
  }

  @Test func theCodeIsTheSameUntilThePageSaysSomethingElse() throws {
    var incident = try Incident()
    let code = incident.page().code
    #expect(incident.page(after: .hours(5)).code == code)
    try incident.night.give(.note("Nothing of this is on the page", .note))
    #expect(incident.page().code == code)
    try incident.night.give(.offerHandOver(to: "Blake"))
    #expect(incident.page().code == code)
    try incident.night.give(
      .recordFact(Answer(fact: "danger", value: nil, confidence: .notKnown, reason: "Unsure")))
    #expect(incident.page().code != code)
    #expect(try Incident(.exercise).page().code != code)
  }

  @Test func theCodeIsReadBackAsItIsSpoken() throws {
    let page = try Incident().page()
    #expect(page.isRead(by: page.code.lowercased().replacing("-", with: " ")))
    #expect(!page.isRead(by: "EXERCISE " + page.code))
    #expect(!page.isRead(by: ""))
    let exercise = try Incident(.exercise).page()
    #expect(exercise.isRead(by: "exercise " + exercise.code))
    #expect(exercise.text().hasPrefix("HAND-OVER PAGE   EXERCISE   EX-0001"))
  }

  @Test func halfTypedWordsAreShownAndAreNoPartOfTheCode() throws {
    let incident = try Incident()
    let page = HandOverPage(
      incident.night.run, at: incident.night.now, halfTyped: [.init(officer: "Ash", text: "Mill Ro")])
    #expect(page.text().contains("Ash, not recorded: Mill Ro"))
    #expect(page.code == incident.page().code)
  }

  @Test func aPromiseStandsUntilItsAudienceHearsAgain() throws {
    var night = try #require(Night(small: .live))
    try night.settle()
    try night.send("holding")
    let made = items(HandOverPage(night.run, at: night.now), .promised)
    let promise = try #require(night.run.messages.values.compactMap(\.draft.nextUpdate).first)
    #expect(made.count == 1)
    #expect(made.first?.isLate == false)
    let later = items(HandOverPage(night.run, at: promise + .minutes(1)), .promised)
    #expect(later.first?.isLate == true)
    night.now = promise
    try night.send("update")
    let kept = items(HandOverPage(night.run, at: night.now), .promised)
    #expect(!kept.contains { $0.at == made.first?.at })
  }
}
