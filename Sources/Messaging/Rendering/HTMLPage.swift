import Library

/// A document as a page that needs nothing from a network: a web page, a letter or a press release for print,
/// or the HTML part of a mail.
///
/// Source: WCAG 2.2 AA: 1.3.1 headings and lists as such, 1.4.3 contrast, 1.4.10 reflow, 2.4.2 title,
/// 2.4.4 links read as they lead, 3.1.1 language.
struct HTMLPage {
  private let sheet: Sheet

  init(_ sheet: Sheet) { self.sheet = sheet }

  var html: String {
    let language = sheet.draft.language
    let title = sheet.headline ?? sheet.context.name
    var page = HTMLText()
    page.raw(
      "<!doctype html>\n<html lang=\"\(HTMLText.escaped(language))\" dir=\"\(direction(of: language))\">\n")
    page.raw("<head>\n<meta charset=\"utf-8\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.raw("<meta name=\"marking\" content=\"\(HTMLText.escaped(sheet.draft.marking.rawValue))\">\n")
    // An exercise says so in the window's title too.
    page.element("title", (sheet.document.marks.dropFirst() + [title]).joined(separator: ": "))
    page.raw("<style>\n\(Self.style)\n</style>\n</head>\n<body>\n")
    marks(sheet.shownMarks, "header", on: &page)
    page.raw("<main>\n")
    for line in sheet.opening { own(line, class: "opening", on: &page) }
    page.element("h1", title)
    if let dateline = sheet.dateline { own(dateline, class: "dateline", on: &page) }
    var hasSection = false
    for block in sheet.document.blocks { write(block, &hasSection, on: &page) }
    page.raw("</main>\n")
    marks(sheet.shownMarks.reversed(), "footer", on: &page)
    page.raw("</body>\n</html>\n")
    return page.html
  }

  private func marks(_ marks: [String], _ element: String, on page: inout HTMLText) {
    if marks.isEmpty { return }
    page.raw("<\(element)>\n")
    for mark in marks { own(mark, class: "marking", on: &page) }
    page.raw("</\(element)>\n")
  }

  /// A line in the organisation's own language, whatever the page's is.
  private func own(_ line: String, class kind: String, on page: inout HTMLText) {
    let own = sheet.organisation.language
    let isOther = !sameLanguage(own, sheet.draft.language)
    let language = isOther ? " lang=\"\(HTMLText.escaped(own))\" dir=\"\(direction(of: own))\"" : ""
    page.raw("<p class=\"\(kind)\"\(language)>\(HTMLText.escaped(line))</p>\n")
  }

  /// `#` is below the page's title; `##` below that, and never the first.
  private func write(_ block: Document.Block, _ hasSection: inout Bool, on page: inout HTMLText) {
    switch block.kind {
    case .heading:
      hasSection = true
      write(block.lines, "h2", on: &page)
    case .subheading: write(block.lines, hasSection ? "h3" : "h2", on: &page)
    case .paragraph: write(block.lines, "p", on: &page)
    case .bullets:
      page.raw("<ul>\n")
      for line in block.lines { write([line], "li", on: &page) }
      page.raw("</ul>\n")
    case .inset:
      page.raw("<blockquote>\n")
      write(block.lines, "p", on: &page)
      page.raw("</blockquote>\n")
    }
  }

  private func write(_ lines: [[Document.Inline]], _ element: String, on page: inout HTMLText) {
    page.raw("<\(element)>")
    for (index, line) in lines.enumerated() {
      if index > 0 { page.raw("<br>\n") }
      for inline in line {
        switch inline {
        case .words(let words): page.text(words)
        case .link(let text, let target):
          // An address reads from the left in every script.
          let isTurned = direction(of: sheet.draft.language) == "rtl"
          page.raw("<a href=\"\(HTMLText.escaped(target))\"\(isTurned ? " dir=\"ltr\"" : "")>")
          page.raw("\(HTMLText.escaped(text))</a>")
        }
      }
    }
    page.raw("</\(element)>\n")
  }

  /// Dark grey on white is 18.9 to 1 and a link 10.1 to 1, where 4.5 is asked.
  private static let style = """
    body{font:1.125rem/1.5 Arial,Helvetica,sans-serif;color:#111;background:#fff;max-width:42em;margin:0 auto;\
    padding:1em;overflow-wrap:anywhere}
    h1{font-size:1.75em;line-height:1.2}h2{font-size:1.35em;margin-top:1.5em}h3{font-size:1.1em}
    a{color:#00437a;text-decoration:underline}a:focus-visible{outline:3px solid #00437a;outline-offset:2px}
    blockquote{margin:1em 0;padding:.1em 1em;border-inline-start:6px solid #00437a;background:#f3f3f3}
    li{margin:.3em 0}.marking{font-weight:bold;text-align:center}.opening{font-weight:bold}
    @media print{body{max-width:none;font-size:12pt;padding:0}a{color:#111}h1,h2,h3{break-after:avoid}\
    blockquote,li{break-inside:avoid}}
    """
}

/// Whether a language is written from the right: by the script its tag names, or else by the one it is known in.
///
/// Source: the scripts of the Unicode Character Database whose letters are R or AL, and CLDR's likely scripts.
func direction(of language: String) -> String {
  let tags = language.lowercased().split(separator: "-").map(String.init)
  if let script = tags.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
    return ["arab", "aran", "hebr", "syrc", "thaa", "nkoo", "rohg", "adlm"].contains(script) ? "rtl" : "ltr"
  }
  let known = [
    "ar", "ara", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps",
    "rhg", "sd", "skr", "syr", "ug", "ur", "yi",
  ]
  return tags.first.map(known.contains) ?? false ? "rtl" : "ltr"
}
