public import Library
import OrderedCollections
import Time

extension Run {
  /// Facts as they could be; nil is not known.
  typealias Supposed = [Fact.ID: FactValue?]

  /// Whether the condition holds on what is known now; likely counts as its value.
  ///
  /// A fact that was passed over, its step skipped or not to be done, is not known; one that is still to be asked is
  /// neither known nor not known.
  public func holds(_ condition: Condition) -> Bool { holds(condition, supposing: [:]) }

  /// The same where everything that it looks at has been settled, so that what has no answer is not known.
  package func holdsOnceSettled(_ condition: Condition) -> Bool {
    condition.any.contains { $0.allSatisfy { holds($0, isAsked: { _ in true }) } }
  }

  func holds(_ condition: Condition, supposing supposed: Supposed) -> Bool {
    condition.any.contains { $0.allSatisfy { holds($0, supposing: supposed) } }
  }

  func holds(_ test: Condition.Test, supposing supposed: Supposed = [:]) -> Bool {
    holds(test, supposing: supposed, isAsked: hasBeenAsked)
  }

  private func holds(
    _ test: Condition.Test, supposing supposed: Supposed = [:], isAsked: (Fact.ID) -> Bool
  ) -> Bool {
    switch test {
    case .fact(let fact, let matches):
      guard let value = supposed[fact] ?? knownValue(fact) else {
        return matches.contains(.notKnown) && (supposed[fact] != nil || isAsked(fact))
      }
      return matches.contains { value.matches($0) }
    case .known(let fact): return (supposed[fact] ?? knownValue(fact)) != nil
    case .level(let atLeast, let atMost):
      guard let level = choice?.level else { return false }
      return atLeast <= level && level <= atMost
    case .decided(let step, let options):
      return decisions.last { $0.record.at.step == step }.map { options.contains($0.record.option) } ?? false
    }
  }

  /// The fact's value where it is confirmed or likely.
  func knownValue(_ fact: Fact.ID) -> FactValue? {
    guard let record = latest(fact)?.record, record.confidence != .notKnown else { return nil }
    return record.value
  }

  /// What the proportion table says on the facts as they are: the row that decides and its level.
  public var supported: (row: Int, choice: LevelChoice)? { supported(supposing: [:]) }

  func supported(supposing supposed: Supposed) -> (row: Int, choice: LevelChoice)? {
    for (index, row) in playbook.proportion.enumerated()
    where row.when.map({ holds($0, supposing: supposed) }) ?? true {
      return (index, row.choice)
    }
    return nil
  }

  /// The choice that the facts would now make, where it is not the one that was decided on the facts then.
  public var levelInQuestion: LevelChoice? {
    guard let choice, let supported = supported?.choice,
      let last = decisions.last(where: { $0.record.level != nil })
    else { return nil }
    let isAsThen =
      last.record.supported == supported.level && choice == supported.deciding(on: choice.level)
    return isAsThen ? nil : supported
  }
}

extension ProportionRow {
  /// What it chooses.
  package var choice: LevelChoice {
    LevelChoice(level: level, audiences: audiences.reduce(into: [:]) { $0[$1.key] = $1.value })
  }
}

extension LevelChoice {
  /// What deciding on a level makes of what the facts support: audiences that they put higher stay higher.
  package func deciding(on level: Level) -> LevelChoice {
    let isSupported = level == self.level
    return LevelChoice(level: level, audiences: audiences.filter { isSupported || $0.value > level })
  }
}
