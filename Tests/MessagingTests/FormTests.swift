import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

/// Where markings, prefixes and the exercise's words stand.
@Suite struct FormTests {
  private static let documents: [(String, Channel.ID)] = [
    ("email.md", "mail"), ("web-page.md", "web"), ("press-release.md", "press"),
  ]

  @Test(arguments: documents)
  func aDocumentIsMarkedAtTheTopAndBottomAndFirstInItsSubject(file: String, channel: Channel.ID) throws {
    let draft = try Bench(file: file, channel: channel).draft("Subject: News\n\nWords.")
    #expect(draft.subject == "OFFICIAL: News")
    #expect(draft.text.hasPrefix("OFFICIAL\n\nWords."))
    #expect(draft.text.hasSuffix("\n\nOFFICIAL"))
  }

  @Test(arguments: documents)
  func anExerciseSaysSoAtTheTopAndBottomAndInTheSubject(file: String, channel: Channel.ID) throws {
    let draft = try Bench(file: file, channel: channel, mode: .exercise).draft("Subject: News\n\nWords.")
    #expect(draft.subject == "OFFICIAL: EXERCISE EXERCISE: News")
    #expect(draft.text.hasPrefix("OFFICIAL\n\nEXERCISE EXERCISE\n\nWords."))
    #expect(draft.text.hasSuffix("\n\nEXERCISE EXERCISE\n\nOFFICIAL"))
  }

  @Test func aPostShowsNoMarkingUnlessItsChannelAlwaysDoes() throws {
    #expect(try Bench().draft("Words").text == "Words")
    #expect(try Bench(channel: "marked-x").draft("Words").text == "OFFICIAL. Words")
    #expect(try Bench(channel: "x", mode: .exercise).draft("Words").text == "EXERCISE EXERCISE. Words")
    #expect(
      try Bench(channel: "marked-x", mode: .exercise).draft("Words").text
        == "OFFICIAL. EXERCISE EXERCISE. Words")
  }

  @Test func thePrefixesAreInsideTheTextAndCounted() throws {
    let live = Bench(file: "sms.md", channel: "sms")
    #expect(try live.draft("Words").text == "SP: Words")
    #expect(try live.verdict("Words").findings.contains { $0.message == "9 of 160, 1 part" })
    let drill = Bench(file: "sms.md", channel: "sms", mode: .exercise)
    #expect(try drill.draft("Words").text == "SP: EXERCISE EXERCISE. Words")
    #expect(try drill.verdict("Words").findings.contains { $0.message == "28 of 160, 1 part" })
    let post = Bench(mode: .exercise)
    #expect(try post.verdict("Words").findings.contains { $0.message == "24 of 280 weighted characters" })
  }

  @Test func aSubjectIsOneLine() throws {
    var bench = Bench(file: "web-page.md", channel: "web")
    bench.know("rumour", .text("one\ntwo\r\nBcc: all@example.org"))
    let subject = try bench.draft("Subject: ((rumour))\n\nWords").subject
    #expect(subject == "OFFICIAL-SENSITIVE: one two<U+000D> Bcc: all@example.org")
  }

  @Test(arguments: [
    ("ENDS\n\n# Contacts", 1), ("Words", 1), ("All WEEKENDS are free", 1), ("Before\n\nENDS\n\nafter", 1),
  ])
  func aPressReleaseSaysWhereItEndsOnce(words: String, count: Int) throws {
    let text = try Bench(file: "press-release.md", channel: "press").draft("Subject: S\n\n" + words).text
    #expect(text.split(separator: "\n").count { $0 == "ENDS" } == count)
  }

  @Test(arguments: Level.allCases)
  func everyShippedWordingSaysInAnExerciseThatItIsOne(level: Level) throws {
    let library = try #require(try Fixtures.shipped())
    let playbook = try #require(library.playbooks["post-incident/local-incident"])
    let knowing = Knowledge(
      facts: [:], level: level, audienceLevels: [:], mode: .exercise, now: Fixtures.night,
      nextUpdate: Fixtures.night + .hours(1), calendar: Fixtures.calendar)
    var count = 0
    for step in playbook.steps.values {
      guard case .send(let sending) = step.action else { continue }
      for judged in drafts(for: sending, of: playbook, in: library, knowing: knowing) {
        count += 1
        #expect(judged.draft.text.contains(library.organisation.exercisePrefix))
        #expect(judged.draft.subject?.contains(library.organisation.exercisePrefix) ?? true)
      }
    }
    #expect(count > 15)
  }
}

/// An edit cannot take the form away.
@Suite struct EditedFormTests {
  private static let kinds: [(String, Channel.ID, Mode)] = [
    ("x.md", "x", .live), ("x.md", "x", .exercise), ("sms.md", "sms", .live), ("sms.md", "sms", .exercise),
    ("x.md", "marked-x", .live), ("x.md", "marked-x", .exercise), ("email.md", "mail", .live),
    ("email.md", "mail", .exercise), ("web-page.md", "web", .exercise),
    ("press-release.md", "press", .exercise), ("briefing.md", "spoken", .live),
    ("briefing.md", "spoken", .exercise),
  ]

  private func bench(_ file: String, _ channel: Channel.ID, _ mode: Mode) -> Bench {
    Bench(file: file, channel: channel, mode: mode)
  }

  private func words(_ file: String) -> String {
    file.hasPrefix("x") || file.hasPrefix("s") || file.hasPrefix("b") ? "Words" : "Subject: News\n\nWords"
  }

  @Test(arguments: kinds)
  func bareWordsAreStoppedWhereTheFormAsksForMore(file: String, channel: Channel.ID, mode: Mode) throws {
    let bench = bench(file, channel, mode)
    let isBare = try bench.draft(words(file)).text == "Words"
    let verdict = try bench.verdict(words(file)) {
      $0.text = "Words"
      if $0.subject != nil { $0.subject = "News" }
    }
    #expect(verdict.isStopped == !isBare)
    #expect(try bench.verdict(words(file)) { _ in }.stops == [])
  }

  @Test(arguments: kinds)
  func theFormIsPutBackRoundBareWords(file: String, channel: Channel.ID, mode: Mode) throws {
    let bench = bench(file, channel, mode)
    let draft = try bench.draft(words(file))
    let organisation = try bench.library("Subject: x\n\nx").organisation
    let again = formed(draft, subject: "News", text: "Words", in: organisation, mode: mode)
    let ending = channel == "press" ? "\n\nENDS" : ""
    #expect(again.text == draft.text.replacing(ending, with: ""))
    #expect(again.subject == draft.subject)
    let kept = formed(draft, subject: draft.subject, text: draft.text, in: organisation, mode: mode)
    #expect(kept.text == draft.text)
    #expect(kept.subject == draft.subject)
    let half = formed(draft, subject: "OFFICIAL: News", text: "OFFICIAL\nWords", in: organisation, mode: mode)
    #expect(half.subject == draft.subject)
    #expect(try bench.verdict(words(file)) { ($0.subject, $0.text) = (half.subject, half.text) }.stops == [])
  }
}
