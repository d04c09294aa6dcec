import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Stage
import Testing
import Time

/// The page that shows one night of the shipped local incident at each of the four levels.
@Suite struct FourLevelsTests {
  private static let path = "../Sources/playbook/Documentation.docc/FourLevels.md"

  @Test func thePageShowsWhatTheLibrarySends() throws {
    let page = try Self.page(of: try #require(Fixtures.incidentPlan))
    let difference = Golden.difference(page, from: Self.path)
    #expect(difference == nil, "\(difference ?? "")")
  }

  private static func page(of plan: Plan) throws -> String {
    var page = """
      # Four levels

      The same night of the local incident, said at each of the four levels.

      ## Overview

      Nothing but the level differs between the columns: the facts are those of one night, and the words are the
      shipped library's. An empty place means that nobody gets words on that channel at that level.
      `playbook preview holding-statement` shows what any template would send, and `playbook proof` shows all of it.

      """
    for step in plan.playbook.steps.values {
      guard case .send(let sending) = step.action, sending.level == nil else { continue }
      page += "\n## \(step.title)\n\n" + (try table(of: sending, plan))
    }
    return page
  }

  private static func table(of sending: Step.Sending, _ plan: Plan) throws -> String {
    let levels = plan.library.organisation.levels
    let titles = Level.allCases.map { levels[$0]?.title ?? $0.rawValue }
    var rows: OrderedDictionary<String, [Level: String]> = [:]
    for level in Level.allCases {
      for judged in drafts(
        for: sending, of: plan.playbook, in: plan.library, knowing: try knowledge(plan, level))
      {
        let draft = judged.draft
        #expect(!judged.verdict.isStopped, "\(draft.path) at \(level)")
        rows[place(of: draft, plan), default: [:]][level] = cell(draft)
      }
    }
    let head = "| | \(titles.joined(separator: " | ")) |\n|---|---|---|---|---|\n"
    return head
      + rows.map { place, texts in
        "| \(place) | " + Level.allCases.map { texts[$0] ?? "" }.joined(separator: " | ") + " |\n"
      }.joined()
  }

  private static func place(of draft: Draft, _ plan: Plan) -> String {
    let organisation = plan.library.organisation
    let audiences = draft.audiences.map { organisation.audiences[$0]?.title ?? $0.text }
    let language = draft.language == organisation.language ? "" : ", \(draft.language)"
    return
      "**\(organisation.channels[draft.channel]?.title ?? draft.channel.text)**\(language)<br>to \(audiences.joined(separator: ", "))"
  }

  private static func cell(_ draft: Draft) -> String {
    let text = (draft.subject.map { "*\($0)*\n\n" } ?? "") + draft.text
    return text.replacing("|", with: "\\|").replacing("\n* ", with: "\n• ").replacing("\n", with: "<br>")
  }

  /// What is known on the night once everything has been asked.
  private static func knowledge(_ plan: Plan, _ level: Level) throws -> Knowledge {
    var facts: [Fact.ID: Knowledge.Entry] = [:]
    for fact in plan.playbook.facts.values {
      let given = LocalNight.answer(fact)
      let value = try given.map { try fact.read($0.text, now: Fixtures.night, calendar: plan.calendar) }
      facts[fact.id] = Knowledge.Entry(
        value: value, confidence: given?.confidence ?? .notKnown, marking: fact.marking, source: "")
    }
    return Knowledge(
      facts: facts, level: level, audienceLevels: [:], mode: .live, now: Fixtures.night,
      nextUpdate: Fixtures.night + .hours(1), calendar: plan.calendar)
  }
}
