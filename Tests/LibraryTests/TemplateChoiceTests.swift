import Fixtures
import Library
import OrderedCollections
import Testing

@Suite struct TemplateChoiceTests {
  /// The file of a template that gives a channel its words, of the files that are there.
  private func file(
    _ names: [String], channel: Channel.ID, level: Level, language: String = "en-GB"
  ) throws -> String? {
    var files = Dictionary(
      uniqueKeysWithValues: names.map { ("templates/note/\($0)", "Subject: s\n\nWords\n") })
    files["playbooks/organisation.yaml"] = MarkedBase.organisation.replacing(
      "channels:\n",
      with: "channels:\n  partner-sms: {kind: sms, title: SMS, reach: partner, ceiling: OFFICIAL}\n")
    let absent = ["sms.md", "web-page.md", "email.md"].filter { !names.contains($0) }
    let library = MarkedLibrary("choice", files, absent: absent.map { "templates/note/\($0)" })
    let read = try #require(readLibrary(library.files, today: nil).library)
    let template = try #require(read.templates["note"])
    let chosen = template.wording(
      for: try #require(read.organisation.channels[channel]), level: level, language: language,
      own: read.organisation.language)
    return chosen.map { String($0.path.dropFirst("templates/note/".count)) }
  }

  private static let all = [
    "sms.md", "sms.direct.md", "sms.ne.md", "sms.direct.ne.md", "partner-sms.md", "partner-sms.cy.md",
  ]

  @Test(
    arguments: [
      (all, "sms", .advise, "en-GB", "sms.md"), (all, "sms", .direct, "en-GB", "sms.direct.md"),
      (all, "sms", .advise, "ne", "sms.ne.md"), (all, "sms", .direct, "ne", "sms.direct.ne.md"),
      (all, "sms", .direct, "NE-np", "sms.direct.ne.md"), (all, "sms", .advise, "cy", nil),
      (all, "sms", .advise, "en", "sms.md"), (all, "partner-sms", .advise, "en-GB", "partner-sms.md"),
      (all, "partner-sms", .direct, "en-GB", "partner-sms.md"),
      (all, "partner-sms", .advise, "cy", "partner-sms.cy.md"),
      (all, "partner-sms", .advise, "ne", "sms.ne.md"),
      (all, "partner-sms", .direct, "ne", "sms.direct.ne.md"),
      (all, "page", .advise, "en-GB", nil), (["sms.direct.md"], "sms", .advise, "en-GB", nil),
      (["sms.ne.md"], "sms", .advise, "en-GB", nil), (["sms.md"], "sms", .direct, "en-GB", "sms.md"),
      (["sms.md"], "sms", .direct, "ne", nil),
      (["sms.direct.md", "sms.en-GB.md"], "sms", .direct, "en-GB", "sms.direct.md"),
      (["sms.md", "sms.en.md"], "sms", .advise, "en-GB", "sms.en.md"),
      (["sms.direct.md", "sms.ne.md"], "sms", .direct, "ne", "sms.ne.md"),
    ] as [([String], Channel.ID, Level, String, String?)])
  func theFileThatFitsBestGivesTheWords(
    names: [String], channel: Channel.ID, level: Level, language: String, chosen: String?
  ) throws {
    #expect(try file(names, channel: channel, level: level, language: language) == chosen)
  }

  @Test func noOtherLevelsVariantEverStandsIn() throws {
    for level in Level.allCases {
      for other in Level.allCases where other != level {
        #expect(try file(["sms.\(other.rawValue).md"], channel: "sms", level: level) == nil)
      }
    }
  }

  @Test(arguments: [
    ("en-GB", "en-GB", true), ("en", "en-GB", true), ("EN-gb", "en", true), ("en-GB", "en-US", false),
    ("ne", "nep", false), ("cy", "en", false),
  ])
  func oneLanguageIsTheSameWithOrWithoutItsRegion(left: String, right: String, isSame: Bool) {
    #expect(sameLanguage(left, right) == isSame)
    #expect(sameLanguage(right, left) == isSame)
  }
}
