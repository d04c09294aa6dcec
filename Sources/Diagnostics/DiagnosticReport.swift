/// Diagnostics of several files, in order, with the sources that they speak of.
public struct DiagnosticReport: Sendable {
  public let diagnostics: [Diagnostic]
  /// Path to the file's bytes; a file that is not here is named without its line.
  private let sources: [String: [UInt8]]

  public init(_ diagnostics: [Diagnostic], sources: [String: [UInt8]]) {
    self.diagnostics = diagnostics.sorted { left, right in
      if left.path != right.path { return left.path < right.path }
      let (a, b) = (left.span?.start ?? .start, right.span?.start ?? .start)
      return a != b ? a < b : left.rule.rawValue < right.rule.rawValue
    }
    self.sources = sources
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// One line each, as `path:line:col: error: message [rule]`.
  public func lines() -> [String] {
    diagnostics.map { diagnostic in
      let start = diagnostic.span?.start ?? .start
      let place = "\(visible(diagnostic.path)):\(start.line):\(start.column)"
      return
        "\(place): \(diagnostic.severity.rawValue): \(visible(diagnostic.message)) [\(diagnostic.rule.rawValue)]"
    }
  }

  /// For people: message, place, the author's line, a caret and the mend.
  public func text(colour: Bool) -> String {
    let cache = SourceLines(sources)
    return diagnostics.map { text(of: $0, cache, colour: colour) }.joined(separator: "\n")
  }

  /// "3 errors and 1 warning in 2 files".
  public var summary: String {
    func count(_ severity: Diagnostic.Severity, _ word: String) -> String? {
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    let parts = [count(.error, "error"), count(.warning, "warning"), count(.note, "note")].compactMap { $0 }
    guard !parts.isEmpty else { return "no problems found" }
    let files = Set(diagnostics.map(\.path)).count
    let list =
      parts.count == 1
      ? parts[0] : parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
    return "\(list) in \(files) file\(files == 1 ? "" : "s")"
  }

  private func text(of diagnostic: Diagnostic, _ cache: SourceLines, colour: Bool) -> String {
    let tone =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    func paint(_ text: String, _ code: String) -> String { colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
    var lines = [
      paint("\(diagnostic.severity.rawValue): ", "1;" + tone) + paint(visible(diagnostic.message), "1")
        + " [\(diagnostic.rule.rawValue)]"
    ]
    lines += place(diagnostic.path, diagnostic.span, cache, mark: "^", paint: { paint($0, tone) })
    if !diagnostic.story.isEmpty {
      lines.append("   = how it comes about:")
      lines += diagnostic.story.map { "       " + visible($0.text) }
    }
    if let help = diagnostic.help { lines.append("   = help: " + visible(help)) }
    for note in diagnostic.notes {
      lines.append("   = note: " + visible(note.message))
      lines += place(note.path, note.span, cache, mark: "-", paint: { paint($0, "36") })
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func place(
    _ path: String, _ span: Span?, _ cache: SourceLines, mark: Character, paint: (String) -> String
  ) -> [String] {
    guard let span else { return ["  --> \(visible(path))"] }
    var lines = ["  --> \(visible(path)):\(span.start.line):\(span.start.column)"]
    guard let line = cache.line(Int(span.start.line), of: path) else { return lines }
    let window = CaretLine(line: line, span: span, mark: mark)
    let number = String(span.start.line)
    lines.append(" \(number) | \(window.text)")
    lines.append(
      " " + String(repeating: " ", count: number.count) + " | " + window.indent + paint(window.carets))
    return lines
  }
}
