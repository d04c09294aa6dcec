import ArgumentParser
import Diagnostics
import Library
import Messaging
import OrderedCollections
import System

/// `playbook samples`: what the samples send, kept beside each template and compared with.
struct SamplesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samples", abstract: "Keep what the samples send, and show what an edit does to it.",
    discussion: """
      `accept` writes every message of a template's samples beside the template. `check` shows word by word what has \
      changed since, whoever changed it: the words, a fact, the organisation. Samples are filled as if it were one \
      fixed moment, so that nothing changes with the day.
      """,
    subcommands: [SamplesCheckCommand.self, SamplesAcceptCommand.self, SamplesHelpCommand.self],
    defaultSubcommand: SamplesHelpCommand.self)
}

/// `playbook samples` alone: help, or what is wrong with a word that is no command of it.
struct SamplesHelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Describe the commands below this one.", shouldDisplay: false)

  @Argument(help: .hidden) var unknown: [String] = []

  func run() throws {
    guard let word = unknown.first else {
      return Output.data(PlaybookCommand.helpMessage(for: SamplesCommand.self))
    }
    try reporting {
      let near = nearest(to: word, among: ["check", "accept"]).map { ". Did you mean '\($0)'?" }
      throw Failure(.usage, "'\(word)' is not a command of samples" + (near ?? ": take check or accept"))
    }
  }
}

/// Which templates' samples are meant, in which library.
struct SamplesOptions: ParsableArguments {
  @Argument(
    help: .value("template", "The templates, by the names of their folders; all where none is named."),
    completion: .templates)
  var templates: [String] = []
  @OptionGroup var place: LibraryOptions
  @OptionGroup var display: DisplayOptions

  /// The library and the templates that are meant.
  func read() throws -> SamplesLibrary {
    let loaded = try LoadedLibrary(root: try place.root())
    let library = try loaded.sound()
    // A playbook or a template that cannot be read would take its messages away in silence.
    if loaded.read.hasErrors {
      throw Failure(
        .badDocument,
        "the library in \(loaded.root) has errors: \(loaded.report.summary). `playbook check` shows them")
    }
    let named = try OrderedSet(templates.map { try library.template(named: $0).id })
    let chosen = library.templates.values.filter { named.isEmpty || named.contains($0.id) }
    return SamplesLibrary(
      root: loaded.root, library: library, templates: chosen,
      moment: SampleMoment.fixed(by: try calendar(of: library)))
  }

  /// Why a template's samples make no message.
  static func nothing(of template: Template) -> String {
    template.samples.isEmpty
      ? "'\(template.id)' has no samples; write some under 'samples:' in its template.yaml"
      : "no playbook sends '\(template.id)', so its samples make no message"
  }
}

/// A library, the templates whose samples are meant, and the moment at which they are filled.
struct SamplesLibrary {
  let root: String
  let library: Library
  let templates: [Template]
  let moment: SampleMoment

  /// Where a template's accepted samples lie, inside the library.
  func path(of template: Template.ID) -> String { "templates/\(template)/\(SampleTexts.fileName)" }

  /// The bytes of accepted samples; nil where none were accepted.
  func accepted(_ template: Template.ID) throws(SystemFault) -> [UInt8]? {
    let file = root + "/" + path(of: template)
    return Files.exists(file) ? try Files.read(file, most: 64 << 20) : nil
  }

  /// What the template's samples send now.
  func texts(of template: Template) -> SampleTexts { SampleTexts(of: template, in: library, at: moment) }
}
