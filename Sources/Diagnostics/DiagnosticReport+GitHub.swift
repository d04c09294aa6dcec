extension DiagnosticReport {
  /// One workflow command for each diagnostic, which GitHub Actions shows beside the line that it is about.
  ///
  /// `folder` is the library's, as the repository names it; empty where the library is the repository.
  /// Source: GitHub's "Workflow commands for GitHub Actions", and the escapes of its own toolkit.
  public func workflowCommands(in folder: String) -> [String] {
    diagnostics.map { diagnostic in
      let properties =
        ([("file", path(of: diagnostic.path, in: folder))] + Self.place(diagnostic.span)
        + [("title", diagnostic.rule.rawValue)])
        .map { "\($0)=\(Self.escaped($1, isProperty: true))" }.joined(separator: ",")
      let message = Self.escaped(Self.annotation(of: diagnostic), isProperty: false)
      return "::\(Self.command(diagnostic.severity)) \(properties)::\(message)"
    }
  }

  /// A path of the library as it is seen from the folder in which the library lies.
  func path(of path: String, in folder: String) -> String { folder.isEmpty ? path : folder + "/" + path }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// Lines and columns from 1. GitHub's last column belongs to the place, and columns go with one line alone.
  private static func place(_ span: Span?) -> [(String, String)] {
    guard let span else { return [] }
    let (start, end) = (span.start, span.end)
    guard end.line == start.line else {
      return [("line", "\(start.line)"), ("endLine", "\(max(start.line, end.line))")]
    }
    let last = max(start.column, end.column > 1 ? end.column - 1 : 1)
    return [
      ("line", "\(start.line)"), ("col", "\(start.column)"), ("endLine", "\(end.line)"),
      ("endColumn", "\(last)"),
    ]
  }

  /// Everything that is told of it, line by line; an annotation has no other place for a note or a story.
  private static func annotation(of diagnostic: Diagnostic) -> String {
    var lines = [visible(diagnostic.message)]
    if !diagnostic.story.isEmpty {
      lines += ["how it comes about:"] + diagnostic.story.map { visible($0.text) }
    }
    if let help = diagnostic.help { lines.append("help: " + visible(help)) }
    lines += diagnostic.notes.map { note in
      let start = note.span.start
      return "note: \(visible(note.message)) (\(visible(note.path)):\(start.line):\(start.column))"
    }
    return lines.joined(separator: "\n")
  }

  /// By scalars, for CR LF is one character.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case "\r": escaped.append(contentsOf: "%0D".unicodeScalars)
      case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
      case ":" where isProperty: escaped.append(contentsOf: "%3A".unicodeScalars)
      case "," where isProperty: escaped.append(contentsOf: "%2C".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
