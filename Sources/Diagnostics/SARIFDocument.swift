/// The diagnostics in the Static Analysis Results Interchange Format, for code scanning and editors.
///
/// Source: OASIS Standard SARIF 2.1.0 plus Errata 01; names of types and keys are the standard's own.
public struct SARIFDocument: Encodable, Sendable {
  let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// `folder` is the library's, as it is seen from where the check is run; `version` is the program's.
  public init(_ report: DiagnosticReport, in folder: String, version: String) {
    let rules = Rule.allCases.filter { rule in report.diagnostics.contains { $0.rule == rule } }
    let indices = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    var seen: [String: Int] = [:]
    let results = report.diagnostics.map { diagnostic in
      let fingerprint = Self.fingerprint(of: diagnostic)
      seen[fingerprint, default: 0] += 1
      return Result(
        diagnostic, ruleIndex: indices[diagnostic.rule] ?? -1,
        fingerprint: "\(fingerprint):\(seen[fingerprint] ?? 1)",
        place: { Location(path: report.path(of: $0, in: folder), span: $1, message: $2) })
    }
    let driver = Driver(version: version, rules: rules.map { Descriptor($0, in: report) })
    runs = [Run(tool: Tool(driver: driver), results: results)]
  }

  struct Run: Encodable, Sendable {
    let tool: Tool
    /// As `Position` counts.
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }

  struct Tool: Encodable, Sendable { let driver: Driver }

  struct Driver: Encodable, Sendable {
    let name = "playbook"
    let version: String
    let rules: [Descriptor]
  }

  /// A rule that something was found for.
  struct Descriptor: Encodable, Sendable {
    let id: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Help
    let defaultConfiguration: Configuration

    struct Help: Encodable, Sendable {
      let text: String
      let markdown: String
    }

    struct Configuration: Encodable, Sendable { let level: Level }

    init(_ rule: Rule, in report: DiagnosticReport) {
      let explanation = rule.explanation
      id = rule.rawValue
      shortDescription = Message(text: explanation.title)
      fullDescription = Message(text: explanation.why)
      help = Help(
        text:
          "\(explanation.why)\n\nWrong:\n\n\(explanation.wrong)\n\nRight:\n\n\(explanation.right)\n",
        markdown:
          "\(explanation.why)\n\nWrong:\n\n```yaml\n\(explanation.wrong)\n```\n\nRight:\n\n```yaml\n\(explanation.right)\n```\n"
      )
      let severities = report.diagnostics.filter { $0.rule == rule }.map(\.severity)
      defaultConfiguration = Configuration(level: Level(Self.gravest(severities)))
    }

    private static func gravest(_ severities: [Diagnostic.Severity]) -> Diagnostic.Severity {
      Diagnostic.Severity.allCases.first { severities.contains($0) } ?? .error
    }
  }

  enum Level: String, Encodable, Sendable {
    case error, warning, note

    init(_ severity: Diagnostic.Severity) {
      self =
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
  }

  struct Message: Encodable, Sendable { let text: String }

  /// 64 bits of Fowler, Noll and Vo's FNV-1a over what stays when lines move; equal ones are numbered by the
  /// caller. It tells results apart, and proves nothing.
  private static func fingerprint(of diagnostic: Diagnostic) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [diagnostic.rule.rawValue, diagnostic.path, diagnostic.message] {
      for byte in Array(part.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
