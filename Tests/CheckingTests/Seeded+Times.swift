import Fixtures

extension Seeded {
  /// Faults of times.
  static let times: [Seeded] = [
    Seeded(
      "a step that is due before what it waits for can be over",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40}
        danger: {ask: Is there danger?, type: yes-no}
      steps:
        - {id: known, ask: [area, danger], takes: 10m}
        - {id: ring, do: Ring them, after: [known], takes: 15m, due: T+20m}
                                                                     ^^^^^ error: due-out-of-reach: 'ring' cannot be over before T+25m, and due is T+20m
        - id: tell
          send: note
          to: [public]
          level: advise
          after: [ring]
          takes: {draft: 5m, approve: 10m, send: 1m}
          draft-by: T+30m
          approve-by: T+30m
                      ^^^^^ error: due-out-of-reach: 'tell' cannot be approved before T+40m, and approve-by is T+30m
          due: T+1h
        - {id: over, stand-down: It is over.}
      """, mending: "takes: 15m, due: T+20m", with: "takes: 5m, due: T+20m"),
    Seeded(
      "a chain that no path takes is not waited for",
      """
      facts:
        danger: {ask: Is there danger?, type: yes-no}
      steps:
        - {id: known, ask: [danger], takes: 5m}
        - {id: out, do: Get them out, takes: 30m, when: {danger: yes}}
        - {id: calm, do: Calm them, takes: 20m, when: {danger: [no, not-known]}, after: [out], due: T+30m}
        - {id: all, do: Tell everybody, after: [out, calm], due: T+30m}
                                                                 ^^^^^ error: due-out-of-reach: 'all' cannot be over before T+35m, and due is T+30m
        - {id: over, stand-down: It is over.}
      """, mending: "takes: 30m", with: "takes: 25m"),
    Seeded(
      "a step that is not to be done is waited for until that is known",
      """
      facts:
        danger: {ask: Is there danger?, type: yes-no}
        near: {ask: Is it near?, type: yes-no}
      steps:
        - {id: near, ask: [near]}
        - {id: known, ask: [danger], takes: 20m}
        - {id: out, do: Get them out, when: {near: yes, danger: yes}}
        - {id: calm, do: Calm them, when: {near: no}, after: [out], takes: 5m, due: T+20m}
                                                                                    ^^^^^ error: due-out-of-reach: 'calm' cannot be over before T+25m, and due is T+20m
        - {id: over, stand-down: It is over.}
      """, mending: "takes: 20m", with: "takes: 15m"),
    Seeded(
      "a wait is over once what ends it has been asked",
      """
      facts:
        agrees: {ask: Do they agree?, type: yes-no}
      steps:
        - {id: known, ask: [agrees], takes: 2h}
        - {id: hold, wait: They agree, until: {agrees: yes}}
        - {id: tell, do: Tell them, after: [hold], due: T+30m}
                                                        ^^^^^ error: due-out-of-reach: 'tell' cannot be over before T+2h, and due is T+30m
        - {id: over, stand-down: It is over.}
      """, mending: "takes: 2h", with: "takes: 30m"),
    Seeded(
      "who reads one of several answers waits for the asking to begin, and who comes after it for its end",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40}
        danger: {ask: Is there danger?, type: yes-no}
      steps:
        - {id: ring, do: Ring them, takes: 5m}
        - {id: known, ask: [area, danger], after: [ring], takes: 1h}
        - {id: out, do: Get them out, when: {danger: yes}, takes: 10m, due: T+15m}
        - {id: calm, do: Calm them, when: {danger: yes}, takes: 10m, due: T+14m}
                                                                          ^^^^^ error: due-out-of-reach: 'calm' cannot be over before T+15m, and due is T+14m
        - {id: all, do: Tell everybody, when: {danger: yes}, after: [known], takes: 10m, due: T+1h}
                                                                                              ^^^^ error: due-out-of-reach: 'all' cannot be over before T+1h 15m, and due is T+1h
        - {id: over, stand-down: It is over.}
      """, mending: "T+14m}", with: "T+15m}", and: ("due: T+1h}", "due: T+2h}")),
    Seeded(
      "one question alone is answered at its end",
      """
      facts:
        danger: {ask: Is there danger?, type: yes-no}
      steps:
        - {id: known, ask: [danger], takes: 20m}
        - {id: out, do: Get them out, when: {danger: yes}, takes: 10m, due: T+20m}
                                                                            ^^^^^ error: due-out-of-reach: 'out' cannot be over before T+30m, and due is T+20m
        - {id: over, stand-down: It is over.}
      """, mending: "takes: 20m", with: "takes: 10m"),
    Seeded(
      "a permission holds the release of a message, not its words nor their approval",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40}
        danger: {ask: Is there danger?, type: yes-no, originator: required}
      steps:
        - {id: known, ask: [area, danger]}
        - {id: agree, permit: danger, takes: 45m}
        - id: tell
          send: note
          to: [public]
          level: advise
          takes: {draft: 5m, approve: 10m, send: 1m}
          draft-by: T+5m
          approve-by: T+15m
          due: T+30m
               ^^^^^ error: due-out-of-reach: 'tell' cannot be over before T+46m, and due is T+30m
        - {id: next, do: Ring them, after: [tell], takes: 10m, due: T+50m}
                                                                    ^^^^^ error: due-out-of-reach: 'next' cannot be over before T+56m, and due is T+50m
        - {id: over, stand-down: It is over.}
      """, mending: "takes: 45m", with: "takes: 15m"),
    Seeded(
      "the permission of a fact that only brings the message holds it, with others that it carries",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40, originator: required}
        danger: {ask: Is there danger?, type: yes-no}
        near: {ask: Is it near?, type: yes-no, originator: required}
      steps:
        - {id: known, ask: [area, danger, near], takes: 5m}
        - {id: agree, permit: [area, near], takes: 20m}
        - {id: tell, send: note, to: [public], level: advise, when: {near: yes}, due: T+15m}
                                                                                      ^^^^^ error: due-out-of-reach: 'tell' cannot be over before T+20m, and due is T+15m
        - {id: bare, send: note, to: [public], level: advise, when: {near: [no, not-known]}, due: T+15m}
                                                                                                  ^^^^^ error: due-out-of-reach: 'bare' cannot be over before T+20m, and due is T+15m
        - {id: over, stand-down: It is over.}
      """, mending: "takes: 20m", with: "takes: 15m"),
    Seeded(
      "a permission holds a message at the levels whose words carry the fact",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40, originator: required}
        danger: {ask: Is there danger?, type: yes-no}
      proportion:
        - {when: {danger: [yes, not-known]}, level: advise}
        - {level: reassure}
      steps:
        - {id: known, ask: [area, danger]}
        - {id: level, decide: proportion, decides: lead}
        - {id: agree, permit: area, takes: 40m}
        - {id: calm, send: note, to: [public], when: {level: {at-most: reassure}}, due: T+30m}
        - {id: tell, send: note, to: [public], when: {level: {at-least: advise}}, due: T+30m}
                                                                                       ^^^^^ error: due-out-of-reach: 'tell' cannot be over before T+40m, and due is T+30m
        - {id: over, stand-down: It is over.}
      """, mending: "takes: 40m", with: "takes: 30m",
      also: ["templates/note/web-page.md": "Subject: Now\n\nStay inside.\n"]),
    Seeded(
      "one of several permissions may come first",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40, originator: required}
        danger: {ask: Is there danger?, type: yes-no}
        near: {ask: Is it near?, type: yes-no, originator: required}
      steps:
        - {id: ring, do: Ring them, takes: 20m}
        - {id: known, ask: [area, danger, near]}
        - {id: agree, permit: [area, near], after: [ring], takes: 20m}
        - {id: tell, send: note, to: [public], level: advise, takes: 5m, due: T+15m}
                                                                              ^^^^^ error: due-out-of-reach: 'tell' cannot be over before T+20m, and due is T+15m
        - {id: over, stand-down: It is over.}
      """, mending: "due: T+15m", with: "due: T+20m"),
    Seeded(
      "what is due before T begins with the first of it",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40}
      steps:
        - {id: known, ask: [area], takes: 1h, due: T-2d}
        - {id: ring, do: Ring them all, after: [known], takes: 36h, due: T-1d}
                                                                         ^^^^ error: due-out-of-reach: 'ring' cannot be over before T-12h, and due is T-1d
        - {id: over, stand-down: It is over.}
      """, mending: "takes: 36h", with: "takes: 24h"),
    Seeded(
      "a round that takes longer than the time between two, or than the level's",
      """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40}
        danger: {ask: Is there danger?, type: yes-no}
      steps:
        - {id: known, ask: [area, danger]}
        - {id: watch, do: Watch, takes: 20m, repeat: 15m, times: 3}
                                                     ^^^ error: rhythm-out-of-reach: a round of 'watch' takes 20m, and another is due every 15m
        - {id: tell, send: note, to: [public], level: direct, takes: {draft: 20m, approve: 15m, send: 1m}, repeat: 60m, until: {danger: no}}
                                                                                                                   ^^^ error: rhythm-out-of-reach: a round of 'tell' takes 36m, and at direct another is due every 30m
        - {id: over, stand-down: It is over.}
      """, mending: "20m", with: "10m"),
  ]
}
