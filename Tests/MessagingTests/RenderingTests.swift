import Fixtures
import Library
import OrderedCollections
import Testing
import Time

@testable import Messaging

/// Each channel's own form.
@Suite struct RenderingTests {
  /// A message of the shipped library that is kept as people would get it.
  struct Shown: CustomTestStringConvertible, Sendable {
    let template: Template.ID
    let channel: Channel.ID
    var sample = "typical"
    var mode = Mode.live
    var form: Rendering.Form?

    var name: String { "\(channel)\(mode == .exercise ? "-exercise" : "")" }
    var testDescription: String { name }
  }

  static let shown = [
    Shown(template: "campaign-notice", channel: "web-page"),
    Shown(template: "campaign-notice", channel: "web-page", mode: .exercise),
    Shown(template: "campaign-notice", channel: "press-release"),
    Shown(template: "campaign-notice", channel: "x"),
    Shown(template: "campaign-notice", channel: "facebook"),
    Shown(template: "campaign-correction", channel: "partner-email", sample: "awkward"),
    Shown(template: "national-message-partners", channel: "resilience-direct"),
    Shown(template: "campaign-call", channel: "spoken"),
    Shown(template: "holding-statement", channel: "sms"),
  ]

  @Test(arguments: shown) func theShippedMessagesAreAsKept(shown: Shown) throws {
    let library = try #require(try Fixtures.shipped())
    let template = try #require(library.templates[shown.template])
    let moment = SampleMoment(now: Fixtures.night, calendar: Fixtures.calendar, mode: shown.mode)
    let message = try #require(
      sampleMessages(of: template, in: library, at: moment).last {
        $0.sample == shown.sample && $0.judged.draft.channel == shown.channel
      })
    let context = RenderingContext(
      sample: shown.sample, of: template, library: library,
      playbook: try #require(library.playbooks[message.playbook]), at: moment)
    let made = try #require(rendering(of: message.judged.draft, as: shown.form, in: context))
    // A mail's line ends are looked at elsewhere: a golden file has those of an editor.
    #expect(
      Golden.difference(
        made.text.normalisedBreaks, from: "MessagingTests/Golden/\(shown.name).\(made.fileExtension)") == nil)
  }

  private let letter = """
    Subject: Your street on Saturday

    Police close ((place)) on Saturday. The road is open again in the evening, and buses go another way all day.

    # What you can do

    * Move your car before eight in the morning, for nothing can be towed away later in the day.
    * Look at ((updates)).
    """

  @Test func aLetterIsLaidOutForAPageAndForPrint() throws {
    var press = Press(.letter)
    press.bench.know("place", .text("Mill Road"))
    for form in Channel.Kind.letter.forms {
      let text = try press.render(letter, as: form)
      #expect(Golden.difference(text, from: "MessagingTests/Golden/letter.\(form.fileExtension)") == nil)
      if form == .text { #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 }) }
    }
  }

  @Test func anAlertSaysWhatTheTemplateSaysOfIt() throws {
    var press = Press(.capAlert)
    press.bench.rest = """
      cap: {category: Security, event: Police incident, urgency: Immediate, severity: Severe, certainty: Observed, \
      instruction: What to do}
      """
    press.bench.know("place", .text("Mill Road & \"Old Market\""))
    let alert = try press.render(
      "Police are in ((place)).\n\n# What to do\n\n* Stay away.\n* Look at ((updates)).")
    #expect(Golden.difference(alert, from: "MessagingTests/Golden/cap-alert.xml") == nil)
  }

  @Test func anAlertsTimeHasItsOffsetInSummerAndInWinter() throws {
    var press = Press(.capAlert)
    #expect(try press.render("News.").contains("<sent>2026-11-24T03:12:00-00:00</sent>"))
    press.bench.now = Fixtures.night + .days(-120)
    #expect(try press.render("News.").contains("<sent>2026-07-27T04:12:00+01:00</sent>"))
  }

  @Test(arguments: [159, 160, 161, 400]) func aHeadlineHas160Characters(count: Int) throws {
    for words in [String(repeating: "x", count: count), String(repeating: "word ", count: count / 5)] {
      for mode in Mode.allCases {
        var press = Press(.capAlert)
        press.bench.mode = mode
        let alert = try press.render(words)
        let headline = try #require(
          alert.split(on: "<headline>").last?.split(on: "</headline>").first)
        #expect((1...160).contains(headline.unicodeScalars.count))
      }
    }
  }

  @Test func aPageOfALanguageWrittenFromTheRightSaysSo() throws {
    var press = Press(.webPage)
    press.bench.file = "web-page.ar.md"
    press.bench.language = "ar"
    press.bench.know("place", .text("Mill Road"))
    let page = try press.render("Subject: أخبار\n\n# ماذا نعرف\n\n* الشرطة في ((place))\n* ((updates))")
    #expect(Golden.difference(page, from: "MessagingTests/Golden/right-to-left.html") == nil)
  }

  @Test(
    arguments: [
      ("ar", "rtl"), ("ur-PK", "rtl"), ("he", "rtl"), ("ckb", "rtl"), ("pa-Arab", "rtl"), ("ps", "rtl"),
      ("en-GB", "ltr"), ("cy", "ltr"), ("ne", "ltr"), ("az", "ltr"), ("ar-Latn", "ltr"), ("", "ltr"),
    ]) func scriptsHaveTheirDirection(language: String, expected: String)
  {
    #expect(direction(of: language) == expected)
  }

  @Test func aPublicPageHasItsMarkingInItsRecordAlone() throws {
    var press = Press(.webPage)
    let words = "Subject: News\n\nMore."
    let mark = "<p class=\"marking\">OFFICIAL</p>"
    #expect(try press.render(words).split(on: mark).count == 3)
    press.id = "web"
    let page = try press.render(words)
    #expect(!page.contains(mark))
    #expect(page.contains("<meta name=\"marking\" content=\"OFFICIAL\">"))
  }

  @Test(arguments: [(1, "1 s"), (150, "1 min"), (151, "1 min 1 s"), (375, "2 min 30 s")])
  func aBriefingSaysHowLongItTakes(words: Int, length: String) throws {
    let text = try Press(.briefing).render(String(repeating: "word ", count: words))
    #expect(text.contains("Spoken length: \(length) (\(words) words, 150 a minute)"))
  }

  @Test(arguments: [Channel.Kind.sms, .x, .facebook]) func aPostIsItsWordsAlone(kind: Channel.Kind) throws {
    #expect(try Press(kind).render("* a\n\n# b") == Press(kind).draft("* a\n\n# b").text + "\n")
  }

  @Test(arguments: Channel.Kind.allCases) func aKindHasItsFormsAndNoOthers(kind: Channel.Kind) throws {
    let words = (kind.hasSubject ? "Subject: x\n\n" : "") + "x"
    let made = try Rendering.Form.allCases.filter { try Press(kind).hasForm($0, of: words) }
    #expect(Set(made) == Set(kind.forms))
  }

  @Test(arguments: [true, false]) func anEmbargoStandsAtTheTopOfAPressRelease(isEmbargoed: Bool) throws {
    let (organisation, steps) = (
      "playbooks/organisation.yaml", "playbooks/\(SmallLibrary.playbook).yaml"
    )
    let handled = try #require(
      SmallLibrary.library(replacing: [
        organisation: (SmallLibrary.texts[organisation] ?? "")
          + "\n  embargoed: {title: EMBARGOED, reaches: [internal, partner]}",
        steps: (SmallLibrary.texts[steps] ?? "").replacing(
          "number: {ask: How many homes?,", with: "number: {ask: How many homes?, handling: [embargoed],"),
      ]))
    let playbook = try #require(handled.playbooks[SmallLibrary.playbook])
    let draft = Draft(
      template: "first", channel: "press", kind: .pressRelease, language: "en-GB", level: .reassure,
      audiences: ["public"], path: "", subject: "OFFICIAL: News",
      text: "OFFICIAL\n\nMore.\n\nENDS\n\nOFFICIAL",
      marking: .official, facts: isEmbargoed ? ["number", "number"] : ["place"], nextUpdate: nil, problems: []
    )
    let context = RenderingContext(
      library: handled, playbook: playbook, mode: .live, moment: Fixtures.night, zone: Fixtures.london,
      name: "x", values: [])
    let text = try #require(rendering(of: draft, in: context)).text
    let embargo = "EMBARGOED: not for publication or broadcast before the embargo ends\n\n"
    #expect(
      text == "OFFICIAL\n\n" + (isEmbargoed ? embargo : "") + """
        PRESS RELEASE

        News

        Small Partnership, 24 November 2026

        More.

        ENDS

        OFFICIAL

        """)
  }
}
