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

  /// `signpost and reassure`; `every level` where there are all.
  var words: String {
    if levels.count == Level.allCases.count { return "every level" }
    let names = levels.map(\.rawValue)
    return names.count == 2 ? names.joined(separator: " and ") : names.joined(separator: ", ")
  }
}

extension Step.Sending {
  /// The levels that its messages can be at.
  var possibleLevels: [Level] { level.map { [$0] } ?? Level.allCases }
}
