import Digest
import Library
import Messaging
import Running
import Time

/// One event of every kind, and of every form that a kind has.
enum Samples {
  private static let at = StepRound("holding", round: 2)
  private static let digest = ContentDigest.sha256(of: [1, 2, 3])
  private static let moment = Instant(seconds: 1_795_489_920)

  static let draft = Draft(
    template: "holding", channel: "mail", kind: .email, language: "en-GB", level: .advise,
    audiences: ["partners", "members"], path: "templates/holding/email.md", subject: "OFFICIAL: \"News\"",
    text: "OFFICIAL\n\nLine one\nLine / two\t\u{1F600} caf\u{E9} e\u{301}\u{0}\n\nOFFICIAL",
    marking: .officialSensitive, facts: ["place", "report"], nextUpdate: moment + .hours(1),
    problems: [
      Finding(.facts, .stop, "Which place? is not known", why: "A hole"), Finding(.words, .note, "x"),
    ], layout: Layout("p"))

  private static let bare = Draft(
    template: "x", channel: "x", kind: .x, language: "cy", level: .signpost, audiences: [], path: "",
    subject: nil, text: "", marking: .official, facts: [], nextUpdate: nil, problems: [])

  private static func fact(_ value: FactValue?, _ confidence: Confidence, _ reason: String? = nil)
    -> Event.Content
  {
    .factRecorded(
      FactRecord(
        fact: "place", value: value, confidence: confidence, source: reason == nil ? "" : "Control room",
        marking: .secret, reason: reason))
  }

  private static let seal = SigningKey(seed: Array(repeating: 5, count: SigningKey.seedCount)).map { key in
    SignedReply.Seal(key: key.publicKey, signed: moment, asked: 7, signature: key.sign([1]))
  }

  static let contents: [Event.Content] = [
    .started(
      Start(run: "POST-0007", playbook: "post-incident/small", mode: .exercise, zero: moment, library: digest)
    ),
    .stepStarted(at), .stepCompleted(at, detail: "Kit, at the desk"), .stepCompleted(at, detail: nil),
    .stepSkipped(at, reason: "Nobody is here"), fact(.text("Northfield\nand so on"), .confirmed, "Misheard"),
    fact(.number(-3), .likely), fact(.choice("injured"), .likely),
    fact(.choices(["police", "fire"]), .confirmed),
    fact(.choices([]), .confirmed), fact(.yesNo(false), .confirmed), fact(.time(moment), .confirmed),
    fact(.date(CivilDate(daysSinceEpoch: 20_780)), .confirmed), fact(.link("example.org"), .confirmed),
    fact(nil, .notKnown),
    .decided(
      DecisionRecord(
        at: at, option: "advise", level: LevelChoice(level: .advise, audiences: ["nearby": .direct]),
        decider: "Dana", reason: "As the facts support", supported: .reassure)),
    .decided(
      DecisionRecord(
        at: at, option: "direct", level: LevelChoice(level: .direct, audiences: [:]), decider: "Dana",
        reason: "To be safe", supported: .reassure, second: "Kim")),
    .decided(
      DecisionRecord(at: at, option: "north", level: nil, decider: "Dana", reason: "Open", supported: nil)),
    .permitted(
      at, Permission(fact: "report", isGranted: false, by: "Ray", basis: "Not yet", isChairTold: true)),
    .messageDrafted(at, DraftedMessage(id: "M4", draft: draft)),
    .messageDrafted(at, DraftedMessage(id: "M5", draft: bare)),
    .messageEdited("M4", subject: "OFFICIAL: Other", text: "Other words"),
    .messageEdited("M5", subject: nil, text: "Other words"), .approvalRequested(["M4", "M5"], by: moment),
    .approvalRequested(["M4"], by: nil),
    .contactTried(["M4"], Contact(person: "Pat", role: "police", outcome: .leftMessage)),
    .approved(
      ["M4", "M5"], Approval(person: "Pat", role: "police", how: .phone, digests: [digest, .sha256(of: [])])),
    .returned(["M4"], Objection(person: "Pat", role: "police", reason: "Too long")),
    .approvalWithdrawn(["M4"], reason: "Think again"),
    .warningsAccepted(
      "M4", AcceptedWarnings(digest: digest, warnings: ["'panic' frightens"], reason: "It is a quotation")),
    .messageSent("M4"),
    .messageDropped("M5", reason: "Not needed"),
    .partnerAnswered("M4", partner: "Fire and rescue", .notRelevant), .noted("Heard a bang", .rumour),
    .retimed(zero: moment + .hours(2), reason: "The trial slipped"), .handedOver(to: "Blake"),
    .takenOver(from: "Blake", reason: "No answer"), .finished(reason: "A false alarm"),
    .finished(reason: nil),
    .decided(
      DecisionRecord(
        at: at, option: "north", level: nil, decider: "Dana", reason: "Open", supported: nil,
        effect: "People keep away")),
    .approved(
      ["M4"], Approval(person: "Pat", role: "police", how: .signed, digests: [digest], seal: seal)),
    .returned(["M4"], Objection(person: "Pat", role: "police", reason: "Too long", seal: seal)),
    .correctionBegun("M4", by: at, reason: "The wrong road"),
    .adopted(digest, reason: "A hole was mended", lapsed: ["M5"]), .linked("PRE-0002", .from),
    .handOverOffered(to: "Blake"), .handOverWithdrawn(to: "Blake"),
    .handedOver(to: "Blake", read: ReadPage(digest: digest, upTo: 41)),
  ]

  static let events: [Event] = contents.enumerated().map { index, content in
    Event(
      sequence: index + 1, entered: moment + Seconds(Int64(index)), happened: moment, by: "Ash \"A\"",
      content: content)
  }
}
