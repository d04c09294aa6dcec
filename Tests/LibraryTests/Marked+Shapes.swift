import Fixtures
extension MarkedLibrary {
  /// Documents that do not have the shape of their kind.
  static let shapes: [MarkedLibrary] = [
    MarkedLibrary(
      "a key that is not known is told with the nearest one",
      playbook: """
        stpes: []
        ^^^^^ error: unknown-key: 'stpes' is not a key of a playbook
        steps:
          - id: log
            deu: T+5m
            ^^^ error: unknown-key: 'deu' is not a key of a step
            do: Write
            colour: red
            ^^^^^^ error: unknown-key: 'colour' is not a key of a step
        """),
    MarkedLibrary(
      "every key that is missing is told at the thing that lacks it",
      [
        "playbooks/post-incident/p.yaml": """
        playbook: Test
        ^^^^^^^^ error: missing-key: a playbook has no 'scenario'
        ^^^^^^^^ error: missing-key: a playbook has no 'purpose'
        ^^^^^^^^ error: missing-key: a playbook has no 'use-when'
        ^^^^^^^^ error: missing-key: a playbook has no 'owner'
        ^^^^^^^^ error: missing-key: a playbook has no 'review-by'
        ^^^^^^^^ error: missing-key: a playbook has no 'marking'
        facts: {a: {ask: Who?}}
                    ^^^ error: missing-key: a fact has no 'type'
        steps:
          - do: Write
            ^^ error: missing-key: a step has no 'id'
          - id: idle
            ^^ error: missing-key: a step says nothing to do
        """
      ]),
    MarkedLibrary(
      "another kind of value than belongs here is told",
      playbook: """
        facts: [area]
               ^ error: wrong-kind: this is a list, and a map belongs here
        proportion: {level: direct}
                     ^^^^^ error: wrong-kind: this is a map, and a list belongs here
        steps:
          - log
            ^^^ error: wrong-kind: this is one value, and a map of a step's keys belongs here
          - {id: [a], do: x}
                 ^ error: wrong-kind: this is a list, and one value belongs here
          - {id: b, ask: {c: d}}
                          ^ error: wrong-kind: this is a map, and one value belongs here
          - {id: c, do: x, after: b}
                                  ^ error: wrong-kind: this is one value, and a list belongs here
        """),
    MarkedLibrary(
      "a file that is no map is told",
      [
        "playbooks/post-incident/p.yaml": """
        - playbook
        ^ error: wrong-kind: this is a list, and a map of a playbook's keys belongs here
        """,
        "playbooks/pre-planned/q.yaml": """
        playbook
        ^^^^^^^^ error: wrong-kind: this is one value, and a map of a playbook's keys belongs here
        """,
      ]),
    MarkedLibrary(
      "a word that does not belong here is told with the nearest one",
      playbook: """
        facts:
          a: {ask: Who?, type: txt, marking: SENSITIVE, originator: yes}
                               ^^^ error: unknown-word: 'txt' is not one of text, number
                                             ^^^^^^^^^ error: unknown-word: 'SENSITIVE' is not one of OFFICIAL
                                                                    ^^^ error: unknown-word: 'yes' is not one of required
        proportion:
          - {level: advice, audiences: {public: loud}}
                    ^^^^^^ error: unknown-word: 'advice' is not one of signpost, reassure, advise, direct
                                                ^^^^ error: unknown-word: 'loud' is not one of
        steps: []
        """),
    MarkedLibrary(
      "a name that is not written as names are is told",
      playbook: """
        facts:
          Area: {ask: Where?, type: text}
          ^^^^ error: bad-identifier: 'Area' is not a name
          b_c: {ask: Where?, type: text}
          ^^^ error: bad-identifier: 'b_c' is not a name
        steps:
          - {id: Holding Statement, do: x}
                 ^^^^^^^^^^^^^^^^^ error: bad-identifier: 'Holding Statement' is not a name
          - {id: "", do: x}
                 ^^ error: bad-identifier: '' is not a name
          - {id: 1st, ask: [aréa]}
                 ^^^ error: bad-identifier: '1st' is not a name
                            ^^^^ error: bad-identifier: 'aréa' is not a name
          - {id: abcdefghijklmnopqrstuvwxyz-abcdefghijklmn, do: x}
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: bad-identifier
        """),
    MarkedLibrary(
      "a value that cannot be read is told",
      playbook: """
        facts:
          a: {ask: "", type: text, max: many, verbatim: maybe}
                   ^^ error: bad-value: this text is empty
                                        ^^^^ error: bad-value: 'many' is not a whole number
                                                        ^^^^^ error: bad-value: 'maybe' is neither yes nor no
          b: {ask: , type: text}
              ^^^ error: bad-value: 'ask' has no value
        steps:
          - {id: c, do: x, due: T+15, repeat: 15 minutes}
                                ^^^^ error: bad-value: 'T+15' is not a time against T
                                              ^^^^^^^^^^ error: bad-value: '15 minutes' is not a length of time
          - {id: d, ask: []}
                         ^ error: bad-value: this list is empty
        """),
    MarkedLibrary(
      "what a step takes is one length of time, or of a message its parts",
      playbook: """
        steps:
          - {id: a, do: x, takes: 15 minutes}
                                  ^^^^^^^^^^ error: bad-value: '15 minutes' is not a length of time
          - {id: b, do: x, takes: [5m]}
                                  ^ error: wrong-kind: this is a list
          - {id: d, send: bare, to: [public], takes: {draft: 3m, approval: 5m, send: soon}}
                                                                 ^^^^^^^^ error: unknown-key: 'approval' is not a key of what a message takes
                                                                                     ^^^^ error: bad-value: 'soon' is not a length of time
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "only a message takes its time in parts",
      playbook: """
        steps:
          - {id: a, do: x, takes: {draft: 3m}}
                           ^^^^^ error: wrong-kind: only a message is drafted, approved and sent
          - {id: b, send: bare, to: [public], level: signpost, takes: {draft: 3m, send: 1m}}
          - {id: c, send: bare, to: [public], level: signpost, takes: 10m}
          - {id: over, stand-down: It is over.}
        """),
    MarkedLibrary(
      "dates and times of day have one form",
      [
        "playbooks/bank-holidays.yaml": """
        division: England
        holidays:
          2026-12-25: Christmas Day
          26-12-2026: Boxing Day
          ^^^^^^^^^^ error: bad-value: '26-12-2026' is not a date
          2027-02-29: Leap
          ^^^^^^^^^^ error: bad-value: '2027-02-29' is not a date
        """,
        "playbooks/organisation.yaml": MarkedBase.organisation + """
          working-day: {starts: 9am, ends: 1020}
                                ^^^ error: bad-value: '9am' is not a time
                                           ^^^^ error: bad-value: '1020' is not a time
          """,
      ]),
    MarkedLibrary(
      "a step has one verb, and its keys",
      playbook: """
        steps:
          - {id: a, do: x, wait: y}
                           ^^^^ error: bad-value: 'do' and 'wait' are two verbs of one step
          - {id: b, do: x, to: [public]}
                           ^^ error: unknown-key: 'to' does not go with 'do'
          - {id: c, wait: x, decides: lead}
                             ^^^^^^^ error: unknown-key: 'decides' does not go with 'wait'
          - {id: d, send: note, to: [public], record: [a]}
                                              ^^^^^^ error: unknown-key: 'record' does not go with 'send'
                                                       ^ error: unknown-reference: 'a' is not a fact of this playbook
        """),
    MarkedLibrary(
      "a slip in one step hides none in another",
      playbook: """
        facts: {place: {ask: Where?, type: text}}
        steps:
          - {id: a, ask: [place], dew: T+5m}
                                  ^^^ error: unknown-key
          - {id: b, send: notte, to: [pubic], after: [a, z]}
                          ^^^^^ error: unknown-reference: 'notte' is not a template of the library
                                      ^^^^^ error: unknown-reference: 'pubic' is not an audience of the organisation
                                                         ^ error: unknown-reference: 'z' is not a step of this playbook
          - {id: c, do: x, record: [plaice], who: leed}
                                    ^^^^^^ error: unknown-reference: 'plaice' is not a fact of this playbook
                                                  ^^^^ error: unknown-reference: 'leed' is not a role of the organisation
        """),
    MarkedLibrary(
      "a fact's keys go with its type",
      playbook: """
        facts:
          a: {ask: Who?, type: text, min: 9, max: 3}
                                                  ^ error: bad-value: the most is less than the fewest
          b: {ask: Who?, type: choice, options: {one: One}}
                               ^^^^^^ error: bad-value: a choice needs two options or more
          c: {ask: Who?, type: text, options: {one: One, two: Two}}
                                     ^^^^^^^ error: bad-value: a text has no options
          d: {ask: Who?, type: yes-no, max: 3}
                                            ^ error: bad-value: a yes-no has no 'max'
          e: {ask: Who?, type: choices, options: {one: One, not-known: Nobody knows}}
                                        ^^^^^^^ error: bad-value: 'not-known' is always an answer
          f: {ask: Who?, type: text, max: 0}
                                          ^ error: bad-value: a text has one character at least
          g: {ask: Who?, type: text, min: -1}
                                          ^^ error: bad-value: a text has no fewer than 0 characters
          h: {ask: Who?, type: number, min: -5, max: 5}
          i: {ask: Where?, type: link, max: 80}
          j: {ask: Where?, type: link, max: 3}
                                            ^ error: bad-value: an address has 4 to 2000 characters
          k: {ask: Where?, type: link, min: 8}
                                            ^ error: bad-value: a link has no 'min'
        steps: [{id: s, ask: [a, b, c, d, e, f, g, h, i, j, k]}]
        """),
    MarkedLibrary(
      "a step's keys go with each other",
      playbook: """
        facts: {a: {ask: Ready?, type: yes-no}}
        steps:
          - {id: a, ask: [a]}
          - {id: b, decide: Which?, decides: lead, options: {one: One}}
                            ^^^^^^ error: missing-key: a decision needs two options or more
          - {id: c, decide: Which?, options: {one: One, two: Two}}
                            ^^^^^^ error: missing-key: the step does not say who decides
          - {id: d, decide: proportion, decides: lead, options: {one: One}}
                                                       ^^^^^^^ error: unknown-key: the level's options are
          - {id: e, send: note}
             ^^ error: missing-key: the step does not say to whom
          - {id: f, do: x, until: {a: yes}}
                           ^^^^^ error: missing-key: the step says when its rounds end
          - {id: g, do: x, repeat: 60m, times: 0}
                                               ^ error: bad-value: a step has one round at least
        """),
    MarkedLibrary(
      "a playbook lies in its scenario's folder",
      [
        "playbooks/pre-planned/p.yaml": MarkedBase.head.replacing(
          "scenario: post-incident\n",
          with: """
            scenario: post-incident
                      ^^^^^^^^^^^^^ error: bad-value: the file does not lie in the folder 'post-incident'

            """) + "steps:\n" + MarkedBase.end
      ]),
  ]
}
