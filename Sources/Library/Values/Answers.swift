public import Diagnostics
public import OrderedCollections
import YAML

/// What a script answers in one go: facts, decisions, steps done and skipped.
public struct Answers: Hashable, Sendable {
  public var facts: OrderedDictionary<String, Fact> = [:]
  public var decisions: OrderedDictionary<String, Decision> = [:]
  public var done: OrderedDictionary<String, String> = [:]
  public var skipped: OrderedDictionary<String, String> = [:]

  public init() {}

  public struct Fact: Hashable, Sendable {
    public var value: String
    public var confidence: Confidence?
    public var source: String?
    public var marking: Marking?

    public init(value: String, confidence: Confidence? = nil, source: String? = nil, marking: Marking? = nil)
    {
      (self.value, self.confidence, self.source, self.marking) = (value, confidence, source, marking)
    }
  }

  public struct Decision: Hashable, Sendable {
    public let option: String
    public let by: String?
    public let reason: String?
    /// A second person who agreed.
    public let second: String?
  }

  /// Reads a YAML or JSON file of answers.
  public static func read(_ bytes: [UInt8], path: String) -> (answers: Answers, diagnostics: [Diagnostic]) {
    let (source, diagnostics) = readSource(bytes, path: path, kind: .answers)
    var answers = Answers()
    for pair in source?.root["facts"]?.pairs ?? [] {
      let node = pair.value
      answers.facts[pair.key] = Fact(
        value: node.text ?? node.text("value") ?? "", confidence: node.word("confidence"),
        source: node.text("source"), marking: node.word("marking"))
    }
    for pair in source?.root["decide"]?.pairs ?? [] {
      guard let option = pair.value.text("option") else { continue }
      answers.decisions[pair.key] = Decision(
        option: option, by: pair.value.text("by"), reason: pair.value.text("reason"),
        second: pair.value.text("second"))
    }
    for pair in source?.root["done"]?.pairs ?? [] { answers.done[pair.key] = pair.value.text ?? "" }
    for pair in source?.root["skip"]?.pairs ?? [] { answers.skipped[pair.key] = pair.value.text ?? "" }
    return (answers, diagnostics)
  }
}
