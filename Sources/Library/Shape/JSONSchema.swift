/// The JSON Schema (draft 07) of a kind of document, as text that ends with a line feed.
///
/// Draft 07 is what the YAML language servers of the common editors read best.
public func schema(_ kind: DocumentKind) -> String {
  let fields: [(String, JSONText)] =
    [("$schema", .string("http://json-schema.org/draft-07/schema#")), ("title", .string(kind.rawValue))]
    + kind.shape.schemaFields
  return JSONText.object(fields).written(indent: 0) + "\n"
}

/// A JSON value with its keys in order.
private indirect enum JSONText {
  case string(String)
  case number(Int)
  case bool(Bool)
  case array([JSONText])
  case object([(String, JSONText)])

  func written(indent: Int) -> String {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .bool(let bool): return bool ? "true" : "false"
    case .array(let items):
      if items.isEmpty { return "[]" }
      return "[\n" + items.map { inner + $0.written(indent: indent + 1) }.joined(separator: ",\n")
        + "\n\(outer)]"
    case .object(let fields):
      if fields.isEmpty { return "{}" }
      let lines = fields.map { inner + Self.quoted($0.0) + ": " + $0.1.written(indent: indent + 1) }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}

extension Shape.Record {
  fileprivate var schemaFields: [(String, JSONText)] {
    let properties = keys.map { key in
      (key.name, JSONText.object([("description", .string(key.about))] + key.shape.schemaFields))
    }
    var fields: [(String, JSONText)] = [
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      ("properties", .object(properties)),
    ]
    let required = keys.filter(\.isRequired).map { JSONText.string($0.name) }
    if !required.isEmpty { fields.append(("required", .array(required))) }
    if !verbs.isEmpty {
      fields.append(("oneOf", .array(verbs.map { .object([("required", .array([.string($0)]))]) })))
    }
    return fields
  }
}

extension Shape {
  private static let scalar = JSONText.array(["string", "number", "boolean"].map { .string($0) })

  fileprivate var schemaFields: [(String, JSONText)] {
    switch self {
    case .text: [("type", Self.scalar), ("minLength", .number(1))]
    case .anyText: [("type", Self.scalar)]
    case .identifier, .reference:
      [("type", .string("string")), ("pattern", .string("^[a-z][a-z0-9-]{0,39}$"))]
    case .word(let words): [("enum", .array(words.map { .string($0) }))]
    case .date: [("type", .string("string")), ("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .timeOfDay: [("type", .string("string")), ("pattern", .string("^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"))]
    case .relativeTime:
      [("type", .string("string")), ("pattern", .string("^T([+-][0-9]{1,5}(m|h|d|w|wd))?$"))]
    case .interval: [("type", .string("string")), ("pattern", .string("^[0-9]{1,5}(m|h|d|w)$"))]
    case .yesNo: [("enum", .array([.bool(true), .bool(false)] + ["yes", "no"].map { .string($0) }))]
    case .integer: [("type", .string("integer"))]
    case .list(let item): [("type", .string("array")), ("items", .object(item.schemaFields))]
    case .oneOrList(let item):
      [
        (
          "anyOf",
          .array([
            .object(item.schemaFields),
            .object([("type", .string("array")), ("items", .object(item.schemaFields))]),
          ])
        )
      ]
    case .map(let key, let value): mapFields(key, value)
    case .record(let record): record.schemaFields
    case .either(let value, let record):
      [("anyOf", .array([.object(value.schemaFields), .object(record.schemaFields)]))]
    case .free: [("type", .array(["object", "array"].map { .string($0) }))]
    }
  }

  private func mapFields(_ key: MapKey, _ value: Shape) -> [(String, JSONText)] {
    let names: Shape =
      switch key {
      case .identifier: .identifier
      case .text: .text
      case .date: .date
      case .word(let words): .word(words)
      }
    let pattern: [(String, JSONText)] =
      if case .text = names { [] } else { [("propertyNames", .object(names.schemaFields))] }
    return [("type", .string("object"))] + pattern + [("additionalProperties", .object(value.schemaFields))]
  }
}
