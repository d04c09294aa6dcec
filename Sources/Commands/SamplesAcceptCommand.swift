import ArgumentParser
import Diagnostics
import Library
import Messaging
import OrderedCollections
import System

/// `playbook samples accept`: write what the samples send beside their templates.
struct SamplesAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Write what the samples send beside their templates, to compare with later.",
    discussion: """
      Each template gets one file, samples.accepted.txt, with every text once below all the places that it goes out \
      at. Keep it under version control: a review then shows what people would get. Nothing is approved or sent by \
      it, and no run reads it.
      """)

  @OptionGroup var samples: SamplesOptions

  /// What was done for one template, as JSON.
  struct Accepted: Encodable {
    let template: String
    let path: String
    let messages: Int
    let isWritten: Bool
  }

  func run() throws {
    try reporting {
      let chosen = try samples.read()
      var done: [Accepted] = []
      for template in chosen.templates {
        let texts = chosen.texts(of: template)
        let (path, before) = (chosen.path(of: template.id), try chosen.accepted(template.id))
        if texts.texts.isEmpty, before == nil {
          if samples.templates.isEmpty { continue }
          throw Failure(.notFound, SamplesOptions.nothing(of: template))
        }
        let bytes = Array(texts.file(of: template.id, at: chosen.moment.words).utf8)
        if bytes.count > SampleTexts.largest {
          throw Failure(
            .badDocument,
            "\(path) would have \(bytes.count) bytes; \(SampleTexts.largest) is the most. Take some samples out"
          )
        }
        if bytes != before { try Files.write(bytes, to: chosen.root + "/" + path, mode: 0o644) }
        done.append(
          Accepted(
            template: template.id.text, path: path, messages: texts.texts.count, isWritten: bytes != before))
        if !samples.display.json, !samples.display.quiet {
          Output.data(line(done[done.count - 1], template.id, before, texts))
        }
      }
      if samples.display.json { Output.json(done) }
    }
  }

  private func line(
    _ accepted: Accepted, _ template: Template.ID, _ before: [UInt8]?, _ texts: SampleTexts
  ) -> String {
    let count = "\(visible(accepted.path)): " + counted(accepted.messages, "message")
    if !accepted.isWritten { return "\(count), as before" }
    let known = before.flatMap { SampleTexts.read($0, of: template, path: accepted.path).texts }
    let changes = known.flatMap { $0.changes(to: texts).summary }
    return "\(count) accepted" + (changes.map { ": " + $0 } ?? "")
  }
}
