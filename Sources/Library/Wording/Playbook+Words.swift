import OrderedCollections

extension Playbook {
  /// A condition as people say it: "Is there danger? yes, or not known; and the level is advise or above".
  public func words(for condition: Condition) -> String {
    condition.any.map { $0.map { words(for: $0) }.joined(separator: "; and ") }.joined(separator: "; or ")
  }

  /// One test of a condition: the question with its answers, or what must have been decided.
  public func words(for test: Condition.Test) -> String {
    switch test {
    case .fact(let id, let matches):
      let fact = facts[id]
      return "\(fact?.ask ?? id.text) \(matches.map { words(for: $0, of: fact) }.joined(separator: ", or "))"
    case .known(let id): return "'\(facts[id]?.ask ?? id.text)' is known"
    case .level(let least, let most): return "the level is " + words(from: least, to: most)
    case .decided(let id, let options):
      let step = steps[id]
      let chosen = options.map { words(forOption: $0, of: step) }.joined(separator: ", or ")
      return "'\(step?.title ?? id.text)' is decided: \(chosen)"
    }
  }

  private func words(for match: Condition.Match, of fact: Fact?) -> String {
    switch match {
    case .notKnown: return "not known"
    case .option(let option): return fact?.options?[option] ?? option
    case .yesNo(let isYes): return isYes ? "yes" : "no"
    case .text(let text): return "'\(text)'"
    case .number(let least?, let most?): return least == most ? "\(least)" : "\(least) to \(most)"
    case .number(let least?, nil): return "\(least) or more"
    case .number(nil, let most?): return "\(most) or fewer"
    case .number(nil, nil): return "any number"
    }
  }

  private func words(from least: Level, to most: Level) -> String {
    if least == most { return least.rawValue }
    if most == .direct { return "\(least.rawValue) or above" }
    if least == .signpost { return "\(most.rawValue) or below" }
    return "\(least.rawValue) to \(most.rawValue)"
  }

  private func words(forOption option: String, of step: Step?) -> String {
    guard case .decide(let decision) = step?.action, case .options(_, let options) = decision.question else {
      return option
    }
    return options[option] ?? option
  }
}
