import Library

/// Levels that are alike in something, next to each other, least first.
struct LevelGroup<Value: Equatable & Sendable>: Sendable {
  private(set) var levels: [Level]
  let value: Value

  /// Of one value for each level; neighbours with the same one stand together.
  static func groups(_ levels: [Level], _ value: (Level) -> Value) -> [Self] {
    levels.reduce(into: []) { found, level in
      let value = value(level)
      if let last = found.indices.last, found[last].value == value {
        found[last].levels.append(level)
      } else {
        found.append(Self(levels: [level], value: value))
      }
    }
  }

  /// `signpost and reassure`, `reassure to direct`; `every level` where there are all.
  var words: String {
    guard let first = levels.first, let last = levels.last, first != last else {
      return levels.first?.rawValue ?? ""
    }
    if levels.count == Level.allCases.count { return "every level" }
    return "\(first.rawValue) \(levels.count == 2 ? "and" : "to") \(last.rawValue)"
  }
}

extension Step.Sending {
  /// The levels that its messages can be at.
  var possibleLevels: [Level] { level.map { [$0] } ?? Level.allCases }
}
