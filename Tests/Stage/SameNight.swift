/// A report without what differs between two tellings of one night: moments, ids, digests and the log's order.
public struct SameNight: Hashable, Sendable {
  /// Each part of the report by name, its entries in an order that does not depend on when they came.
  public let parts: [String: [String]]

  public init(_ report: JSON) {
    var parts: [String: [String]] = [:]
    for key in ["steps", "facts", "decisions", "permissions", "messages", "notes", "retimings", "officers"] {
      parts[key] = report[key].list.map { Self.told($0, in: key) }.sorted()
    }
    for key in ["mode", "playbook", "library", "marking", "finishReason", "finished"] {
      parts[key] = [Self.told(report[key], in: "")]
    }
    self.parts = parts
  }

  /// What the other tells otherwise, a line for each entry that only one has.
  public func differences(from other: Self) -> [String] {
    parts.keys.sorted().flatMap { key -> [String] in
      let (mine, others) = (parts[key] ?? [], other.parts[key] ?? [])
      let missing = others.filter { !mine.contains($0) }.map { "- \(key): \($0)" }
      let added = mine.filter { !others.contains($0) }.map { "+ \(key): \($0)" }
      let counts = mine.count == others.count ? [] : ["\(key): \(mine.count) and \(others.count)"]
      return missing + added + counts
    }
  }

  private static let moving: Set<String> = ["known", "digest", "lateSeconds", "number"]

  /// A value in one line, its keys in order; `part` is where it stands.
  private static func told(_ value: JSON, in part: String) -> String {
    switch value {
    case .null: return "nothing"
    case .bool(let bool): return "\(bool)"
    case .number(let number): return "\(number)"
    case .text(let text): return "\"" + text.replacing(/\b\d\d:\d\d\b/, with: "HH:MM") + "\""
    case .list(let list):
      let told = list.map { Self.told($0, in: "") }
      // Which of two people agreed first is the telling's own.
      return "[" + (part == "approvals" ? told.sorted() : told).joined(separator: ", ") + "]"
    case .map(let map):
      if map["utc"] != nil { return "a moment" }
      let told = map.keys.sorted().filter { key in
        // A message's own number follows the order of drafting.
        !moving.contains(key) && !(part == "messages" && key == "id")
      }
      return "{" + told.map { "\($0): \(Self.told(map[$0] ?? .null, in: $0))" }.joined(separator: ", ") + "}"
    }
  }
}
