import Diagnostics
import Messaging

extension PaperPage {
  /// A table with its caption, whose first column names the row; nothing where it has no rows.
  mutating func table(_ caption: String, class kind: String? = nil, _ heads: [String], _ rows: [[String]]) {
    if rows.isEmpty { return }
    // A wide table scrolls by itself on a narrow screen, by keys as well.
    raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
    text(caption)
    raw("\">\n<table\(kind.map { " class=\"\($0)\"" } ?? "")>\n")
    element("caption", caption)
    raw("<thead><tr>")
    for head in heads {
      raw("<th scope=\"col\">")
      text(head)
      raw("</th>")
    }
    raw("</tr></thead>\n<tbody>\n")
    for row in rows {
      for (index, cell) in row.enumerated() {
        // A word that no line holds may be broken anywhere; the others stay whole.
        let isLong = Self.hasLongWord(cell)
        let kind = isLong ? " class=\"long\"" : ""
        raw(index == 0 ? "<tr><th scope=\"row\"\(kind)>" : "<td\(kind)>")
        text(cell)
        raw(index == 0 ? "</th>" : "</td>")
      }
      raw("</tr>\n")
    }
    raw("</tbody>\n</table>\n</div>\n")
  }

  private static func hasLongWord(_ words: String) -> Bool {
    var length = 0
    for byte in words.utf8 {
      length = byte == UInt8(ascii: " ") ? 0 : length + 1
      if length > 28 { return true }
    }
    return false
  }

  /// Terms and what they are.
  mutating func terms(_ pairs: [(String, String?)]) {
    raw("<dl>\n")
    for (term, words) in pairs {
      guard let words else { continue }
      raw("<div><dt>")
      text(term)
      raw("</dt><dd>")
      text(words)
      raw("</dd></div>\n")
    }
    raw("</dl>\n")
  }

  /// Exact words, their line ends kept.
  mutating func exact(_ words: String) { raw(HTMLText.escaped(visible(words, keepingLines: true))) }

  /// A section with its heading; `id` is a plain word.
  mutating func section(_ id: String, _ title: String) {
    raw("<section id=\"\(id)\" aria-labelledby=\"\(id)-head\">\n<h2 id=\"\(id)-head\">")
    text(title)
    raw("</h2>\n")
  }

  mutating func endSection() { raw("</section>\n") }
}
