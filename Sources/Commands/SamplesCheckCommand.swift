import ArgumentParser
import Diagnostics
import Library
import Messaging
import OrderedCollections
import Reporting
import System

/// `playbook samples check`: what has changed in the samples since they were accepted.
struct SamplesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Show word by word what has changed in the samples since they were accepted.",
    discussion: """
      Words that were taken out stand as [-words-], words that were put in as {+words+}. A text that goes out at \
      several places is shown once. Exits 1 where anything differs, or a template's samples were never accepted.
      """)

  @OptionGroup var samples: SamplesOptions

  /// What was found on one template.
  enum State {
    case same
    case changed([SampleChange])
    /// Nothing was accepted yet, and the samples make this many messages.
    case notAccepted(messages: Int)
    case damaged([Diagnostic], [UInt8])
    /// Accepted samples lie where no template is.
    case noTemplate
  }

  func run() throws {
    try reporting {
      let chosen = try samples.read()
      var found: [(id: Template.ID, state: State)] = []
      for template in chosen.templates {
        if let state = try state(of: template, chosen) {
          found.append((template.id, state))
        } else if !samples.templates.isEmpty {
          throw Failure(.notFound, SamplesOptions.nothing(of: template))
        }
      }
      if samples.templates.isEmpty {
        found += try Self.leftBehind(chosen).map { ($0, .noTemplate) }
      }
      if samples.display.json {
        Output.json(SamplesDocument(found.map { ($0.id, chosen.path(of: $0.id), $0.state) }))
      } else {
        let blocks = found.compactMap { block($0.id, $0.state, chosen) }
        if !blocks.isEmpty { Output.data(blocks.joined(separator: "\n\n")) }
        if !samples.display.quiet { Output.error(Self.summary(found.map(\.state))) }
      }
      if found.contains(where: { !$0.state.isSame }) { throw Failure(.findings, nil) }
    }
  }

  /// Nil where the template makes no message and none was accepted.
  private func state(of template: Template, _ chosen: SamplesLibrary) throws -> State? {
    let texts = chosen.texts(of: template)
    guard let bytes = try chosen.accepted(template.id) else {
      return texts.texts.isEmpty ? nil : .notAccepted(messages: texts.texts.count)
    }
    let (accepted, diagnostics) = SampleTexts.read(bytes, of: template.id, path: chosen.path(of: template.id))
    guard let accepted else { return .damaged(diagnostics, bytes) }
    let changes = accepted.changes(to: texts)
    return changes.isEmpty ? .same : .changed(changes)
  }

  /// Folders that hold accepted samples and no template any more.
  private static func leftBehind(_ chosen: SamplesLibrary) throws -> [Template.ID] {
    try Files.folders(in: chosen.root + "/templates").sorted().map { Template.ID($0) }.filter {
      chosen.library.templates[$0] == nil && Files.exists(chosen.root + "/" + chosen.path(of: $0))
    }
  }

  private func block(_ id: Template.ID, _ state: State, _ chosen: SamplesLibrary) -> String? {
    let (path, name) = (chosen.path(of: id), visible(id.text))
    let colour = samples.display.hasColour && Terminals.isOutputTerminal
    switch state {
    case .same: return nil
    case .changed(let changes):
      let head = "\(name): \(changes.summary ?? "")"
      return ([head] + SampleChange.lines(of: changes, colour: colour)).joined(separator: "\n")
    case .notAccepted(let messages):
      let count = counted(messages, "message")
      return "\(name): not accepted yet; `playbook samples accept \(name)` accepts its \(count)"
    case .damaged(let diagnostics, let bytes):
      let report = DiagnosticReport(diagnostics, sources: [path: bytes])
      return report.text(colour: colour)
    case .noTemplate:
      return "\(name): the template is gone; remove \(visible(path))"
    }
  }

  /// "74 templates: 2 changed, 1 not accepted" or "74 templates: every sample as it was accepted".
  private static func summary(_ states: [State]) -> String {
    if states.isEmpty { return "no template has samples" }
    let count = counted(states.count, "template")
    let words = ["changed", "not accepted", "cannot be read", "left behind"]
    let counts = states.reduce(into: [0, 0, 0, 0]) { counts, state in
      switch state {
      case .same: break
      case .changed: counts[0] += 1
      case .notAccepted: counts[1] += 1
      case .damaged: counts[2] += 1
      case .noTemplate: counts[3] += 1
      }
    }
    let parts = zip(counts, words).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(count): " + (parts.isEmpty ? "every sample as it was accepted" : parts.joined(separator: ", "))
  }
}

extension SamplesCheckCommand.State {
  var isSame: Bool { if case .same = self { true } else { false } }
}
