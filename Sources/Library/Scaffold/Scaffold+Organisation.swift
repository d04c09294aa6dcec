import Time

extension Scaffold {
  static func organisation(_ reviewBy: CivilDate) -> String {
    """
    # yaml-language-server: $schema=schemas/organisation.json
    # One partnership: who plays which part, who is addressed, how words travel, what each level asks.
    organisation: Name of the partnership
    short-name: Partnership
    time-zone: Europe/London
    language: en-GB
    marking: OFFICIAL
    owner: comms-lead
    review-by: \(reviewBy)
    exercise-prefix: EXERCISE EXERCISE EXERCISE
    working-day: {starts: "09:00", ends: "17:00"}

    # Placeholders that every template may use.
    words:
      updates: example.org/updates

    # Parts that people play; people themselves stand in the roster, which is never shared.
    roles:
      comms-lead: {title: Communications lead, deputies: [on-call-officer]}
      on-call-officer: {title: On-call communications officer}
      head-of-comms: {title: Head of communications, deputies: [deputy-head-of-comms]}
      deputy-head-of-comms: {title: Deputy head of communications}
      police-press-officer: {title: Police press officer, deputies: [duty-police-press-officer]}
      duty-police-press-officer: {title: Duty police press officer}

    # A kind fixes a channel's limits: email, sms, x, facebook, web-page, press-release, resilience-direct, briefing, letter, cap-alert.
    channels:
      web-page: {kind: web-page, title: Web page, reach: public, ceiling: OFFICIAL}
      sms: {kind: sms, title: Text message, reach: public, ceiling: OFFICIAL}
      partner-email: {kind: email, title: Email to partners, reach: partner, ceiling: OFFICIAL}

    audiences:
      public:
        title: General public
        reach: public
        marking: OFFICIAL
        channels: {signpost: [web-page], reassure: [web-page], advise: [web-page, sms], direct: [web-page, sms]}
      partners:
        title: Partners
        reach: partner
        marking: OFFICIAL
        channels: [partner-email]

    # Each entry of approve is a role, or a list of roles any one of which may stand for it.
    levels:
      signpost: {title: Signpost, means: Here is where help is, approve: [head-of-comms], update: 24h}
      reassure: {title: Reassure, means: We know and act, approve: [head-of-comms], update: 4h}
      advise: {title: Advise, means: Please do this, approve: [police-press-officer, head-of-comms], update: 60m}
      direct: {title: Direct, means: Do this now, approve: [police-press-officer, head-of-comms], update: 30m}

    """
  }

  static let bankHolidays = """
    # yaml-language-server: $schema=schemas/bank-holidays.json
    division: England and Wales
    holidays:
      2026-12-25: Christmas Day
      2026-12-28: Boxing Day (substitute day)
      2027-01-01: New Year's Day

    """
}
