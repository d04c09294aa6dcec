import Diagnostics
import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

/// What the samples send is kept as a file, read back as it was, and compared with what they send later.
@Suite struct SampleTextsTests {
  private static let first: Template.ID = "first"
  private static let path = "templates/first/samples.accepted.txt"

  private func texts(_ replacing: [String: String] = [:]) throws -> SampleTexts {
    let template =
      (SmallLibrary.texts["templates/first/template.yaml"] ?? "")
      + "samples: {typical: {hurt: none}, unhurt: {hurt: none}, worst: {hurt: killed}}\n"
    let library = try #require(
      SmallLibrary.library(
        replacing: ["templates/first/template.yaml": template].merging(replacing) { $1 }))
    return SampleTexts(
      of: try #require(library.templates[Self.first]), in: library, at: .fixed(by: Fixtures.calendar))
  }

  private func read(_ text: String) -> (texts: SampleTexts?, diagnostics: [Diagnostic]) {
    SampleTexts.read(Array(text.utf8), of: Self.first, path: Self.path)
  }

  @Test func theFileHoldsEveryTextOnceBelowItsPlaces() throws {
    #expect(
      try texts().file(of: Self.first, at: "noon") == """
        # What the samples of 'first' send, filled as if it were noon.
        # `playbook samples accept first` writes this file; nothing is sent from it.

        - typical, web, en-GB, signpost, step first of post-incident/small: public
        - unhurt, web, en-GB, signpost, step first of post-incident/small: public
        | Marking: OFFICIAL
        | Subject: OFFICIAL: An incident
        |
        | OFFICIAL
        |
        | We know of an incident: no one is hurt. More by 10:00: example.org/u
        |
        | OFFICIAL

        - worst, web, en-GB, signpost, step first of post-incident/small: public
        | Marking: OFFICIAL
        | Subject: OFFICIAL: An incident
        |
        | OFFICIAL
        |
        | We know of an incident: someone has died. More by 10:00: example.org/u
        |
        | OFFICIAL

        """)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let texts = try texts([
      "templates/first/web-page.md": "Subject: S\n\n\u{301}joins the bar ((hurt)).\n\n# - a\n\n| b\n\n#c\n"
    ])
    let (again, diagnostics) = read(texts.file(of: Self.first, at: "noon"))
    #expect(diagnostics == [])
    #expect(again == texts)
    #expect(read(texts.file(of: Self.first, at: "noon").replacing("\n", with: "\r\n")).texts == texts)
  }

  /// The same morning whatever the clock says, in summer time and in winter time.
  @Test func theMomentIsFixed() {
    #expect(SampleMoment.fixed(by: Fixtures.calendar).words == "09:00 on 11 January 2027")
    #expect(SampleMoment.fixed(by: WorkingCalendar(zone: .utc)).now == Instant(seconds: 1_799_658_000))
  }

  @Test(arguments: [
    ("- a: b\n<<<<<<< HEAD\n| c\n", 2, "a merge left its mark here"),
    ("\n| c\n", 2, "no message stands above these words"),
    ("- a: b\n\n- c: d\n| e\n", 1, "this message has no words below it"),
    ("- a: b\n| c\n\n- a: d\n| e\n", 4, "this message stands in line 1 already"),
    ("- a\n| c\n", 1, "the message does not say who gets it, behind a colon"),
    ("- a: b\n|c\n", 2, "this line is neither a message, '- …', nor its words, '| …'"),
    ("- a: b\n| c\nWords\n", 3, "this line is neither a message, '- …', nor its words, '| …'"),
  ])
  func damageIsToldAtItsLine(text: String, line: Int, message: String) throws {
    let (texts, diagnostics) = read(text)
    #expect(texts == nil)
    let found = try #require(diagnostics.first)
    #expect(found.rule == .acceptedUnreadable)
    #expect(found.span?.start == Position(line: line, column: 1))
    #expect(found.message == message)
    #expect(found.help == "`playbook samples accept first` writes it anew")
  }

  @Test func whatIsTooLargeOrNoTextIsRefused() {
    let large = [UInt8](repeating: UInt8(ascii: "#"), count: SampleTexts.largest + 1)
    #expect(
      SampleTexts.read(large, of: Self.first, path: Self.path).diagnostics.map(\.rule) == [.fileTooLarge])
    #expect(
      SampleTexts.read([0x23, 0xFF], of: Self.first, path: Self.path).diagnostics.map(\.rule) == [.notUTF8])
    let another = String(repeating: "x\n", count: 100_000)
    #expect(read(another).diagnostics.count == 20)
    #expect(read("").texts?.texts.isEmpty == true)
  }

  @Test(arguments: 1...6) func noSlipEndsTheReading(seed: Int) throws {
    var dice = Dice(seed: seed)
    let whole = Array(try texts().file(of: Self.first, at: "noon").utf8)
    for _ in 0..<200 {
      let bytes = dice.slips(
        in: whole, tokens: ["- ", "\n", "|", "| ", ":", "\r", "\u{301}", "\n- a: b\n", "\0"])
      let (texts, diagnostics) = SampleTexts.read(bytes, of: Self.first, path: Self.path)
      #expect((texts == nil) == !diagnostics.isEmpty)
      _ = DiagnosticReport(diagnostics, sources: [Self.path: bytes]).text(colour: false)
      _ = texts?.changes(to: SampleTexts([:]))
    }
  }

  @Test func changedNewAndGoneMessagesAreToldApart() throws {
    let before = try texts()
    #expect(before.changes(to: before) == [])
    let other = "samples: {typical: {hurt: none}, worst: {hurt: killed}, most: {hurt: injured}}\n"
    let after = try texts([
      "templates/first/template.yaml": (SmallLibrary.texts["templates/first/template.yaml"] ?? "") + other,
      "templates/first/web-page.md": "Subject: An incident\n\nWe hear of an incident: ((hurt)).",
    ])
    let changes = before.changes(to: after)
    #expect(changes.map(\.kind) == [.new, .changed, .changed, .gone])
    #expect(
      changes.map { $0.places.map { $0.name.prefix { $0 != "," } } } == [
        ["most"], ["typical"], ["worst"], ["unhurt"],
      ])
    #expect(changes[1].words.contains(WordDifference(.removed, "know")))
    #expect(changes[1].words.contains(WordDifference(.added, "hear")))
  }

  /// An audience that is added gets words: that is a change as much as other words are.
  @Test func anotherAudienceIsAChange() throws {
    let steps = try #require(SmallLibrary.texts["playbooks/post-incident/small.yaml"])
    let after = try texts([
      "playbooks/post-incident/small.yaml": steps.replacing(
        "send: first, to: [public]", with: "send: first, to: [public, nearby]")
    ])
    let changes = try texts().changes(to: after)
    #expect(changes.map(\.kind) == [.changed, .changed])
    #expect(changes.first?.places.first?.audiences.last == WordDifference(.added, ", nearby"))
  }

  @Test func acceptedSamplesAreNoWordsAndNoRunNeedsThem() throws {
    let files = SmallLibrary.files(replacing: [Self.path: "anything"])
    let read = readLibrary(files, today: nil)
    #expect(read.diagnostics == [])
    let playbook = try #require(read.library?.playbooks[SmallLibrary.playbook])
    #expect(files.needed(by: playbook).files[Self.path] == nil)
    #expect(files.needed(by: playbook).digest == SmallLibrary.files().needed(by: playbook).digest)
  }
}
