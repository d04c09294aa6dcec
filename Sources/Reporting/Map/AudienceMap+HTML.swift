import Library

extension AudienceMap {
  /// The map as one page with a table, which needs nothing from a network.
  public var html: String {
    var page = PaperPage()
    page.begin(title: "\(title), \(organisation)", language: language, style: style)
    page.raw("<header>\n")
    page.element("p", marking, class: "marking")
    page.element("h1", title)
    page.element("p", organisation)
    page.raw("</header>\n<main>\n<table>\n")
    page.element("caption", "Audiences and their channels at each level")
    page.raw("<thead><tr><th scope=\"col\">Audience</th>")
    for level in Level.allCases { page.raw("<th scope=\"col\">\(level.rawValue.capitalizedFirst)</th>") }
    page.raw("</tr></thead>\n<tbody>\n")
    for entry in audiences {
      page.raw("<tr><th scope=\"row\">")
      page.strong(entry.title)
      if let who = entry.who { page.small(who) }
      page.small("\(entry.reach), up to \(entry.marking)\(entry.otherLanguages)")
      page.raw("</th>\n")
      for cell in entry.levels {
        page.raw("<td>")
        page.list(cell.words)
        page.raw("</td>\n")
      }
      page.raw("</tr>\n")
    }
    page.raw("</tbody>\n</table>\n</main>\n<footer>\n")
    page.element("p", marking, class: "marking")
    page.raw("</footer>\n</body>\n</html>\n")
    return page.html
  }

  /// Black on white is 21 to 1, the grey 9.7 to 1, where 4.5 is asked.
  private var style: String {
    """
    body{font:1rem/1.4 Arial,Helvetica,sans-serif;color:#000;background:#fff;max-width:70em;margin:0 auto;\
    padding:1em;overflow-wrap:anywhere}
    h1{font-size:1.6em;line-height:1.2;margin:.3em 0}p,li,th{unicode-bidi:plaintext}small{color:#444}
    .marking{font-weight:bold;text-align:center}caption{text-align:start;padding-bottom:.4em}
    table{border-collapse:collapse;width:100%}tr{break-inside:avoid}
    th,td{border:1px solid #000;padding:.35em .5em;text-align:start;vertical-align:top;font-weight:normal}
    thead th{font-weight:bold;background:#eee}ul{margin:0;padding-inline-start:1.1em}
    @page{size:A4 landscape;margin:18mm 14mm;@top-center{content:"\(marking)";font:bold 10pt Arial,sans-serif}\
    @bottom-center{content:"\(marking)";font:bold 10pt Arial,sans-serif}}
    @media print{body{max-width:none;padding:0;font-size:10pt}}
    """
  }
}
