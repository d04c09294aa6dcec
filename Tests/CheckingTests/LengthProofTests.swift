import Checking
import Diagnostics
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing

@Suite struct LengthProofTests {
  private static let moment = SampleMoment.fixed(by: Fixtures.calendar)
  private static let rules: Set<Rule> = [.longestIsStopped, .longestIsWarned]

  /// A playbook that sends the note at advise, with a text of its own and its words by text message.
  private static func library(_ rule: String, area: String, sms: String, when: String = "") -> MarkedLibrary {
    MarkedLibrary(
      rule,
      playbook: """
        facts:
          area:
            ask: Where?
            type: text
            min: 4
        \(area)
          danger: {ask: Is there danger?, type: yes-no}
          harm: {ask: Harm?, type: choice, options: {none: none, injured: people hurt, killed: someone has died}}
        steps:
          - {id: known, ask: [area, danger, harm]}
          - {id: tell, send: short, to: [public], level: advise\(when)}
        \(MarkedBase.end)
        """,
      also: [
        "templates/short/template.yaml":
          "template: Short\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
        "templates/short/web-page.md": "Subject: Now\n\nIn ((area)).\n", "templates/short/sms.md": sms,
      ])
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let faulty: MarkedLibrary
    let mended: MarkedLibrary
    var testDescription: String { faulty.testDescription }
  }

  static let faults = [
    Fault(
      faulty: library(
        "a text as long as no text message is",
        area: """
              max: 950
                   ^^^ error: longest-is-stopped: the text message of 'tell' to The public can be 954 characters in 7 parts at advise, and the channel takes 918 characters
          """, sms: "In ((area)).\n"),
      mended: library("a shorter one", area: "    max: 400", sms: "In ((area)).\n")),
    Fault(
      faulty: library(
        "more parts than should be sent",
        area: """
              max: 500
                   ^^^ warning: longest-is-warned: the text message of 'tell' to The public can be 504 characters in 4 parts at advise, and 3 is as many as should be sent
          """, sms: "In ((area)).\n"),
      mended: library("as many", area: "    max: 455", sms: "In ((area)).\n")),
    Fault(
      faulty: library(
        "long words for one answer alone",
        area: """
              max: 440
                   ^^^ warning: longest-is-warned: the text message of 'tell' to The public can be 467 characters in 4 parts at advise, and 3 is as many as should be sent
          """, sms: "In ((area)).((harm: killed?? Someone has died here.))\n",
        when: ", when: {harm: killed}"),
      mended: library(
        "which cannot come", area: "    max: 440",
        sms: "In ((area)).((harm: killed?? Someone has died here.))\n", when: ", when: {harm: injured}")),
  ]

  /// A playbook whose text message has an address in it.
  private static func addressed(_ rule: String, page: String, on channel: String = "sms") -> MarkedLibrary {
    MarkedLibrary(
      rule,
      playbook: """
        facts:
        \(page)
        steps:
          - {id: known, ask: [page]}
          - {id: tell, send: short, to: [public], level: advise}
        \(MarkedBase.end)
        """,
      also: [
        "templates/short/template.yaml":
          "template: Short\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
        "templates/short/web-page.md": "Subject: Now\n\nSee ((page)).\n",
        "templates/short/sms.md": "See ((page)).\n",
      ])
  }

  static let addresses = [
    Fault(
      faulty: addressed(
        "an address without a limit",
        page: """
            page: {ask: Which page?, type: link}
            ^^^^ error: longest-is-stopped: the text message of 'tell' to The public can be 2005 characters in 14 parts at advise, and the channel takes 918 characters
          """),
      mended: addressed("a short one", page: "  page: {ask: Which page?, type: link, max: 80}")),
    Fault(
      faulty: addressed(
        "an address that is still too long",
        page: """
            page: {ask: Which page?, type: link, max: 1000}
                                                      ^^^^ error: longest-is-stopped: the text message of 'tell' to The public can be 1005 characters in 7 parts at advise, and the channel takes 918 characters
          """),
      mended: addressed("a shorter one", page: "  page: {ask: Which page?, type: link, max: 454}")),
  ]

  /// `max:` on an address mends what the address makes too long, and the help says so.
  @Test(arguments: [
    (addresses[0], "write max: 913 or less at 'page'"), (addresses[1], "lower max of 'page' to 913 or less"),
  ])
  func anAddressIsHeldToItsMost(_ fault: Fault, help: String) throws {
    let found = Self.proof(fault.faulty).found.map(\.diagnostic)
    #expect(found.map { $0.help?.hasPrefix(help) } == [true], "\(found.map(\.help))")
  }

  /// A text message has all of an address; X counts 23 characters of each, however long it is.
  @Test(arguments: [
    ("", 2005), (", max: 2000", 2005), (", max: 300", 305), (", max: 20", 25), (", max: 4", 9),
  ])
  func anAddressCountsAsItsChannelDoes(max: String, count: Int) throws {
    let library = Self.addressed("counted", page: "  page: {ask: Which page?, type: link\(max)}")
    var files = library.files.files
    let organisation = MarkedBase.organisation.replacing(
      "  mail: {", with: "  x: {kind: x, title: X, reach: public, ceiling: OFFICIAL}\n  mail: {"
    ).replacing("advise: [page, sms]", with: "advise: [page, sms, x]")
    files["playbooks/organisation.yaml"] = Array(organisation.utf8)
    for template in ["short", "note", "bare"] {
      files["templates/\(template)/x.md"] = Array(
        (template == "short" ? "See ((page)).\n" : "Stay in.\n").utf8)
    }
    let proof = prove(readLibrary(LibraryFiles(files), today: nil), at: Self.moment)
    let longest = try #require(proof.playbooks.first { $0.playbook == "post-incident/p" }).longest
    #expect(longest.first { $0.kind == .sms }?.count == count)
    #expect(longest.first { $0.kind == .x }?.count == 28)
  }

  private static func proof(_ library: MarkedLibrary) -> (read: ReadLibrary, found: [Counterexample]) {
    let read = readLibrary(library.files, today: nil)
    return (
      read, prove(read, at: moment).counterexamples.filter { rules.contains($0.diagnostic.rule) }
    )
  }

  @Test(arguments: faults + addresses) func aFaultIsFoundAtItsPlace(_ fault: Fault) {
    for library in [fault.faulty, fault.mended] {
      let found = Self.proof(library).found.map(\.diagnostic)
      #expect(library.difference(from: DiagnosticReport(found, sources: library.files.files)) == nil)
    }
  }

  @Test(arguments: faults + addresses) func aStorySendsTheWordsThatAreTooLong(_ fault: Fault) throws {
    let (read, found) = Self.proof(fault.faulty)
    let story = try #require(found.first?.story)
    let plan = try #require(read.library.flatMap { Fixtures.plan($0, story.run.playbook.id) })
    let run = try #require(story.replayed(on: plan, at: Self.moment))
    let message = try #require(run.messages.values.first { $0.draft.kind == .sms })
    #expect(story.lines.last?.hasPrefix("It would read: " + message.draft.text.prefix(400)) ?? false)
    #expect(run.verdict(on: message).findings.contains { $0.kind == .length && $0.severity >= .warn })
  }

  /// The longest by trying every class of every fact is the longest that is proved.
  @Test func theLongestIsThatOfAllThereAre() throws {
    let words =
      "((danger??Stay inside. ))((not danger??All is calm there now. ))((harm: injured??Some are hurt. ))"
      + "((harm likely??We hear: ))((harm)) in ((area likely??perhaps ))((area))\n"
    let library = Self.library("all", area: "    max: 90", sms: words)
    let read = readLibrary(library.files, today: nil)
    let proof = try #require(
      prove(read, at: Self.moment).playbooks.first { $0.playbook == "post-incident/p" })
    let longest = try #require(proof.longest.first { $0.kind == .sms })
    let playbook = try #require(read.library?.playbooks["post-incident/p"])
    guard case .send(let sending) = playbook.steps["tell"]?.action else { return }
    var counts: [Int] = []
    for danger in [true, false] {
      for harm in ["none", "injured", "killed"] {
        for (first, second) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
          func entry(_ value: FactValue, _ isLikely: Int) -> Knowledge.Entry {
            Knowledge.Entry(
              value: value, confidence: isLikely == 1 ? .likely : .confirmed, marking: .official, source: "")
          }
          let knowing = Knowledge(
            facts: [
              "danger": entry(.yesNo(danger), 0), "harm": entry(.choice(harm), first),
              "area": entry(.text(String(repeating: "b", count: 90)), second),
            ], level: .advise, audienceLevels: [:], mode: .live, now: Self.moment.now, nextUpdate: nil,
            calendar: Self.moment.calendar)
          let filled = drafts(for: sending, of: playbook, in: try #require(read.library), knowing: knowing)
          counts += filled.map(\.draft).filter { $0.kind == .sms }.map { SMSLength(of: $0.text).count }
        }
      }
    }
    #expect(longest.count == counts.max())
    #expect(longest.unicodeParts ?? 0 > longest.parts)
  }

  @Test func noMessageOfTheShippedLibraryIsTooLong() throws {
    let proof = prove(readLibrary(try Fixtures.shippedFiles(), today: nil), at: Self.moment)
    #expect(proof.counterexamples.map(\.diagnostic).filter { Self.rules.contains($0.rule) } == [])
    #expect(
      proof.playbooks.flatMap(\.longest).filter { $0.kind == .sms }.allSatisfy {
        $0.parts <= 2 || $0.language != "en-GB"
      })
  }

  /// A marking in front of the words counts, though no fact makes it longer.
  @Test func aMarkingThatIsShownCountsTowardsTheLength() throws {
    let organisation = MarkedBase.organisation.replacing(
      "title: Text message, reach: public, ceiling: OFFICIAL}",
      with: "title: Text message, reach: public, ceiling: OFFICIAL-SENSITIVE, show-marking: always}"
    ).replacing(
      "title: The public, reach: public, marking: OFFICIAL,",
      with: "title: The public, reach: public, marking: OFFICIAL-SENSITIVE,"
    ).replacing("inform: [lead], update: 60m", with: "inform: [lead], update: 60m, words: {sms: 1}")
    let template =
      "template: Short\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL-SENSITIVE\n"
    var files = Self.library("marked", area: "    max: 138", sms: "In ((area)).\n").files.files
    files["playbooks/organisation.yaml"] = Array(organisation.utf8)
    files["templates/short/template.yaml"] = Array(template.utf8)
    let read = readLibrary(LibraryFiles(files), today: nil)
    let found = prove(read, at: Self.moment).counterexamples.map(\.diagnostic)
    #expect(found.filter { $0.rule == .longestIsWarned }.count == 1)
  }
}
