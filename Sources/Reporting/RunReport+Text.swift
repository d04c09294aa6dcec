import Diagnostics
import Time

extension RunReport {
  /// The report as text of at most `width` columns where words allow it; the marking stands at top and bottom.
  public func text(width: Int = 80) -> String {
    var page = TextPage(width: width)
    page.line(marking)
    if isExercise { page.line("EXERCISE") }
    if redaction != nil { page.line("REDACTED COPY") }
    page.gap()
    page.line("\(run)  \(title)")
    page.line("\(organisation), \(scenario), \(mode)")
    page.line(
      "T \(zero.local)   started \(started.local)   "
        + (finished.map { "finished \($0.local)" } ?? "not finished"))
    if let finishReason { page.wrapped("Finished with steps open: \(finishReason)", indent: 2) }
    page.line(
      "Done \(summary.done)   skipped \(summary.skipped)   not applicable \(summary.notApplicable)   open \(summary.open)"
    )
    page.line(
      "Targets met \(summary.targetsMet), missed \(summary.targetsMissed)   messages sent \(summary.messagesSent), dropped \(summary.messagesDropped)"
    )
    writeMeasures(&page)
    page.heading("Steps")
    for step in steps { write(step, &page) }
    page.heading("Facts")
    for fact in facts { write(fact, &page) }
    if !decisions.isEmpty { page.heading("Decisions") }
    for decision in decisions { write(decision, &page) }
    if !permissions.isEmpty { page.heading("Permissions to share") }
    for permission in permissions {
      page.wrapped(
        "\(permission.at.local)  \(permission.ask): \(permission.granted ? "granted" : "refused") by \(permission.by). Basis: \(permission.basis). Chair told: \(permission.chairTold ? "yes" : "no")",
        indent: 2)
    }
    if !messages.isEmpty { page.heading("Messages") }
    for message in messages { write(message, &page) }
    writeNotes(&page)
    writeUnrecorded(&page)
    if !log.isEmpty { page.heading("Log") }
    for entry in log {
      let entered = entry.entered.map { ", entered \($0.local)" } ?? ""
      page.wrapped("\(entry.number)  \(entry.at.local)  \(entry.by)\(entered): \(entry.words)", indent: 0)
    }
    page.gap()
    page.line("\(events) events, library \(library.prefix(16))")
    if let check = integrity.check { page.line(check) }
    if let head = integrity.head { page.line("head \(head)") }
    page.line(marking)
    return page.text
  }

  /// The second time of a late entry.
  func entered(_ stamp: Stamp?) -> String { stamp.map { ", entered \($0.local)" } ?? "" }

  private func write(_ step: StepEntry, _ page: inout TextPage) {
    let round = step.round > 1 ? " (round \(step.round))" : ""
    var facts: [String] = []
    if let target = step.target { facts.append("target \(target)") }
    if let due = step.due { facts.append("due \(due.local)") }
    if let late = step.lateSeconds { facts.append(punctuality(Seconds(late))) }
    page.wrapped("\(step.title)\(round): \(step.status)" + (step.by.map { ", by \($0)" } ?? ""), indent: 0)
    if !facts.isEmpty { page.wrapped(facts.joined(separator: ", "), indent: 4) }
    let times = [step.started.map { "started \($0.local)" }, step.completed.map { "completed \($0.local)" }]
    let stated = times.compactMap { $0 } + (step.entered.map { ["entered \($0.local)"] } ?? [])
    if !stated.isEmpty { page.wrapped(stated.joined(separator: ", "), indent: 4) }
    if let detail = step.detail { page.wrapped("Recorded: \(detail)", indent: 4) }
    if let reason = step.reason { page.wrapped("Reason: \(reason)", indent: 4) }
  }

  private func write(_ fact: FactEntry, _ page: inout TextPage) {
    page.wrapped(
      "\(fact.ask)  [\(fact.marking)]"
        + (fact.handling.isEmpty ? "" : " " + fact.handling.joined(separator: ", ")), indent: 0)
    for value in fact.history {
      let source = value.source.isEmpty ? "" : ", said by \(value.source)"
      let reason = value.reason.map { ". Replaced because: \($0)" } ?? ""
      page.wrapped(
        "\(value.at.local)\(entered(value.entered))  \(value.value ?? "not known")  (\(value.confidence)\(source), by \(value.by))\(reason)",
        indent: 4)
    }
  }

  private func write(_ decision: DecisionEntry, _ page: inout TextPage) {
    page.wrapped("Decision \(decision.number): \(decision.question) \(decision.choice)", indent: 0)
    page.wrapped(
      "decided \(decision.decided.local) by \(decision.decider)\(decision.second.map { ", with \($0)" } ?? ""), entered \(decision.entered.local) by \(decision.loggedBy)",
      indent: 4)
    if let later = decision.supersededBy { page.wrapped("superseded by decision \(later)", indent: 4) }
    if let supported = decision.supported { page.wrapped("the facts supported \(supported)", indent: 4) }
    for (audience, level) in decision.audiences.sorted(by: { $0.key < $1.key }) {
      page.wrapped("\(audience) at \(level)", indent: 4)
    }
    page.wrapped("Reason: \(decision.reason)", indent: 4)
    if let effect = decision.effect { page.wrapped("Effect expected: \(effect)", indent: 4) }
    for fact in decision.known { page.wrapped("known then: \(fact)", indent: 4) }
  }

  private func write(_ message: MessageEntry, _ page: inout TextPage) {
    let state =
      message.sent.map { "sent \($0.local)\(entered(message.sentEntered))" } ?? message.dropped.map {
        "dropped \($0.local)"
      } ?? "not sent"
    page.gap()
    page.wrapped(
      "\(message.id)  \(message.channel) to \(message.audiences.joined(separator: ", ")), \(message.level): \(state)",
      indent: 0)
    if let reason = message.dropReason { page.wrapped("Reason: \(reason)", indent: 4) }
    let drafters = message.drafters.joined(separator: ", ")
    page.wrapped(
      "\(message.marking), \(message.language), drafted \(message.drafted.local)"
        + (message.isEdited ? ", edited" : "") + (drafters.isEmpty ? "" : ", words of \(drafters)"), indent: 4
    )
    if let subject = message.subject { page.quote("Subject: " + subject) }
    page.quote(message.text)
    for correction in message.corrects {
      page.wrapped("puts \(correction.message) right: \(correction.reason)", indent: 4)
    }
    if !message.correctedBy.isEmpty {
      page.wrapped("put right by \(message.correctedBy.joined(separator: ", "))", indent: 4)
    }
    for approval in message.approvals {
      let state =
        approval.withdrawn.map { "withdrawn: \($0)" }
        ?? (approval.stands ? "stands" : "lapsed, the words changed")
      page.wrapped(
        "approved by \(approval.giver), \(approval.how), \(approval.at.local)\(entered(approval.entered)) (\(state))",
        indent: 4)
      if let lapse = approval.lapse { write(lapse, &page) }
    }
    for contact in message.contacts {
      page.wrapped(
        "tried \(contact.person), \(contact.role): \(contact.outcome)\(contact.way.map { ", by \($0)" } ?? ""), \(contact.at.local)",
        indent: 4)
    }
    for accepted in message.accepted where accepted.stands {
      page.wrapped(
        "warning stands, because \(accepted.reason): \(accepted.warnings.joined(separator: "; "))", indent: 4)
    }
    for objection in message.objections {
      page.wrapped(
        "returned by \(objection.person), \(objection.role), \(objection.at.local): \(objection.reason)",
        indent: 4)
    }
    for partner in message.partners {
      page.wrapped(
        "\(partner.partner): \(partner.state), \(partner.at.local)\(entered(partner.entered))", indent: 4)
    }
    if let digest = message.digest { page.wrapped("digest \(digest)", indent: 4) }
  }

  private func writeNotes(_ page: inout TextPage) {
    if !notes.isEmpty { page.heading("Notes") }
    for note in notes {
      page.wrapped(
        "\(note.at.local)\(entered(note.entered))  \(note.kind), by \(note.by): \(note.text)", indent: 2)
    }
    if !officers.isEmpty { page.heading("Officers") }
    for change in officers {
      page.wrapped(
        "\(change.at.local)  from \(change.from) to \(change.to)"
          + (change.reason.map { ", taken over: \($0)" } ?? ""), indent: 2)
    }
    if !retimings.isEmpty { page.heading("T moved") }
    for move in retimings {
      page.wrapped("\(move.at.local)  from \(move.from.local) to \(move.to.local): \(move.reason)", indent: 2)
    }
  }
}
