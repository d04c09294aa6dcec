import Fixtures
extension MarkedLibrary {
  /// What a playbook names and what is not there.
  static let references: [MarkedLibrary] = [
    MarkedLibrary(
      "every name of a playbook is looked up",
      playbook: """
        facts:
          area: {ask: Where?, type: text, handling: [hold]}
                                                     ^^^^ error: unknown-reference: 'hold' is not a handling
        proportion:
          - {level: advise, audiences: {publik: direct}}
                                        ^^^^^^ error: unknown-reference: 'publik' is not an audience
        steps:
          - {id: known, ask: [area, aera], who: chef}
                                    ^^^^ error: unknown-reference: 'aera' is not a fact of this playbook
                                                ^^^^ error: unknown-reference: 'chef' is not a role
          - {id: level, decide: proportion, decides: leed, after: [know]}
                                                     ^^^^ error: unknown-reference: 'leed' is not a role
                                                                   ^^^^ error: unknown-reference: 'know' is not a step
          - {id: write, do: Write, record: [areas]}
                                            ^^^^^ error: unknown-reference: 'areas' is not a fact
          - {id: agree, permit: reports}
                                ^^^^^^^ error: unknown-reference: 'reports' is not a fact
          - {id: send, send: notes, to: [public, partner], approve: [[chief, chefs]]}
                             ^^^^^ error: unknown-reference: 'notes' is not a template of the library
                                                 ^^^^^^^ error: unknown-reference: 'partner' is not an audience
                                                                             ^^^^^ error: unknown-reference: 'chefs' is not a role
          - {id: brief, brief: briefing, to: staff}
                               ^^^^^^^^ error: unknown-reference: 'briefing' is not a template
          - {id: hand, hand-over: chiefs}
                                  ^^^^^^ error: unknown-reference: 'chiefs' is not a role
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "an owner is a role",
      [
        "playbooks/post-incident/p.yaml": MarkedBase.head.replacing(
          "owner: lead\n",
          with: """
            owner: leed
                   ^^^^ error: unknown-reference: 'leed' is not a role of the organisation

            """) + "steps:\n" + MarkedBase.end
      ]),
    MarkedLibrary(
      "two steps never have one name, nor two facts in a template's eyes",
      playbook: """
        facts:
          mill-road: {ask: Mill Road?, type: yes-no}
          millroad: {ask: Mill Road?, type: yes-no}
          ^^^^^^^^ error: duplicate-identifier: 'millroad' and 'mill-road' are one name in a template
        steps:
          - {id: call, ask: [mill-road, millroad]}
          - {id: call, do: Ring}
                 ^^^^ error: duplicate-identifier: 'call' names two steps
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "a broken playbook makes no template look unused, and a broken template no name unknown",
      [
        "playbooks/post-incident/base.yaml": MarkedBase.head + """
          steps: {}
                 ^^ error: wrong-kind: this is a map, and a list belongs here
          """,
        "playbooks/post-incident/p.yaml": MarkedBase.head + """
          steps:
            - {id: send, send: other, to: [public], level: signpost}
          """ + "\n" + MarkedBase.end,
        "templates/other/template.yaml": """
        template: Other
        ^^^^^^^^ error: missing-key: a template has no 'owner'
        ^^^^^^^^ error: missing-key: a template has no 'review-by'
        ^^^^^^^^ error: missing-key: a template has no 'marking'
        """,
      ]),
  ]

  /// The order of a playbook: what is asked when, what waits for what, when it ends.
  static let orders: [MarkedLibrary] = [
    MarkedLibrary(
      "every fact is asked, and asked before it is read",
      playbook: """
        facts:
          a: {ask: First?, type: yes-no}
          b: {ask: Second?, type: yes-no}
          ^ error: fact-never-asked: no step asks for 'b'
          c: {ask: Third?, type: yes-no}
          d: {ask: Fourth?, type: yes-no}
        steps:
          - {id: warn, do: Warn, when: {a: yes}}
                                 ^^^^ error: fact-asked-later: 'warn' reads 'a', which 'ask' asks further down
          - {id: ask, ask: [a]}
          - {id: self, ask: [c], when: {c: yes}}
                                 ^^^^ error: fact-asked-later: 'self' reads 'c', which it asks itself
          - {id: late, do: Write, record: [d], when: {a: yes}}
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "the level is decided after the facts of its table",
      playbook: """
        facts: {danger: {ask: Danger?, type: yes-no}}
        proportion:
          - {when: {danger: [yes, not-known]}, level: direct}
          - {level: reassure}
        steps:
          - {id: level, decide: proportion, decides: lead}
             ^^ error: fact-asked-later: 'level' reads 'danger', which 'ask' asks further down
          - {id: ask, ask: danger}
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "a proportion table ends with a row that always holds",
      playbook: """
        facts: {danger: {ask: Danger?, type: yes-no}}
        proportion:
          - {level: advise}
             ^^^^^ error: proportion-does-not-end: this row always holds
          - {when: {danger: [yes, not-known]}, level: direct}
             ^^^^ error: proportion-does-not-end: the last row has a condition
        steps:
          - {id: ask, ask: danger}
          - {id: level, decide: proportion, decides: lead}
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "a proportion table speaks of what is not known",
      playbook: """
        facts:
          danger: {ask: Danger?, type: yes-no}
          harm: {ask: Harm?, type: yes-no}
          area: {ask: Where?, type: text}
        proportion:
        ^^^^^^^^^^ warning: proportion-silent-on-not-known: the table does not say what happens while 'danger'
          - {when: {danger: yes}, level: direct}
          - {when: {known: area, harm: [yes, not-known]}, level: advise}
          - {level: reassure}
        steps:
          - {id: ask, ask: [danger, harm, area]}
          - {id: level, decide: proportion, decides: lead}
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "every message has a level",
      playbook: """
        steps:
          - {id: send, send: bare, to: [public]}
             ^^ error: level-never-decided: no step decides the level of 'send'
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "the level is decided by a table",
      playbook: """
        steps:
        ^^^^^ error: level-never-decided: a step decides the level, and there is no proportion table
          - {id: level, decide: proportion, decides: lead}
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "every circle of steps is told once",
      playbook: """
        steps:
          - {id: a, do: x, after: [c]}
                           ^^^^^ error: gate-in-circle: steps wait for each other: a, then c, then b, then a
          - {id: b, do: x, after: [a]}
          - {id: c, do: x, after: [b]}
          - {id: d, do: x, after: [d]}
                           ^^^^^ error: gate-in-circle: steps wait for each other: d, then d
          - {id: e, do: x, after: [a, b, c, d]}
          - {id: over, stand-down: It is over., after: [e]}
        """),
    MarkedLibrary(
      "a step's times are in order, whenever T is",
      playbook: """
        steps:
          - {id: a, send: bare, to: [parishes], level: direct, draft-by: T+30m, due: T+20m}
                                                                                     ^^^^^ error: time-out-of-order: 'due' (T+20m) is before 'draft-by' (T+30m)
          - {id: b, send: bare, to: [parishes], level: direct, draft-by: T-10wd, due: T-13d}
          - {id: c, send: bare, to: [parishes], level: direct, draft-by: T+30h, due: T+1wd}
          - {id: d, send: bare, to: [parishes], level: direct, draft-by: T+3wd, due: T+1d}
                                                                                     ^^^^ error: time-out-of-order: 'due' (T+1d) is before 'draft-by' (T+3wd)
          - {id: e, send: bare, to: [parishes], level: direct, draft-by: T-1wd, due: T-2wd}
                                                                                     ^^^^^ error: time-out-of-order
          - {id: f, send: bare, to: [parishes], level: direct, approve-by: T+1w, acknowledge-by: T+6d}
                                                                                                 ^^^^ error: time-out-of-order
          - {id: g, send: bare, to: [parishes], level: direct, draft-by: T+24h, approve-by: T+1d, due: T+25h}
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "rounds end, and so does a playbook",
      playbook: """
        steps:
        ^^^^^ warning: no-stand-down: the playbook has no stand-down and no review
          - {id: a, do: x, repeat: 60m}
                                   ^^^ error: repeat-never-ends: nothing ends the rounds of 'a'
          - {id: b, do: x, repeat: 60m, times: 3}
        """),
    MarkedLibrary(
      "rounds come by an answer that was asked for before, or by the clock",
      playbook: """
        facts: {wrong: {ask: What is wrong?, type: text}, late: {ask: And now?, type: yes-no}}
        steps:
          - {id: ask, ask: [wrong]}
          - {id: a, do: x, again: [wrong], times: 3}
          - {id: b, do: x, again: wrong, repeat: 60m, times: 3}
                                  ^^^^^ error: bad-value: the rounds come by the clock or by an answer, not by both
          - {id: c, do: x, again: [wrongs]}
                                   ^^^^^^ error: unknown-reference: 'wrongs' is not a fact of this playbook
          - {id: d, do: x, again: [late]}
                           ^^^^^ error: fact-asked-later
          - {id: e, ask: [late]}
          - {id: over, stand-down: It is over.}
        """),
  ]
}
