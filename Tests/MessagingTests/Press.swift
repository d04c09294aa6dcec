import Fixtures
import OrderedCollections
import Testing
import Time

@testable import Library
@testable import Messaging

/// Words filled on a channel of one kind, and what they become there.
struct Press {
  var bench = Bench()
  var kind: Channel.Kind
  /// The channel's id; one of the small library where what the organisation says of it matters.
  var id: Channel.ID

  init(_ kind: Channel.Kind) {
    self.kind = kind
    id = .init(kind.rawValue)
    bench.file = kind.rawValue + ".md"
  }

  func draft(_ words: String) throws -> Draft { try made(words).draft }

  /// The rendering of the words, after `edit` has changed the draft where it is given.
  func render(
    _ words: String, as form: Rendering.Form? = nil, edit: (inout Draft) -> Void = { _ in }
  ) throws -> String {
    var (draft, context) = try made(words)
    edit(&draft)
    return try #require(rendering(of: draft, as: form, in: context)).text
  }

  func hasForm(_ form: Rendering.Form, of words: String) throws -> Bool {
    let (draft, context) = try made(words)
    return rendering(of: draft, as: form, in: context)?.form == form
  }

  func document(_ words: String, edit: (inout Draft) -> Void = { _ in }) throws -> [String] {
    var (draft, context) = try made(words)
    edit(&draft)
    return context.document(of: draft).blocks.map { block in
      "\(block.kind.rawValue): " + block.texts.joined(separator: " / ")
    }
  }

  private func made(_ words: String) throws -> (draft: Draft, context: RenderingContext) {
    let base = try bench.library(words)
    let playbook = try #require(base.playbooks[SmallLibrary.playbook])
    let channel = Channel(
      id: id, kind: kind, title: kind.rawValue, reach: .public, ceiling: .officialSensitive,
      prefix: "", alwaysShowsMarking: false)
    let filler = Filler(
      library: base, playbook: playbook, template: try #require(base.templates["words"]), channel: channel,
      knowing: bench.knowing)
    let draft = filler.draft(level: bench.level, language: bench.language, audiences: bench.audiences)
    let context = RenderingContext(
      library: base, playbook: playbook, mode: bench.mode, moment: bench.now, zone: Fixtures.london,
      name: "POST-0007/M4", values: bench.facts.values.compactMap(\.value))
    return (draft, context)
  }
}
