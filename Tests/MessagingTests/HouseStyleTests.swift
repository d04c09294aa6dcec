import Fixtures
import Library
import Messaging
import OrderedCollections
import Testing
import Time

/// Messages held against a house style, each finding with the author's own words.
@Suite struct HouseStyleTests {
  private static let style = """
    house-style: Ours
    owner: comms-lead
    review-by: 2099-01-01
    groups:
      alarmist:
        title: frightens people
        why: Fear divides.
        finding: warn
        unless: [quoted]
        fine-from: direct
        words:
          panic: {instead: worry, forms: [panics, panicking]}
          do not panic: what people can do
      minimising:
        title: plays it down
        why: It hurts.
        finding: warn
        words:
          isolated incident: {instead: nothing, unless: [police-confirmed]}
      prejudicial: {title: says who is guilty, why: A trial can fail., finding: stop, words: {the attacker: a person}}
      usage: {title: may blame, why: Look again., finding: note, words: {islamist: the group's name}}
    asks:
      direct: [run, leave now]
      advise: [avoid]
    parts:
      known: [what we know]
      next: [say more by]
    """

  private static let keyMessages = """
    key-messages: Ours
    owner: comms-lead
    review-by: 2099-01-01
    messages:
      safety: {says: It keeps people safe., signs: [keeps people safe]}
    """

  private static let library = SmallLibrary.library(
    replacing: ["templates/house-style.yaml": style, "templates/key-messages.yaml": keyMessages])

  private func findings(
    _ text: String, level: Level? = .reassure, language: String = "en-GB", on kind: Channel.Kind = .x,
    in library: Library? = library
  ) throws -> [Finding] {
    let library = try #require(library)
    let channel = try #require(library.organisation.channels.values.first { $0.kind == kind })
    let moment = SampleMoment(now: Fixtures.night, calendar: Fixtures.calendar)
    return measure(text, on: channel, level: level, language: language, in: library, at: moment).findings
  }

  private func told(_ findings: [Finding], _ kind: Finding.Kind) -> [String] {
    findings.filter { $0.kind == kind && $0.severity > .ok }.map {
      "\($0.severity.rawValue) \($0.quote ?? "")"
    }
  }

  @Test(arguments: [
    ("People panic.", ["warn panic"]), ("PANICKING crowds", ["warn PANICKING"]),
    ("p\u{430}nic", ["warn p\u{430}nic"]),
    ("Do not panic, panic", ["warn Do not panic", "warn panic"]), ("\u{201C}Panic\u{201D}, she said", []),
    ("The attacker ran", ["stop The attacker"]), ("the\u{A0}attacker", ["stop the\u{A0}attacker"]),
    ("An Islamist group", ["note Islamist"]), ("An isolated incident", ["warn isolated incident"]),
    ("Calm words", []), ("panicle", []), ("Panic. Panic. panic", ["warn Panic", "warn panic"]),
  ])
  func wrongWordsAreTold(text: String, expected: [String]) throws {
    #expect(told(try findings(text), .wording) == expected)
  }

  @Test func theLongestSentenceAndTheReadingAgeAreTheStylesOwn() throws {
    let text = "We will say more at four."
    func told(_ more: String) throws -> [String] {
      let style = "house-style: Ours\nowner: comms-lead\nreview-by: 2099-01-01\n" + more
      let library = SmallLibrary.library(replacing: ["templates/house-style.yaml": style])
      return try findings(text, in: library).filter { $0.kind == .readingAge }.map(\.message)
    }
    #expect(try told("") == ["about 5 (aim 9; short text, rough guide)"])
    #expect(
      try told("longest-sentence: 5\nreading-age: 12\n") == [
        "about 5 (aim 12; short text, rough guide)",
        "'We will say more at four…' is a sentence of 6 words (at most 5)",
      ])
  }

  @Test func aGroupMayBeFineFromALevel() throws {
    #expect(told(try findings("panic", level: .direct), .wording) == [])
    #expect(told(try findings("The attacker", level: .direct), .wording) == ["stop The attacker"])
  }

  @Test func theStyleSpeaksItsOwnLanguageAlone() throws {
    #expect(try findings("panic", language: "cy").filter { $0.kind == .wording } == [])
  }

  @Test(arguments: [
    ("Run. Now.", Level.signpost, ["stop Run"]), ("Please run", .reassure, ["stop run"]),
    ("Please run", .advise, ["warn run"]),
    ("We run a line for worries", .signpost, []), ("Avoid Mill Road", .reassure, ["warn Avoid"]),
    ("Allow time to avoid delays", .reassure, []),
    ("People are asked to avoid it", .reassure, ["warn avoid"]),
    ("Avoid Mill Road", .advise, []), ("Leave now", .direct, []),
    ("* Leave now", .reassure, ["stop Leave now"]),
  ])
  func noMessageAsksForMoreThanItsLevel(text: String, level: Level, expected: [String]) throws {
    #expect(told(try findings(text, level: level), .proportion) == expected)
  }

  @Test func withoutALevelWhatIsAskedIsANote() throws {
    #expect(told(try findings("Run", level: nil), .proportion) == ["note Run"])
  }

  @Test(arguments: [
    ("THIS IS VERY BAD NEWS", ["warn THIS IS VERY BAD NEWS"]), ("SEVERE, which means likely", []),
    ("OFFICIAL\nEXERCISE EXERCISE\nCALL NOW", []), ("BBC NHS MP UK said so", ["warn BBC NHS MP UK"]),
    ("#hatecrimeawareness", ["note #hatecrimeawareness"]), ("#HateCrimeAwareness #prevent", []),
  ])
  func capitalsAndHashtagsAreTold(text: String, expected: [String]) throws {
    #expect(told(try findings(text), .wording) == expected)
  }

  /// A template on the web page of the small library, with these words and these promises.
  private func page(
    _ words: String, _ promises: String, _ facts: [Fact.ID: Knowledge.Entry] = [:]
  ) throws -> [Finding] {
    let template = "template: T\nowner: comms-lead\nreview-by: 2099-01-01\nmarking: OFFICIAL\n\(promises)"
    let library = try #require(
      SmallLibrary.library(
        replacing: [
          "templates/house-style.yaml": Self.style, "templates/key-messages.yaml": Self.keyMessages,
          "templates/first/template.yaml": template, "templates/first/web-page.md": "Subject: S\n\n" + words,
          "templates/first/pre-approval.yaml": "",
        ]))
    let playbook = try #require(library.playbooks[SmallLibrary.playbook])
    let sending = playbook.steps.values.lazy.compactMap { step -> Step.Sending? in
      if case .send(let sending) = step.action, sending.template == "first" { sending } else { nil }
    }.first
    let knowing = Knowledge(
      facts: facts, level: .signpost, audienceLevels: [:], mode: .live, now: Fixtures.night, nextUpdate: nil,
      calendar: Fixtures.calendar)
    let found = drafts(for: try #require(sending), of: playbook, in: library, knowing: knowing)
    return try #require(found.first).verdict.findings
  }

  @Test func partsThatAreNotThereAreTold() throws {
    let some = try page("What we know: little.", "parts: [known, next]").filter { $0.kind == .parts }
    #expect(some.map(\.message) == ["when more follows is not there"])
    let all = try page("What we know: little. We say more by four.", "parts: [known, next]").filter {
      $0.kind == .parts
    }
    #expect(all.map(\.severity) == [.ok])
    #expect(try page("Words.", "").filter { $0.kind == .parts } == [])
  }

  @Test func keyMessagesThatAreNotThereAreTold() throws {
    let lost = try page("Words.", "key-messages: [safety]").filter { $0.kind == .keyMessages }
    #expect(lost.map(\.message) == ["'safety' is not in the words: It keeps people safe."])
    let kept = try page("Prevent keeps people safe.", "key-messages: [safety]").filter {
      $0.kind == .keyMessages
    }
    #expect(kept.map(\.severity) == [.ok])
  }

  @Test(arguments: [
    ("Police control room", Confidence.confirmed, []),
    ("Police control room", .likely, ["warn isolated incident"]),
    ("A caller", .confirmed, ["warn isolated incident"]),
  ])
  func policeMayConfirmWhatIsWrongElsewhere(source: String, sure: Confidence, expected: [String]) throws {
    let entry = Knowledge.Entry(
      value: .text("An isolated incident"), confidence: sure, marking: .official, source: source)
    #expect(
      told(try page("((place likely??Perhaps ))((place)).", "", ["place": entry]), .wording) == expected)
  }

  @Test func wordsThatAreRelayedWordForWordAreQuoted() throws {
    let entry = Knowledge.Entry(
      value: .text("Do not panic, keep left"), confidence: .confirmed, marking: .official, source: "")
    #expect(told(try page("Police say: ((relay))", "", ["relay": entry]), .wording) == [])
    #expect(
      told(try page("Police say: ((relay)). Do not panic.", "", ["relay": entry]), .wording) == [
        "warn Do not panic"
      ])
  }
}
