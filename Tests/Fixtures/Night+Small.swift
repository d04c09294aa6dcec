import Digest
public import Library
public import Messaging
import OrderedCollections
public import Running
public import Time

extension Fixtures {
  /// A roster of people and the roles that they hold.
  public static func roster(_ people: [(name: String, roles: [String])]) -> Roster {
    let entries = people.map { "  - {name: \($0.name), roles: [\($0.roles.joined(separator: ", "))]}\n" }
    return Roster.read(Array(("people:\n" + entries.joined()).utf8), path: "roster.yaml").roster
  }

  /// The plan of the small library's playbook.
  public static let smallPlan: Plan? = SmallLibrary.library().flatMap { plan($0, SmallLibrary.playbook) }

  /// The same, with first words that the Communications lead has agreed to until the end of the night.
  public static let agreedPlan: Plan? = smallPlan(replacing: [
    "templates/first/pre-approval.yaml": SmallLibrary.agreement(until: "2026-11-24")
  ])

  /// The plan of the shipped local incident.
  public static let incidentPlan: Plan? = (try? shipped())?.flatMap {
    plan($0, "post-incident/local-incident")
  }

  /// The small playbook's plan with some files of its library replaced.
  public static func smallPlan(replacing texts: [String: String]) -> Plan? {
    SmallLibrary.library(replacing: texts).flatMap { plan($0, SmallLibrary.playbook) }
  }

  /// The small playbook's plan with words of the playbook itself replaced.
  public static func smallPlan(_ words: String, with others: String) -> Plan? {
    let path = "playbooks/post-incident/small.yaml"
    guard let text = SmallLibrary.texts[path], text.contains(words) else { return nil }
    return smallPlan(replacing: [path: text.replacing(words, with: others)])
  }
}

/// A night on the small library, brought on to where a test begins.
extension Night {
  /// Begins a run of the small playbook.
  public init?(small mode: Mode = .live) {
    guard let plan = Fixtures.smallPlan else { return nil }
    self.init(plan, mode: mode)
  }

  /// Answers what the step `known` asks, so that the facts support a level; Robin types the place.
  public mutating func learn(for level: Level = .advise) throws(Refusal) {
    let typist = officer
    officer = "Robin"
    try answer("place", .text("Northfield"))
    officer = typist
    try answer("hurt", .choice(level == .advise ? "injured" : "none"))
    try answer("danger", .yesNo(level == .direct))
    try answer("crews", .choices(["police"]))
    try answer("number", .number(3))
    try answer("from", .time(now))
    try answer("day", .date(Fixtures.calendar.zone.local(now).date))
    try answer("page", .link("example.org/page"))
    try answer("relay", .text("Please stay away."))
  }

  /// Learns what supports a level, and has it decided.
  public mutating func settle(on level: Level = .advise) throws(Refusal) {
    try learn(for: level)
    try give(.decide("level", option: level.rawValue, decider: "Dana", reason: ""))
  }

  /// The messages of a step's open round that are neither sent nor dropped.
  public func open(_ step: Step.ID) -> [Message.ID] {
    run.messages(of: run.openRound(of: step)).filter { !$0.isOver }.map(\.id)
  }

  /// The message of a step on one channel.
  public func message(_ step: Step.ID, _ channel: Channel.ID) -> Message.ID? {
    run.messages.values.last { $0.at.step == step && $0.draft.channel == channel }?.id
  }

  /// An approval by somebody who read the right code back.
  @discardableResult
  public mutating func approve(
    _ ids: [Message.ID], by person: String, as role: Role.ID?, how: Approval.How = .phone,
    at happened: Instant? = nil
  ) throws(Refusal) -> [Event.Content] {
    let code = run.code(for: ids)?.description ?? ""
    return try give(.approve(ids, person: person, role: role, how: how, code: code), happened: happened)
  }

  /// Offers the run to somebody, who accepts it and goes on.
  public mutating func handOver(to name: String) throws(Refusal) {
    try give(.offerHandOver(to: name))
    officer = name
    try give(.acceptHandOver(ReadPage(digest: .sha256(of: []), upTo: run.sequence)))
  }

  /// Fills every seat that is open on a message, each by somebody else.
  public mutating func fillSeats(of id: Message.ID) throws(Refusal) {
    while let message = run.messages[id], let seat = run.missingSeats(of: message).first {
      try approve([id], by: "Approver \(message.approvals.count + 1) of \(id)", as: seat.roles[0])
    }
  }

  /// Drafts a step's messages, has each approved, and sends them.
  public mutating func send(_ step: Step.ID) throws(Refusal) {
    try give(.draft(step))
    for id in open(step) {
      try fillSeats(of: id)
      try give(.markSent(id))
    }
  }
}
