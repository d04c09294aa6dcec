public import Library

/// What a copy of a report for outsiders leaves out.
public struct Redaction: Hashable, Sendable {
  /// Everything of this marking and above is withheld.
  public let from: Marking
  /// Why, as whoever releases the copy puts it; nil where they have not said.
  public let exemption: String?

  public init(from: Marking = .officialSensitive, exemption: String? = nil) {
    (self.from, self.exemption) = (from, exemption)
  }

  /// Stands in place of what is withheld: the same words whatever they replace, so that no length is told.
  var placeholder: String { exemption.map { "[withheld: \($0)]" } ?? "[withheld]" }
}

extension RunReport {
  /// What was withheld from this copy, counted.
  public struct RedactionEntry: Encodable, Sendable {
    /// Everything of this marking and above is withheld.
    public let from: String
    public let exemption: String?
    public let placeholder: String
    public let facts: Int
    public let messages: Int
    public let notes: Int
    /// Reasons, details and other words that were typed without a marking of their own.
    public let freeWords: Int
    /// People who are called by what they did.
    public let people: Int
    public let explanation: String
  }
}
