import Diagnostics
import OrderedCollections
import YAML

/// What a playbook that could not be read refers to: a slip in one step hides no slip in another.
///
/// It looks at the document itself, and takes whatever has a name there as there.
struct LooseReferenceCheck {
  let source: Source
  let library: Library
  let unread: Set<String>

  func diagnostics() -> [Diagnostic] {
    let steps = source.root["steps"]?.items ?? []
    let organisation = library.organisation
    let known = (
      facts: source.root["facts"]?.pairs?.map(\.key) ?? [], steps: steps.compactMap { $0.text("id") },
      roles: organisation.roles.keys.map(\.text), audiences: organisation.audiences.keys.map(\.text),
      templates: library.templates.keys.map(\.text) + unreadTemplates
    )
    let references: [(keys: [String], kind: String, among: [String])] = [
      (["ask", "record", "permit", "again"], "a fact of this playbook", known.facts),
      (["after"], "a step of this playbook", known.steps),
      (["send", "brief"], "a template of the library", known.templates),
      (["to"], "an audience of the organisation", known.audiences),
      (["who", "decides", "hand-over", "approve"], "a role of the organisation", known.roles),
    ]
    return steps.enumerated().flatMap { index, step in
      references.flatMap { reference in
        reference.keys.flatMap { key in
          unknown(in: step[key], at: ["steps", .item(index), .key(key)], reference.kind, reference.among)
        }
      }
    }
  }

  private var unreadTemplates: [String] {
    unread.compactMap { path in
      let parts = path.split(separator: "/")
      return parts.count == 3 && parts[0] == "templates" ? String(parts[1]) : nil
    }
  }

  /// The texts of a node, or of a list in a list, that are no name of a kind.
  private func unknown(
    in node: Node?, at place: [Source.Part], _ kind: String, _ known: [String]
  ) -> [Diagnostic] {
    guard let node else { return [] }
    if let items = node.items {
      return items.enumerated().flatMap { unknown(in: $1, at: place + [.item($0)], kind, known) }
    }
    guard let name = node.text, !name.isEmpty, !known.contains(name) else { return [] }
    return [
      Diagnostic(
        .unknownReference, path: source.path, span: source.span(place), message: "'\(name)' is not \(kind)",
        help: nearest(to: name, among: known).map { "did you mean '\($0)'?" })
    ]
  }
}
