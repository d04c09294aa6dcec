public import Library
public import Messaging
import OrderedCollections
import Time

/// Every message that a library's samples make, on one printable page that needs nothing from a network.
public struct ProofSheet: Sendable {
  private let organisation: Organisation
  private let printed: String
  private let sections: [Section]

  private struct Section: Sendable {
    let template: Template
    let messages: [SampleMessage]
  }

  /// `templates` are those to show; `printed` says when the sheet was made.
  public init(of templates: [Template], in library: Library, at moment: SampleMoment) {
    organisation = library.organisation
    printed = moment.calendar.zone.local(moment.now).description
    sections = templates.map { template in
      // Steps that send one template to the same audiences at one level make the same messages.
      var seen: Set<Draft> = []
      let messages = sampleMessages(of: template, in: library, at: moment).filter {
        seen.insert($0.judged.draft).inserted
      }
      return Section(template: template, messages: messages)
    }
  }

  public var count: Int { sections.reduce(0) { $0 + $1.messages.count } }

  /// How many messages have a finding of this weight and none above it.
  public func count(_ severity: Finding.Severity) -> Int {
    sections.reduce(0) { $0 + $1.messages.count { $0.judged.verdict.severity == severity } }
  }

  public var html: String {
    var page = HTMLText()
    page.raw("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.element("title", "Proof sheet, \(organisation.shortName)")
    page.raw("<style>\(Self.style)</style>\n</head>\n<body>\n<header>\n")
    page.element("h1", "Proof sheet")
    page.element("p", "\(organisation.name). Made \(printed). \(summary)")
    page.raw("</header>\n<nav aria-label=\"Templates\">\n<ul>\n")
    for section in sections {
      let counts = Finding.Severity.allCases.reversed().filter { $0 > .note }.compactMap {
        severity -> String? in
        let count = section.messages.count { $0.judged.verdict.severity == severity }
        return count == 0 ? nil : "\(count) \(severity.mark)"
      }
      page.raw("<li><a href=\"#\(HTMLText.escaped(section.template.id.text))\">")
      page.text(section.template.title)
      page.raw("</a> ")
      page.text(
        "\(section.messages.count) messages" + (counts.isEmpty ? "" : ", " + counts.joined(separator: ", ")))
      page.raw("</li>\n")
    }
    page.raw("</ul>\n</nav>\n<main>\n")
    for section in sections { write(section, to: &page) }
    page.raw("</main>\n</body>\n</html>\n")
    return page.html
  }

  /// "204 messages: 2 cannot go out, 3 need a reason."
  public var summary: String {
    let (stops, warns) = (count(.stop), count(.warn))
    let all = count == 1 ? "1 message" : "\(count) messages"
    if stops == 0, warns == 0 { return "\(all), none with a stop or a warning." }
    return "\(all): \(stops) cannot go out as they are, \(warns) need a reason."
  }

  private func write(_ section: Section, to page: inout HTMLText) {
    page.raw("<section id=\"\(HTMLText.escaped(section.template.id.text))\">\n")
    page.element("h2", section.template.title)
    if let purpose = section.template.purpose { page.element("p", purpose) }
    if section.messages.isEmpty {
      page.element("p", "It has no samples, or no playbook sends it: nothing can be shown.")
    }
    let groups = OrderedDictionary(grouping: section.messages) { message in
      "\(message.sample), \(message.judged.draft.level.rawValue)"
    }
    for (title, messages) in groups {
      page.element("h3", title)
      for message in messages { write(message, to: &page) }
    }
    page.raw("</section>\n")
  }

  private func write(_ message: SampleMessage, to page: inout HTMLText) {
    let (draft, verdict) = (message.judged.draft, message.judged.verdict)
    let channel = organisation.channels[draft.channel]?.title ?? draft.channel.text
    let audiences = draft.audiences.map { organisation.title(of: $0) }
    page.raw("<article class=\"\(verdict.severity.rawValue)\">\n")
    page.element("h4", "\(channel) to \(audiences.joined(separator: ", "))")
    let file = draft.path.split(separator: "/").last.map(String.init) ?? "no file"
    page.element(
      "p", "\(draft.marking.rawValue), \(draft.language), from \(file), step \(message.step)", class: "quiet")
    page.raw("<blockquote lang=\"\(HTMLText.escaped(draft.language))\" dir=\"auto\">")
    if let subject = draft.subject { page.element("p", subject, class: "subject") }
    for paragraph in draft.text.split(separator: "\n\n") {
      page.raw("<p dir=\"auto\">")
      page.lines(String(paragraph))
      page.raw("</p>\n")
    }
    page.raw("</blockquote>\n<ul class=\"findings\">\n")
    for finding in verdict.findings {
      page.raw("<li class=\"\(finding.severity.rawValue)\"><b>\(finding.severity.mark)</b> ")
      page.text("\(finding.kind.title): \(finding.message)" + (finding.why.map { " \($0)" } ?? ""))
      page.raw("</li>\n")
    }
    page.raw("</ul>\n</article>\n")
  }

  private static let style = """
    body{font:16px/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:50em;margin:0 auto;padding:1em}
    nav ul{columns:2 18em;padding-left:1.2em}nav li{break-inside:avoid}h2{border-top:3px solid #111;padding-top:.5em;margin-top:2em}
    article{border:1px solid #767676;border-left-width:8px;padding:0 1em;margin:1em 0;break-inside:avoid}
    article.stop{border-left-color:#b10e1e}article.warn{border-left-color:#8a5a00}
    article.note,article.ok{border-left-color:#0a6b3a}
    blockquote{margin:0;padding:.1em 1em;background:#f3f3f3}.subject{font-weight:bold}.quiet{color:#444}
    .findings{padding-left:1.2em}.findings .stop{color:#b10e1e}.findings .warn{color:#7a4f00}
    @media print{nav{display:none}body{max-width:none;font-size:11pt}section{break-before:page}}
    """
}
