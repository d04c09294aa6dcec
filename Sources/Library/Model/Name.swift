/// The name of one thing of a kind, as `head-of-comms` of a role; names of different kinds do not mix.
public struct Name<Kind>: Hashable, Comparable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Name: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}

extension Name: CustomStringConvertible {
  public var description: String { text }
}
