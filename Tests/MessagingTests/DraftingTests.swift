import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

/// A send becomes one message for each channel, language and level.
@Suite struct DraftingTests {
  private func drafts(
    _ step: Step.ID, level: Level?, audiences: [Audience.ID: Level] = [:],
    replacing texts: [String: String] = [:]
  ) throws -> [Draft] {
    let library = try #require(SmallLibrary.library(replacing: texts))
    let playbook = try #require(library.playbooks[SmallLibrary.playbook])
    guard case .send(let sending)? = playbook.steps[step]?.action else { return [] }
    let knowing = Knowledge(
      facts: [:], level: level, audienceLevels: audiences, mode: .live, now: Fixtures.night,
      nextUpdate: Fixtures.night + .hours(1), calendar: Fixtures.calendar)
    return Messaging.drafts(for: sending, of: playbook, in: library, knowing: knowing).map(\.draft)
  }

  private func places(_ drafts: [Draft]) -> [String] {
    drafts.map { draft in
      "\(draft.channel) \(draft.level.rawValue) \(draft.language) "
        + draft.audiences.map(\.text).joined(separator: "+")
    }
  }

  @Test func audiencesWithTheSameWordsShareAMessage() throws {
    #expect(
      places(try drafts("holding", level: .advise)) == [
        "web advise en-GB public+nearby", "x advise en-GB public", "sms advise en-GB public+nearby",
        "mail advise en-GB partners",
      ])
  }

  @Test func anAudienceWithALevelOfItsOwnGetsAMessageOfItsOwn() throws {
    let drafts = try drafts("holding", level: .advise, audiences: ["nearby": .direct])
    #expect(
      places(drafts) == [
        "web advise en-GB public", "x advise en-GB public", "sms advise en-GB public",
        "web direct en-GB nearby", "sms direct en-GB nearby", "mail advise en-GB partners",
      ])
    #expect(drafts[3].path == "templates/holding/web-page.direct.md")
  }

  @Test func beforeTheLevelIsDecidedNobodyGetsAMessage() throws {
    #expect(try drafts("holding", level: nil) == [])
    #expect(places(try drafts("holding", level: nil, audiences: ["nearby": .reassure])).count == 1)
  }

  @Test func aSendWithALevelOfItsOwnNeedsNoDecision() throws {
    #expect(places(try drafts("first", level: nil)) == ["web signpost en-GB public"])
    #expect(places(try drafts("first", level: .direct)) == ["web signpost en-GB public"])
  }

  @Test func aSpokenSendGoesThroughBriefingChannelsAlone() throws {
    #expect(places(try drafts("call", level: nil)) == ["spoken reassure en-GB staff"])
    let written = try drafts(
      "call", level: nil,
      replacing: [
        "playbooks/post-incident/small.yaml":
          (SmallLibrary.texts["playbooks/post-incident/small.yaml"] ?? "").replacing(
            "brief: call", with: "send: call")
      ])
    #expect(places(written) == ["staff-mail reassure en-GB staff"])
  }

  @Test func everyLanguageOfAnAudienceIsAMessage() throws {
    let small = SmallLibrary.texts["playbooks/post-incident/small.yaml"] ?? ""
    let drafts = try drafts(
      "holding", level: .reassure,
      replacing: [
        "playbooks/post-incident/small.yaml": small.replacing(
          "to: [public, nearby, partners]", with: "to: [public, valley]"),
        "templates/holding/web-page.cy.md": "Subject: Digwyddiad\n\nMae'r heddlu yno.",
      ])
    #expect(
      places(drafts) == [
        "web reassure en-GB public+valley", "x reassure en-GB public", "web reassure cy valley",
      ])
    #expect(drafts[2].text == "OFFICIAL\n\nMae'r heddlu yno.\n\nOFFICIAL")
  }
}
