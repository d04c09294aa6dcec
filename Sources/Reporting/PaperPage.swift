import Diagnostics
import Messaging

/// A printable HTML page in pieces; unseen characters are shown by name.
struct PaperPage {
  private var text = HTMLText()

  var html: String { text.html }

  private static func seen(_ words: String) -> String { visible(onOneLine(words)) }

  /// Everything before the page's own first element; `style` is raw.
  mutating func begin(title: String, language: String, style: String) {
    raw("<!doctype html>\n<html lang=\"\(HTMLText.escaped(Self.seen(language)))\">\n<head>\n")
    raw("<meta charset=\"utf-8\">\n")
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    element("title", title)
    raw("<style>\n\(style)\n</style>\n</head>\n<body>\n")
  }

  mutating func raw(_ markup: String) { text.raw(markup) }

  mutating func text(_ words: String) { text.text(Self.seen(words)) }

  mutating func element(_ name: String, _ words: String, class kind: String? = nil) {
    text.element(name, Self.seen(words), class: kind)
  }

  /// A step's number, name and due time.
  mutating func heading(_ step: Card.StepEntry) {
    raw("<h3>")
    if let due = step.targets.first(where: { $0.kind == "done" })?.time { raw("<span>due \(due)</span>") }
    text("\(step.number)  \(step.title)")
    raw("</h3>\n")
  }

  mutating func strong(_ words: String) { raw("<strong>\(HTMLText.escaped(Self.seen(words)))</strong>") }

  mutating func small(_ words: String) { raw("<br><small>\(HTMLText.escaped(Self.seen(words)))</small>") }

  mutating func labelled(_ label: String, _ words: String) {
    raw("<p><b>\(label):</b> ")
    text(words)
    raw("</p>\n")
  }

  /// A list; nothing where there is nothing in it.
  mutating func list(_ items: [String], class kind: String? = nil) {
    if items.isEmpty { return }
    raw("<ul\(kind.map { " class=\"\($0)\"" } ?? "")>\n")
    for item in items { element("li", item) }
    raw("</ul>\n")
  }

  /// Labels, each with a line to write on, so many ems long.
  mutating func blanks(_ labels: [(String, Int)]) {
    raw("<p class=\"blanks\">")
    write(labels)
    raw("</p>\n")
  }

  private mutating func write(_ labels: [(String, Int)]) {
    for (label, length) in labels {
      raw("<span>")
      text(label)
      raw(" <span class=\"line\" style=\"width:\(length)em\"></span></span> ")
    }
  }

  /// Words with a box to tick before each.
  mutating func boxes(_ options: [String], then labels: [(String, Int)] = []) {
    raw("<p class=\"boxes\">")
    for option in options {
      raw("<span><span class=\"box\"></span> ")
      text(option)
      raw("</span> ")
    }
    write(labels)
    raw("</p>\n")
  }

  /// An empty table to write in.
  mutating func grid(_ heads: [String], rows: Int) {
    grid(heads, Array(repeating: "<td></td>", count: rows))
  }

  /// A table to write in whose first column is filled.
  mutating func grid(_ heads: [String], first: [String]) {
    grid(heads, first.map { "<th scope=\"row\">\(HTMLText.escaped(Self.seen($0)))</th>" })
  }

  private mutating func grid(_ heads: [String], _ firsts: [String]) {
    raw("<table class=\"grid\">\n<thead><tr>")
    for head in heads { raw("<th scope=\"col\">\(head)</th>") }
    raw("</tr></thead>\n<tbody>\n")
    let rest = String(repeating: "<td></td>", count: heads.count - 1)
    for first in firsts { raw("<tr>\(first)\(rest)</tr>\n") }
    raw("</tbody>\n</table>\n")
  }

  /// What is due when, with blanks for the clock.
  mutating func targets(_ step: Card.StepEntry) {
    raw("<table class=\"times\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Due</th>")
    raw("<th scope=\"col\">Due by the clock</th><th scope=\"col\">Done at</th></tr></thead>\n<tbody>\n")
    for target in step.targets {
      raw("<tr><th scope=\"row\">\(target.kind.capitalizedFirst)</th>")
      raw("<td>\(target.time ?? "no target")</td><td></td><td></td></tr>\n")
    }
    if step.isRepeated {
      for number in 2...4 {
        raw("<tr><th scope=\"row\">Round \(number)</th><td></td><td></td><td></td></tr>\n")
      }
    }
    raw("</tbody>\n</table>\n")
  }
}
