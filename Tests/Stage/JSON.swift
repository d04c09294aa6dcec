import FoundationEssentials

/// A JSON document, to look into.
public enum JSON: Decodable, Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case map([String: JSON])

  public init(_ text: String) throws {
    do {
      self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    } catch {
      throw StageFailure("not JSON: \(text.prefix(2000))")
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .map(try container.decode([String: JSON].self))
    }
  }

  public subscript(key: String) -> JSON { if case .map(let map) = self { map[key] ?? .null } else { .null } }

  public var list: [JSON] { if case .list(let list) = self { list } else { [] } }
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  public var isNull: Bool { self == .null }
}
