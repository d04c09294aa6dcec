import Diagnostics
import YAML

/// A document's nodes as lines, each with its place: what the tests of this target compare.
func outline(_ text: String) -> [String] { outline(compose(Array(text.utf8), path: "a.yaml").node) }

func outline(_ node: Node?) -> [String] {
  guard let node else { return ["nothing"] }
  let place = written(node.span)
  switch node.content {
  case .scalar(let text, let style): return ["\(place) \(style) \(text.debugDescription)"]
  case .sequence(let items): return ["\(place) list"] + items.flatMap { outline($0).map { "  " + $0 } }
  case .mapping(let pairs):
    return ["\(place) map"]
      + pairs.flatMap { pair in
        ["  \(written(pair.keySpan)) key \(pair.key.debugDescription)"]
          + outline(pair.value).map { "    " + $0 }
      }
  }
}

func written(_ span: Span) -> String {
  "\(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column)"
}

/// What is wrong with a text, each with its place, as `2:1 unknown-key: message`.
func problems(_ text: String) -> [String] { problems(Array(text.utf8)) }

func problems(_ bytes: [UInt8]) -> [String] {
  compose(bytes, path: "a.yaml").diagnostics.map { found in
    let place = found.span.map { "\($0.start.line):\($0.start.column)" } ?? "file"
    return "\(place) \(found.rule.rawValue): \(found.message)"
  }
}
