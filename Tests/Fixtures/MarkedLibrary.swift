public import Diagnostics
public import Library
public import Testing
import Time

/// A small library with some files replaced, where each finding is written below its place in the text.
///
/// A marker is a line of its own: carets under what is meant, then what is found there, as
/// `^^^ error: unknown-key: 'deu' is not a key of a step`; the message may be left out or be a beginning.
/// `file error: empty-file` says it of the file as a whole. Markers are taken out before the library is read.
public struct MarkedLibrary: Sendable, CustomTestStringConvertible {
  public let testDescription: String
  private let marked: [String: String]
  private let absent: [String]
  private let isLatin1: Bool
  private let today: CivilDate?

  /// `absent` are paths of the small library that are taken away.
  public init(
    _ rule: String, _ marked: [String: String], absent: [String] = [], today: String? = nil,
    isLatin1: Bool = false
  ) {
    testDescription = rule
    self.isLatin1 = isLatin1
    self.marked = marked
    self.absent = absent
    self.today = today.flatMap { CivilDate($0) }
  }

  /// A playbook whose head is that of the small library's.
  public init(_ rule: String, playbook: String, also marked: [String: String] = [:], absent: [String] = []) {
    let path = "playbooks/post-incident/p.yaml"
    self.init(
      rule, marked.merging([path: MarkedBase.head + playbook]) { $1 }, absent: absent)
  }

  public var files: LibraryFiles {
    var files = MarkedBase.files
    for (path, text) in marked { files[path] = Self.divided(text).text }
    for path in absent { files[path] = nil }
    return LibraryFiles(
      files.mapValues { text in
        isLatin1 ? text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(text.utf8)
      })
  }

  /// What is written to be found, in order, as `path:line:col+width severity: rule: message`.
  public var expected: [String] {
    marked.sorted { $0.key < $1.key }.flatMap { path, text in
      Self.divided(text).markers.map { path + ":" + $0 }
    }
  }

  /// What is found, likewise; the width of a span over several lines is not told.
  public static func found(_ report: DiagnosticReport) -> [String] {
    report.diagnostics.map { found in
      let what = "\(found.severity.rawValue): \(found.rule.rawValue): \(found.message)"
      guard let span = found.span else { return "\(found.path):file \(what)" }
      let isOneLine = span.start.line == span.end.line
      let width = isOneLine ? String(max(1, span.end.column - span.start.column)) : "…"
      return "\(found.path):\(span.start.line):\(span.start.column)+\(width) \(what)"
    }
  }

  public func read() -> DiagnosticReport {
    let files = files
    return DiagnosticReport(readLibrary(files, today: today).diagnostics, sources: files.files)
  }

  /// Where what is found differs from what is written; nil where it does not.
  public func difference(from report: DiagnosticReport) -> String? {
    let (expected, found) = (expected, Self.found(report))
    let isMet =
      expected.count == found.count
      && zip(expected, found).allSatisfy { expected, found in
        found.hasPrefix(expected) || found.replacing("+…", with: "+1").hasPrefix(expected)
      }
    if isMet { return nil }
    return "\nwritten:\n\(expected.joined(separator: "\n"))\nfound:\n\(found.joined(separator: "\n"))\n"
  }

  private static func divided(_ marked: String) -> (text: String, markers: [String]) {
    var lines: [Substring] = []
    var markers: [String] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      if let marker = marker(line, below: lines.count) { markers.append(marker) } else { lines.append(line) }
    }
    return (lines.joined(separator: "\n"), markers)
  }

  private static func marker(_ line: Substring, below number: Int) -> String? {
    let spaces = line.prefix { $0 == " " }.utf8.count
    let rest = line.dropFirst(spaces)
    let carets = rest.prefix { $0 == "^" }.utf8.count
    let what = rest.hasPrefix("file ") ? rest.dropFirst(5) : rest.dropFirst(carets + 1)
    guard carets > 0 || rest.hasPrefix("file "),
      ["error: ", "warning: ", "note: "].contains(where: what.hasPrefix)
    else { return nil }
    return carets > 0 ? "\(number):\(spaces + 1)+\(carets) \(what)" : "file \(what)"
  }
}
