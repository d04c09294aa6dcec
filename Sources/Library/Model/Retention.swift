public import Time

/// How long the records of finished runs are kept, counted from the end of each.
public struct Retention: Hashable, Sendable {
  public let scenarios: [Playbook.Scenario: Interval]
  public let exercises: Interval?

  /// How long a run of that id is kept; nil where the organisation does not say.
  public func length(forRun id: String) -> Interval? {
    let prefix = id.prefix { $0 != "-" }
    if prefix == "EX" { return exercises }
    return Playbook.Scenario.allCases.first { $0.prefix == prefix }.flatMap { scenarios[$0] }
  }
}
