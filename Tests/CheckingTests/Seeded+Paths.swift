import Fixtures

extension Seeded {
  /// Faults of endings and questions.
  static let paths: [Seeded] = [
    Seeded(
      "a row that another covers with other words is never chosen",
      """
      facts:
        danger: {ask: Danger?, type: yes-no}
        harm: {ask: Harm?, type: choice, options: {none: None, hurt: Hurt, killed: Killed}}
      proportion:
        - {when: {danger: [yes, not-known]}, level: direct}
        - {when: [{danger: no, harm: killed}, {harm: not-known}], level: advise}
        - {when: {harm: [killed, not-known]}, level: reassure}
           ^^^^ error: row-never-chosen: no facts choose row 3: the rows above it hold wherever it does
        - {level: signpost}
      steps:
        - {id: known, ask: [danger, harm]}
        - {id: level, decide: proportion, decides: lead}
        - {id: over, stand-down: It is over.}
      """, mending: "harm: [killed, not-known]", with: "harm: [hurt, killed]"),
    Seeded(
      "a step on what excludes itself is never to be done, nor what hangs on it",
      """
      facts:
        danger: {ask: Danger?, type: yes-no}
        count: {ask: How many?, type: number}
      proportion:
        - {when: {danger: [yes, not-known]}, level: direct}
        - {level: reassure}
      steps:
        - {id: known, ask: [danger]}
        - {id: level, decide: proportion, decides: lead}
        - {id: choose, decide: Which?, options: {one: One, two: Two}, decides: lead, when: {level: direct, decided: {level: reassure}}}
                                                                                     ^^^^ error: step-never-reached: 'choose'
        - {id: ask, ask: [count], when: {decided: {choose: one}}}
                                  ^^^^ error: step-never-reached: 'ask'
        - {id: call, do: Call them, when: {known: count}}
                                    ^^^^ error: step-never-reached: 'call' is never to be done
        - {id: over, stand-down: It is over.}
      """, mending: "{level: reassure}", with: "{level: direct}"),
    Seeded(
      "a wait for what is asked only behind it never ends",
      """
      facts:
        agrees: {ask: Do they agree?, type: yes-no}
        told: {ask: Who was told?, type: text}
      steps:
        - {id: go, wait: The police agree, until: {agrees: yes}}
                                           ^^^^^ error: wait-never-ends: 'go' waits for 'agrees', which is asked only after it
        - {id: tell, do: Tell them, record: [told], after: [go]}
        - {id: known, ask: [agrees], after: [tell]}
        - {id: over, stand-down: It is over.}
      """, mending: "ask: [agrees], after: [tell]", with: "ask: [agrees]"),
    Seeded(
      "a wait for what nobody is to ask on some path to it",
      """
      facts:
        danger: {ask: Danger?, type: yes-no}
        agrees: {ask: Do they agree?, type: yes-no}
      steps:
        - {id: known, ask: [danger]}
        - {id: police, ask: [agrees], when: {danger: yes}}
        - {id: go, wait: The police agree, until: {agrees: yes}, when: {danger: [no, not-known]}}
                                           ^^^^^ error: wait-never-ends: 'go' may wait for 'agrees', for which nobody is to ask
        - {id: over, stand-down: It is over.}
      """, mending: "when: {danger: yes}}", with: "when: {danger: [no, not-known]}}"),
    Seeded(
      "two waits, each for what is asked only after the other",
      """
      facts:
        agrees: {ask: Do they agree?, type: yes-no}
        told: {ask: Are they told?, type: yes-no}
      steps:
        - {id: one, wait: They agree, until: {agrees: yes}}
                                      ^^^^^ error: wait-never-ends: waits wait for each other: one, then ask, then two, then tell, then one
        - {id: two, wait: They are told, until: {told: yes}}
        - {id: ask, ask: [agrees], after: [two]}
        - {id: tell, ask: [told], after: [one]}
        - {id: over, stand-down: It is over.}
      """, mending: "ask: [told], after: [one]", with: "ask: [told]"),
    Seeded(
      "a night without a stand-down where nobody decides the level",
      """
      facts:
        danger: {ask: Danger?, type: yes-no}
      proportion:
        - {level: reassure}
      steps:
        - {id: known, ask: [danger]}
        - {id: level, decide: proportion, decides: lead, when: {danger: [yes, not-known]}}
        - {id: over, stand-down: It is over., when: {level: {at-least: signpost}}}
                                              ^^^^ error: stand-down-out-of-reach: a night can end without 'over'
      """, mending: ", when: {danger: [yes, not-known]}", with: ""),
    Seeded(
      "a repeat whose end excludes itself never ends",
      """
      facts:
        danger: {ask: Danger?, type: yes-no}
      proportion:
        - {when: {danger: [yes, not-known]}, level: direct}
        - {level: reassure}
      steps:
        - {id: known, ask: [danger]}
        - {id: level, decide: proportion, decides: lead}
        - {id: watch, do: Watch, repeat: 4h, until: {level: direct, decided: {level: reassure}}}
                                             ^^^^^ error: wait-never-ends: 'watch' never ends
        - {id: over, stand-down: It is over.}
      """, mending: "level: direct, decided: {level: reassure}", with: "danger: no"),
    Seeded(
      "gates that go in a circle through a question",
      """
      facts:
        area: {ask: Where?, type: text}
      steps:
        - {id: known, ask: [area], after: [ring]}
           ^^ error: gate-in-circle: steps wait for each other: known, then ring, then call, then known
        - {id: call, do: Call them, when: {known: area}}
        - {id: ring, do: Ring them, after: [call]}
        - {id: over, stand-down: It is over.}
      """, mending: "ask: [area], after: [ring]", with: "ask: [area]"),
    Seeded(
      "a night that can end without a stand-down",
      """
      facts:
        danger: {ask: Danger?, type: yes-no}
      steps:
        - {id: known, ask: [danger]}
        - {id: over, stand-down: It is over., when: {danger: no}}
        - {id: safe, stand-down: It is safe., when: {danger: yes}}
                                              ^^^^ error: stand-down-out-of-reach: a night can end without 'safe'
      """, mending: "{danger: yes}", with: "{danger: [yes, not-known]}"),
    Seeded(
      "a message whose level nobody is to decide",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40}
        danger: {ask: Danger?, type: yes-no}
      proportion:
        - {level: reassure}
      steps:
        - {id: known, ask: [area, danger]}
        - {id: level, decide: proportion, decides: lead, when: {danger: [yes, not-known]}}
        - {id: tell, send: bare, to: [public]}
           ^^ error: level-may-be-missing: 'tell' may be left without a level
        - {id: over, stand-down: It is over.}
      """, mending: ", when: {danger: [yes, not-known]}", with: ""),
    Seeded(
      "a message with a fact that is not asked on every path to it",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40}
        danger: {ask: Danger?, type: yes-no}
      steps:
        - {id: known, ask: [danger]}
        - {id: where, ask: [area], when: {danger: [yes, not-known]}}
        - {id: tell, send: note, to: [public], level: advise}
           ^^ error: fact-may-be-missing: 'tell' needs 'area' at advise, which may not have been asked
        - {id: over, stand-down: It is over.}
      """, mending: "to: [public], level: advise}", with: "to: [public], level: advise, when: {danger: yes}}"),
    Seeded(
      "a message that waits for a permission nobody asks for on some path",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40, originator: required}
        danger: {ask: Danger?, type: yes-no}
      steps:
        - {id: known, ask: [danger, area]}
        - {id: agree, permit: area, when: {danger: yes}}
        - {id: tell, send: note, to: [public], level: advise}
           ^^ error: permission-may-be-missing: 'tell' waits for the permission of 'area', which may not be asked for
        - {id: over, stand-down: It is over.}
      """, mending: "when: {danger: yes}", with: "when: {known: area}"),
  ]
}
