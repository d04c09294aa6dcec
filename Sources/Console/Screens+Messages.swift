import Library
import Messaging
import OrderedCollections
import Reporting
import Running
import Time

extension Screens {
  static func title(_ message: Message, _ run: Run) -> String {
    let audiences = message.draft.audiences.map { run.organisation.title(of: $0) }
    let channel = run.organisation.channels[message.draft.channel]?.title ?? message.draft.channel.text
    return "\(message.id)  \(channel) to \(audiences.joined(separator: ", "))"
  }

  /// `verdict` is the message's own: to judge it is most of what a screen of messages costs.
  static func state(_ message: Message, _ verdict: Verdict, _ run: Run, at now: Instant) -> String {
    if let sent = message.sentAt { return "sent \(run.clock(sent))" }
    if message.dropped != nil { return "dropped" }
    if let because = run.outOfDate(message, at: now) { return "draft anew: \(because)" }
    if let stop = verdict.findings.first(where: { $0.severity == .stop }) { return "STOP: \(stop.message)" }
    if run.isReturned(message) { return "returned; edit it, or correct a fact and draft anew" }
    let missing = run.missingSeats(of: message)
    if missing.isEmpty, !run.openWarnings(on: message, in: verdict).isEmpty {
      return "approved, and every warning needs a reason: w"
    }
    if missing.isEmpty {
      let isPre = run.standing(message).contains { $0.how == .preApproved }
      return isPre ? "pre-approved, ready" : "approved, ready"
    }
    return (message.requestedAt == nil ? "needs " : "waiting for ")
      + missing.map { run.words(for: $0) }.joined(separator: "; and ")
  }

  /// Messages by number, one after another, in one state.
  private struct Alike {
    private var first = 0
    private var last = 0
    private(set) var words: String?
    private var style = Screen.Style.normal

    mutating func add(_ number: Int, _ words: String, _ style: Screen.Style) {
      if self.words == nil { first = number }
      (last, self.words, self.style) = (number, words, style)
    }

    mutating func close(into screen: inout Screen) {
      guard let words else { return }
      let numbers = first == last ? "" : "\(first) \(last == first + 1 ? "and" : "to") \(last): "
      screen.line("       \(numbers)\(words)", style)
      self.words = nil
    }
  }

  static func messages(of step: Step.ID, _ run: Run, at now: Instant) -> Screen {
    var screen = Screen()
    let all = run.messages(of: run.openRound(of: step))
    var number = 0
    // Open messages next to each other that wait for the same are told of once.
    var alike = Alike()
    for message in all {
      let verdict = message.isOver ? Verdict(findings: []) : run.verdict(on: message, at: now)
      let warnings = message.isOver ? 0 : run.openWarnings(on: message, in: verdict).count
      let warned = warnings == 0 ? "" : warnings == 1 ? "1 warning, " : "\(warnings) warnings, "
      let words = "\(message.draft.level.rawValue), \(warned)\(state(message, verdict, run, at: now))"
      let style: Screen.Style = verdict.isStopped ? .stop : message.isOver ? .quiet : .normal
      if message.isOver || words != alike.words { alike.close(into: &screen) }
      if !message.isOver { number += 1 }
      screen.line((message.isOver ? "     " : "  \(number)  ") + title(message, run), .strong)
      if message.isOver {
        screen.line("       \(words)", style)
      } else {
        alike.add(number, words, style)
      }
    }
    alike.close(into: &screen)
    screen.line(
      "number shows one   a ask approval   k record an approval   r returned   w let warnings stand   m went out   d draft anew   ? help",
      .key)
    return screen
  }

  static func message(_ id: Message.ID, _ run: Run, at now: Instant) -> Screen {
    var screen = Screen()
    guard let message = run.messages[id] else { return screen }
    screen.append(words(of: message, run))
    let verdict = run.verdict(on: message, at: now)
    for finding in verdict.findings {
      let mark = finding.severity.mark
      let label = mark + String(repeating: " ", count: max(1, 6 - mark.count)) + finding.kind.title
      screen.row(label, finding.message, style(finding.severity))
      if let why = finding.why { screen.row("", why, .quiet) }
    }
    for approval in message.approvals {
      let stands = run.standing(message).contains(approval)
      screen.row(
        "Approval",
        "\(run.giver(approval.person, as: approval.role)), \(approval.how.rawValue)\(stands ? "" : ": lapsed")",
        stands ? .good : .warn)
    }
    for accepted in message.accepted where accepted.digest == message.draft.digest(mode: run.mode) {
      screen.row("Stands", "\(accepted.warnings.joined(separator: "; ")), because \(accepted.reason)", .quiet)
    }
    for returned in message.objections {
      screen.row("Returned", "\(returned.objection.person): \(returned.objection.reason)", .warn)
    }
    screen.row("State", state(message, verdict, run, at: now))
    screen.line(
      "a ask approval   k record an approval   r returned   e edit   c copy   w let warnings stand   m went out   x drop   b back   ? help",
      .key)
    return screen
  }

  /// A message's exact words, and to whom they go.
  static func words(of message: Message, _ run: Run) -> Screen {
    var screen = Screen()
    let reaches = Set(message.draft.audiences.compactMap { run.organisation.audiences[$0]?.reach })
    let reach = reaches.max()?.rawValue ?? ""
    screen.gap()
    screen.line(title(message, run), .heading)
    screen.line(
      "\(message.draft.marking.rawValue)   reach \(reach)   level \(message.draft.level.rawValue)   \(message.draft.language)",
      .quiet)
    if let subject = message.draft.subject { screen.quote("Subject: \(subject)") }
    screen.quote(message.draft.text)
    return screen
  }

  private static func style(_ severity: Finding.Severity) -> Screen.Style {
    switch severity {
    case .ok: .good
    case .note: .normal
    case .warn: .warn
    case .stop: .stop
    }
  }

  /// The roles that can still give an approval to any of these messages, in order of call; to send them back, every
  /// role that has a seat.
  static func neededRoles(_ ids: [Message.ID], _ run: Run, isApproving: Bool = true) -> [Role.ID] {
    var found: [Role.ID] = []
    for id in ids {
      guard let message = run.messages[id] else { continue }
      let seats = isApproving ? run.missingSeats(of: message) : run.seats(of: message)
      for role in seats.flatMap(run.fillers) where !found.contains(role) {
        found.append(role)
      }
    }
    return found
  }

  /// Whom to ring, in order: people of the roster who can approve and did not draft.
  ///
  /// Who approved all of them already fills no second seat, but may still send them back.
  static func candidates(_ ids: [Message.ID], _ run: Run, _ roster: Roster, isApproving: Bool) -> [(
    person: String, role: Role.ID
  )] {
    let messages = ids.compactMap { run.messages[$0] }
    let drafters = Set(messages.flatMap(\.drafters).map(folded))
    let given = messages.map { Set(run.standing($0).map { folded($0.person) }) }
    return roster.people(in: neededRoles(ids, run, isApproving: isApproving)).map {
      ($0.person.name, $0.role)
    }.filter { name, _ in
      let name = folded(name)
      return !drafters.contains(name) && !(isApproving && given.allSatisfy { $0.contains(name) })
    }
  }

  static func approvers(of ids: [Message.ID], _ run: Run, _ roster: Roster, isApproving: Bool) -> Screen {
    var screen = Screen()
    screen.gap()
    let candidates = candidates(ids, run, roster, isApproving: isApproving)
    for (number, listed) in candidates.enumerated() {
      screen.line("  \(number + 1)  \(reached(listed, run, roster))")
    }
    if candidates.isEmpty {
      screen.line("Nobody in the roster can approve this; type a name.", .warn)
    }
    for contact in ids.compactMap({ run.messages[$0] }).first?.contacts ?? [] {
      screen.line(
        "Tried \(contact.contact.person) at \(run.clock(contact.at)): \(words(contact.contact.outcome))",
        .quiet)
    }
    return screen
  }

  /// Somebody of the roster with their role, number and hours.
  private static func reached(
    _ listed: (person: String, role: Role.ID), _ run: Run, _ roster: Roster
  ) -> String {
    let person = roster.people.first { $0.name == listed.person }
    let reached = [person?.phone, person?.hours].compactMap { $0 }.joined(separator: ", ")
    return "\(listed.person), \(run.title(of: listed.role))" + (reached.isEmpty ? "" : "   \(reached)")
  }

  /// Whom to ring for an approval that is asked for.
  static func toRing(for ids: [Message.ID], _ run: Run, _ roster: Roster) -> Screen {
    var screen = Screen()
    let people = candidates(ids, run, roster, isApproving: true)
    let step = ids.first.flatMap { run.messages[$0]?.at.step }
    let number = step.flatMap { run.playbook.steps.index(forKey: $0) }.map { "g \($0 + 1), then k" } ?? "k"
    screen.line(
      people.isEmpty
        ? "Nobody in the roster can approve this. Ring who can; \(number) records what they say."
        : "Ring these people; \(number) records what each of them says.", people.isEmpty ? .warn : .key)
    for listed in people { screen.line("  \(reached(listed, run, roster))") }
    return screen
  }

  private static func words(_ outcome: Contact.Outcome) -> String {
    switch outcome {
    case .noAnswer: "no answer"
    case .leftMessage: "left a message"
    case .unavailable: "not available"
    case .reached: "reached"
    }
  }

  static func roles(of ids: [Message.ID], _ run: Run) -> Screen {
    var screen = Screen()
    for (number, role) in neededRoles(ids, run).enumerated() {
      screen.line("  \(number + 1)  \(run.title(of: role))")
    }
    return screen
  }

  /// What the approver hears or sees, and the code that they give back.
  static func readOut(_ ids: [Message.ID], _ run: Run) -> Screen {
    var screen = Screen()
    screen.line("Read every word to the approver, or show it. Then ask for the code at the end.", .strong)
    for message in ids.compactMap({ run.messages[$0] }) { screen.append(words(of: message, run)) }
    screen.gap()
    if let code = run.code(for: ids) { screen.line("Code of these words: \(code)", .strong) }
    screen.line("The code proves which words were read, not who agreed.", .quiet)
    return screen
  }

  static func confirmation(_ ids: [Message.ID], _ run: Run) -> Screen {
    var screen = Screen()
    screen.gap()
    if run.mode == .exercise { screen.line("EXERCISE. Nothing leaves the room.", .exercise) }
    for message in ids.compactMap({ run.messages[$0] }) {
      let reaches = message.draft.audiences.compactMap { run.organisation.audiences[$0]?.reach }.max()
      screen.line(
        "\(title(message, run)), reach \(reaches?.rawValue ?? ""), \(message.draft.marking.rawValue)", .strong
      )
    }
    switch run.mode {
    case .live:
      screen.line(
        "This records that the words went out. It cannot be undone; a correction is a new message.", .warn)
      screen.line("The runner sends nothing itself: send it with the channel's own tool first.", .quiet)
    case .exercise:
      screen.line("This records that the words were played. It cannot be undone.", .warn)
      screen.line("Send nothing: the words are read out in the room.", .quiet)
    }
    return screen
  }

  static func writing(_ what: Walk.Writing, _ run: Run) -> Screen {
    var screen = Screen()
    switch what {
    case .message(let id):
      guard let message = run.messages[id] else { return screen }
      screen.append(words(of: message, run))
      screen.line(
        "Type the whole text anew, 'Subject: words' first where it has one. A line with a full stop alone ends it. :drop leaves it as it was.",
        .key)
    case .fact(_, let id):
      guard let asked = run.playbook.facts[id] else { return screen }
      screen.append(fact(asked, run))
      screen.line(
        "Several lines are taken. A line with a full stop alone ends them. :e opens your editor, :drop clears them.",
        .key)
    }
    return screen
  }
}
