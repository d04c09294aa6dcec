import Diagnostics
import Time
import YAML

/// Holds a document against its shape and tells everything that does not fit.
struct Validator {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func check(_ node: Node, _ shape: Shape) {
    switch shape {
    case .free: break
    case .list(let item):
      guard let items = node.items else {
        return wrongKind(node, "a list", help: "begin each value with '- '")
      }
      for node in items { check(node, item) }
    case .oneOrList(let item):
      if let items = node.items, items.isEmpty {
        report(.badValue, node.opening, "this list is empty", help: "name one or more, or leave the key out")
      }
      for node in node.items ?? [node] { check(node, item) }
    case .map(let key, let value):
      guard let pairs = node.pairs else { return wrongKind(node, "a map", help: "write 'key: value' lines") }
      for pair in pairs {
        check(key: pair, key)
        check(pair.value, value)
      }
    case .record(let record): check(node, record)
    case .either(let value, let record):
      if node.pairs != nil { check(node, record) } else { check(node, value) }
    case .text, .anyText, .identifier, .reference, .word, .date, .timeOfDay, .relativeTime, .interval, .yesNo,
      .integer:
      guard let text = node.text else {
        return wrongKind(node, "one value", help: "write it on the key's own line")
      }
      check(text, at: node.span, shape)
    }
  }

  mutating func check(_ node: Node, _ record: Shape.Record) {
    guard let pairs = node.pairs else {
      return wrongKind(node, "a map of \(record.name)'s keys", help: "write 'key: value' lines")
    }
    for pair in pairs {
      guard let key = record.keys.first(where: { $0.name == pair.key }) else {
        let near = nearest(to: pair.key, among: record.keys.map(\.name))
        report(
          .unknownKey, pair.keySpan, "'\(pair.key)' is not a key of \(record.name)",
          help: near.map { "did you mean '\($0)'?" }
            ?? "its keys are \(record.keys.map(\.name).joined(separator: ", "))")
        continue
      }
      if case .scalar("", .plain) = pair.value.content, key.isRequired || !key.shape.mayBeEmpty {
        report(.badValue, pair.keySpan, "'\(pair.key)' has no value", help: key.about)
        continue
      }
      check(pair.value, key.shape)
    }
    for key in record.keys where key.isRequired && !pairs.contains(where: { $0.key == key.name }) {
      report(.missingKey, node.opening, "\(record.name) has no '\(key.name)'", help: key.about)
    }
    checkVerbs(of: pairs, node, record)
  }

  /// Exactly one verb, and no key of another one.
  private mutating func checkVerbs(of pairs: [Node.Pair], _ node: Node, _ record: Shape.Record) {
    guard !record.verbs.isEmpty else { return }
    guard let first = pairs.firstIndex(where: { record.verbs.contains($0.key) }) else {
      return report(
        .missingKey, node.opening, "\(record.name) says nothing to do",
        help: "give it one of \(record.verbs.joined(separator: ", "))")
    }
    let verb = pairs[first]
    for second in pairs[(first + 1)...] where record.verbs.contains(second.key) {
      report(
        .badValue, second.keySpan, "'\(verb.key)' and '\(second.key)' are two verbs of one step",
        help: "make two steps of it")
    }
    for pair in pairs {
      guard let allowed = Shapes.keysOfVerbs[pair.key], !allowed.contains(verb.key) else { continue }
      report(
        .unknownKey, pair.keySpan, "'\(pair.key)' does not go with '\(verb.key)'",
        help: "it goes with \(allowed.joined(separator: " and "))")
    }
  }

  private mutating func check(key pair: Node.Pair, _ kind: Shape.MapKey) {
    switch kind {
    case .identifier: check(pair.key, at: pair.keySpan, .identifier)
    case .date: check(pair.key, at: pair.keySpan, .date)
    case .text: check(pair.key, at: pair.keySpan, .text)
    case .word(let words): check(pair.key, at: pair.keySpan, .word(words))
    }
  }

  private mutating func check(_ text: String, at span: Span, _ shape: Shape) {
    switch shape {
    case .text:
      let isWritten = text.utf8.first.map(isPrinted) ?? false
      if !isWritten, text.allSatisfy(\.isWhitespace) {
        report(.badValue, span, "this text is empty", help: "write it, or leave the key out")
      }
    case .identifier, .reference:
      if !isIdentifier(text) {
        report(
          .badIdentifier, span, "'\(text)' is not a name",
          help: "begin with a small letter, then small letters, digits and '-', at most 40")
      }
    case .word(let words):
      if !words.contains(text) {
        let near = nearest(to: text, among: words)
        report(
          .unknownWord, span, "'\(text)' is not one of \(words.joined(separator: ", "))",
          help: near.map { "did you mean '\($0)'?" })
      }
    case .date:
      if CivilDate(text) == nil {
        report(.badValue, span, "'\(text)' is not a date", help: "write it as 2027-04-30")
      }
    case .timeOfDay:
      if TimeOfDay(text) == nil {
        report(.badValue, span, "'\(text)' is not a time", help: "write it as \"09:00\"")
      }
    case .relativeTime:
      if RelativeTime(text) == nil {
        report(
          .badValue, span, "'\(text)' is not a time against T",
          help: "write it as T+15m, T+2h, T-14d, T+3wd or T")
      }
    case .interval:
      if Interval(text) == nil {
        report(.badValue, span, "'\(text)' is not a length of time", help: "write it as 60m, 4h or 1d")
      }
    case .yesNo:
      if yesNo(text) == nil {
        report(.badValue, span, "'\(text)' is neither yes nor no", help: "write yes or no")
      }
    case .integer:
      if Int(text) == nil {
        report(.badValue, span, "'\(text)' is not a whole number", help: "write digits alone")
      }
    case .anyText, .list, .oneOrList, .map, .record, .either, .free: break
    }
  }

  private mutating func wrongKind(_ node: Node, _ expected: String, help: String) {
    report(.wrongKind, node.opening, "this is \(node.kindName), and \(expected) belongs here", help: help)
  }

  private mutating func report(_ rule: Rule, _ span: Span, _ message: String, help: String?) {
    diagnostics.append(Diagnostic(rule, path: path, span: span, message: message, help: help))
  }
}

/// Whether the text is a name as the library's files use them.
func isIdentifier(_ text: String) -> Bool {
  guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
    text.utf8.count <= 40
  else { return false }
  return text.utf8.allSatisfy {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      || $0 == UInt8(ascii: "-")
  }
}

/// Reads yes, no, true or false, in any case.
func yesNo(_ text: String) -> Bool? {
  switch text.lowercased() {
  case "yes", "true": true
  case "no", "false": false
  default: nil
  }
}

extension Shape {
  var mayBeEmpty: Bool {
    switch self {
    case .anyText, .free: true
    case .text, .identifier, .reference, .word, .date, .timeOfDay, .relativeTime, .interval, .yesNo, .integer,
      .list, .oneOrList, .map, .record, .either:
      false
    }
  }
}

extension Node {
  var text: String? { if case .scalar(let text, _) = content { text } else { nil } }
  var items: [Node]? { if case .sequence(let items) = content { items } else { nil } }
  var pairs: [Pair]? { if case .mapping(let pairs) = content { pairs } else { nil } }

  var kindName: String {
    switch content {
    case .scalar: "one value"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }

  /// Where a caret is put for the node as a whole: its first key, or its first character.
  var opening: Span {
    switch content {
    case .scalar: return span
    case .mapping(let pairs): return pairs.first?.keySpan ?? span
    case .sequence:
      return Span(span.start, Position(line: Int(span.start.line), column: Int(span.start.column) + 1))
    }
  }

  subscript(key: String) -> Node? { pairs?.first { $0.key == key }?.value }
}
