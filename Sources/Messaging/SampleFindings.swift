public import Diagnostics
public import Library
import OrderedCollections

/// What is found on the messages that a library's samples make, at the files that gave the words.
///
/// One finding on one file is told once, with the first sample and level that show it.
public func sampleFindings(in library: Library, files: LibraryFiles, at moment: SampleMoment) -> [Diagnostic]
{
  struct Told: Hashable {
    let path: String
    let message: String
  }
  var told: Set<Told> = []
  var found: [Diagnostic] = []
  for template in library.templates.values {
    for message in sampleMessages(of: template, in: library, at: moment) {
      let draft = message.judged.draft
      for finding in message.judged.verdict.findings where finding.severity >= .warn {
        // What has no file is told by the structure.
        if draft.path.isEmpty || !told.insert(Told(path: draft.path, message: finding.message)).inserted {
          continue
        }
        let isStop = finding.severity == .stop
        found.append(
          Diagnostic(
            isStop ? .messageStopped : .messageWarned, isStop ? .error : .warning, path: draft.path,
            span: finding.quote.flatMap { span(of: $0, in: files.files[draft.path] ?? []) },
            message: "\(finding.message) (sample '\(message.sample)' at \(draft.level.rawValue))",
            help: finding.why))
      }
    }
  }
  return found
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
