public import ArgumentParser
import Library
import System

extension DocumentKind: ExpressibleByArgument {}

/// `playbook schema`: the JSON Schema of a kind of document.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a kind of document.",
    discussion: "With --all every schema is written into a folder, as the shipped library has them.")

  @Argument(help: "The kind of document.") var kind: DocumentKind?
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
          .inputNeeded, "which kind? " + DocumentKind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      Output.data(schema(kind))
    }
  }
}
