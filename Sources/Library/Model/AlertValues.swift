/// What a public alert says about itself besides its words; the values are the standard's own.
///
/// Source: OASIS Common Alerting Protocol 1.2, section 3.2.2.
public struct AlertValues: Hashable, Sendable {
  public let category: Category
  /// What is happening, in a few words; nil where the template's title says it.
  public let event: String?
  public let urgency: Urgency
  public let severity: Severity
  public let certainty: Certainty
  /// The heading under which the words ask people to do something; nil where all words describe.
  public let instruction: String?

  public init(
    category: Category = .safety, event: String? = nil, urgency: Urgency = .unknown,
    severity: Severity = .unknown, certainty: Certainty = .unknown, instruction: String? = nil
  ) {
    (self.category, self.event, self.instruction) = (category, event, instruction)
    (self.urgency, self.severity, self.certainty) = (urgency, severity, certainty)
  }

  public enum Category: String, CaseIterable, Hashable, Sendable {
    case geophysical = "Geo"
    case meteorological = "Met"
    case safety = "Safety"
    case security = "Security"
    case rescue = "Rescue"
    case fire = "Fire"
    case health = "Health"
    case environment = "Env"
    case transport = "Transport"
    case infrastructure = "Infra"
    case weapons = "CBRNE"
    case other = "Other"
  }

  public enum Urgency: String, CaseIterable, Hashable, Sendable {
    case immediate = "Immediate"
    case expected = "Expected"
    case future = "Future"
    case past = "Past"
    case unknown = "Unknown"
  }

  public enum Severity: String, CaseIterable, Hashable, Sendable {
    case extreme = "Extreme"
    case severe = "Severe"
    case moderate = "Moderate"
    case minor = "Minor"
    case unknown = "Unknown"
  }

  public enum Certainty: String, CaseIterable, Hashable, Sendable {
    case observed = "Observed"
    case likely = "Likely"
    case possible = "Possible"
    case unlikely = "Unlikely"
    case unknown = "Unknown"
  }
}
