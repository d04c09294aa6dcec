import Messaging
import Time

extension RunReport {
  /// The report as one printable page that needs nothing from a network and holds no script.
  ///
  /// Source: WCAG 2.2 AA: 1.1.1 the picture's title and description, 1.3.1 headings, captions and table headers as
  /// such, 1.4.1 nothing by colour alone, 1.4.3 contrast, 1.4.10 reflow, 2.4.1 skip link, 2.4.2 title, 2.4.7 focus,
  /// 3.1.1 and 3.1.2 languages.
  public var html: String {
    var page = PaperPage()
    page.begin(
      title: "\(isExercise ? "EXERCISE " : "")\(run), \(title): report", language: "en-GB", style: style)
    page.raw("<a class=\"skip\" href=\"#content\">Skip to the report</a>\n")
    if isExercise { page.raw("<div class=\"sheet\" aria-hidden=\"true\">EXERCISE</div>\n") }
    page.raw("<header>\n")
    writeMarking(to: &page)
    page.element("h1", "\(run): \(title)")
    page.element("p", "What the record says, \(organisation)")
    page.raw("</header>\n")
    writeContents(to: &page)
    page.raw("<main id=\"content\">\n")
    writeHead(to: &page)
    writeTimeline(to: &page)
    writeTargets(to: &page)
    writeMessages(to: &page)
    writeDecisions(to: &page)
    writeFacts(to: &page)
    writePermissions(to: &page)
    writeNotes(to: &page)
    writeDuty(to: &page)
    writeGaps(to: &page)
    writeUnrecorded(to: &page)
    writeLessons(to: &page)
    writeIntegrity(to: &page)
    writeLog(to: &page)
    page.raw("</main>\n<footer>\n")
    writeMarking(to: &page)
    page.raw("</footer>\n</body>\n</html>\n")
    return page.html
  }

  private func writeMarking(to page: inout PaperPage) {
    page.element("p", marking, class: "marking")
    if isExercise {
      page.element("p", "EXERCISE EXERCISE EXERCISE. None of this was real.", class: "exercise")
    }
    if let redaction {
      page.element("p", "REDACTED COPY: \(redaction.from) and above withheld", class: "marking")
    }
  }

  /// The sections that the report has, as the links at its head name them.
  private var sections: [(id: String, title: String)] {
    var found = [("summary", "Summary"), ("timeline", "Timeline"), ("targets", "Targets and steps")]
    if !messages.isEmpty { found.append(("messages", "Messages")) }
    if !decisions.isEmpty { found.append(("decisions", "Decisions")) }
    if !facts.isEmpty { found.append(("facts", "Facts")) }
    if !permissions.isEmpty { found.append(("permissions", "Permissions")) }
    if !notes.isEmpty { found.append(("notes", "Notes, rumours and feedback")) }
    found += [
      ("duty", "Officers and T"), ("gaps", "Silences and clock"), ("unrecorded", "What was not recorded"),
      ("lessons", "Lessons"), ("integrity", "Integrity"),
    ]
    if !log.isEmpty { found.append(("log", "Log")) }
    return found
  }

  private func writeContents(to page: inout PaperPage) {
    page.raw("<nav aria-label=\"Contents\">\n<ul>\n")
    for (id, title) in sections {
      page.raw("<li><a href=\"#\(id)\">")
      page.text(title)
      page.raw("</a></li>\n")
    }
    page.raw("</ul>\n</nav>\n")
  }

  private func writeHead(to page: inout PaperPage) {
    page.section("summary", "Summary")
    let on = officers.map(\.to)
    let first = officers.first?.from ?? log.first?.by
    page.terms([
      ("Run", run), ("Playbook", playbook), ("Scenario", scenario),
      ("Mode", isExercise ? "EXERCISE: nothing went out of the building" : mode), ("T", zero.local),
      ("Began", started.local), ("Ended", finished.map(\.local) ?? "not finished"),
      ("Steps open because", finishReason),
      (
        "Officers",
        ([first].compactMap { $0 } + on).isEmpty
          ? nil : ([first].compactMap { $0 } + on).joined(separator: ", then ")
      ),
    ])
    if let redaction {
      page.raw("<div class=\"box\">\n")
      page.element("h3", "What is withheld from this copy")
      page.table(
        "Withheld, counted", ["What", "How many", "Shown as"],
        [
          ("Values of facts", redaction.facts), ("Messages", redaction.messages), ("Notes", redaction.notes),
          ("Reasons, sources, details", redaction.freeWords),
          ("People, called by what they did", redaction.people),
        ].map { [$0.0, "\($0.1)", $0.0.hasPrefix("People") ? "a role" : redaction.placeholder] })
      page.element("p", redaction.explanation)
      page.raw("</div>\n")
    }
    func outcomes(_ outcome: TargetEntry.Outcome) -> Int { targets.count { $0.outcome == outcome } }
    page.list([
      "\(counted(summary.messagesSent, "message")) went out, \(summary.messagesDropped) dropped.",
      "\(counted(summary.done, "step")) done, \(summary.skipped) skipped, \(summary.notApplicable) did not apply, \(summary.open) left open.",
      "Of \(counted(targets.count, "target")) for drafting, approving, sending and the rest \(outcomes(.met)) were met, \(outcomes(.missed)) missed, \(outcomes(.passed)) passed without being done, \(outcomes(.skipped)) skipped and \(outcomes(.open)) had not come.",
      "\(counted(decisions.count, "decision")), \(counted(notes.count, "note")).",
    ])
    page.table(
      "How long it took", ["From and to", "Took", "From", "To", "Remark"],
      measures.map {
        [$0.title, took($0.seconds), $0.from.local, $0.to?.local ?? "not reached", $0.detail ?? ""]
      })
    page.endSection()
  }

  private func took(_ seconds: Int64?) -> String {
    guard let seconds else { return "not reached" }
    return spoken(Seconds(seconds)) + (seconds < 0 ? " before" : "")
  }

  private func writeTimeline(to page: inout PaperPage) {
    page.section("timeline", "Timeline")
    page.raw(
      "<figure class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Picture of the timeline\">\n")
    page.raw(TimelinePicture(report: self).svg)
    page.raw("</figure>\n")
    let rows = timeline.filter(\.kind.isOnPicture)
    let heads = ["When", "After T", "What", "Which", "Who", "Against its target"]
    if rows.count <= Self.mostTimelineRows {
      page.table(
        "The same as a table", heads,
        rows.map { entry in
          [
            entry.at.local, afterZero(entry.secondsAfterZero), entry.kind.rawValue,
            entry.kind.hasPlainID
              ? [entry.id, entry.what].compactMap { $0 }.joined(separator: ": ") : entry.what,
            entry.who ?? "", entry.lateSeconds.map { punctuality(Seconds($0)) } ?? "",
          ]
        })
    } else {
      page.element(
        "p",
        "\(rows.count) things stand on this line of time. The table counts them by the day; each of them stands in the sections below."
      )
      page.table("The same as a table, by the day", ["Day", "What, and how often", "Late"], days(rows))
    }
    page.endSection()
  }

  /// A table beyond this is read by nobody; it is counted by the day instead.
  private static let mostTimelineRows = 400

  private func days(_ rows: [TimelineEntry]) -> [[String]] {
    var found: [[String]] = []
    var rest = rows[...]
    while let first = rest.first {
      let day = first.at.local.prefix(10)
      let own = rest.prefix { $0.at.local.prefix(10) == day }
      rest = rest.dropFirst(own.count)
      let counts = TimelineEntry.Kind.allCases.compactMap { kind -> String? in
        let count = own.count { $0.kind == kind }
        return count == 0 ? nil : "\(kind.rawValue) \(count)"
      }
      let late = own.count { $0.lateSeconds.map(isLate) ?? false }
      found.append([String(day), counts.joined(separator: ", "), "\(late)"])
    }
    return found
  }

  func afterZero(_ seconds: Int64) -> String {
    seconds == 0 ? "T" : (seconds < 0 ? "T\u{2212}" : "T+") + spoken(Seconds(seconds))
  }

  func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension RunReport.TimelineEntry.Kind {
  /// Whether its id is what people call it by: a message's or a decision's.
  fileprivate var hasPlainID: Bool {
    switch self {
    case .sent, .dropped, .decision, .drafted, .approved, .returned, .partner: true
    case .begun, .target, .stepBegan, .stepDone, .stepSkipped, .permission, .fact, .note, .rumour, .feedback,
      .handOver, .takeOver, .retimed, .clock, .finished:
      false
    }
  }
}

extension RunReport {
  /// Black on white is 21 to 1, the grey of remarks 9.7 to 1 and the links 8.6 to 1, where 4.5 is asked.
  private var style: String {
    let head = (isExercise ? "EXERCISE   " : "") + marking + (redaction == nil ? "" : "   REDACTED COPY")
    return """
      *{box-sizing:border-box}
      body{font:1rem/1.45 Arial,Helvetica,sans-serif;color:#000;background:#fff;max-width:64em;margin:0 auto;\
      padding:1em;overflow-wrap:anywhere}
      h1{font-size:1.7em;line-height:1.2;margin:.4em 0}h2{font-size:1.35em;border-top:3px solid #000;\
      padding-top:.4em;margin:1.8em 0 .6em}h3{font-size:1.1em;margin:0 0 .4em}h4{font-size:1em;margin:.8em 0 .2em}
      p,li,dd,td{unicode-bidi:plaintext}p{margin:.35em 0}ul{margin:.3em 0;padding-inline-start:1.4em}
      a{color:#0b3d91}a:focus-visible,[tabindex]:focus-visible{outline:3px solid #000;outline-offset:2px;background:#ffdd00;color:#000}
      figure:focus-visible{background:none!important}.skip{position:absolute;left:-99em}.skip:focus{position:static}
      .marking{font-weight:bold;text-align:center;letter-spacing:.03em}
      .exercise{font-weight:bold;text-align:center;border:3px solid #000;background:#ffdd00;padding:.3em}
      .sheet{display:none}nav ul{list-style:none;padding:0;columns:3 12em}
      dl{margin:.4em 0}dl div{display:flex;flex-wrap:wrap;gap:.1em 1em;border-bottom:1px solid #ccc;padding:.2em 0}\
      dt{flex:0 0 11em;font-weight:bold}dd{flex:1 1 14em;margin:0}
      .wide{overflow-x:auto;margin:.6em 0}figure.wide{margin:.6em 0}svg{display:block;width:100%;min-width:44em;height:auto}
      table{border-collapse:collapse;width:100%}caption{text-align:start;font-weight:bold;padding:.3em 0}
      th,td{border:1px solid #767676;padding:.25em .45em;text-align:start;vertical-align:top;font-weight:normal}
      th,td{overflow-wrap:normal}.long{overflow-wrap:anywhere}thead th{font-weight:bold;background:#eee}.blank td{height:3.2em}.log{font-size:.88em}
      article,.box{border:1px solid #000;border-inline-start-width:6px;padding:.6em .9em;margin:1em 0}
      blockquote{margin:.5em 0;padding:.5em .8em;background:#f3f3f3;border-inline-start:4px solid #767676;\
      white-space:pre-wrap;unicode-bidi:plaintext}.subject{font-weight:bold;margin:0}.quiet{color:#444}
      .change{white-space:pre-wrap}del{background:#f6d9d9;text-decoration:line-through}\
      ins{background:#d8eedd;text-decoration:underline;font-weight:bold}.hash{font-family:monospace;font-size:1.05em}
      @media(max-width:40em){table{min-width:34em}.log table{min-width:40em}}
      @page{size:A4;margin:18mm 14mm;@top-center{content:"\(head)";font:bold 10pt Arial,sans-serif}\
      @bottom-center{content:"\(head)";font:bold 10pt Arial,sans-serif}\
      @bottom-right{content:counter(page) " of " counter(pages);font:9pt Arial,sans-serif}\
      @bottom-left{content:"\(Self.plain(run))";font:9pt Arial,sans-serif}}
      @media print{body{max-width:none;padding:0;font-size:9.5pt;line-height:1.3}.skip,nav{display:none}\
      .wide{overflow:visible}svg,table{min-width:0}h1,h2,h3,h4,caption{break-after:avoid}tr,li,figure,.box{break-inside:avoid}\
      thead{display:table-header-group}a{color:#000;text-decoration:none}\
      .sheet{display:block;position:fixed;inset:0;z-index:-1;text-align:center;padding-top:42%;\
      font:bold 84pt Arial,sans-serif;color:#e6e6e6;transform:rotate(-35deg)}}
      """
  }

  /// Letters, digits and dashes alone, to stand in a style.
  private static func plain(_ text: String) -> String {
    text.filter { ($0.isLetter || $0.isNumber || $0 == "-") && $0.isASCII }
  }
}
