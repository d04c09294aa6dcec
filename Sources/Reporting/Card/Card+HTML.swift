extension Card {
  /// The card as one printable page that needs nothing from a network.
  ///
  /// Source: WCAG 2.2 AA: 1.3.1 headings, lists and table headers as such, 1.4.3 contrast, 1.4.10 reflow,
  /// 2.4.2 title, 3.1.1 language.
  public var html: String {
    var page = PaperPage()
    page.begin(title: "\(title), \(organisation)", language: language, style: style)
    page.raw("<header>\n")
    page.element("p", marking, class: "marking")
    page.element("h1", title)
    page.element("p", "\(organisation), \(scenario)")
    page.raw("</header>\n<main>\n<section>\n")
    page.element("h2", "Before you begin")
    if markingOnceFilled != marking { page.element("p", handlingOnceFilled) }
    page.labelled("Use when", useWhen)
    page.labelled("Purpose", purpose)
    if !zero.isEmpty { page.labelled("T is", zero) }
    page.blanks([("T tonight: date", 6), ("time", 4), ("On call", 12)])
    page.labelled("Kept by", "\(owner). To be reviewed by \(reviewBy).")
    page.list(times, class: "units")
    page.raw("</section>\n")
    writeProportion(to: &page)
    page.raw("<section>\n")
    page.element("h2", "Steps, in order")
    for step in steps { write(step, to: &page) }
    page.raw("</section>\n")
    writeRoles(to: &page)
    page.raw("<section class=\"leaf\">\n")
    page.element("h2", "Decision log")
    page.element("p", "A decision is written at once: also not to act is one. Nothing is erased.")
    page.grid(
      ["No.", "Decided at", "Written at", "Decision", "Why, and expected effect", "By whom"], rows: 12)
    page.raw("</section>\n<section class=\"leaf\">\n")
    page.element("h2", "Rumours and feedback")
    page.grid(["Time", "What is said", "Where, and how far", "True?", "What we did"], rows: 12)
    page.raw("</section>\n</main>\n<footer>\n")
    page.element("p", marking, class: "marking")
    page.raw("</footer>\n</body>\n</html>\n")
    return page.html
  }

  private func writeProportion(to page: inout PaperPage) {
    if !proportion.isEmpty {
      page.raw("<section>\n")
      page.element("h2", "Proportion: the first line that holds decides")
      page.raw("<ol>\n")
      for row in proportion {
        page.raw("<li>")
        page.strong(row.level.capitalizedFirst)
        page.text(" " + row.words)
        page.list(row.audiences.map { "but \($0)" })
        page.raw("</li>\n")
      }
      page.raw("</ol>\n</section>\n")
    }
    page.raw("<section>\n")
    page.element("h2", "Levels")
    page.raw("<ul>\n")
    for level in levels {
      page.raw("<li>")
      page.strong(level.level.capitalizedFirst)
      page.text(" " + level.means)
      page.list(level.lines)
      page.raw("</li>\n")
    }
    page.raw("</ul>\n</section>\n")
  }

  private func write(_ step: StepEntry, to page: inout PaperPage) {
    page.raw("<article>\n")
    page.heading(step)
    if let condition = step.condition { page.labelled("Only where", condition) }
    if !step.waits.isEmpty { page.labelled("After", step.waits.joined(separator: "; ")) }
    for line in step.instructions where line != step.title { page.element("p", line) }
    if let help = step.help { page.element("p", help, class: "help") }
    if let who = step.who { page.labelled("Who", who) }
    if let sending = step.sending { write(sending, to: &page) }
    for question in step.questions { write(question, to: &page) }
    if !step.options.isEmpty {
      page.boxes(step.options)
      page.blanks([("Decided by", 12), ("time", 4)])
      page.blanks([("Why", 28)])
    }
    if step.isHandOver { page.blanks([("Taken over by", 12), ("time", 4)]) }
    page.list(step.rounds)
    page.targets(step)
    page.raw("</article>\n")
  }

  private func write(_ sending: SendingEntry, to page: inout PaperPage) {
    page.raw("<ul>\n")
    for audience in sending.audiences {
      page.raw("<li>")
      page.strong(audience.title)
      page.list(audience.channels)
      if !audience.partners.isEmpty {
        page.grid(["Partner", "Received", "Relevant", "Passed on"], first: audience.partners)
      }
      page.raw("</li>\n")
    }
    page.raw("</ul>\n")
    if sending.approvals.count == 1 {
      page.labelled("Approval", sending.approvals[0])
    } else {
      page.labelled("Approval", "")
      page.list(sending.approvals)
    }
    for _ in 0..<sending.seats { page.blanks([("Approved by", 14), ("time", 4)]) }
  }

  private func write(_ question: Question, to page: inout PaperPage) {
    page.raw("<div class=\"question\">\n<p>")
    page.strong(question.ask)
    if question.form != "yes or no" { page.text(" (\(question.form))") }
    page.raw("</p>\n")
    if let help = question.help { page.element("p", help, class: "help") }
    for caution in question.cautions { page.element("p", caution) }
    if question.options.isEmpty { page.blanks([("Answer", 28)]) } else { page.boxes(question.options) }
    page.boxes(["confirmed", "likely", "not known"], then: [("from", 8), ("at", 4)])
    page.raw("</div>\n")
  }

  private func writeRoles(to page: inout PaperPage) {
    page.raw("<section class=\"leaf\">\n")
    page.element("h2", "Who is who tonight")
    page.raw("<table>\n<thead><tr>")
    for head in ["Role", "Name", "Number"] { page.raw("<th scope=\"col\">\(head)</th>") }
    page.raw("</tr></thead>\n<tbody>\n")
    for role in roles {
      page.raw("<tr><th scope=\"row\">")
      page.text(role.title)
      if let does = role.does { page.small(does) }
      if !role.deputies.isEmpty { page.small("or \(role.deputies.joined(separator: ", or "))") }
      page.raw("</th><td></td><td></td></tr>\n")
    }
    page.raw("</tbody>\n</table>\n</section>\n")
  }
}

extension Card {
  /// Black on white is 21 to 1, the grey of help 9.7 to 1, where 4.5 is asked; nothing is told by colour.
  fileprivate var style: String {
    """
    body{font:1rem/1.4 Arial,Helvetica,sans-serif;color:#000;background:#fff;max-width:48em;margin:0 auto;\
    padding:1em;overflow-wrap:anywhere}
    h1{font-size:1.7em;line-height:1.2;margin:.3em 0}h2{font-size:1.3em;border-top:2px solid #000;\
    padding-top:.4em;margin:1.4em 0 .6em}h3{font-size:1.1em;margin:0 0 .4em;white-space:pre-wrap}
    h3 span{float:inline-end;margin-inline-start:1em}\
    p,li,h1,h3{unicode-bidi:plaintext}p{margin:.35em 0}ul,ol{margin:.3em 0;padding-inline-start:1.4em}
    article{border:1px solid #000;border-inline-start-width:6px;padding:.6em .8em;margin:.8em 0}
    .marking{font-weight:bold;text-align:center}.help,small{color:#444}.question{margin:.6em 0;break-inside:avoid}
    .line{display:inline-block;border-bottom:1px solid #000;height:1.5em;max-width:100%;vertical-align:bottom}
    .box{display:inline-block;border:1px solid #000;width:.9em;height:.9em;vertical-align:-.1em}
    .boxes>span,.blanks>span{display:inline-block;margin-inline-end:1.1em;max-width:100%}
    table{border-collapse:collapse;width:100%;margin:.5em 0;table-layout:fixed}
    th,td{border:1px solid #000;padding:.3em .4em;text-align:start;vertical-align:top;font-weight:normal}
    thead th{font-weight:bold;background:#eee}tbody td{height:1.7em}.leaf .grid tbody td{height:3.6em}
    .times{max-width:34em}.leaf .grid th:first-child{width:3.2em}
    @page{size:A4;margin:18mm 14mm;@top-center{content:"\(marking)";font:bold 10pt Arial,sans-serif}\
    @bottom-center{content:"\(marking)";font:bold 10pt Arial,sans-serif}\
    @bottom-right{content:counter(page) " of " counter(pages);font:9pt Arial,sans-serif}}
    @media print{body{max-width:none;padding:0;font-size:9.5pt;line-height:1.3}article{padding:.4em .6em}\
    .leaf{break-before:page}\
    h1,h2,h3{break-after:avoid}article,tr,li{break-inside:avoid}}
    """
  }
}
