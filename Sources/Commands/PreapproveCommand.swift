import ArgumentParser
import Diagnostics
import Digest
import Library
import OrderedCollections
import System
import Time

/// `playbook preapprove`: record a role's standing agreement to a template's files.
struct PreapproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preapprove",
    abstract: "Record that a role agrees to a template's files as they are, until a date.",
    discussion: """
      For signpost and reassure alone. It covers a message whose facts are choices, times and numbers and whose words \
      nobody edited, so that an officer who is alone can say the first thing. One changed byte ends it.
      """)

  @Argument(help: "The template, by the name of its folder.", completion: .templates) var template: String
  @Option(help: "The role that agrees.", completion: .roles) var role: String
  @Option(help: .value("name", "Who agrees, by name or post.")) var by: String
  @Option(help: .value("date", "The last day on which it holds, as 2027-04-30.")) var until: String
  @OptionGroup var place: LibraryOptions

  func run() throws {
    try reporting {
      let loaded = try LoadedLibrary(root: try place.root())
      let library = try loaded.sound()
      let template = try library.template(named: template)
      guard library.organisation.roles[Role.ID(role)] != nil else {
        let near = nearest(to: role, among: library.organisation.roles.keys.map(\.text))
        throw Failure(.notFound, "'\(role)' is not a role" + (near.map { ". Did you mean '\($0)'?" } ?? ""))
      }
      guard let date = CivilDate(until) else {
        throw Failure(.usage, "'\(until)' is not a date; write it as 2027-04-30")
      }
      let path = "templates/\(template.id)/pre-approval.yaml"
      let levels: [Level] = [.signpost, .reassure]
      var text = """
        # yaml-language-server: $schema=../../playbooks/schemas/pre-approval.json
        # Written by `playbook preapprove`. One changed byte of a file ends its pre-approval.
        pre-approvals:

        """
      let earlier = template.preApprovals.filter { $0.role != Role.ID(role) }
      let files = template.wordings.filter { $0.level.map(levels.contains) ?? true }.map { wording in
        (String(wording.path.split(separator: "/").last ?? ""), wording.digest)
      }
      let given = PreApproval(
        role: Role.ID(role), by: by, until: date, levels: levels,
        files: Dictionary(files) { first, _ in first })
      for approval in earlier + [given] { text += approval.yaml }
      try Files.write(Array(text.utf8), to: loaded.root + "/" + path, mode: 0o644)
      Output.data("\(path): \(counted(files.count, "file")) pre-approved by \(by) until \(date)")
    }
  }
}

extension PreApproval {
  /// The entry as it stands in the file.
  fileprivate var yaml: String {
    let quoted = "\"" + by.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    let lines = files.sorted { $0.key < $1.key }.map { "      \($0.key): \($0.value.hex)\n" }.joined()
    return """
        - role: \(role)
          by: \(quoted)
          until: \(until)
          levels: [\(levels.map(\.rawValue).joined(separator: ", "))]
          files:
      \(lines)
      """
  }
}
