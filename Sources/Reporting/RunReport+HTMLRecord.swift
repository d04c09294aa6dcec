import Messaging
import Time

extension RunReport {
  func writeDecisions(to page: inout PaperPage) {
    if decisions.isEmpty { return }
    page.section("decisions", "Decisions")
    for decision in decisions {
      page.raw("<article>\n")
      let later = decision.supersededBy.map { ", superseded by decision \($0)" } ?? ""
      page.element("h3", "Decision \(decision.number)\(later)")
      page.terms([
        ("Question", decision.question), ("Options", decision.options.joined(separator: "; ")),
        ("Choice", decision.choice),
        (
          "For some audiences",
          decision.audiences.isEmpty
            ? nil
            : decision.audiences.sorted { $0.key < $1.key }.map { "\($0.key) at \($0.value)" }
              .joined(separator: ", ")
        ),
        ("The facts supported", decision.supported), ("Reason", decision.reason),
        ("Effect expected", decision.effect),
        ("Decided by", decision.decider), ("Agreed by", decision.second),
        ("Decided at", decision.decided.local), ("Written down by", decision.loggedBy),
        ("Written down at", decision.entered.local),
      ])
      page.element("h4", decision.known.isEmpty ? "Nothing was known at that moment" : "Known at that moment")
      page.list(decision.known)
      page.raw("</article>\n")
    }
    page.endSection()
  }

  func writeFacts(to page: inout PaperPage) {
    if facts.isEmpty { return }
    page.section("facts", "Facts")
    page.element("p", "Values are added and never overwritten; the last one counts.", class: "quiet")
    let rows = facts.flatMap { fact in
      fact.history.enumerated().map { index, value in
        [
          index == 0 ? fact.ask : "\(fact.ask) (value \(index + 1))", value.value ?? "not known",
          value.confidence, value.source,
          ([value.marking] + fact.handling).joined(separator: ", "), value.at.local + entered(value.entered),
          value.by, value.reason ?? "",
        ]
      }
    }
    page.table(
      "Facts with their history",
      ["Question", "Value", "How sure", "Said by", "Marking", "When", "Written by", "Replaced because"], rows)
    page.endSection()
  }

  func writePermissions(to page: inout PaperPage) {
    if permissions.isEmpty { return }
    page.section("permissions", "Permissions")
    page.table(
      "Permission of originators to share", ["Fact", "Answer", "By", "Basis", "Chair told", "When"],
      permissions.map {
        [
          $0.ask, $0.granted ? "granted" : "refused", $0.by, $0.basis, $0.chairTold ? "yes" : "no",
          $0.at.local,
        ]
      })
    page.endSection()
  }

  func writeNotes(to page: inout PaperPage) {
    if notes.isEmpty { return }
    page.section("notes", "Notes, rumours and feedback")
    for (kind, caption) in [("rumour", "Rumours"), ("feedback", "Feedback"), ("note", "Notes")] {
      page.table(
        caption, ["When", "By", "What"],
        notes.filter { $0.kind == kind }.map { [$0.at.local + entered($0.entered), $0.by, $0.text] })
    }
    page.endSection()
  }

  func writeDuty(to page: inout PaperPage) {
    page.section("duty", "Officers and T")
    if officers.isEmpty && retimings.isEmpty {
      page.element("p", "One officer held the run from its beginning, and T was never moved.")
    }
    page.table(
      "Who held the run", ["When", "From", "To", "How"],
      officers.map { [$0.at.local, $0.from, $0.to, $0.reason.map { "taken over: \($0)" } ?? "handed over"] })
    page.table(
      "T moved", ["When", "From", "To", "Why"],
      retimings.map { [$0.at.local, $0.from.local, $0.to.local, $0.reason] })
    page.endSection()
  }

  func writeGaps(to page: inout PaperPage) {
    page.section("gaps", "Silences and clock")
    let least = spoken(Seconds(silences.thresholdSeconds))
    if log.isEmpty {
      page.element("p", "The record itself was not given, so silences are not known.")
    } else if silences.count == 0 {
      page.element("p", "There was no stretch of \(least) or more in which nothing was written down.")
    } else {
      let rest = silences.count - silences.longest.count
      page.element(
        "p",
        "\(counted(silences.count, "stretch", "stretches")) of \(least) or more in which nothing was written down\(rest > 0 ? "; the \(silences.longest.count) longest are listed" : "")."
      )
    }
    page.table(
      "Silences", ["From", "To", "How long", "After event"],
      silences.longest.map {
        [$0.from.local, $0.to.local, spoken(Seconds($0.seconds)), "\($0.afterEvent)"]
      })
    if clockChanges.isEmpty && clockJumps.isEmpty {
      page.element(
        "p", "No event was entered with a clock that had been set back, and local time did not change.")
    }
    page.table(
      "Changes of the clock", ["Before event", "What", "The clock showed", "And then"],
      clockChanges.map { ["\($0.event)", $0.kind.rawValue, $0.from.local, $0.to.local] })
    page.endSection()
  }

  func writeUnrecorded(to page: inout PaperPage) {
    page.section("unrecorded", "What was not recorded")
    let open = steps.filter { !["done", "skipped", "not applicable"].contains($0.status) }
    page.table(
      "Questions without an answer", ["Question", "Why"],
      unrecorded.notAsked.map { [$0.ask, "not asked"] }
        + unrecorded.notKnown.map { [$0.ask, "asked, and not known"] })
    page.table(
      "Steps that were not done", ["Step", "State", "Why"],
      steps.filter { $0.status == "skipped" }.map { [$0.title, "skipped", $0.reason ?? ""] }
        + open.map { [$0.title, $0.status, finishReason ?? ""] })
    let late = unrecorded.enteredLate.sorted { ($0.seconds, $1.event) > ($1.seconds, $0.event) }
    page.table(
      late.count > 50 ? "Entered late: the 50 latest of \(late.count)" : "Entered late",
      ["Event", "Happened", "Written down", "Later by"],
      late.prefix(50).map {
        ["\($0.event)", $0.happened.local, $0.entered.local, spoken(Seconds($0.seconds))]
      })
    if unrecorded.notAsked.isEmpty, unrecorded.notKnown.isEmpty, open.isEmpty, late.isEmpty,
      summary.skipped == 0
    {
      page.element("p", "Every question was answered, every step done, and everything written down at once.")
    }
    page.endSection()
  }

  func writeLessons(to page: inout PaperPage) {
    page.section("lessons", "Lessons")
    page.raw(
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Lessons\">\n<table class=\"blank\">\n")
    page.element("caption", "To be filled in at the debrief")
    page.raw("<thead><tr>")
    for head in ["No.", "What happened, and what should be otherwise", "Owner", "By date", "Done"] {
      page.raw("<th scope=\"col\">\(head)</th>")
    }
    page.raw("</tr></thead>\n<tbody>\n")
    for number in 1...6 {
      page.raw("<tr><th scope=\"row\">\(number)</th><td></td><td></td><td></td><td></td></tr>\n")
    }
    page.raw("</tbody>\n</table>\n</div>\n")
    page.endSection()
  }

  func writeIntegrity(to page: inout PaperPage) {
    page.section("integrity", "Integrity")
    page.terms([
      ("Events", "\(events)"), ("Library the run is pinned to", library),
      ("Held against its chain", integrity.check ?? "not done for this copy"),
    ])
    if let head = integrity.head {
      page.element("p", "Head of the chain, in groups to be read out. It stands for every event before it:")
      page.element("p", Self.grouped(head), class: "hash")
    } else if redaction != nil {
      page.element("p", "The head of the chain is left out of a redacted copy.")
    }
    page.endSection()
  }

  /// A digest in groups of four.
  static func grouped(_ hex: String) -> String {
    var (groups, rest) = ([String](), hex[...])
    while !rest.isEmpty {
      groups.append(String(rest.prefix(4)))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: " ")
  }

  func writeLog(to page: inout PaperPage) {
    if log.isEmpty { return }
    page.section("log", "Log")
    page.table(
      "Every event, in the order of writing", class: "log", ["No.", "When", "By", "What"],
      log.map { ["\($0.number)", $0.at.local + entered($0.entered), $0.by, $0.words] })
    page.endSection()
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
