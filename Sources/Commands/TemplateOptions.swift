public import ArgumentParser
import Diagnostics
public import Library
import Messaging
import OrderedCollections
import System
import Time

extension Level: ExpressibleByArgument {}

/// Which of a template's messages are meant; what is left out means all.
struct MessageFilter: ParsableArguments {
  @Option(help: "The level: signpost, reassure, advise or direct.") var level: Level?
  @Option(help: .value("audience", "The audience, by its id.")) var audience: String?
  @Option(help: .value("channel", "The channel, by its id or kind, as sms.")) var channel: String?
  @Option(help: .value("tag", "The language, as en-GB or ne.")) var language: String?
  @Option(help: .value("sample", "The sample, by its name.")) var sample: String?

  /// Whether a message is meant.
  func holds(_ message: SampleMessage) -> Bool {
    let draft = message.judged.draft
    return (sample.map { $0 == message.sample } ?? true) && holds(draft)
  }

  func holds(_ draft: Draft) -> Bool {
    (level.map { $0 == draft.level } ?? true)
      && (audience.map { name in draft.audiences.contains { $0.text == name } } ?? true)
      && (channel.map { $0 == draft.channel.text || $0 == draft.kind.rawValue } ?? true)
      && (language.map { sameLanguage($0, draft.language) } ?? true)
  }

  /// A name that stands for nothing is told, with the nearest that does.
  func check(_ library: Library, _ template: Template) throws {
    let organisation = library.organisation
    try check(audience, "an audience", organisation.audiences.keys.map(\.text))
    try check(
      channel, "a channel",
      organisation.channels.keys.map(\.text)
        + Channel.Kind.allCases.map(\.rawValue).filter { organisation.channels[Channel.ID($0)] == nil })
    try check(sample, "a sample of '\(template.id)'", Array(template.samples.keys))
    if let language, !isLanguageTag(language) {
      throw Failure(.usage, "'\(language)' is not a language tag; write it as en-GB, cy or ne")
    }
  }

  private func check(_ name: String?, _ kind: String, _ known: [String]) throws {
    guard let name, !known.contains(name) else { return }
    let near = nearest(to: name, among: known).map { ". Did you mean '\($0)'?" }
    throw Failure(
      .notFound, "'\(name)' is not \(kind)" + (near ?? ": take one of \(known.joined(separator: ", "))"))
  }
}

extension Library {
  /// A template by the name of its folder.
  func template(named name: String) throws -> Template {
    if let template = templates[Template.ID(name)] { return template }
    let near = nearest(to: name, among: templates.keys.map(\.text))
    throw Failure(
      .notFound, "there is no template '\(name)'" + (near.map { ". Did you mean '\($0)'?" } ?? ""))
  }

  /// The moment that samples are filled at: now, by the organisation's clock.
  func sampleMoment() throws -> SampleMoment {
    SampleMoment(now: SystemClock.now(), calendar: try calendar(of: self))
  }
}
