import ArgumentParser
import Library
import Messaging
import OrderedCollections
import Reporting

/// `playbook preview`: what a template's samples would send.
struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show what a template would send, filled from its samples, with each verdict.",
    discussion: """
      Shows every sample, level, audience and channel, or those that are named. With --render one message is printed \
      as its channel's own tool takes it. Exits 1 where a message could not go out as it is.
      """)

  @Argument(help: "The template, by the name of its folder.", completion: .templates) var template: String
  @OptionGroup var filter: MessageFilter
  @OptionGroup var rendering: TemplateRendering
  @OptionGroup var place: LibraryOptions
  @OptionGroup var display: DisplayOptions

  /// One message as JSON.
  struct Shown: Encodable {
    let sample: String
    let playbook: String
    let step: String
    let message: MessageDocument
  }

  func run() throws {
    try reporting {
      let library = try LoadedLibrary(root: try place.root()).sound()
      let template = try library.template(named: template)
      try filter.check(library, template)
      if template.samples.isEmpty {
        throw Failure(
          .notFound, "'\(template.id)' has no samples; write some under 'samples:' in its template.yaml")
      }
      let messages = sampleMessages(of: template, in: library, at: try library.sampleMoment()).filter(
        filter.holds)
      if messages.isEmpty { throw Failure(.notFound, "no sample of '\(template.id)' makes such a message") }
      if rendering.render {
        try render(messages, of: template, in: library)
      } else if display.json {
        Output.json(
          messages.map {
            Shown(
              sample: $0.sample, playbook: $0.playbook.text, step: $0.step.text,
              message: MessageDocument($0.judged))
          })
      } else {
        Output.data(messages.map { text(of: $0, template, library) }.joined(separator: "\n\n"))
      }
      if messages.contains(where: { $0.judged.verdict.isStopped }) { throw Failure(.findings, nil) }
    }
  }

  private func render(_ messages: [SampleMessage], of template: Template, in library: Library) throws {
    let draft = try rendering.one(messages.map(\.judged.draft), of: template)
    guard let message = messages.first(where: { $0.judged.draft == draft }),
      let playbook = library.playbooks[message.playbook]
    else { return }
    let context = try RenderingContext(
      sample: message.sample, of: template, library: library, playbook: playbook,
      at: library.sampleMoment())
    try rendering.options.write(draft, in: context, quiet: display.quiet)
    if !display.quiet { Output.error(message.judged.verdict.lines.joined(separator: "\n")) }
  }

  private func text(of message: SampleMessage, _ template: Template, _ library: Library) -> String {
    let draft = message.judged.draft
    var lines = [
      "\(template.id), sample \(message.sample), \(draft.level.rawValue), step \(message.step) of \(message.playbook)"
    ]
    lines += draft.described(in: library.organisation)
    lines.append(chosen(draft, template, library))
    return (lines + message.judged.verdict.lines).joined(separator: "\n")
  }

  /// Which file gave the words, and which would have come before it.
  private func chosen(_ draft: Draft, _ template: Template, _ library: Library) -> String {
    guard let channel = library.organisation.channels[draft.channel] else { return "" }
    let candidates = template.candidates(
      for: channel, level: draft.level, language: draft.language, own: library.organisation.language)
    let file = draft.path.split(separator: "/").last.map(String.init) ?? ""
    // Of the library's own language nobody writes the tag.
    let own = "." + draft.language + ".md"
    let before = candidates.prefix { $0 != file }.filter {
      !sameLanguage(draft.language, library.organisation.language) || !$0.hasSuffix(own)
    }
    if file.isEmpty { return "From no file: none of \(candidates.joined(separator: ", ")) is there" }
    return "From \(file)" + (before.isEmpty ? "" : "; \(before.joined(separator: ", ")) would come first")
  }
}
