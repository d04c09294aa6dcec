import ArgumentParser
import Library
import Messaging

/// Whether one message of a template is rendered for its channel.
struct TemplateRendering: ParsableArguments {
  @Flag(help: "Print the message as its channel's own tool takes it: a page, a mail, an alert.")
  var render = false
  @OptionGroup var options: RenderingOptions

  func validate() throws {
    if !render, options.form != nil || options.output != nil {
      throw ValidationError("--as and --output go with --render")
    }
  }

  /// The one draft that is meant; several are told apart by what they differ in.
  func one(_ drafts: [Draft], of template: Template) throws -> Draft {
    let different = drafts.reduce(into: [Draft]()) { found, draft in
      if !found.contains(draft) { found.append(draft) }
    }
    if different.count == 1 { return different[0] }
    let lines = different.reduce(into: [String]()) { found, draft in
      let audiences = draft.audiences.map(\.text).joined(separator: ", ")
      let line = "\n  \(draft.channel) to \(audiences), \(draft.level.rawValue), \(draft.language)"
      if !found.contains(line) { found.append(line) }
    }
    throw Failure(
      .inputNeeded,
      """
      '\(template.id)' makes \(different.count) such messages, and one is rendered at a time. Name it with --channel, \
      --audience, --level, --language or --sample:
      """ + lines.prefix(8).joined() + (lines.count > 8 ? "\n  and more" : ""))
  }
}
