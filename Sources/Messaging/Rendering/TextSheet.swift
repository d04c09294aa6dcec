import Library

/// A document as plain text: marking at the top and bottom, headline, paragraphs.
struct TextSheet {
  private let sheet: Sheet

  init(_ sheet: Sheet) { self.sheet = sheet }

  var text: String {
    let marks = sheet.shownMarks
    var parts = marks + sheet.opening
    if let headline = sheet.headline { parts.append(headline) }
    if let dateline = sheet.dateline { parts.append(dateline) }
    parts += sheet.document.blocks.map(text)
    parts += marks.reversed()
    return parts.map { sheet.draft.kind == .letter ? Self.wrapped($0) : $0 }.joined(separator: "\n\n") + "\n"
  }

  private func text(_ block: Document.Block) -> String {
    switch block.kind {
    case .bullets: block.texts.map { "* " + $0 }.joined(separator: "\n")
    case .inset: block.texts.map { "    " + $0 }.joined(separator: "\n")
    case .heading, .subheading, .paragraph: block.texts.joined(separator: "\n")
    }
  }

  /// At most 72 characters a line, as a printed page is easy to read; a longer word keeps its line.
  private static func wrapped(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      let margin = String(line.prefix { $0 == " " })
      let hanging = margin + (line.hasPrefix("* ") ? "  " : "")
      var (lines, current): ([String], String) = ([], margin)
      for word in line.split(separator: " ") {
        if current.count + word.count > 72, !current.allSatisfy({ $0 == " " }) {
          lines.append(current)
          current = hanging
        }
        if !current.allSatisfy({ $0 == " " }) { current += " " }
        current += word
      }
      return (lines + [current]).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
