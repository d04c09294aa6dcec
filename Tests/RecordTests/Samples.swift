import Digest
import Library
import Messaging
import Running
import Time

/// One event of every kind, each naming the next, so that a new kind does not compile until it has one.
enum Samples {
  static let all: [Event.Content] = {
    var found: [Event.Content] = [first]
    while let last = found.last, let next = next(after: last) { found.append(next) }
    return found
  }()

  static func event(_ content: Event.Content, number: Int) -> Event {
    Event(
      sequence: number, entered: Instant(seconds: 1_795_489_980), happened: Instant(seconds: 1_795_489_920),
      by: "Zoë \"Ash\" O’Neil", content: content)
  }

  private static let digest = ContentDigest.sha256(of: [1, 2, 3])
  private static let at = StepRound("holding", round: 2)
  private static let ids: [Message.ID] = ["M1", "M2"]

  private static let first = Event.Content.started(
    Start(
      run: "POST-0007", playbook: "post-incident/small", mode: .live, zero: Instant(seconds: 1_795_489_920),
      library: digest))

  private static let draft = Draft(
    template: "holding", channel: "web", kind: .webPage, language: "en-GB", level: .advise,
    audiences: ["public", "nearby"], path: "templates/holding/web-page.md", subject: "OFFICIAL: Words",
    text: "OFFICIAL\n\nLine one\nLlanŵydd 😀", marking: .officialSensitive, facts: ["area", "harm"],
    nextUpdate: Instant(seconds: 1_795_493_520),
    problems: [Finding(.facts, .stop, "Area is likely", why: "It is not hedged")])

  private static func next(after content: Event.Content) -> Event.Content? {
    switch content {
    case .started: return .stepStarted(at)
    case .stepStarted: return .stepCompleted(at, detail: "Found")
    case .stepCompleted: return .stepSkipped(at, reason: "No need")
    case .stepSkipped:
      return .factRecorded(
        FactRecord(
          fact: "area", value: .text("Northfield"), confidence: .likely, source: "Inspector",
          marking: .official, reason: "It moved"))
    case .factRecorded:
      return .decided(
        DecisionRecord(
          at: at, option: "advise", level: LevelChoice(level: .advise, audiences: ["nearby": .direct]),
          decider: "Director", reason: "As the facts support", supported: .reassure))
    case .decided:
      return .permitted(
        at, Permission(fact: "report", isGranted: true, by: "School", basis: "Public task", isChairTold: true)
      )
    case .permitted: return .messageDrafted(at, DraftedMessage(id: "M1", draft: draft))
    case .messageDrafted: return .messageEdited("M1", subject: "Other", text: "Other words")
    case .messageEdited: return .approvalRequested(ids, by: Instant(seconds: 1_795_491_600))
    case .approvalRequested:
      return .contactTried(ids, Contact(person: "P. Press", role: "police", outcome: .leftMessage))
    case .contactTried:
      return .approved(
        ids, Approval(person: "R. Head", role: "comms-lead", how: .phone, digests: [digest, digest]))
    case .approved: return .returned(ids, Objection(person: "R. Head", role: "comms-lead", reason: "Shorter"))
    case .returned: return .approvalWithdrawn(ids, reason: "New facts")
    case .approvalWithdrawn: return .messageSent("M1")
    case .messageSent: return .messageDropped("M2", reason: "Nobody reads it")
    case .messageDropped: return .partnerAnswered("M1", partner: "County council", .recirculated)
    case .partnerAnswered: return .noted("They say…", .rumour)
    case .noted: return .retimed(zero: Instant(seconds: 1_795_500_000), reason: "The trial slipped")
    case .retimed: return .handedOver(to: "Bo")
    case .handedOver: return .takenOver(from: "Bo", reason: "Bo is ill")
    case .takenOver: return .finished(reason: nil)
    case .finished: return nil
    }
  }
}
