import Library
import Messaging
import Testing

/// An unconfirmed fact never reads as confirmed in a public message.
@Suite struct HedgeTests {
  private func bench(_ confidence: Confidence = .likely) -> Bench {
    var bench = Bench()
    bench.know("place", .text("Northfield"), confidence)
    bench.know("danger", .yesNo(true), confidence)
    bench.know("hurt", .choice("injured"), confidence)
    return bench
  }

  @Test(arguments: [
    "((place))", "At ((place)).", "((place likely??perhaps )) ((place))",
    "((place likely??perhaps ))at ((place))",
    "((hurt likely??perhaps ))((place))", "((place likely??perhaps ))((place)) or ((place))",
    "((place likely??))((place))", "((place likely?? ))((place))",
    "((place likely??perhaps ))((at least advise??Go away. ))((place))",
    "((place likely??perhaps ))((hurt: injured?? x ))((place))",
    "((danger??Stay in.))", "((hurt: injured??Help is there.))", "((place known??We know where.))",
    "((hurt likely??perhaps ))((danger??Stay in.))",
  ])
  func aLikelyFactWithoutItsHedgeBesideItIsAStop(words: String) throws {
    let stops = try bench().draft(words).stops
    #expect(stops.contains { $0.hasSuffix("is likely, not confirmed, and is not hedged") })
    #expect(try bench().verdict(words).isStopped)
  }

  @Test(arguments: [
    ("((place likely??perhaps ))((place))", "perhaps Northfield"),
    ("((PLACE Likely??perhaps ))((place))", "perhaps Northfield"),
    ("((danger likely??Perhaps: ))((danger??Stay in.))", "Perhaps: Stay in."),
    ("((danger likely??Perhaps: ))((not danger??Go.))((danger??Stay in.))", "Perhaps: Stay in."),
    ("((place likely??perhaps ))((at least direct??Go. ))((place))", "perhaps Northfield"),
    ("((hurt likely??perhaps ))((hurt: killed??x))", "perhaps"), ("((not danger??Go.))", ""),
  ])
  func aHedgeBesideItsFactLetsItStand(words: String, filled: String) throws {
    let draft = try bench().draft(words)
    #expect(draft.stops == [])
    #expect(draft.text == filled)
  }

  @Test func aConfirmedFactNeedsNoHedgeAndShowsNone() throws {
    let draft = try bench(.confirmed).draft("((place likely??perhaps ))((place))((danger??. Stay in.))")
    #expect(draft.stops == [])
    #expect(draft.text == "Northfield. Stay in.")
  }

  @Test func wordsForPartnersMayLeaveTheHedgeOut() throws {
    var bench = bench()
    (bench.file, bench.channel, bench.audiences) = ("email.md", "mail", ["members"])
    let draft = try bench.draft("Subject: S\n\n((place))")
    #expect(draft.stops == [])
    #expect(draft.problems.map(\.severity) == [.note])
    bench.audiences = ["members", "public"]
    #expect(try bench.draft("Subject: S\n\n((place))").stops.count == 1)
  }

  @Test func whatGoesOutOnAPublicChannelIsPublicWhoeverItIsFor() throws {
    var bench = bench()
    bench.audiences = ["members"]
    #expect(try bench.draft("((place))").stops.count == 1)
  }

  @Test func aSubjectNeedsTheHedgeToo() throws {
    var bench = bench()
    (bench.file, bench.channel) = ("web-page.md", "web")
    #expect(try bench.draft("Subject: ((place))\n\nWords").stops.count == 1)
    #expect(try bench.draft("Subject: ((place likely??perhaps ))((place))\n\nWords").stops == [])
  }

  @Test func anEditThatShowsALikelyFactAsksForAnEyeOnTheHedge() throws {
    let words = "((place likely??perhaps ))((place))"
    let kept = try bench().verdict(words) { $0.text = "Police are at Northfield" }
    #expect(kept.severity(of: .facts) == .warn)
    let gone = try bench().verdict(words) { $0.text = "Police are at work" }
    #expect(gone.severity(of: .facts) == .note)
    let sure = try bench(.confirmed).verdict(words) { $0.text = "Police are at Northfield" }
    #expect(sure.severity(of: .facts) == .ok)
  }
}
