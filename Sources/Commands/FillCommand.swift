import ArgumentParser
import Diagnostics
import Library
import Messaging
import OrderedCollections
import Reporting
import System
import Time

/// `playbook fill`: a template's exact words, filled from facts that are given.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Fill a template from facts that are given, and print its exact words.",
    discussion: """
      The words go to standard output, the verdict to standard error. A fact that is not set is not known, but \
      for those that a sample named with --sample gives. With --render the one message that is meant is printed as \
      its channel's own tool takes it. Exits 1 where a message could not go out as it is.
      """)

  @Argument(help: "The template, by the name of its folder.", completion: .templates) var template: String
  @Option(help: .value("fact=value", "A fact that is known; may be given often.")) var set: [String] = []
  @Option(help: .value("fact", "A fact that is likely, not confirmed; may be given often.")) var likely:
    [String] = []
  @Option(help: .value("playbook", "The playbook whose facts these are; the first that sends the template."))
  var playbook: String?
  @OptionGroup var filter: MessageFilter
  @OptionGroup var rendering: TemplateRendering
  @OptionGroup var place: LibraryOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let loaded = try LoadedLibrary(root: try place.root())
      let library = try loaded.sound()
      let template = try library.template(named: template)
      try filter.check(library, template)
      let (playbook, sending) = try use(of: template, loaded, library)
      let moment = try library.sampleMoment()
      let level = filter.level ?? sending.level ?? .reassure
      let knowing = Knowledge(
        facts: try facts(of: playbook, template, moment), level: level, audienceLevels: [:], mode: .live,
        now: moment.now, nextUpdate: moment.now + .hours(1), calendar: moment.calendar)
      let fixed = sending.at(level)
      let found = drafts(for: fixed, of: playbook, in: library, knowing: knowing).filter {
        filter.holds($0.draft)
      }
      if found.isEmpty {
        throw Failure(.notFound, "'\(template.id)' makes no such message at \(level.rawValue)")
      }
      if rendering.render {
        let draft = try rendering.one(found.map(\.draft), of: template)
        let context = RenderingContext(
          library: library, playbook: playbook, mode: knowing.mode, moment: moment.now,
          zone: moment.calendar.zone, name: template.id.text, values: knowing.facts.values.compactMap(\.value)
        )
        try rendering.options.write(draft, in: context, quiet: display.quiet)
        if !display.quiet { Output.error(found.flatMap(\.verdict.lines).joined(separator: "\n")) }
      } else if display.json {
        Output.json(found.map(MessageDocument.init))
      } else {
        write(found, library.organisation)
      }
      if found.contains(where: { $0.verdict.isStopped }) { throw Failure(.findings, nil) }
    }
  }

  private func write(_ found: [Judged], _ organisation: Organisation) {
    for (index, judged) in found.enumerated() {
      let described = judged.draft.described(in: organisation)
      // One message alone is printed as it is, to be piped on.
      if found.count == 1 {
        Output.data((judged.draft.subject.map { "Subject: \($0)\n\n" } ?? "") + judged.draft.text)
      } else {
        Output.data((index == 0 ? "" : "\n") + described.joined(separator: "\n"))
      }
      if !display.quiet { Output.error((described.prefix(1) + judged.verdict.lines).joined(separator: "\n")) }
    }
  }

  /// The playbook and the send that the template is filled for.
  private func use(
    of template: Template, _ loaded: LoadedLibrary, _ library: Library
  ) throws -> (Playbook, Step.Sending) {
    let candidates = try playbook.map { [try loaded.playbook($0)] } ?? Array(library.playbooks.values)
    for playbook in candidates {
      for step in playbook.steps.values {
        guard case .send(let sending) = step.action, sending.template == template.id else { continue }
        return (playbook, sending)
      }
    }
    let whose = playbook.map { "the playbook '\($0)'" } ?? "any playbook"
    throw Failure(.notFound, "'\(template.id)' is not sent by \(whose)")
  }

  private func facts(
    of playbook: Playbook, _ template: Template, _ moment: SampleMoment
  ) throws -> [Fact.ID: Knowledge.Entry] {
    var typed: [Fact.ID: String] = [:]
    for (id, value) in filter.sample.flatMap({ template.samples[$0] }) ?? [:] where playbook.facts[id] != nil
    {
      typed[id] = value
    }
    for pair in set {
      let (fact, value) = try factAndValue(pair)
      typed[fact] = value
    }
    for id in typed.keys.sorted() + likely.map({ Fact.ID($0) }) {
      if let problem = playbook.unknownFact(id) { throw Failure(.notFound, problem) }
    }
    for name in likely where typed[Fact.ID(name)].map({ $0 == Confidence.notKnown.rawValue }) ?? true {
      throw Failure(
        .inputNeeded, "'\(name)' has no value that could be likely; give one with --set \(name)=VALUE")
    }
    var known: [Fact.ID: Knowledge.Entry] = [:]
    for (id, value) in typed {
      guard let fact = playbook.facts[id] else { continue }
      let isKnown = value != Confidence.notKnown.rawValue
      do throws(FactProblem) {
        known[id] = Knowledge.Entry(
          value: isKnown ? try fact.read(value, now: moment.now, calendar: moment.calendar) : nil,
          confidence: !isKnown ? .notKnown : likely.contains(id.text) ? .likely : .confirmed,
          marking: fact.marking,
          source: "")
      } catch {
        throw Failure(.usage, error.message)
      }
    }
    return known
  }
}
