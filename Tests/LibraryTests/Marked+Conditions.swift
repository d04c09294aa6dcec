import Fixtures
extension MarkedLibrary {
  private static let facts = """
    facts:
      area: {ask: Where?, type: text, min: 4, max: 10}
      harm: {ask: Harm?, type: choice, options: {none: None, killed: Killed}}
      who: {ask: Who?, type: choices, options: {police: Police, fire: Fire}}
      danger: {ask: Danger?, type: yes-no}
      count: {ask: How many?, type: number, min: 0, max: 100}
      since: {ask: Since when?, type: time}
      day: {ask: Which day?, type: date}
      page: {ask: Which page?, type: link}
      short: {ask: Which short page?, type: link, max: 10}

    """

  private static func conditions(_ rule: String, _ steps: String) -> MarkedLibrary {
    MarkedLibrary(
      rule,
      playbook: facts
        + "steps:\n  - {id: all, ask: [area, harm, who, danger, count, since, day, page, short]}\n"
        + "  - {id: which, decide: Which?, decides: lead, options: {one: One, two: Two}}\n" + steps + "\n"
        + MarkedBase.end)
  }

  /// Conditions: what they name, what kind it is, and whether they can hold.
  static let conditions: [MarkedLibrary] = [
    conditions(
      "every form of a condition is read",
      """
        - {id: a, do: x, when: {harm: killed}}
        - {id: b, do: x, when: {harm: [killed, not-known], danger: no}}
        - {id: c, do: x, when: [{who: police}, {count: {at-least: 5}}, {count: 7}]}
        - {id: d, do: x, when: {level: {at-least: advise}, known: [area, since]}}
        - {id: e, do: x, when: {level: direct, decided: {which: [one, two]}}}
        - {id: f, do: x, when: {count: [1, {at-least: 5, at-most: 9}], day: 2027-04-30}}
        - {id: g, do: x, when: {area: Northfield, page: example.org}}
      """),
    conditions(
      "an address that is longer than its fact takes never comes",
      """
        - {id: a, do: x, when: {short: example.org}}
                                       ^^^^^^^^^^^ error: condition-never-holds: 'short' has at most 10 characters, and this has 11
        - {id: b, do: x, when: {short: example.uk}}
      """),
    conditions(
      "what a condition names is there",
      """
        - {id: a, do: x, when: {hram: killed}}
                                ^^^^ error: unknown-reference: 'hram' is not a fact of this playbook
        - {id: b, do: x, when: {harm: [kiled, hurt]}}
                                       ^^^^^ error: unknown-reference: 'kiled' is not an option of harm
                                              ^^^^ error: unknown-reference: 'hurt' is not an option of harm
        - {id: c, do: x, when: {known: [area, aera]}}
                                              ^^^^ error: unknown-reference: 'aera' is not a fact
        - {id: d, do: x, when: {decided: {wich: one, which: three}}}
                                          ^^^^ error: unknown-reference: 'wich' is not a step that decides
                                                            ^^^^^ error: unknown-reference: 'three' is not an option of which
        - {id: e, do: x, repeat: 60m, until: {dager: no}}
                                              ^^^^^ error: unknown-reference: 'dager' is not a fact
      """),
    conditions(
      "a condition has the kind of its fact",
      """
        - {id: a, do: x, when: danger}
                               ^^^^^^ error: wrong-kind: a condition is a map
        - {id: b, do: x, when: {harm: {at-least: 3}}}
                                       ^^^^^^^^ error: wrong-kind: only a number has a range
        - {id: c, do: x, when: {harm: [[none]]}}
                                       ^ error: wrong-kind: this is a list, and one value belongs here
        - {id: d, do: x, when: {known: {a: b}}}
                                        ^ error: wrong-kind: this is a map, and one value belongs here
        - {id: e, do: x, when: {decided: which}}
                                         ^^^^^ error: wrong-kind: 'decided' is a map
        - {id: f, do: x, when: {decided: {which: [[one]]}}}
                                                  ^ error: wrong-kind: this is a list, and one value belongs here
        - {id: g, do: x, when: [danger, {danger: yes}]}
                                ^^^^^^ error: wrong-kind: a condition is a map
      """),
    conditions(
      "a condition's values can be read",
      """
        - {id: a, do: x, when: {danger: perhaps}}
                                        ^^^^^^^ error: bad-value: 'perhaps' is neither yes nor no
        - {id: b, do: x, when: {count: many}}
                                       ^^^^ error: bad-value: 'many' is not a whole number
        - {id: c, do: x, when: {count: {more-than: 5}}}
                                        ^^^^^^^^^ error: bad-value: 'more-than' is no end of a range
        - {id: d, do: x, when: {count: {at-least: five}}}
                                        ^^^^^^^^ error: bad-value: 'at-least' is no end of a range
        - {id: e, do: x, when: {level: loud}}
                                       ^^^^ error: unknown-word: this is not a level
        - {id: f, do: x, when: {level: {above: advise}}}
                                        ^^^^^ error: unknown-word: this is not a level
        - {id: g, do: x, when: {day: tomorrow}}
                                     ^^^^^^^^ error: bad-value: 'tomorrow' is not a date
      """),
    conditions(
      "every empty condition is told, wherever it stands",
      """
        - {id: a, do: x, when: {}}
                               ^^ error: bad-value: the condition is empty
        - {id: b, do: x, when: []}
                               ^ error: bad-value: the condition is empty
        - {id: c, do: x, when: [{danger: yes}, {}]}
                                               ^^ error: bad-value: the condition is empty
        - {id: d, do: x, when: {harm: [], danger: yes}}
                                      ^ error: bad-value: 'harm' lists no value
        - {id: e, do: x, when: {known: []}}
                                       ^ error: bad-value: 'known' lists no value
        - {id: f, do: x, when: {count: {}}}
                                       ^^ error: bad-value: the range has no end
        - {id: g, do: x, when: {decided: {which: []}}}
                                                 ^ error: bad-value: 'which' lists no value
        - {id: h, do: x, when: {decided: {}}}
                                         ^^ error: wrong-kind: 'decided' is a map
      """),
    conditions(
      "a condition that can never hold is told",
      """
        - {id: a, do: x, when: {count: {at-least: 5, at-most: 3}}}
                                        ^^^^^^^^ error: condition-never-holds: 'count' is never 5 or more and 3 or less
        - {id: b, do: x, when: {count: [101, 100]}}
                                        ^^^ error: condition-never-holds: 'count' is never 101 or more and 100 or less
        - {id: c, do: x, when: {count: {at-most: -1}}}
                                        ^^^^^^^ error: condition-never-holds: 'count' is never 0 or more and -1 or less
        - {id: d, do: x, when: {known: area, area: not-known}}
                                             ^^^^ error: condition-never-holds: 'area' is never both known and not known
        - {id: e, do: x, when: {since: "03:15"}}
                                       ^^^^^^^ error: condition-never-holds: a moment is never a written text
        - {id: f, do: x, when: {area: abc}}
                                      ^^^ error: condition-never-holds: 'area' has 4 to 10 characters, and this has 3
        - {id: g, do: x, when: [{known: area}, {area: not-known}]}
      """),
    MarkedLibrary(
      "a row of the proportion table that is never chosen is told",
      playbook: """
        facts: {danger: {ask: Danger?, type: yes-no}}
        proportion:
          - {when: {danger: [yes, not-known]}, level: direct}
          - {when: {level: {at-least: advise}}, level: advise}
             ^^^^ error: condition-never-holds: this row looks at the level, which the table decides
          - {when: {danger: [yes, not-known]}, level: advise}
             ^^^^ error: condition-never-holds: a row above has this condition
          - {level: reassure}
        steps:
          - {id: all, ask: [danger]}
          - {id: level, decide: proportion, decides: lead}
          - {id: over, stand-down: It is over.}
        """),
  ]
}
