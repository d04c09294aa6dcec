public import OrderedCollections
public import Time

/// One scenario: what is found out, how much is said, and what is done.
public struct Playbook: Sendable {
  /// The path below `playbooks/` without `.yaml`, as `post-incident/local-incident`.
  public typealias ID = Name<Playbook>

  public enum Scenario: String, CaseIterable, Hashable, Sendable {
    case businessAsUsual = "business-as-usual"
    case prePlanned = "pre-planned"
    case postIncident = "post-incident"

    /// Begins a run's id, as `POST-0007`.
    public var prefix: String {
      switch self {
      case .businessAsUsual: "BAU"
      case .prePlanned: "PLAN"
      case .postIncident: "POST"
      }
    }
  }

  public let id: ID
  /// Where it was read from, inside the library.
  public let path: String
  public let title: String
  public let scenario: Scenario
  public let purpose: String
  /// When an officer should choose it.
  public let useWhen: String
  /// What T is, in words.
  public let zero: String
  public let owner: Role.ID
  public let reviewBy: CivilDate
  public let marking: Marking
  public let facts: OrderedDictionary<Fact.ID, Fact>
  /// The place of each fact by its folded name; of two that fold alike, the first's.
  let places: [String: Int]
  /// Empty where every send has a level of its own.
  public let proportion: [ProportionRow]
  public let steps: OrderedDictionary<Step.ID, Step>
}

extension Playbook {
  /// The templates that its steps send or speak.
  public var sentTemplates: [Template.ID] {
    steps.values.compactMap { step in
      if case .send(let sending) = step.action { sending.template } else { nil }
    }
  }
}

extension Playbook.ID {
  /// Of the path of a playbook's file.
  init(path: String) { self.init(String(path.dropFirst("playbooks/".count).dropLast(".yaml".count))) }
}

/// A row of the table that turns facts into a level; the first that holds decides.
public struct ProportionRow: Hashable, Sendable {
  /// Nil holds always.
  public let when: Condition?
  public let level: Level
  /// Audiences that get another level.
  public let audiences: OrderedDictionary<Audience.ID, Level>
}
