public import Diagnostics
public import Library
import OrderedCollections

/// What is found on the messages that a library's samples make, at the files that gave the words.
///
/// One finding on one file is told once, with the first sample and level that show it. What files of `proved` say of
/// markings was told by the proofs already.
public func sampleFindings(
  in library: Library, files: LibraryFiles, at moment: SampleMoment, besides proved: Set<String> = []
) -> [Diagnostic] {
  struct Told: Hashable {
    let path: String
    let message: String
  }
  var told: Set<Told> = []
  var found: [Diagnostic] = []
  for template in library.templates.values {
    // Many playbooks may send one template alike; what nothing was found on once is not filled again.
    var clean: Set<Likeness> = []
    let reader = LikenessReader(template)
    for send in sampleSends(of: template, in: library, at: moment) {
      let likeness = reader.likeness(of: send)
      if clean.contains(likeness) { continue }
      var isClean = true
      for judged in drafts(for: send.sending, of: send.playbook, in: library, knowing: send.knowing) {
        let draft = judged.draft
        for finding in judged.verdict.findings where finding.severity >= .warn {
          isClean = false
          if finding.kind == .marking, proved.contains(draft.path) { continue }
          // What has no file is told by the structure.
          if draft.path.isEmpty || !told.insert(Told(path: draft.path, message: finding.message)).inserted {
            continue
          }
          let isStop = finding.severity == .stop
          found.append(
            Diagnostic(
              isStop ? .messageStopped : .messageWarned, isStop ? .error : .warning, path: draft.path,
              span: finding.quote.flatMap { span(of: $0, in: files.files[draft.path] ?? []) },
              message: "\(finding.message) (sample '\(send.sample)' at \(draft.level.rawValue))",
              help: finding.why))
        }
      }
      if isClean { clean.insert(likeness) }
    }
  }
  return found
}

/// All of a send that decides on what is found on its messages; only the questions of its facts may differ, which
/// findings quote and do not look at.
private struct Likeness: Hashable {
  let sample: String
  let level: Level?
  let own: Level?
  let audiences: [Audience.ID]
  let isSpoken: Bool
  let facts: [Sense?]

  /// What a fact is, but for the words that ask it.
  struct Sense: Hashable {
    let kind: Fact.Kind
    let marking: Marking
    let handling: [Handling.ID]
    let needsPermission: Bool
    let isVerbatim: Bool

    init(_ fact: Fact) {
      (kind, marking, handling) = (fact.kind, fact.marking, fact.handling)
      (needsPermission, isVerbatim) = (fact.needsPermission, fact.isVerbatim)
    }
  }
}

private struct LikenessReader {
  /// The folded names of all facts that the template's words and samples speak of.
  private let names: [String]

  init(_ template: Template) {
    let samples = template.samples.values.flatMap { $0.keys.map { folded($0.text) } }
    names = Set(template.wordings.flatMap(\.mentions).map(\.name) + samples).sorted()
  }

  func likeness(of send: SampleSend) -> Likeness {
    Likeness(
      sample: send.sample, level: send.knowing.level, own: send.sending.level,
      audiences: send.sending.audiences,
      isSpoken: send.sending.isSpoken,
      facts: names.map { name in send.playbook.fact(folded: name).map { Likeness.Sense($0) } })
  }
}

/// Where words stand first in a file; nil where a fact brought them.
private func span(of words: String, in bytes: [UInt8]) -> Span? {
  var (line, column) = (1, 1)
  let wanted = Array(words.utf8)
  guard !wanted.isEmpty, wanted.count <= bytes.count else { return nil }
  for start in bytes.indices {
    if bytes[start] == wanted[0], bytes[start...].starts(with: wanted) {
      let end = column + words.unicodeScalars.count
      return Span(Position(line: line, column: column), Position(line: line, column: end))
    }
    if bytes[start] == 0x0A {
      (line, column) = (line + 1, 1)
    } else if bytes[start] & 0xC0 != 0x80 {
      column += 1
    }
  }
  return nil
}
