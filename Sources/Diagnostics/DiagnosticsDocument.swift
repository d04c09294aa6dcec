/// The diagnostics as other programs read them.
public struct DiagnosticsDocument: Encodable, Sendable {
  public let version = 1
  public let diagnostics: [Entry]

  public struct Entry: Encodable, Sendable {
    let rule: String
    let severity: String
    let path: String
    let line: UInt32?
    let column: UInt32?
    let endLine: UInt32?
    let endColumn: UInt32?
    let message: String
    let help: String?
    /// Left out where there is none.
    let story: [String]?
  }

  public init(_ report: DiagnosticReport) {
    diagnostics = report.diagnostics.map { diagnostic in
      Entry(
        rule: diagnostic.rule.rawValue, severity: diagnostic.severity.rawValue, path: diagnostic.path,
        line: diagnostic.span?.start.line, column: diagnostic.span?.start.column,
        endLine: diagnostic.span?.end.line, endColumn: diagnostic.span?.end.column,
        message: diagnostic.message, help: diagnostic.help,
        story: diagnostic.story.isEmpty ? nil : diagnostic.story.map(\.text))
    }
  }
}
