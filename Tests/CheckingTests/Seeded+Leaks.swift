import Fixtures

extension Seeded {
  /// Facts that come where their marking or their handling does not let them.
  static let leaks: [Seeded] = [
    Seeded(
      "a handling binds to the audience as well as to the channel",
      files: [
        "playbooks/organisation.yaml": MarkedBase.organisation.replacing(
          "channels: [mail]}\n  staff:", with: "channels: [staff-mail]}\n  staff:"
        ).replacing("reaches: [internal, partner]}", with: "reaches: [internal]}"),
        "playbooks/post-incident/p.yaml": MarkedBase.head + """
          facts:
            area: {ask: Where?, type: text, handling: [held]}
            danger: {ask: Is there danger?, type: yes-no}
          steps:
            - {id: ask, ask: [area, danger]}
            - {id: send, send: note, to: [parishes, staff], level: advise}
            - {id: over, stand-down: It is over.}
          """,
        "templates/note/email.md": """
        Subject: Note

        In ((area)).
           ^^^^^^^^ error: handling-forbids-reach: 'area' is held on ResilienceDirect, and Parishes is partner
        """,
      ],
      mended: ["templates/note/email.md": "Subject: Note\n\nIn the county.\n"]),
    words(
      "no fact goes where its marking forbids it",
      """
      Subject: About ((report))
                     ^^^^^^^^^^ error: marking-above-audience: 'report' is OFFICIAL-SENSITIVE, and Parishes may see OFFICIAL at most

      ((secret known??We know more.))
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: marking-above-channel: 'secret' is SECRET, and Email carries OFFICIAL-SENSITIVE
      """, in: "email.md", mended: "Subject: About it\n\nWe know what we know.\n"),
    words(
      "no fact goes where its handling forbids it, and a condition on it tells of it",
      """
      Subject: About ((area))

      ((held)) ((held likely??x)) ((report))
      ^^^^^^^^ error: handling-forbids-reach: 'held' is held on ResilienceDirect, and Web page is public
               ^^^^^^^^^^^^^^^^^^ error: handling-forbids-reach: 'held' is held on ResilienceDirect
                                  ^^^^^^^^^^ error: marking-above-channel: 'report' is OFFICIAL-SENSITIVE, and Web page
      """, in: "web-page.md", mended: "Subject: About ((area))\n\nMore to come.\n"),
    words(
      "a template's own marking is held against the channel and the audience",
      "file error: marking-above-channel: the template is OFFICIAL-SENSITIVE, and Web page carries OFFICIAL at most\nSubject: s\n\nWords\n",
      in: "web-page.md", mended: "Subject: s\n\nWords\n",
      also: [
        "template.yaml": "template: Note\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL-SENSITIVE\n",
        "email.md":
          "file error: marking-above-audience: the template is OFFICIAL-SENSITIVE, and Parishes may see OFFICIAL at most\nSubject: s\n\nWords\n",
      ],
      mending: ["template.yaml": "template: Note\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n"]),
    Seeded(
      "a level stands though the facts that it was decided on are answered anew",
      files: [
        "playbooks/post-incident/base.yaml": MarkedBase.head + """
          facts:
            area: {ask: Where?, type: text, min: 4, max: 40}
            danger: {ask: Is there danger?, type: yes-no}
            report: {ask: Report?, type: text, max: 40, marking: OFFICIAL-SENSITIVE}
          proportion:
            - {when: {danger: [yes, not-known]}, level: signpost}
            - {level: signpost, audiences: {public: direct}}
          steps:
            - {id: known, ask: [area, danger, report]}
            - {id: level, decide: proportion, decides: lead}
            - {id: tell, send: note, to: [public], when: {danger: no}}
            - {id: bare, send: bare, to: [public], level: signpost}
            - {id: over, stand-down: It is over.}

          """,
        "templates/note/sms.advise.md": """
        In ((area)): ((report))
                     ^^^^^^^^^^ error: marking-above-channel: 'report' is OFFICIAL-SENSITIVE, and Text message carries OFFICIAL
        """,
      ], mended: ["templates/note/sms.advise.md": "In ((area)).\n"]),
    Seeded(
      "that a message comes tells of what decides on it",
      """
      facts:
        report: {ask: Report?, type: text, marking: OFFICIAL-SENSITIVE}
      steps:
        - {id: known, ask: [report]}
        - {id: tell, send: bare, to: [public], level: signpost, when: {known: report}}
                                                                ^^^^ error: presence-tells: that 'tell' comes tells of 'report': it is OFFICIAL-SENSITIVE, and Web page
        - {id: over, stand-down: It is over.}
      """, mending: "  - {id: tell, send: bare, to: [public], level: signpost, when: {known: report}}",
      with: """
          - {id: choose, decide: Say something?, options: {say: Say it, no: Say nothing}, decides: lead, after: [known]}
          - {id: tell, send: bare, to: [public], level: signpost, when: {decided: {choose: say}}}
        """),
    Seeded(
      "that a message comes while a fact is not known tells that it is not so",
      """
      facts:
        secret: {ask: Secret?, type: yes-no, marking: OFFICIAL-SENSITIVE}
      steps:
        - {id: known, ask: [secret]}
        - {id: tell, send: bare, to: [public], level: signpost, when: {secret: [no, not-known]}}
                                                                ^^^^ error: presence-tells: that 'tell' comes tells of 'secret'
        - {id: over, stand-down: It is over.}
      """, mending: ", when: {secret: [no, not-known]}", with: ""),
    Seeded(
      "a round that an answer begins tells that it was answered anew",
      """
      facts:
        report: {ask: Report?, type: text, marking: OFFICIAL-SENSITIVE}
      steps:
        - {id: known, ask: [report]}
        - {id: tell, send: bare, to: [public], level: signpost, again: [report]}
                                                                ^^^^^ error: presence-tells: that 'tell' comes tells of 'report'
        - {id: over, stand-down: It is over.}
      """, mending: ", again: [report]", with: ""),
    Seeded(
      "a permission is the way down, and holds the message until it is given",
      """
      facts:
        report: {ask: Report?, type: text, handling: [held], originator: required}
      steps:
        - {id: known, ask: [report]}
        - {id: agree, permit: report, when: {known: report}}
        - {id: tell, send: bare, to: [public], level: signpost, when: {known: report}}
                                                                ^^^^ error: presence-tells: that 'tell' comes tells of 'report': it is held on ResilienceDirect, and Web page is public
        - {id: over, stand-down: It is over.}
      """, mending: "to: [public]", with: "to: [partners]"),
  ]

  private static let sensitive =
    MarkedBase.head + """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40}
        danger: {ask: Is there danger?, type: yes-no}
        report: {ask: Report?, type: text, marking: OFFICIAL-SENSITIVE}
        secret: {ask: Secret?, type: text, marking: SECRET}
        held: {ask: Held?, type: text, handling: [held]}
      steps:
        - {id: known, ask: [area, danger, report, secret, held]}
        - {id: partners, send: note, to: [partners, parishes], level: reassure}
        - {id: public, send: note, to: [public], level: reassure}
        - {id: bare, send: bare, to: [public], level: signpost}
        - {id: over, stand-down: It is over.}

      """

  /// One file of the template `note`, and the same mended.
  private static func words(
    _ rule: String, _ text: String, in file: String, mended: String, also files: [String: String] = [:],
    mending: [String: String] = [:]
  ) -> Seeded {
    func placed(_ files: [String: String]) -> [String: String] {
      files.reduce(into: [:]) { $0["templates/note/" + $1.key] = $1.value }
    }
    return Seeded(
      rule,
      files: ["playbooks/post-incident/base.yaml": sensitive].merging(
        placed([file: text].merging(files) { $1 })
      ) { $1 },
      mended: placed([file: mended].merging(mending) { $1 }))
  }
}
