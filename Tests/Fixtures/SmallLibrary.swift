import Diagnostics
import Digest
public import Library

/// A library of a few pages that has every verb, every type of fact and two languages.
public enum SmallLibrary {
  public static let playbook: Playbook.ID = "post-incident/small"

  /// Its files as text, by path.
  public static let texts: [String: String] = [
    "playbooks/organisation.yaml": organisation,
    "playbooks/post-incident/small.yaml": steps,
  ].merging(templates) { first, _ in first }

  /// Its files, some of them replaced; an empty text leaves a file out.
  public static func files(replacing texts: [String: String] = [:]) -> LibraryFiles {
    let all = Self.texts.merging(texts) { _, new in new }.filter { !$0.value.isEmpty }
    return LibraryFiles(all.mapValues { Array($0.utf8) })
  }

  /// The library with some files replaced; nil where it has no organisation.
  public static func library(replacing texts: [String: String] = [:]) -> Library? {
    readLibrary(files(replacing: texts), today: nil).library
  }

  /// What reading it finds, as words; nothing, unless a test broke it.
  public static func problems(replacing texts: [String: String] = [:]) -> [String] {
    readLibrary(files(replacing: texts), today: nil).diagnostics.map { "\($0.path): \($0.message)" }
  }

  /// A pre-approval of the first words, or of other words that a test puts there.
  public static func agreement(
    until: String, role: String = "comms-lead", words: String? = nil
  ) -> String {
    let text = words ?? texts["templates/first/web-page.md"] ?? ""
    return """
      pre-approvals:
        - role: \(role)
          by: Kim Lead
          until: \(until)
          levels: [signpost]
          files: {web-page.md: \(ContentDigest.sha256(of: Array(text.utf8)).hex)}
      """
  }

  /// A house style of two groups: `panic` is a warning, `the attacker` a stop.
  public static let houseStyle = """
    house-style: Ours
    owner: comms-lead
    review-by: 2099-01-01
    groups:
      alarmist: {title: frightens people, why: Fear divides., finding: warn, words: {panic: {instead: worry, forms: [panics]}}}
      prejudicial: {title: says who is guilty, why: A trial can fail., finding: stop, words: {the attacker: a person}}
    """

  private static let organisation = """
    organisation: Small Partnership
    short-name: Small
    time-zone: Europe/London
    language: en-GB
    marking: OFFICIAL
    owner: comms-lead
    review-by: 2099-01-01
    exercise-prefix: EXERCISE EXERCISE
    words: {updates: example.org/u, press office: 07700 900151}
    roles:
      officer: {title: On-call officer}
      comms-lead: {title: Communications lead, deputies: [deputy-lead]}
      deputy-lead: {title: Deputy communications lead, deputies: [comms-lead]}
      police: {title: Police press officer, deputies: [duty-police]}
      duty-police: {title: Duty police press officer}
      chair: {title: Chair}
      lawyer: {title: Lawyer, deputies: [solicitor]}
      solicitor: {title: Solicitor}
    channels:
      web: {kind: web-page, title: Web page, reach: public, ceiling: OFFICIAL}
      sms: {kind: sms, title: Text message, reach: public, ceiling: OFFICIAL, prefix: "SP: "}
      x: {kind: x, title: X, reach: public, ceiling: OFFICIAL}
      marked-x: {kind: x, title: X for staff, reach: internal, ceiling: OFFICIAL-SENSITIVE, show-marking: always}
      press: {kind: press-release, title: Press release, reach: public, ceiling: OFFICIAL}
      mail: {kind: email, title: Email to partners, reach: partner, ceiling: OFFICIAL-SENSITIVE}
      staff-mail: {kind: email, title: Email to staff, reach: internal, ceiling: OFFICIAL-SENSITIVE}
      spoken: {kind: briefing, title: Spoken briefing, reach: internal, ceiling: OFFICIAL}
    audiences:
      public: {title: General public, reach: public, marking: OFFICIAL, channels: {signpost: [web], reassure: [web, x], advise: [web, x, sms], direct: [web, x, sms]}}
      nearby: {title: People nearby, reach: public, marking: OFFICIAL, channels: {signpost: [web], reassure: [web], advise: [web, sms], direct: [web, sms]}}
      partners: {title: Partners, reach: partner, marking: OFFICIAL-SENSITIVE, partners: [County council, Fire and rescue], channels: [mail]}
      members: {title: Elected members, reach: partner, marking: OFFICIAL, channels: [mail]}
      staff: {title: Staff, reach: internal, marking: OFFICIAL, channels: [staff-mail, spoken]}
      valley: {title: The valley, reach: public, marking: OFFICIAL, languages: [en-GB, cy], channels: [web]}
    levels:
      signpost: {title: Signpost, means: Here is help, approve: [comms-lead], update: 24h}
      reassure: {title: Reassure, means: We know, approve: [comms-lead], update: 4h}
      advise: {title: Advise, means: Please do this, approve: [[police, chair], [comms-lead, chair]], update: 60m}
      direct: {title: Direct, means: Do this now, approve: [[police, chair], [comms-lead, chair]], update: 30m}
    handlings:
      internal-only: {title: INTERNAL ONLY, reaches: [internal]}
      partners-only: {title: PARTNERS ONLY, reaches: [internal, partner]}
    """

  private static let steps = """
    playbook: Small incident
    scenario: post-incident
    purpose: Say what is known.
    use-when: In tests.
    owner: comms-lead
    review-by: 2099-01-01
    marking: OFFICIAL
    facts:
      loggist: {ask: Who is the loggist?, type: text, max: 60}
      place: {ask: Which place?, type: text, min: 3, max: 60}
      hurt: {ask: Is anyone hurt?, type: choice, options: {none: no one is hurt, injured: people are hurt, killed: someone has died}}
      danger: {ask: Is there danger?, type: yes-no}
      crews: {ask: Which crews are there?, type: choices, options: {police: police, fire: fire crews, ambulance: ambulance crews}}
      number: {ask: How many homes?, type: number, min: 0, max: 9999}
      from: {ask: From when?, type: time}
      day: {ask: On which day?, type: date}
      page: {ask: Which page?, type: link}
      report: {ask: What does the partner report?, type: text, min: 4, max: 1500, marking: OFFICIAL-SENSITIVE, handling: [partners-only], originator: required}
      relay: {ask: The words of the police?, type: text, max: 160, verbatim: yes}
      rumour: {ask: What is said?, type: text, max: 400, marking: OFFICIAL-SENSITIVE, handling: [internal-only]}
      over: {ask: Is it over?, type: yes-no}
    proportion:
      - {when: {danger: [yes, not-known]}, level: direct}
      - {when: {hurt: [injured, killed, not-known]}, level: advise, audiences: {nearby: direct}}
      - {when: {number: [{at-least: 100}, not-known]}, level: reassure, audiences: {nearby: advise}}
      - {level: reassure}
    steps:
      - {id: log, do: Open the log, record: [loggist], due: T+5m}
      - {id: known, ask: [place, hurt, danger, crews, number, from, day, page, relay], due: T+10m}
      - {id: first, send: first, to: [public], level: signpost, draft-by: T+8m, approve-by: T+12m, due: T+15m}
      - {id: level, decide: proportion, decides: comms-lead, after: [known], due: T+18m}
      - {id: route, decide: Which way round?, options: {north: North, south: South}, decides: police}
      - {id: holding, send: holding, to: [public, nearby, partners], draft-by: T+20m, approve-by: T+28m, due: T+30m, acknowledge-by: T+2h}
      - {id: notice, send: notice, to: [members], level: reassure, approve: [lawyer], due: T+45m}
      - {id: report, ask: report, due: T+40m}
      - {id: permit, permit: report, when: {known: report}, due: T+50m}
      - {id: share, send: share, to: [partners], level: reassure, after: [permit], when: {known: report}, due: T+60m}
      - {id: north-gate, do: Open the north gate, when: {decided: {route: north}}}
      - {id: loud, do: Use the loudspeakers, when: {level: {at-least: advise}}}
      - {id: call, brief: call, to: [staff], level: reassure}
      - {id: update, send: update, to: [public], after: [holding], draft-by: T+80m, approve-by: T+85m, due: T+90m, repeat: 60m, until: {over: yes}}
      - {id: watch, do: Look at what is said, repeat: 2h, times: 2, due: T+2h}
      - {id: rumour, ask: [rumour]}
      - {id: over, ask: [over]}
      - {id: wait, wait: It is over, until: {over: yes}, after: [over]}
      - {id: hand, hand-over: comms-lead}
      - {id: debrief, review: What went well?, after: [wait], due: T+1d}
      - {id: down, stand-down: Close the log, after: [debrief]}
    """

  private static func template(_ title: String, _ rest: String = "") -> String {
    "template: \(title)\nowner: comms-lead\nreview-by: 2099-01-01\nmarking: OFFICIAL\n" + rest
  }

  private static let templates: [String: String] = [
    "templates/first/template.yaml": template("First words", "if-not-known: {hurt: we do not know yet}\n"),
    "templates/first/web-page.md": """
    Subject: An incident

    We know of an incident: ((hurt likely??early reports: ))((hurt)). More by ((next update)): ((updates))
    """,
    "templates/holding/template.yaml": template("Holding statement"),
    "templates/holding/web-page.md": """
    Subject: Incident in ((place likely??perhaps ))((place))

    # What we know

    Police are at ((place likely??perhaps ))((place)). We hear that ((hurt likely??perhaps ))((hurt)).

    * Follow ((updates)).
    * We will say more by ((next update)).
    """,
    "templates/holding/x.md": "Police are at ((place likely??perhaps ))((place)). More: ((updates))",
    "templates/holding/sms.md":
      "Police are at ((place likely??perhaps ))((place)).((at least advise?? Keep away.)) ((updates))",
    "templates/holding/web-page.direct.md": "Subject: Police advice\n\nPolice say: ((relay))",
    "templates/holding/x.direct.md": "Police say: ((relay))",
    "templates/holding/sms.direct.md": "Police say: ((relay))",
    "templates/holding/email.md":
      "Subject: Incident in ((place))\n\nPolice are at ((place)). ((number)) homes.",
    "templates/notice/template.yaml": template("Notice"),
    "templates/notice/email.md": "Subject: Notice\n\nThe county is at work.",
    "templates/share/template.yaml": template("Report"),
    "templates/share/email.md": "Subject: Report\n\nA partner says: ((report))",
    "templates/call/template.yaml": template("Call"),
    "templates/call/briefing.md": "You should hear this from us: ((hurt)).",
    "templates/update/template.yaml": template("Update", "corrects: [first, holding]\n"),
    "templates/update/web-page.md":
      "Subject: Update\n\nStill at ((place likely??perhaps ))((place)). More by ((next update)).",
    "templates/update/x.md": "Still at ((place likely??perhaps ))((place)).",
    "templates/update/sms.md": "Still at ((place likely??perhaps ))((place)).",
  ]
}
