/// What a rule asks and why, with an example of each kind.
public struct Explanation: Hashable, Sendable {
  /// What is wrong where the rule is broken, as the end of "the check found that".
  public let title: String
  public let why: String
  public let wrong: String
  public let right: String
}

extension Rule {
  /// Every rule has one; a test holds that.
  public var explanation: Explanation {
    readingExplanation ?? referenceExplanation ?? ladderExplanation ?? proofExplanation
      ?? wordsExplanation
      ?? Explanation(title: rawValue, why: "", wrong: "", right: "")
  }
}

extension Rule {
  /// Whether a proof over every path tells it, and not the structure or a sample.
  public var isOfProofs: Bool { group == .proofs }
}
