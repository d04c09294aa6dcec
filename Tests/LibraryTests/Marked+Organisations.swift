import Fixtures
extension MarkedLibrary {
  static func organisation(_ rule: String, _ old: String, _ new: String, today: String? = nil)
    -> MarkedLibrary
  {
    MarkedLibrary(
      rule,
      ["playbooks/organisation.yaml": MarkedBase.organisation.replacing(old, with: new)], today: today)
  }

  /// The organisation, and the dates on which things are looked over.
  static let organisations: [MarkedLibrary] = [
    organisation(
      "a deputy is a role", "  lead: {title: Lead, deputies: [chief]}\n",
      """
        lead: {title: Lead, deputies: [chief, chef]}
                                              ^^^^ error: unknown-reference: 'chef' is not a role of the organisation

      """),
    organisation(
      "who approves and who is told are roles, and somebody approves",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [chef, [lead, led], chief], inform: [leed], update: 30m}
                                                              ^^^^ error: unknown-reference: 'chef' is not a role
                                                                           ^^^ error: unknown-reference: 'led' is not a role
                                                                                                  ^^^^ error: unknown-reference: 'leed' is not a role

      """),
    organisation(
      "somebody approves at every level",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [], update: 30m}
                                                    ^^^^^^^ error: bad-value: nobody approves what goes out at 'direct'

      """),
    organisation(
      "an approval that nobody can give is told",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        direct: {title: Direct, means: Do this now, approve: [chief, []], update: 30m}
                                                                     ^ error: bad-value: this list is empty

      """),
    organisation(
      "all four levels are there",
      "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n",
      """
        drect: {title: Direct, means: Do this now, approve: [chief], update: 30m}
        ^^^^^ error: unknown-word: 'drect' is not one of signpost, reassure, advise, direct

      """),
    MarkedLibrary(
      "a level that is missing is told",
      [
        "playbooks/organisation.yaml": MarkedBase.organisation.replacing(
          "  direct: {title: Direct, means: Do this now, approve: [chief, lead], update: 30m}\n", with: ""
        ).replacing("levels:\n", with: "levels:\n^^^^^^ error: missing-key: the levels have no 'direct'\n")
      ]),
    organisation(
      "a channel reaches no further than its audience, and is there",
      "  staff: {title: Staff, reach: internal, marking: OFFICIAL, channels: [staff-mail, spoken]}\n",
      """
        staff: {title: Staff, reach: internal, marking: OFFICIAL, channels: {signpost: [staff-mail, sms], direct: [spoke]}}
                                                                  ^^^^^^^^ warning: channel-lost-above: Staff has no channel at 'reassure', and has one at 'signpost'
                                                                             ^^^^^^^^ error: channel-beyond-audience: 'sms' reaches the public
                                                                                                          ^^^^^^ error: unknown-reference: 'spoke' is not a channel

      """),
    organisation(
      "channels are lists of names, or level to list",
      "  staff: {title: Staff, reach: internal, marking: OFFICIAL, channels: [staff-mail, spoken]}\n",
      """
        staff: {title: Staff, reach: internal, marking: OFFICIAL, channels: [spoken, [x], {a: b}]}
                                                                                     ^ error: wrong-kind: this is a list, and a channel belongs here
                                                                                           ^ error: wrong-kind: this is a map, and a channel belongs here
        media: {title: Media, reach: public, marking: OFFICIAL, channels: page}
                                                                          ^^^^ error: wrong-kind: this is not a list of channels
        press: {title: Press, reach: public, marking: OFFICIAL, channels: {advice: [page], direct: {a: b}}}
                                                                           ^^^^^^ error: unknown-word: 'advice' is not a level
                                                                                                    ^ error: wrong-kind: this is a map, and a channel belongs here

      """),
    organisation(
      "languages are tags",
      "  parishes: {title: Parishes, reach: partner, marking: OFFICIAL, channels: [mail]}\n",
      """
        parishes: {title: Parishes, reach: partner, marking: OFFICIAL, channels: [mail], languages: [en-GB, Welsh, frê]}
                                                                                         ^^^^^^^^^ error: bad-value: 'Welsh' is not a language tag
                                                                                         ^^^^^^^^^ error: bad-value: 'frê' is not a language tag

      """),
    MarkedLibrary(
      "a library has an organisation",
      ["playbooks/organisation.yaml": "file error: missing-file: the library has no organisation"],
      absent: ["playbooks/organisation.yaml"]),
  ]

  /// Review dates and pre-approvals, held against a day.
  static let upkeep: [MarkedLibrary] = [
    organisation(
      "a review that is overdue is told", "review-by: 2027-09-30\n",
      """
      review-by: 2026-11-23
                 ^^^^^^^^^^ warning: review-overdue: the review was due on 2026-11-23

      """, today: "2026-11-24"),
    organisation(
      "a review within thirty days is told", "review-by: 2027-09-30\n",
      """
      review-by: 2026-12-23
                 ^^^^^^^^^^ note: review-soon-due: the review is due on 2026-12-23

      """, today: "2026-11-24"),
    organisation(
      "a review in thirty days is not told", "review-by: 2027-09-30\n", "review-by: 2026-12-24\n",
      today: "2026-11-24"),
    organisation(
      "a review is due on its day, and not overdue", "review-by: 2027-09-30\n",
      """
      review-by: 2026-11-24
                 ^^^^^^^^^^ note: review-soon-due: the review is due on 2026-11-24

      """, today: "2026-11-24"),
    MarkedLibrary(
      "a pre-approval is held against its role, its day and its files",
      [
        "templates/note/pre-approval.yaml": """
        file warning: pre-approval-lapsed: the pre-approval by The Chief ended on 2026-11-23
        file warning: pre-approval-lapsed: sms.md has changed since The Chief agreed to it
        file warning: pre-approval-lapsed: sms.ne.md has changed since The Chief agreed to it
        file error: unknown-reference: 'chef' is not a role of the organisation
        pre-approvals:
          - role: chef
            by: The Chief
            until: 2026-11-23
            levels: [signpost]
            files:
              sms.md: \(String(repeating: "0", count: 64))
              sms.ne.md: \(String(repeating: "0", count: 64))
        """
      ], today: "2026-11-24"),
    MarkedLibrary(
      "a pre-approval names digests and early levels",
      [
        "templates/note/pre-approval.yaml": """
        pre-approvals:
          - role: chief
            by: The Chief
            until: 2027-11-23
            levels: [direct]
                     ^^^^^^ error: unknown-word: 'direct' is not one of signpost, reassure
            files: {}
        """
      ], today: "2026-11-24"),
    MarkedLibrary(
      "a pre-approval's digest is one",
      [
        "templates/note/pre-approval.yaml": """
        pre-approvals:
          - role: chief
            by: The Chief
            until: 2027-11-23
            levels: [reassure]
            files: {sms.md: abc123}
                            ^^^^^^ error: bad-value: this is not a SHA-256
        """
      ], today: "2026-11-24"),
  ]
}
