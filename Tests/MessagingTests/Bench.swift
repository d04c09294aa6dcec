import Diagnostics
import Digest
import Fixtures
import OrderedCollections
import Testing
import Time

@testable import Library
@testable import Messaging

/// One file of a template, filled on one channel of the small library from a table of facts.
struct Bench {
  /// The file's name; it says the channel, and may say a level and a language.
  var file = "x.md"
  /// What follows the needed keys of `template.yaml`.
  var rest = ""
  var marking = Marking.official
  var channel: Channel.ID = "x"
  var level = Level.advise
  var language = "en-GB"
  var audiences: [Audience.ID] = ["public"]
  var mode = Mode.live
  var now = Fixtures.night
  /// 04:00 on the same night.
  var nextUpdate: Instant? = Fixtures.night + .minutes(48)
  var facts: [Fact.ID: Knowledge.Entry] = [:]
  /// What facts were known to be before.
  var earlier: [Fact.ID: [Knowledge.Entry]] = [:]
  /// The last day of a pre-approval of the file at `reassure` by the Communications lead; nil for none.
  var preApprovedUntil: String?
  /// The levels of that pre-approval.
  var preApprovedLevels = "signpost, reassure"

  /// The words that were agreed, where they are not the file's own.
  var agreed: String?

  private func preApprovals(_ words: [UInt8]) -> [UInt8]? {
    guard let preApprovedUntil else { return nil }
    let text = """
      pre-approvals:
        - role: comms-lead
          by: Kim Lead
          until: \(preApprovedUntil)
          levels: [\(preApprovedLevels)]
          files: {\(file): \(ContentDigest.sha256(of: agreed.map { Array($0.utf8) } ?? words).hex)}
      """
    return Array(text.utf8)
  }

  var knowing: Knowledge {
    Knowledge(
      facts: facts, earlier: earlier, level: level, audienceLevels: [:], mode: mode, now: now,
      nextUpdate: nextUpdate,
      calendar: Fixtures.calendar)
  }

  mutating func know(
    _ fact: Fact.ID, _ value: FactValue?, _ confidence: Confidence = .confirmed, marking: Marking = .official
  ) {
    if let before = facts[fact] { earlier[fact, default: []].append(before) }
    facts[fact] = Knowledge.Entry(value: value, confidence: confidence, marking: marking, source: "")
  }

  /// The small library, with the words as one more template.
  func library(_ words: String) throws -> Library {
    let yaml =
      "template: Words\nowner: comms-lead\nreview-by: 2099-01-01\nmarking: \(marking.rawValue)\n" + rest
    let base = try #require(Self.base)
    var files = [file: Array(words.utf8), "template.yaml": Array(yaml.utf8)]
    files["pre-approval.yaml"] = preApprovals(files[file] ?? [])
    var templates = base.templates
    let (source, found) = readSource(
      Array(yaml.utf8), path: "templates/words/template.yaml", kind: .template)
    var diagnostics = found
    templates["words"] = Template(
      TemplateFolder(id: "words", files: files), source, base.organisation, &diagnostics)
    #expect(diagnostics == [])
    return Library(
      organisation: base.organisation, bankHolidays: [:], playbooks: base.playbooks, templates: templates,
      houseStyle: nil, keyMessages: nil)
  }

  private static let base = SmallLibrary.library()

  /// The filler for these words.
  func filler(_ words: String) throws -> Filler {
    let library = try library(words)
    return Filler(
      library: library, playbook: try #require(library.playbooks[SmallLibrary.playbook]),
      template: try #require(library.templates["words"]),
      channel: try #require(library.organisation.channels[channel]), knowing: knowing)
  }

  /// The words filled.
  func draft(_ words: String) throws -> Draft {
    try filler(words).draft(level: level, language: language, audiences: audiences)
  }

  /// The words judged, after `edit` has changed the draft where it is given.
  func verdict(_ words: String, edit: ((inout Draft) -> Void)? = nil) throws -> Verdict {
    let filler = try filler(words)
    var draft = filler.draft(level: level, language: language, audiences: audiences)
    edit?(&draft)
    return judge(
      draft, isEdited: edit != nil, of: filler.playbook, in: filler.library, knowing: knowing, supported: nil)
  }

  /// The pre-approval of the words as filled, on one day.
  func preApproval(
    _ words: String, on day: String = "2026-11-24", edit: (inout Draft) -> Void = { _ in }
  ) throws -> PreApproval? {
    let filler = try filler(words)
    var draft = filler.draft(level: level, language: language, audiences: audiences)
    edit(&draft)
    return Messaging.preApprovals(
      covering: draft, of: filler.playbook, in: filler.library, knowing: knowing,
      today: try #require(CivilDate(day))
    ).first
  }
}

extension Verdict {
  /// What stops the message.
  var stops: [String] { findings.filter { $0.severity == .stop }.map(\.message) }

  func severity(of kind: Finding.Kind) -> Finding.Severity? {
    findings.filter { $0.kind == kind }.map(\.severity).max()
  }
}

extension Draft {
  var stops: [String] { problems.filter { $0.severity == .stop }.map(\.message) }
}
