import Stage

/// What of draft 07 the schema uses, and no more; anything else in it is a fault as well.
func faults(_ value: JSON, _ schema: JSON, at path: String) -> [String] {
  if !schema["enum"].isNull {
    return schema["enum"].list.contains(value) ? [] : ["\(path) is none of the words"]
  }
  switch (schema["type"].text, value) {
  case ("string", .text(let text)):
    guard let pattern = schema["pattern"].text else { return [] }
    let expression = try? Regex(pattern)
    let fits = expression.map { text.wholeMatch(of: $0) != nil } ?? false
    return fits ? [] : ["\(path) does not fit its pattern"]
  case ("integer", .number(let number)): return number == number.rounded() ? [] : ["\(path) is no integer"]
  case ("boolean", .bool): return []
  case ("array", .list(let items)):
    return items.enumerated().flatMap { faults($1, schema["items"], at: "\(path)[\($0)]") }
  case ("object", .map(let map)):
    let missing = schema["required"].list.compactMap(\.text).filter { map[$0] == nil }
    return missing.map { "\(path).\($0) is missing" }
      + map.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
        let own = schema["properties"][key]
        if !own.isNull { return faults(value, own, at: "\(path).\(key)") }
        if case .map = schema["additionalProperties"] {
          return faults(value, schema["additionalProperties"], at: "\(path).\(key)")
        }
        return ["\(path).\(key) is unknown"]
      }
  default: return ["\(path) is no \(schema["type"].text ?? "such thing")"]
  }
}
