public import Library
import OrderedCollections

/// What is found out and done on one night of the shipped local incident: by key or by script, it is the same night.
///
/// A fact or a step that the library gains later is answered by its kind.
public enum LocalNight {
  /// The playbook's name on the command line.
  public static let playbook = "local-incident"

  /// An answer as it is typed.
  public struct Given: Sendable {
    public let text: String
    public let confidence: Confidence
    public let source: String
  }

  private static let texts: [String: String] = [
    "told-by": "Duty inspector, force control room",
    "loggist": "Robin Vale",
    "area": "Northfield",
    "access": "Mill Road and Station Lane",
    "partner-report": "Two cordons are in place.\nThe inner one is held until daylight.",
    "police-words": "Please stay away from Northfield while officers work.",
    "latest": "Mill Road has opened again to local traffic.",
    "rumours": "That there was a second attack; seen on two local pages, and not spreading.",
    "incident-type": "incident", "harm": "injured", "services": "police, ambulance", "lead": "police",
    "families-told": "told",
    "danger": "no", "arrest": "no", "change": "yes", "investigator-agrees": "yes",
  ]

  /// What is answered when a fact is asked; nil stands for "not known".
  public static func answer(_ fact: Fact) -> Given? {
    if fact.id.text == "major-incident" { return nil }
    let confidence: Confidence = fact.id.text == "access" ? .likely : .confirmed
    let source = fact.id.text == "harm" ? "ambulance control" : ""
    return Given(text: texts[fact.id.text] ?? made(for: fact), confidence: confidence, source: source)
  }

  private static func made(for fact: Fact) -> String {
    switch fact.kind {
    case .text(let min, let max):
      let words = fact.example ?? "Words for \(fact.id)"
      return String(
        (words + String(repeating: " and more", count: min / 9 + 1)).prefix(
          Swift.max(min, Swift.min(max, words.count))))
    case .number(let min, let max): return "\(min ?? max ?? 7)"
    case .choice(let options), .choices(let options): return options.keys.first ?? ""
    case .yesNo: return "yes"
    case .time: return "03:15"
    case .date: return "today"
    case .link: return "example.org/updates"
    }
  }

  /// What was done in a step that asks for it.
  public static func detail(_ step: Step) -> String? {
    switch step.action {
    case .act, .review: "Seen to: \(step.title)"
    case .handOver: "Sam Field"
    case .ask, .decide, .send, .permit, .wait, .standDown: nil
    }
  }

  public static let decider = "Dee Rector"
  public static let permittedBy = "The scene commander"
  public static let basis = "Section 17 of the Crime and Disorder Act 1998"

  /// Who can be rung: somebody for every role of the organisation.
  public static func roster(_ library: Library) -> String {
    let people = library.organisation.roles.keys.map { "  - {name: Holder of \($0), roles: [\($0)]}\n" }
    return "people:\n" + people.joined()
  }
}
