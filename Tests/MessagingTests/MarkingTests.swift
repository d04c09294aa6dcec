import Library
import Messaging
import Testing

/// A message is marked as the highest of its template and of the facts it uses.
@Suite struct MarkingTests {
  private func marking(_ words: String, _ bench: Bench) throws -> Marking { try bench.draft(words).marking }

  @Test func aMessageIsMarkedAsItsTemplate() throws {
    #expect(try marking("Words", Bench()) == .official)
    #expect(try marking("Words", Bench(marking: .officialSensitive)) == .officialSensitive)
    #expect(try marking("Words", Bench(marking: .secret)) == .secret)
  }

  @Test(arguments: [
    "((report))", "((report known??Yes.))", "((report likely??Perhaps.))", "((rumour known??Yes.))",
    "((place))((report))",
  ])
  func aFactOfAPlaceholderOrAConditionRaisesIt(words: String) throws {
    var bench = Bench()
    bench.know("place", .text("Northfield"))
    #expect(try marking(words, bench) == .officialSensitive)
    bench.know("report", .text("All is well"))
    #expect(try marking(words, bench) == .officialSensitive)
  }

  @Test func aMarkingThatWasRaisedInTypingCounts() throws {
    var bench = Bench()
    bench.know("place", .text("Northfield"), marking: .secret)
    #expect(try marking("((place))", bench) == .secret)
    // Lower than the fact's own marking is not possible, whatever a record says.
    bench.know("report", .text("All is well"), marking: .official)
    #expect(try marking("((report))", bench) == .officialSensitive)
  }

  @Test func aFactThatIsNotUsedDoesNotRaiseIt() throws {
    var bench = Bench()
    bench.know("report", .text("All is well"))
    #expect(try marking("Words", bench) == .official)
  }

  @Test func aMessageAboveItsChannelIsAStop() throws {
    let verdict = try Bench(marking: .officialSensitive).verdict("Words")
    #expect(verdict.stops.contains("OFFICIAL-SENSITIVE, and X carries OFFICIAL at most"))
  }

  @Test func aMessageAboveItsAudienceIsAStop() throws {
    var bench = Bench(
      file: "email.md", marking: .officialSensitive, channel: "mail", audiences: ["partners"])
    #expect(try bench.verdict("Subject: S\n\nWords").stops == [])
    bench.audiences = ["partners", "members"]
    #expect(
      try bench.verdict("Subject: S\n\nWords").stops == [
        "OFFICIAL-SENSITIVE, and Elected members may see OFFICIAL at most"
      ])
  }

  @Test func aHandlingForbidsTheReachesThatItDoesNotName() throws {
    var bench = Bench()
    bench.know("report", .text("All is well"))
    #expect(
      try bench.verdict("((report known??There is a report.))").stops.contains(
        "What does the partner report? is PARTNERS ONLY, and X is public"))
    (bench.file, bench.channel, bench.audiences) = ("email.md", "mail", ["partners"])
    #expect(try bench.verdict("Subject: S\n\n((report))").stops == [])
  }

  @Test func aHandlingBindsToTheAudienceAsWellAsToTheChannel() throws {
    var bench = Bench(file: "email.md", channel: "staff-mail", audiences: ["partners"])
    bench.know("rumour", .text("They say so"))
    #expect(
      try bench.verdict("Subject: S\n\n((rumour))").stops == [
        "What is said? is INTERNAL ONLY, and Partners is partner"
      ])
  }
}

/// An edit keeps the marking, and a copy of what may not travel is a stop.
@Suite struct CopyTests {
  private func bench() -> Bench {
    var bench = Bench()
    bench.know("place", .text("Northfield"))
    bench.know("report", .text("Two schools keep pupils inside"))
    bench.know("rumour", .text("abc"))
    return bench
  }

  @Test(arguments: [
    "Two schools keep pupils inside", "Hear: two SCHOOLS keep pupils  inside!",
    "Two schools\nkeep pupils\u{00A0}inside",
  ])
  func aLiteralCopyOfAHigherMarkedFactIsAStop(text: String) throws {
    let verdict = try bench().verdict("((place))") { $0.text = text }
    #expect(verdict.stops == ["the words hold what was answered to 'What does the partner report?'"])
  }

  @Test func aCopyInTheSubjectIsAStop() throws {
    var bench = bench()
    (bench.file, bench.channel) = ("web-page.md", "web")
    let verdict = try bench.verdict("Subject: S\n\n((place))") {
      $0.subject = "OFFICIAL: Two schools keep pupils inside"
    }
    #expect(verdict.stops.count == 1)
  }

  @Test func wordsOfFewLettersAreNoCopy() throws {
    #expect(try bench().verdict("((place))") { $0.text = "abc" }.stops == [])
  }

  @Test func aCopyMayStandWhereTheFactMay() throws {
    var bench = bench()
    (bench.file, bench.channel, bench.audiences) = ("email.md", "mail", ["partners"])
    let verdict = try bench.verdict("Subject: S\n\n((place))") {
      $0.text = "OFFICIAL\n\nTwo schools keep pupils inside\n\nOFFICIAL"
    }
    #expect(verdict.stops == [])
  }

  @Test func anAudienceOfALowerMarkingMayNotReadACopyEither() throws {
    var bench = bench()
    (bench.file, bench.channel, bench.audiences) = ("email.md", "mail", ["members"])
    let verdict = try bench.verdict("Subject: S\n\n((place))") {
      $0.text = "OFFICIAL\n\nTwo schools keep pupils inside\n\nOFFICIAL"
    }
    #expect(verdict.stops.count == 1)
  }

  @Test func aFactWhoseMarkingWasRaisedMayNotBeCopied() throws {
    var bench = bench()
    bench.know("loggist", .text("Robin Page"), marking: .officialSensitive)
    #expect(try bench.verdict("((place))") { $0.text = "Ask Robin Page" }.stops.count == 1)
  }

  @Test func whatWasReplacedIsLookedFor() throws {
    var bench = bench()
    bench.know("report", .text("A third school as well"))
    bench.know("report", nil, .notKnown)
    for text in ["Two schools keep pupils inside", "A third school as well"] {
      #expect(
        try bench.verdict("((place))") { $0.text = text }.stops
          == ["the words hold an earlier answer to 'What does the partner report?'"])
    }
  }

  /// Only the answer whose marking was raised is above the channel.
  @Test func anEarlierAnswerKeepsItsOwnMarking() throws {
    var bench = bench()
    bench.know("loggist", .text("Robin Page"))
    bench.know("loggist", .text("Kit Moss"), marking: .officialSensitive)
    bench.know("loggist", .text("Sam Oak"))
    #expect(try bench.verdict("((place))") { $0.text = "Ask Robin Page" }.stops == [])
    #expect(
      try bench.verdict("((place))") { $0.text = "Ask Kit Moss" }.stops
        == ["the words hold an earlier answer to 'Who is the loggist?'"])
  }

  @Test func filledWordsAreNotLookedThroughForCopies() throws {
    var bench = bench()
    bench.know("place", .text("Two schools keep pupils inside"))
    #expect(try bench.verdict("((place))").stops == [])
  }
}
