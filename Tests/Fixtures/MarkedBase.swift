/// A library with one of everything that a check looks at, and nothing wrong in it.
public enum MarkedBase {
  public static let head = """
    playbook: Test
    scenario: post-incident
    purpose: To test.
    use-when: In a test.
    owner: lead
    review-by: 2027-04-30
    marking: OFFICIAL

    """

  /// The end of a playbook that ends well.
  public static let end = "  - {id: over, stand-down: It is over.}\n"

  public static let files: [String: String] = [
    "playbooks/organisation.yaml": organisation,
    "playbooks/post-incident/base.yaml": head + """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40}
        danger: {ask: Is there danger?, type: yes-no}
      proportion:
        - {when: {danger: [yes, not-known]}, level: advise}
        - {level: reassure}
      steps:
        - {id: known, ask: [area, danger]}
        - {id: level, decide: proportion, decides: lead}
        - {id: send, send: note, to: [public, partners]}
        - {id: bare, send: bare, to: [public], level: signpost}
        - {id: over, stand-down: It is over.}

      """,
    "templates/bare/template.yaml":
      "template: Bare\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\ncorrects: [note]\n",
    "templates/bare/web-page.md": "Subject: Now\n\nStay inside.\n", "templates/bare/sms.md": "Stay inside.\n",
    "templates/bare/email.md": "Subject: Now\n\nStay inside.\n",
    "templates/note/template.yaml": """
    template: Note
    owner: lead
    review-by: 2027-04-30
    marking: OFFICIAL
    corrects: [bare]
    samples: {typical: {area: Northfield, danger: no}}

    """,
    "templates/note/web-page.md": "Subject: In ((area))\n\n# Now\n\nIn ((area)). ((danger??Stay inside.))\n",
    "templates/note/sms.md": "In ((area)). More: ((updates))\n",
    "templates/note/email.md": "Subject: Note\n\nIn ((area)), says the ((organisation)).\n",
  ]

  public static let organisation = """
    organisation: The Partnership
    short-name: Partnership
    time-zone: Europe/London
    language: en-GB
    marking: OFFICIAL
    owner: lead
    review-by: 2027-09-30
    exercise-prefix: EXERCISE
    words: {updates: example.org/updates, press office: 07700 900151}
    roles:
      lead: {title: Lead, deputies: [chief]}
      chief: {title: Chief, deputies: [vice]}
      vice: {title: Vice}
    channels:
      page: {kind: web-page, title: Web page, reach: public, ceiling: OFFICIAL}
      sms: {kind: sms, title: Text message, reach: public, ceiling: OFFICIAL}
      mail: {kind: email, title: Email, reach: partner, ceiling: OFFICIAL-SENSITIVE}
      staff-mail: {kind: email, title: Staff email, reach: internal, ceiling: SECRET}
      spoken: {kind: briefing, title: Briefing, reach: internal, ceiling: OFFICIAL}
    audiences:
      public: {title: The public, reach: public, marking: OFFICIAL, channels: {signpost: [page], reassure: [page], advise: [page, sms], direct: [page, sms]}}
      partners: {title: Partners, reach: partner, marking: OFFICIAL-SENSITIVE, channels: [mail]}
      parishes: {title: Parishes, reach: partner, marking: OFFICIAL, channels: [mail]}
      staff: {title: Staff, reach: internal, marking: OFFICIAL, channels: [staff-mail, spoken]}
    levels:
      signpost: {title: Signpost, means: Here is help, approve: [chief]}
      reassure: {title: Reassure, means: We know, approve: [chief]}
      advise: {title: Advise, means: Please do this, approve: [chief, [lead, chief]], inform: [lead], update: 60m}
      direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}
    handlings:
      held: {title: held on ResilienceDirect, reaches: [internal, partner]}

    """
}
