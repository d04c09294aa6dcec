import ArgumentParser
import Library
import Messaging
import OrderedCollections
import Reporting
import System

/// `playbook measure`: any text, held against the house style and the limits of a channel.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Hold any text against the house style, and a channel's limits.",
    discussion: """
      Reads a file, or standard input. Without --channel it tells the length as a text message and on X as well. \
      Exits 1 where the text could not go out as it is.
      """)

  @Argument(help: .value("file", "The file; - or nothing for standard input."), completion: .file())
  var file: String?
  @Option(help: .value("channel", "The channel, by its id or kind, as sms.")) var channel: String?
  @Option(help: "The level that the text is meant for.") var level: Level?
  @Option(help: .value("tag", "Its language; the library's own where it is left out.")) var language: String?
  @OptionGroup var place: LibraryOptions
  @OptionGroup var display: DisplayOptions

  struct Document: Encodable {
    let channel: String?
    let level: String?
    let findings: [MessageDocument.FindingDocument]
  }

  func run() throws {
    try reporting {
      let library = try LoadedLibrary(root: try place.root()).sound()
      if let language, !isLanguageTag(language) {
        throw Failure(.usage, "'\(language)' is not a language tag; write it as en-GB, cy or ne")
      }
      let (text, moment) = (try read(), try library.sampleMoment())
      let verdicts = try channels(library).map { channel in
        measure(
          text, on: channel, level: level, language: language ?? library.organisation.language, in: library,
          at: moment)
      }
      var findings: [Finding] = []
      // Of several channels only the lengths differ.
      for finding in verdicts.flatMap(\.findings) where !findings.contains(finding) {
        findings.append(finding)
      }
      let verdict = Verdict(findings: findings)
      if display.json {
        Output.json(
          Document(
            channel: channel, level: level?.rawValue,
            findings: findings.map(MessageDocument.FindingDocument.init)))
      } else {
        Output.data(verdict.lines.joined(separator: "\n"))
      }
      if verdict.isStopped { throw Failure(.findings, nil) }
    }
  }

  private func read() throws -> String {
    let bytes = try Files.read(file == nil || file == "-" ? "/dev/stdin" : file ?? "", most: 1 << 20)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badDocument, "\(file ?? "standard input") is not UTF-8; save it as UTF-8 and try again")
    }
    // The end of a file's last line is no part of its words.
    guard let last = text.lastIndex(where: { !$0.isNewline }) else { return "" }
    return String(text[...last])
  }

  /// The channel named, or one for each unit that lengths are told in.
  private func channels(_ library: Library) throws -> [Channel] {
    let all = library.organisation.channels.values
    guard let channel else {
      return [Channel.Kind.webPage, .sms, .x].map { kind in
        all.first { $0.kind == kind } ?? Channel.plain(kind)
      }
    }
    if let found = all.first(where: { $0.id.text == channel })
      ?? all.first(where: { $0.kind.rawValue == channel })
    {
      return [found]
    }
    guard let kind = Channel.Kind(rawValue: channel) else {
      throw Failure(
        .notFound, "'\(channel)' is not a channel: take one of \(all.map(\.id.text).joined(separator: ", "))")
    }
    return [Channel.plain(kind)]
  }
}
