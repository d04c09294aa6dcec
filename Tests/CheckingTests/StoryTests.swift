import Checking
import Fixtures
import Library
import Messaging
import Running
import Testing
import Time

@Suite struct StoryTests {
  @Test func aStoryIsWalkedAgain() throws {
    let plan = try #require(Fixtures.smallPlan)
    let moment = SampleMoment.fixed(by: Fixtures.calendar)
    var story = try #require(Story(of: plan, at: moment))
    let skips = Command.skipStep("known", reason: "In a story")
    let isSkipped = story.give(skips, telling: "known is skipped")
    #expect(isSkipped)
    let isSkippedAgain = story.give(skips)
    #expect(!isSkippedAgain, "it is over")
    #expect(story.lines == ["known is skipped"])
    let again = try #require(story.replayed(on: plan, at: moment))
    #expect(again.sequence == story.run.sequence)
    #expect(again.steps == story.run.steps)
  }
}
