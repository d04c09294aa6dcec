import Fixtures
extension MarkedLibrary {
  /// What facts are named, who permits them, and whom a step reaches.
  static let reaches: [MarkedLibrary] = [
    MarkedLibrary(
      "a fact takes the place of no word that stands already",
      playbook: """
        facts:
          today: {ask: What happened today?, type: text}
          ^^^^^ error: fact-shadows-word: 'today' is a word that every template has already
          next-update: {ask: When is the next update?, type: time}
          ^^^^^^^^^^^ error: fact-shadows-word: 'next-update' is a word that every template has already
          time-now: {ask: What time is it?, type: time}
          ^^^^^^^^ error: fact-shadows-word
          organisation: {ask: Which organisation?, type: text}
          ^^^^^^^^^^^^ error: fact-shadows-word
          press-office: {ask: Who speaks?, type: text}
          ^^^^^^^^^^^^ error: fact-shadows-word: 'press-office' is a word that the organisation has already
          todays-news: {ask: What is new?, type: text}
        steps:
          - {id: ask, ask: [today, next-update, time-now, organisation, press-office, todays-news]}
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "a permission is asked for in one step",
      playbook: """
        facts:
          report: {ask: What is reported?, type: text, originator: required}
          other: {ask: What else?, type: text, originator: required}
        steps:
          - {id: ask, ask: [report, other]}
          - {id: agree, permit: report}
          - {id: again, permit: [other, report]}
                                        ^^^^^^ error: permission-asked-twice: 'agree' asks for the permission of 'report' already
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "a permission that a message waits for is asked for",
      playbook: """
        facts:
          area: {ask: Where?, type: text, originator: required}
          ^^^^ error: permission-never-asked: 'area' needs its originator's permission, and no step asks for it
          danger: {ask: Is there danger?, type: yes-no}
          report: {ask: What is reported?, type: text, originator: required}
        steps:
          - {id: ask, ask: [area, danger, report]}
          - {id: send, send: note, to: [public], level: advise}
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "everybody who is addressed has a channel at every level that can come",
      [
        "playbooks/organisation.yaml": MarkedBase.organisation.replacing(
          "  parishes: {title: Parishes, reach: partner, marking: OFFICIAL, channels: [mail]}\n",
          with: """
              parishes: {title: Parishes, reach: partner, marking: OFFICIAL, channels: {reassure: [mail], direct: [mail]}}
                                                                             ^^^^^^^^ warning: channel-lost-above: Parishes has no channel at 'advise', and has one at 'reassure'
              callers: {title: Callers, reach: internal, marking: OFFICIAL, channels: [spoken]}
              others: {title: Others, reach: partner, marking: OFFICIAL, channels: {advise: [post]}}
                                                                                    ^^^^^^ error: unknown-reference: 'post' is not a channel

            """),
        "playbooks/post-incident/p.yaml": MarkedBase.head + """
          facts: {danger: {ask: Danger?, type: yes-no}}
          proportion:
            - {when: {danger: [yes, not-known]}, level: advise, audiences: {parishes: direct}}
            - {level: reassure}
          steps:
            - {id: ask, ask: [danger]}
            - {id: level, decide: proportion, decides: lead}
            - {id: send, send: bare, to: [public, parishes]}
            - {id: warn, send: bare, to: [parishes, others], level: advise}
                                          ^^^^^^^^ error: audience-without-channel: Parishes gets 'bare' through no channel at advise
            - {id: tell, send: bare, to: [callers]}
                                          ^^^^^^^ error: audience-without-channel: Callers gets 'bare' through no channel at reassure, advise
            - {id: over, stand-down: It is over.}
          """,
      ]),
    MarkedLibrary(
      "what is spoken has a channel too",
      [
        "playbooks/organisation.yaml": MarkedBase.organisation.replacing(
          "  spoken: {kind: briefing, title: Briefing, reach: internal, ceiling: OFFICIAL}\n",
          with: "  spoken: {kind: briefing, title: Briefing, reach: public, ceiling: OFFICIAL}\n"
        ).replacing("[staff-mail, spoken]", with: "[staff-mail]"),
        "playbooks/post-incident/p.yaml": MarkedBase.head + """
          steps:
            - {id: tell, brief: bare, to: [staff], level: advise}
                                           ^^^^^ error: audience-without-channel: Staff gets 'bare' through no channel at advise
            - {id: over, stand-down: It is over.}
          """,
      ]),
  ]
}
