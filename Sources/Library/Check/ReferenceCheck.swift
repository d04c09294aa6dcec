import Diagnostics
import OrderedCollections
import YAML

/// What playbooks refer to that is not there.
///
/// It looks at the document itself and takes whatever has a name there as there, so a playbook that could not be
/// read has its slips told too, and each is told in the same pass.
struct ReferenceCheck {
  private let unread: Set<String>
  private let roles: Kind
  private let audiences: Kind
  private let handlings: Kind
  private let templates: Kind

  /// What can be referred to, and what it is called.
  private struct Kind {
    let title: String
    let known: Set<String>
  }

  init(library: Library, unread: Set<String>) {
    self.unread = unread
    let organisation = library.organisation
    roles = Kind(title: "a role of the organisation", known: Set(organisation.roles.keys.map(\.text)))
    audiences = Kind(
      title: "an audience of the organisation", known: Set(organisation.audiences.keys.map(\.text)))
    handlings = Kind(
      title: "a handling of the organisation", known: Set(organisation.handlings.keys.map(\.text)))
    templates = Kind(title: "a template of the library", known: Set(library.templates.keys.map(\.text)))
  }

  func diagnostics(of source: Source) -> [Diagnostic] {
    let factNodes = source.root["facts"]?.pairs ?? []
    let steps = source.root["steps"]?.items ?? []
    let facts = Kind(title: "a fact of this playbook", known: Set(factNodes.map(\.key)))
    let places = Kind(title: "a step of this playbook", known: Set(steps.compactMap { $0.text("id") }))
    var found: [Diagnostic] = []
    for fact in factNodes {
      found += unknown(in: fact.value["handling"], handlings, source)
      found += unknown(in: fact.value["embargo"], facts, source)
    }
    for row in source.root["proportion"]?.items ?? [] {
      for pair in row["audiences"]?.pairs ?? [] where !audiences.known.contains(pair.key) {
        found.append(unknown(pair.key, audiences, at: pair.keySpan, source))
      }
    }
    found += unknown(in: source.root["approve"], roles, source)
    found += seatProblems(in: source.root["approve"], source)
    for step in steps {
      found += seatProblems(in: step["approve"], source)
      for pair in step.pairs ?? [] {
        guard let kind = kind(of: pair.key, facts: facts, steps: places) else { continue }
        found += unknown(in: pair.value, kind, source)
      }
    }
    return found
  }

  /// What a step's key names; nil where it names nothing.
  private func kind(of key: String, facts: Kind, steps: Kind) -> Kind? {
    switch key {
    case "ask", "record", "permit", "again": facts
    case "after": steps
    case "send", "brief": templates
    case "to": audiences
    case "who", "decides", "hand-over", "approve": roles
    default: nil
    }
  }

  /// The texts of a node, or of a list in a list, that are no name of a kind.
  private func unknown(in node: Node?, _ kind: Kind, _ source: Source) -> [Diagnostic] {
    guard let node else { return [] }
    if let items = node.items { return items.flatMap { unknown(in: $0, kind, source) } }
    if node.pairs != nil { return unknown(in: node["of"], kind, source) }
    // A template that is there and could not be read is told by what is wrong with it.
    guard let name = node.text, !name.isEmpty, !kind.known.contains(name),
      !unread.contains("templates/\(name)/template.yaml")
    else { return [] }
    return [unknown(name, kind, at: node.span, source)]
  }

  private func unknown(_ name: String, _ kind: Kind, at span: Span, _ source: Source) -> Diagnostic {
    Diagnostic(
      .unknownReference, path: source.path, span: span, message: "'\(name)' is not \(kind.title)",
      help: nearest(to: name, among: kind.known.sorted()).map { "did you mean '\($0)'?" })
  }
}
