package import Diagnostics
import YAML

/// A document that fits its shape, and where its parts stand.
package struct Source: Sendable {
  package let path: String
  let root: Node

  /// One step on the way to a part of a document.
  package enum Part: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    case item(Int)

    package init(stringLiteral key: String) { self = .key(key) }
    package init(integerLiteral item: Int) { self = .item(item) }
  }

  /// Where the part stands, or the nearest thing around it that is there.
  package func span(_ parts: [Part]) -> Span {
    var node = root
    var span = root.opening
    for part in parts {
      switch part {
      case .key(let key):
        guard let pair = node.pairs?.first(where: { $0.key == key }) else { return span }
        node = pair.value
        span = pair.keySpan
      case .item(let index):
        // One value may stand where a list of one could.
        guard let items = node.items, items.indices.contains(index) else { continue }
        node = items[index]
        span = node.opening
      }
    }
    if case .scalar = node.content { return node.span }
    return span
  }

  func diagnostic(
    _ rule: Rule, _ severity: Diagnostic.Severity = .error, at parts: Part..., message: String,
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(rule, severity, path: path, span: span(parts), message: message, help: help)
  }
}

/// Reads a document of a kind: composed, and held against its shape.
func readSource(
  _ bytes: [UInt8], path: String, kind: DocumentKind
) -> (source: Source?, diagnostics: [Diagnostic]) {
  let read = readLooseSource(bytes, path: path, kind: kind)
  return (read.fits ? read.source : nil, read.diagnostics)
}

/// Reads a document of a kind, and says whether it fits its shape.
func readLooseSource(
  _ bytes: [UInt8], path: String, kind: DocumentKind
) -> (source: Source?, fits: Bool, diagnostics: [Diagnostic]) {
  let composed = compose(bytes, path: path)
  guard let node = composed.node else { return (nil, false, composed.diagnostics) }
  var validator = Validator(path: path)
  validator.check(node, .record(kind.shape))
  let diagnostics = composed.diagnostics + validator.diagnostics
  let fits = !diagnostics.contains { $0.severity == .error }
  return (Source(path: path, root: node), fits, diagnostics)
}

extension Node {
  /// The text of a key, of a document that fits its shape.
  func text(_ key: String) -> String? { self[key]?.text }

  func texts(_ key: String) -> [String] { self[key].map { ($0.items ?? [$0]).compactMap(\.text) } ?? [] }

  func names<Kind>(_ key: String) -> [Name<Kind>] { texts(key).map { Name($0) } }

  func name<Kind>(_ key: String) -> Name<Kind>? { text(key).map { Name($0) } }

  func word<Word: RawRepresentable>(_ key: String) -> Word? where Word.RawValue == String {
    text(key).flatMap { Word(rawValue: $0) }
  }

  /// Seats: a role, roles any of which may fill it, or so many of some roles, which are as many seats alike.
  func seats(_ key: String) -> [Seat] {
    (self[key]?.items ?? []).flatMap { node -> [Seat] in
      let roles = (node["of"]?.items ?? node.items ?? [node]).compactMap { $0.text.map { Role.ID($0) } }
      let count = node.pairs == nil ? 1 : node.text("any").flatMap { Int($0) } ?? 1
      return roles.isEmpty ? [] : Array(repeating: Seat(roles), count: min(max(1, count), roles.count))
    }
  }
}
