import Fixtures
extension MarkedLibrary {
  /// A playbook that sends `note` to partners and parishes, with facts that are marked.
  private static let sensitive =
    MarkedBase.head + """
      facts:
        area: {ask: Where?, type: text, min: 4, max: 40}
        danger: {ask: Is there danger?, type: yes-no}
        harm: {ask: Harm?, type: choice, options: {none: None, killed: Killed}}
        report: {ask: Report?, type: text, marking: OFFICIAL-SENSITIVE}
        secret: {ask: Secret?, type: text, marking: SECRET}
        held: {ask: Held?, type: text, handling: [held]}
      steps:
        - {id: known, ask: [area, danger, harm, report, secret, held]}
        - {id: partners, send: note, to: [partners, parishes], level: reassure}
        - {id: public, send: note, to: [public], level: reassure}
        - {id: bare, send: bare, to: [public], level: signpost}
        - {id: over, stand-down: It is over.}

      """

  private static func words(_ rule: String, _ files: [String: String]) -> MarkedLibrary {
    let playbook = ["playbooks/post-incident/base.yaml": sensitive]
    return MarkedLibrary(
      rule,
      playbook.merging(files.map { ("templates/note/" + $0.key, $0.value) }) { $1 })
  }

  /// The words of templates, and whether a channel and an audience may have them.
  static let templates: [MarkedLibrary] = [
    words(
      "double brackets are read, or told where they stand",
      [
        "email.md": """
        Subject: In ((area
                    ^^ error: placeholder-syntax: this '((' is not closed

        In (( )) and ((area)) and ((area?? )) and ((??words)) now.
           ^^^^ error: placeholder-syntax: these brackets name nothing
                                  ^^^^^^^^^^^ error: unknown-placeholder: 'area' is not a yes-no fact
                                                  ^^ error: placeholder-syntax: '' is not a condition
        ((danger??In ((area)) now))
        ^^ error: placeholder-syntax: this '((' is not closed
        ((danger??Stay (really) inside))
        ^^ error: placeholder-syntax: a single bracket stands inside double brackets
        ((at least loud??words)) ((:killed??x)) ((harm:??x))
        ^^ error: placeholder-syntax: 'at least loud' is not a condition
                                 ^^ error: placeholder-syntax: ':killed' is not a condition
                                                ^^ error: placeholder-syntax: 'harm:' is not a condition
        """
      ]),
    words(
      "what double brackets name is there, and of a kind that answers",
      [
        "sms.md":
          "((aera)) in ((AREA)), ((updates)), ((Press-Office)), ((next update)), ((time now)).\n^^^^^^^^ error: unknown-placeholder: 'aera' is not a fact",
        "web-page.md": """
        Subject:  For ((area)) and ((nobody))
                                   ^^^^^^^^^^ error: unknown-placeholder: 'nobody' is not a fact

        ((harm: killed??x)) ((harm: hurt??x)) ((not danger??x)) ((area known??x)) ((harm likely??x))
                            ^^^^^^^^^^^^^^^^^ error: unknown-placeholder: 'hurt' is not an option of 'harm'
        ((harm??x)) ((not area??x)) ((danger: yes??x)) ((updates??x)) ((at most advise??x))
        ^^^^^^^^^^^ error: unknown-placeholder: 'harm' is not a yes-no fact
                    ^^^^^^^^^^^^^^^ error: unknown-placeholder: 'area' is not a yes-no fact
                                    ^^^^^^^^^^^^^^^^^^ error: unknown-placeholder: 'danger' has no options
                                                       ^^^^^^^^^^^^^^ error: unknown-placeholder: 'updates' is not a fact
        """,
      ]),
    words(
      "a document begins with its subject",
      [
        "email.md":
          "# Now\n^ error: missing-subject: the file does not begin with 'Subject: '\n\nIn ((area)).\n",
        "web-page.md": "subject: In ((area))\n\nWords\n", "sms.md": "Subject: is no subject here\n",
      ]),
    words(
      "samples are answers that the facts take",
      [
        "template.yaml": """
        template: Note
        owner: lead
        review-by: 2027-04-30
        marking: OFFICIAL
        samples:
          typical: {area: Northfield, harm: hurt, danger: perhaps, nobody: x}
                                            ^^^^ error: bad-sample: The answer to 'Harm?' is one of: 1 None, 2 Killed. You wrote: hurt
                                                          ^^^^^^^ error: bad-sample: The answer to 'Is there danger?' is yes or no. You wrote: perhaps
          longest: {area: NF, harm: not-known}
                          ^^ error: bad-sample: The answer to 'Where?' must be at least 4 characters. You wrote: NF
        """
      ]),
    words(
      "an alert's values are the standard's own",
      [
        "template.yaml": """
        template: Note
        owner: lead
        review-by: 2027-04-30
        marking: OFFICIAL
        cap:
          category: Weather
                    ^^^^^^^ error: unknown-word: 'Weather' is not one of Geo
          severity: Severe
          certainity: Likely
          ^^^^^^^^^^ error: unknown-key: 'certainity' is not a key of an alert
        """
      ]),
    MarkedLibrary(
      "every audience has its words on every channel at every level",
      playbook: """
        steps:
          - {id: send, send: bare, to: [public, staff, parishes], level: direct}
                                        ^^^^^^ error: missing-words: 'bare' has no words by sms for The public at direct
          - {id: brief, brief: bare, to: staff, level: advise}
                                         ^^^^^ error: missing-words: 'bare' has no words by briefing for Staff at advise
          - {id: over, stand-down: It is over.}
        """,
      absent: ["templates/bare/sms.md"]),
    MarkedLibrary(
      "another language needs words of its own",
      [
        "playbooks/organisation.yaml": MarkedBase.organisation.replacing(
          "OFFICIAL, channels: [mail]}", with: "OFFICIAL, channels: [mail], languages: [en-GB, ne]}"),
        "playbooks/post-incident/p.yaml": MarkedBase.head + """
          steps:
            - {id: send, send: bare, to: [parishes], level: advise}
                                          ^^^^^^^^ error: missing-words: 'bare' has no words by email for Parishes in 'ne' at advise
            - {id: over, stand-down: It is over.}
          """,
      ]),
    MarkedLibrary(
      "a file of words is named after a channel, a level and a language",
      [
        "templates/note/smss.md":
          "file error: unknown-reference: 'smss' is neither a channel nor a kind of channel\nWords",
        "templates/note/sms.loud.md":
          "file error: bad-identifier: 'sms.loud.md' does not name a channel, a level\nWords",
        "templates/note/sms.cy.direct.md": "file error: bad-identifier\nWords",
        "templates/note/.md": "file error: unknown-reference: '' is neither a channel\nWords",
        "templates/note/page.md": "Subject: s\n\nWords", "templates/note/sms.direct.cy-GB.md": "Words",
        "templates/note/x.md": "Words", "templates/note/mail.ne.md": "Subject: s\n\nWords",
      ]),
    MarkedLibrary(
      "a template that nobody sends is told",
      [
        "templates/old/template.yaml":
          "file warning: unused-template: no playbook sends 'old'\ntemplate: Old\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n"
      ]),
    MarkedLibrary(
      "words that cannot be read make no channel look wordless",
      [
        "templates/note/sms.md": """
        Stay\u{1}
            ^ error: control-character: U+0001 stands here
        """
      ]),
  ]
}
