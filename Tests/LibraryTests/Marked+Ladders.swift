import Fixtures
extension MarkedLibrary {
  /// Levels that stand in proportion to each other.
  static let ladders: [MarkedLibrary] = [
    organisation(
      "an audience keeps a channel at a higher level",
      "  staff: {title: Staff, reach: internal, marking: OFFICIAL, channels: [staff-mail, spoken]}\n",
      """
        staff: {title: Staff, reach: internal, marking: OFFICIAL, channels: {signpost: [staff-mail], reassure: [staff-mail], advise: [spoken], direct: []}}
                                                                                                                                               ^^^^^^ warning: channel-lost-above: Staff has no channel at 'direct', and has one at 'advise'
        late: {title: Late, reach: internal, marking: OFFICIAL, channels: {direct: [spoken]}}

      """),
    organisation(
      "an audience keeps its reach, and what comes to it by itself",
      "  public: {title: The public, reach: public, marking: OFFICIAL, channels: {signpost: [page], reassure: [page], advise: [page, sms], direct: [page, sms]}}\n",
      """
        public: {title: The public, reach: public, marking: OFFICIAL, channels: {signpost: [page], reassure: [page], advise: [page, sms], direct: [page]}}
                                                                                                                                          ^^^^^^ warning: channel-lost-above: The public loses 'sms' at 'direct', and must look for the words there
        wide: {title: Wide, reach: public, marking: OFFICIAL, channels: {signpost: [sms], reassure: [sms], advise: [mail, sms], direct: [mail]}}
                                                                                                                                ^^^^^^ warning: channel-lost-above: Wide has only partner channels at 'direct', and public ones at 'advise'
        other: {title: Other, reach: public, marking: OFFICIAL, channels: {signpost: [sms, page], reassure: [sms], advise: [sms], direct: [sms]}}

      """),
    organisation(
      "who approves at a level approves at a higher one, or somebody stands for them",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [lead, spokesman], update: 30m}
                                                    ^^^^^^^ warning: approver-lost-above: 'chief' approves at 'advise', and nobody stands for it at 'direct'
                                                                    ^^^^^^^^^ error: unknown-reference: 'spokesman' is not a role

      """),
    organisation(
      "one role may stand for another",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [[lead, chief], lead], update: 30m}

      """),
    organisation(
      "a level needs no fewer approvals than a lower one",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [chief], update: 30m}
                                                    ^^^^^^^ warning: fewer-approvals-above: 'direct' needs 1 of the 2 approvals that 'advise' needs

      """),
    organisation(
      "updates come no more slowly at a higher level",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 2h}
                                                                                    ^^ warning: rhythm-slower-above: updates come every 2h at 'direct', and every 60m at 'advise'

      """),
    organisation(
      "a level with no rhythm is slower than one that has one",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [chief, lead]}
        ^^^^^^ warning: rhythm-slower-above: updates come at no set time at 'direct', and every 60m at 'advise'

      """),
    organisation(
      "as often is often enough",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 1h}

      """),
    organisation(
      "a limit of words is one that a message can keep, on a kind of channel",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m, words: {sms: 7, web-page: 3, tweet: 9}}
                                                                                                                      ^^^^^ error: unknown-word: 'tweet' is not one of email, sms

      """),
    organisation(
      "a limit of words is a sensible number",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m, words: {sms: 7, web-page: 3, email: 3000, x: 5}}
                                                                                                      ^ error: bad-value: 7 is no limit for a message by sms
                                                                                                                   ^ error: bad-value: 3 is no limit for a message by web-page

      """),
    MarkedLibrary(
      "a limit of words that grows is told",
      [
        "playbooks/organisation.yaml": MarkedBase.organisation.replacing(
          "inform: [lead], update: 60m}\n", with: "inform: [lead], update: 60m, words: {x: 20, sms: 2}}\n"
        ).replacing(
          "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
          with: """
              direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m, words: {x: 30, sms: 1}}
                                                                                                          ^^ note: word-limit-grows: a message by x may be longer at 'direct' than at 'advise', which allows 20

            """)
      ]),
  ]

  /// What follows a message: its correction, its update, and its approvals elsewhere.
  static let followUps: [MarkedLibrary] = [
    MarkedLibrary(
      "what the public is told can be put right",
      playbook: """
        steps:
          - {id: tell, send: plain, to: [public], level: signpost}
                             ^^^^^ warning: no-correction: no step could put 'plain' right for The public
          - {id: right, send: right, to: [parishes], level: signpost}
          - {id: over, stand-down: It is over.}
        """,
      also: [
        "templates/plain/template.yaml":
          "template: Plain\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
        "templates/plain/web-page.md": "Subject: Now\n\nAll is well.\n",
        "templates/plain/sms.md": "All is well.\n",
        "templates/plain/email.md": "Subject: Now\n\nMore by ((next update)).\n",
        "templates/plain/briefing.md": "All is well.\n",
        "templates/right/template.yaml":
          "template: Right\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\ncorrects: [plain]\n",
        "templates/right/web-page.md": "Subject: Right\n\nThis is right.\n",
        "templates/right/sms.md": "This is right. More by ((next update)).\n",
        "templates/right/email.md": "Subject: Right\n\nThis is right.\n",
      ]),
    MarkedLibrary(
      "a correction puts it right, and needs none of its own",
      playbook: """
        steps:
          - {id: tell, send: plain, to: [public], level: signpost}
          - {id: right, send: right, to: [public], level: signpost}
          - {id: over, stand-down: It is over.}
        """,
      also: [
        "templates/plain/template.yaml":
          "template: Plain\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
        "templates/plain/web-page.md": "Subject: Now\n\nAll is well.\n",
        "templates/plain/sms.md": "All is well.\n",
        "templates/plain/email.md": "Subject: Now\n\nMore by ((next update)).\n",
        "templates/plain/briefing.md": "All is well.\n",
        "templates/right/template.yaml":
          "template: Right\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\ncorrects: [plain]\n",
        "templates/right/web-page.md": "Subject: Right\n\nThis is right.\n",
        "templates/right/sms.md": "This is right. More by ((next update)).\n",
        "templates/right/email.md": "Subject: Right\n\nThis is right.\n",
      ]),
    MarkedLibrary(
      "what is said to partners, or aloud, is put right by hand",
      playbook: """
        steps:
          - {id: tell, brief: plain, to: [public], level: signpost}
          - {id: right, send: right, to: [partners], level: signpost}
          - {id: over, stand-down: It is over.}
        """,
      also: [
        "templates/plain/template.yaml":
          "template: Plain\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
        "templates/plain/web-page.md": "Subject: Now\n\nAll is well.\n",
        "templates/plain/sms.md": "All is well.\n",
        "templates/plain/email.md": "Subject: Now\n\nMore by ((next update)).\n",
        "templates/plain/briefing.md": "All is well.\n",
        "templates/right/template.yaml":
          "template: Right\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\ncorrects: [plain]\n",
        "templates/right/web-page.md": "Subject: Right\n\nThis is right.\n",
        "templates/right/sms.md": "This is right. More by ((next update)).\n",
        "templates/right/email.md": "Subject: Right\n\nThis is right.\n",
      ]),
    MarkedLibrary(
      "what a template corrects is there",
      playbook: """
        steps:
          - {id: tell, send: plain, to: [public], level: signpost}
                             ^^^^^ warning: no-correction
          - {id: right, send: right, to: [public], level: signpost}
          - {id: over, stand-down: It is over.}
        """,
      also: [
        "templates/plain/template.yaml":
          "template: Plain\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
        "templates/plain/web-page.md": "Subject: Now\n\nAll is well.\n",
        "templates/plain/sms.md": "All is well.\n",
        "templates/plain/email.md": "Subject: Now\n\nMore by ((next update)).\n",
        "templates/plain/briefing.md": "All is well.\n",
        "templates/right/template.yaml":
          "template: Right\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\ncorrects: [plane]\n           ^^^^^ error: unknown-reference: 'plane' is not a template of the library\n",
        "templates/right/web-page.md": "Subject: Right\n\nThis is right.\n",
        "templates/right/sms.md": "This is right. More by ((next update)).\n",
        "templates/right/email.md": "Subject: Right\n\nThis is right.\n",
      ]),
    MarkedLibrary(
      "a promised update is sent",
      playbook: """
        steps:
          - {id: tell, send: plain, to: [partners, parishes], level: reassure}
                                                   ^^^^^^^^ warning: promise-without-update: 'plain' promises Parishes a next update, and no later step sends one
          - {id: again, send: right, to: [partners], level: reassure}
          - {id: aside, send: right, to: [public], level: reassure}
          - {id: over, stand-down: It is over.}
        """,
      also: [
        "templates/plain/template.yaml":
          "template: Plain\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
        "templates/plain/web-page.md": "Subject: Now\n\nAll is well.\n",
        "templates/plain/sms.md": "All is well.\n",
        "templates/plain/email.md": "Subject: Now\n\nMore by ((next update)).\n",
        "templates/plain/briefing.md": "All is well.\n",
        "templates/right/template.yaml":
          "template: Right\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\ncorrects: [plain]\n",
        "templates/right/web-page.md": "Subject: Right\n\nThis is right.\n",
        "templates/right/sms.md": "This is right. More by ((next update)).\n",
        "templates/right/email.md": "Subject: Right\n\nThis is right.\n",
      ]),
    MarkedLibrary(
      "rounds keep a promise",
      playbook: """
        steps:
          - {id: tell, send: plain, to: [parishes], level: reassure, repeat: 60m, times: 3}
          - {id: right, send: right, to: [public], level: reassure}
          - {id: over, stand-down: It is over.}
        """,
      also: [
        "templates/plain/template.yaml":
          "template: Plain\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
        "templates/plain/web-page.md": "Subject: Now\n\nAll is well.\n",
        "templates/plain/sms.md": "All is well.\n",
        "templates/plain/email.md": "Subject: Now\n\nMore by ((next update)).\n",
        "templates/plain/briefing.md": "All is well.\n",
        "templates/right/template.yaml":
          "template: Right\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\ncorrects: [plain]\n",
        "templates/right/web-page.md": "Subject: Right\n\nThis is right.\n",
        "templates/right/sms.md": "This is right. More by ((next update)).\n",
        "templates/right/email.md": "Subject: Right\n\nThis is right.\n",
      ]),
    MarkedLibrary(
      "the public gets words with no fewer approvals than partners do",
      playbook: """
        steps:
          - {id: public, send: right, to: [public], level: reassure}
                                                           ^^^^^^^^ warning: fewer-approvals-in-public: 'right' goes to the public with fewer approvals (1) than 'wider' needs (2)
          - {id: wider, send: right, to: [partners], level: advise}
          - {id: tell, send: plain, to: [partners], level: signpost}
          - {id: end, send: right, to: [partners], level: reassure}
          - {id: over, stand-down: It is over.}
        """,
      also: [
        "templates/plain/template.yaml":
          "template: Plain\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
        "templates/plain/web-page.md": "Subject: Now\n\nAll is well.\n",
        "templates/plain/sms.md": "All is well.\n",
        "templates/plain/email.md": "Subject: Now\n\nMore by ((next update)).\n",
        "templates/plain/briefing.md": "All is well.\n",
        "templates/right/template.yaml":
          "template: Right\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\ncorrects: [plain]\n",
        "templates/right/web-page.md": "Subject: Right\n\nThis is right.\n",
        "templates/right/sms.md": "This is right. More by ((next update)).\n",
        "templates/right/email.md": "Subject: Right\n\nThis is right.\n",
      ]),
    MarkedLibrary(
      "what a step adds counts as an approval",
      playbook: """
        steps:
          - {id: public, send: right, to: [public], level: reassure, approve: [lead]}
          - {id: wider, send: right, to: [partners], level: advise}
          - {id: tell, send: plain, to: [partners], level: signpost}
          - {id: end, send: right, to: [partners], level: reassure}
          - {id: over, stand-down: It is over.}
        """,
      also: [
        "templates/plain/template.yaml":
          "template: Plain\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
        "templates/plain/web-page.md": "Subject: Now\n\nAll is well.\n",
        "templates/plain/sms.md": "All is well.\n",
        "templates/plain/email.md": "Subject: Now\n\nMore by ((next update)).\n",
        "templates/plain/briefing.md": "All is well.\n",
        "templates/right/template.yaml":
          "template: Right\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\ncorrects: [plain]\n",
        "templates/right/web-page.md": "Subject: Right\n\nThis is right.\n",
        "templates/right/sms.md": "This is right. More by ((next update)).\n",
        "templates/right/email.md": "Subject: Right\n\nThis is right.\n",
      ]),
  ]
}
