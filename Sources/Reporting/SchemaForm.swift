/// What a JSON value may be, as far as a report needs it.
indirect enum SchemaForm: Sendable {
  case text, integer, yesNo
  case pattern(String)
  case word([String])
  case list(SchemaForm)
  /// Free keys, every value of one form.
  case map(SchemaForm)
  case record([Field])

  struct Field: Sendable {
    let name: String
    let form: SchemaForm
    let isNeeded: Bool

    static func needed(_ name: String, _ form: SchemaForm) -> Self {
      Self(name: name, form: form, isNeeded: true)
    }

    static func maybe(_ name: String, _ form: SchemaForm) -> Self {
      Self(name: name, form: form, isNeeded: false)
    }
  }

  /// JSON text; `before` are keys that come first, with values that are JSON already.
  func written(before: [(String, String)] = [], indent: Int = 0) -> String {
    let inner = String(repeating: "  ", count: indent + 1)
    let fields = (before + keys(indent + 1)).map { "\(inner)\"\($0.0)\": \($0.1)" }
    return "{\n" + fields.joined(separator: ",\n") + "\n\(String(repeating: "  ", count: indent))}"
  }

  private func keys(_ indent: Int) -> [(String, String)] {
    switch self {
    case .text: return [("type", "\"string\"")]
    case .integer: return [("type", "\"integer\"")]
    case .yesNo: return [("type", "\"boolean\"")]
    case .pattern(let pattern): return [("type", "\"string\""), ("pattern", "\"\(pattern)\"")]
    case .word(let words): return [("enum", Self.list(words))]
    case .list(let item): return [("type", "\"array\""), ("items", item.written(indent: indent))]
    case .map(let value):
      return [("type", "\"object\""), ("additionalProperties", value.written(indent: indent))]
    case .record(let fields):
      let inner = String(repeating: "  ", count: indent + 1)
      let properties = fields.map { "\(inner)\"\($0.name)\": \($0.form.written(indent: indent + 1))" }
      let outer = String(repeating: "  ", count: indent)
      return [
        ("type", "\"object\""), ("additionalProperties", "false"),
        ("required", Self.list(fields.filter(\.isNeeded).map(\.name))),
        ("properties", "{\n" + properties.joined(separator: ",\n") + "\n\(outer)}"),
      ]
    }
  }

  private static func list(_ words: [String]) -> String {
    "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}
