public import Time

/// Commented files to start from; each reads without an error in the library that it is made for.
public struct Scaffold: Sendable {
  public enum Kind: String, CaseIterable, Sendable { case playbook, template, organisation }

  private let kind: Kind
  private let name: String
  private let scenario: Playbook.Scenario
  private let reviewBy: CivilDate
  private let role: String

  /// `organisation` is the library's own, whose roles and audiences the file then names.
  public init(
    kind: Kind, name: String, scenario: Playbook.Scenario, today: CivilDate, organisation: Organisation?
  ) {
    self.kind = kind
    self.name = name
    self.scenario = scenario
    reviewBy = today.adding(days: 365)
    role = organisation?.owner.text ?? "comms-lead"
  }

  /// Whether the name can stand for a playbook or a template.
  public static func isName(_ name: String) -> Bool { isIdentifier(name) }

  /// Path inside the library to text.
  public var files: [String: String] {
    switch kind {
    case .playbook: ["playbooks/\(scenario.rawValue)/\(name).yaml": playbook]
    case .template: templateFiles
    case .organisation:
      [
        "playbooks/organisation.yaml": Self.organisation(reviewBy),
        "playbooks/bank-holidays.yaml": Self.bankHolidays,
      ]
    }
  }

  private var playbook: String {
    """
    # yaml-language-server: $schema=../schemas/playbook.json
    playbook: \(name.split(separator: "-").joined(separator: " "))
    scenario: \(scenario.rawValue)
    purpose: What it is to achieve, in one sentence.
    use-when: When an officer should choose it.
    owner: \(role)
    review-by: \(reviewBy)
    marking: OFFICIAL

    # What the officer finds out. Types: text, number, choice, choices, yes-no, time, date, link.
    facts:
      area:
        ask: Area affected, in the words people use locally
        type: text
        min: 4
        max: 40
        example: Northfield
      danger:
        ask: Is there a continuing danger to the public?
        type: yes-no

    # Facts to a level: signpost, reassure, advise or direct. The first row that holds decides; the last has no condition.
    proportion:
      - {when: {danger: [yes, not-known]}, level: advise}
      - {level: reassure}

    # Verbs: do, ask, decide, send, brief, permit, wait, review, hand-over, stand-down.
    steps:
      - id: known
        title: Confirm what is known
        ask: [area, danger]
        due: T+10m
      - id: level
        title: Decide the level
        decide: proportion
        decides: \(role)
        due: T+15m
      # - id: holding
      #   send: holding-statement     # a folder of templates/
      #   to: [public]                # audiences of organisation.yaml
      #   draft-by: T+20m
      #   approve-by: T+28m
      #   due: T+30m
      - id: stand-down
        stand-down: Thank the people who worked, and close the log.

    """
  }

  private var templateFiles: [String: String] {
    [
      "templates/\(name)/template.yaml": """
      # yaml-language-server: $schema=../../playbooks/schemas/template.json
      template: \(name.split(separator: "-").joined(separator: " "))
      purpose: What these words are for.
      owner: \(role)
      review-by: \(reviewBy)
      marking: OFFICIAL
      # Words that stand in for a fact that is not known.
      # if-not-known: {area: the county}
      # Values as an officer would type them.
      # samples:
      #   typical: {area: Northfield}

      """,
      "templates/\(name)/web-page.md": """
      Subject: What this page is about

      # What we know

      Write short sentences. ((organisation)) is filled in, and so is every fact in double brackets.

      # Where to look

      Say where people find more, and when more follows.

      """,
      "templates/\(name)/sms.md": "Say the one thing that matters, in 160 characters.\n",
    ]
  }
}
