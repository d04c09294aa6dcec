import Messaging
import Time

extension RunReport {
  func writeTargets(to page: inout PaperPage) {
    page.section("targets", "Targets and steps")
    page.table(
      "Targets against what came of them", ["Step", "Target", "Due", "Actual", "Outcome", "By how much"],
      targets.map { entry in
        [
          "\(entry.title)\(entry.round > 1 ? " (round \(entry.round))" : "")",
          "\(Self.words(forTarget: entry.kind))\(entry.target.map { ", \($0)" } ?? "")", entry.due.local,
          entry.actual?.local ?? "", entry.outcome.rawValue,
          entry.lateSeconds.map { punctuality(Seconds($0)) } ?? "",
        ]
      })
    let audiences = targets.flatMap { entry in
      entry.audiences.map {
        [entry.title, $0.audience, $0.sent.local, punctuality(Seconds($0.lateSeconds))]
      }
    }
    page.table(
      "Each audience on its last message", ["Step", "Audience", "Last message out", "Against the target"],
      audiences)
    page.table(
      "Every step", ["Step", "State", "Began", "Over", "Entered", "By", "Recorded, or why"],
      steps.map { step in
        [
          "\(step.title)\(step.round > 1 ? " (round \(step.round))" : "")", step.status,
          step.started?.local ?? "", step.completed?.local ?? "",
          step.entered.map { "later, \($0.local)" } ?? "",
          step.by ?? "", [step.detail, step.reason].compactMap { $0 }.joined(separator: "; "),
        ]
      })
    page.endSection()
  }

  private static func words(_ corrections: [CorrectionEntry]) -> String? {
    if corrections.isEmpty { return nil }
    return corrections.map { "\($0.message), because \($0.reason)" }.joined(separator: "; ")
  }

  static func words(forTarget kind: String) -> String {
    switch kind {
    case "due": "done"
    case "draft": "drafted"
    case "approve": "approved"
    case "acknowledge": "acknowledged"
    default: kind
    }
  }

  func writeMessages(to page: inout PaperPage) {
    if messages.isEmpty { return }
    page.section("messages", "Messages")
    for message in messages { write(message, to: &page) }
    page.endSection()
  }

  private func write(_ message: MessageEntry, to page: inout PaperPage) {
    page.raw("<article aria-labelledby=\"\(message.id)\">\n<h3 id=\"\(message.id)\">")
    page.text("\(message.id): \(message.channel) to \(message.audiences.joined(separator: ", "))")
    page.raw("</h3>\n")
    let state =
      message.sent.map { "went out \($0.local)\(entered(message.sentEntered))" }
      ?? message.dropped.map { "dropped \($0.local)" } ?? "did not go out"
    page.element("p", "\(message.marking), level \(message.level), \(state)", class: "state")
    if let reason = message.dropReason { page.labelled("Why it was dropped", reason) }
    page.raw("<blockquote lang=\"")
    page.text(message.language)
    page.raw("\" dir=\"auto\">")
    if let subject = message.subject {
      page.raw("<p class=\"subject\">Subject: "); page.exact(subject); page.raw("</p>")
    }
    page.exact(message.text)
    page.raw("</blockquote>\n")
    page.terms([
      ("Drafted", message.drafted.local + (message.isEdited ? ", edited by hand afterwards" : "")),
      ("Words of", message.drafters.isEmpty ? nil : message.drafters.joined(separator: ", ")),
      ("Puts right", Self.words(message.corrects)),
      ("Put right by", message.correctedBy.isEmpty ? nil : message.correctedBy.joined(separator: ", ")),
      ("Approval asked for", message.requested?.local), ("Digest of the words", message.digest),
    ])
    let notable = message.findings.filter { $0.severity != "ok" }
    if !message.findings.isEmpty {
      page.labelled(
        "Verdict",
        notable.isEmpty
          ? "nothing found, of \(message.findings.count) things looked at"
          : "\(notable.count) of \(message.findings.count) things looked at")
      page.list(notable.map { "\($0.severity.uppercased()) \($0.kind): \($0.message)" })
    }
    for accepted in message.accepted {
      page.labelled(
        accepted.stands ? "Warnings accepted" : "Warnings accepted on earlier words",
        "\(accepted.warnings.joined(separator: "; ")). Because: \(accepted.reason)")
    }
    page.table(
      "Approvals of \(message.id)", ["Who", "How", "How sure", "When", "Stands?"],
      message.approvals.map {
        [
          $0.giver, $0.key.map { "signed, key \($0)" } ?? $0.how, $0.assurance,
          $0.at.local + entered($0.entered), $0.standing,
        ]
      })
    for approval in message.approvals {
      if let lapse = approval.lapse { write(lapse, of: approval, to: &page) }
    }
    page.table(
      "Who was tried for \(message.id)", ["Who", "Role", "How", "Outcome", "When"],
      message.contacts.map { [$0.person, $0.role, $0.way ?? "", $0.outcome, $0.at.local] })
    page.table(
      "Sent back, \(message.id)", ["By", "Role", "Why", "When"],
      message.objections.map { [$0.person, $0.role, $0.reason, $0.at.local] })
    page.table(
      "Partners and \(message.id)", ["Partner", "State", "When"],
      message.partners.map { [$0.partner, $0.state, $0.at.local + entered($0.entered)] })
    page.raw("</article>\n")
  }

  /// The words as approved and as they are now, each change told by its element, its line and its name.
  private func write(_ lapse: LapseEntry, of approval: ApprovalEntry, to page: inout PaperPage) {
    if lapse.difference.isEmpty && lapse.others.isEmpty { return }
    page.element("h4", "What was changed after \(approval.giver) approved")
    if !lapse.difference.isEmpty {
      page.element("p", "Struck through: taken out. Underlined: put in.", class: "quiet")
      page.raw("<p class=\"change\">")
      for stretch in lapse.difference {
        let tag = stretch.kind == "removed" ? "del" : stretch.kind == "added" ? "ins" : nil
        page.raw(tag.map { "<\($0)>" } ?? "")
        page.exact(stretch.text)
        page.raw(tag.map { "</\($0)>" } ?? "")
      }
      page.raw("</p>\n")
    }
    page.list(lapse.others.map { "another \($0)" })
  }
}

extension RunReport.ApprovalEntry {
  /// Whether it stands, in words.
  var standing: String {
    withdrawn.map { "withdrawn: \($0)" } ?? (stands ? "stands" : "lapsed, the words changed")
  }
}
