import ArgumentParser
import Library
import Reporting
import System

/// What there is a schema of: every kind of document, and the JSON that a report and trends are written as.
enum SchemaKind: ExpressibleByArgument, CaseIterable {
  case document(DocumentKind)
  case report
  case trends

  static var allCases: [Self] { DocumentKind.allCases.map { .document($0) } + [.report, .trends] }

  init?(argument: String) {
    guard let kind = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = kind
  }

  var name: String {
    switch self {
    case .document(let kind): kind.rawValue
    case .report: "report"
    case .trends: "trends"
    }
  }

  var text: String {
    switch self {
    case .document(let kind): schema(kind)
    case .report: RunReport.schema
    case .trends: Trends.schema
    }
  }

  var defaultValueDescription: String { name }
  static var allValueStrings: [String] { allCases.map(\.name) }
}

/// `playbook schema`: the JSON Schema of a kind of document.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a kind of document.",
    discussion: """
      With --all the schema of every document of a library is written into a folder, as the shipped library has \
      them. `report` is the JSON of `playbook report --json`, `trends` that of `playbook trends --json`.
      """)

  @Argument(help: "The kind of document.") var kind: SchemaKind?
  @Option(help: .value("dir", "Write every kind's schema into this folder."), completion: .directory)
  var all: String?

  func run() throws {
    try reporting {
      if let all {
        try Files.makeFolder(all)
        for kind in DocumentKind.allCases {
          try Files.write(Array(schema(kind).utf8), to: all + "/\(kind.rawValue).json", mode: 0o644)
        }
        return
      }
      guard let kind else {
        throw Failure(
          .inputNeeded, "which kind? " + SchemaKind.allCases.map(\.name).joined(separator: ", "))
      }
      Output.data(kind.text)
    }
  }
}
