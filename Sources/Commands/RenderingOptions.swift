public import ArgumentParser
import Library
public import Messaging
import System

extension Rendering.Form: ExpressibleByArgument {}

/// In which form a rendering is wanted, and where it goes.
struct RenderingOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: .value("form", "The form; the channel's own where it is left out."))
  var form: Rendering.Form?
  @Option(
    name: .shortAndLong,
    help: .value("file", "The file to write; standard output where it is left out."), completion: .file())
  var output: String?

  /// Renders a message and writes it, to its reader alone.
  func write(_ draft: Draft, in context: RenderingContext, quiet: Bool) throws {
    guard let rendering = rendering(of: draft, as: form, in: context) else {
      let known = draft.kind.forms.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "words by \(draft.kind.rawValue) are rendered as \(known)")
    }
    guard let output else { return Output.data(rendering.text) }
    try Files.write(rendering.bytes, to: output, mode: 0o600)
    if !quiet { Output.error("\(output): \(rendering.form.rawValue), \(rendering.bytes.count) bytes") }
  }
}
