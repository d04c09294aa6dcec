import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

@testable import Console

/// What somebody sees who follows a run, and what an officer sees of another one.
@Suite struct FollowTests {
  private func text(_ screen: Screen) -> String { Renderer(form: .plain, width: 200).text(of: screen) }

  @Test func aTargetIsToldOfWhenItIsNearAndAgainWhenItIsMissed() throws {
    let night = try #require(Night(small: .live))
    let first = try #require(night.run.dueFirst)
    var follow = Follow()
    _ = follow.begin(night.run, night.events, at: first.instant + .minutes(-20))
    #expect(follow.notices(night.run, at: first.instant + .minutes(-19)).isEmpty)
    #expect(text(follow.notices(night.run, at: first.instant + .minutes(-4))).contains("DUE   "))
    #expect(follow.notices(night.run, at: first.instant + .minutes(-4)).isEmpty)
    let missed = text(follow.notices(night.run, at: first.instant + .minutes(1)))
    #expect(missed.contains("LATE  "))
    #expect(missed.contains("POST-0001"))
    #expect(follow.notices(night.run, at: first.instant + .minutes(1)).isEmpty)
  }

  @Test func whatWasLateBeforeStandsInTheHeaderAlone() throws {
    let night = try #require(Night(small: .live))
    var follow = Follow()
    let screen = text(follow.begin(night.run, night.events, at: night.now + .days(2)))
    #expect(screen.contains("Late: "))
    #expect(!screen.contains("LATE  "))
    #expect(follow.notices(night.run, at: night.now + .days(2)).isEmpty)
  }

  @Test func aLateEntryShowsWhenItHappened() throws {
    var night = try #require(Night(small: .live))
    night.pass(.minutes(20))
    try night.give(.note("A bang", .rumour), happened: night.now + .minutes(-15))
    #expect(text(Follow().came([night.events[1]], night.run)) == "03:32  Ash: rumour: A bang (at 03:17)\n")
  }

  @Test func anotherRunIsToldOfOnlyWhereItCannotWait() throws {
    let other = try #require(Night(small: .exercise))
    let due = try #require(other.run.dueFirst?.instant)
    #expect(Screens.alsoOpen(other.run, at: due + .minutes(-16)) == nil)
    #expect(
      Screens.alsoOpen(other.run, at: due + .minutes(-15))
        == "Also open: EXERCISE EX-0001 Small incident, next \(other.run.clock(due))")
    let late = try #require(Screens.alsoOpen(other.run, at: due + .minutes(1)))
    #expect(late.hasPrefix("Also open: EXERCISE EX-0001 Small incident, late 1, next "))
  }

  @Test func newsOfAnotherRunAreToldOnceAndEveryPromptNamesTheRun() throws {
    let night = try #require(Night(small: .live))
    var walk = Walk(roster: Roster(people: []))
    #expect(walk.question(night.run) == "> ")
    walk.others = [try #require(Night(small: .exercise)).run]
    walk.passOver(night.run, at: night.now)
    #expect(walk.question(night.run) == "LIVE POST-0001 > ")
    let later = night.now + .minutes(30)
    #expect(walk.notices(night.run, at: later).contains { $0.hasPrefix("Also open: EXERCISE EX-0001") })
    #expect(!walk.notices(night.run, at: later).contains { $0.hasPrefix("Also open:") })
  }

  @Test func runsAreSortedByWhatIsDueNext() throws {
    let (early, late) = (try #require(Night(small: .live)), try #require(Night(small: .exercise)))
    var moved = late
    try moved.give(.retime(zero: late.now + .hours(-1), reason: "It began before"))
    #expect(Home.sorted([early.run, moved.run]).map(\.id) == ["EX-0001", "POST-0001"])
  }
}
