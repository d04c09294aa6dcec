import Library
import OrderedCollections
import Time

/// A public alert that an authorised body may take up: a draft, or an exercise's, and never an actual alert.
///
/// Source: OASIS Common Alerting Protocol 1.2, section 3.2. It names no area: who sends it draws that.
struct AlertFile {
  private let sheet: Sheet

  /// Source: the same, `headline`.
  static let longestHeadline = 160

  init(_ sheet: Sheet) { self.sheet = sheet }

  var xml: String {
    let (draft, context) = (sheet.draft, sheet.context)
    let values = context.alert(of: draft)
    let (outside, under) = sheet.document.divided(under: values.instruction)
    let drill = sheet.document.marks.dropFirst()
    var page = XMLText()
    page.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    page.raw("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\n")
    page.element("identifier", Self.reference(context.name))
    page.element("sender", sheet.organisation.mailbox)
    page.element("sent", Self.time(context.moment, context.zone))
    page.element("status", context.mode == .exercise ? "Exercise" : "Draft")
    page.element("msgType", "Alert")
    page.element("scope", "Public")
    page.element("note", (sheet.document.marks + [context.name]).joined(separator: ". "))
    page.raw("<info>\n")
    page.element("language", draft.language)
    page.element("category", values.category.rawValue)
    page.element("event", values.event ?? context.library.templates[draft.template]?.title ?? context.name)
    page.element("urgency", values.urgency.rawValue)
    page.element("severity", values.severity.rawValue)
    page.element("certainty", values.certainty.rawValue)
    page.element("senderName", sheet.organisation.name)
    page.element("headline", (drill + [headline(outside + under)]).joined(separator: ": "))
    page.element("description", (drill + texts(outside)).joined(separator: "\n\n"))
    if !under.isEmpty { page.element("instruction", (drill + texts(under)).joined(separator: "\n\n")) }
    page.raw("</info>\n</alert>\n")
    return page.xml
  }

  private func texts(_ blocks: [Document.Block]) -> [String] {
    blocks.map { block in
      block.kind == .bullets
        ? block.texts.map { "* " + $0 }.joined(separator: "\n") : block.texts.joined(separator: "\n")
    }
  }

  /// The first words, as many of the whole ones as a headline holds.
  private func headline(_ blocks: [Document.Block]) -> String {
    let drill = sheet.document.marks.dropFirst().reduce(0) { $0 + $1.unicodeScalars.count + 2 }
    let room = max(1, Self.longestHeadline - drill)
    let words = (sheet.headline ?? blocks.first?.texts.first ?? "").split(whereSeparator: \.isWhitespace)
    let whole = words.joined(separator: " ")
    if whole.unicodeScalars.count <= room { return whole }
    var shown = ""
    for word in words {
      let next = shown.isEmpty ? String(word) : shown + " " + word
      if next.unicodeScalars.count + 1 > room { break }
      shown = next
    }
    if shown.isEmpty { shown = String(String.UnicodeScalarView(whole.unicodeScalars.prefix(room - 1))) }
    return shown + "\u{2026}"
  }

  /// Without what an identifier may not hold: spaces, commas, `<` and `&`.
  private static func reference(_ name: String) -> String {
    String(name.map { $0.isWhitespace || ",<&".contains($0) ? "-" : $0 })
  }

  /// `2026-07-24T03:12:00+01:00`; the standard writes UTC as `-00:00`, and `Z` never.
  private static func time(_ moment: Instant, _ zone: Zone) -> String {
    let local = zone.local(moment)
    let offset = zone.offset(at: moment, between: ":")
    return "\(local.date)T\(local.time)" + (offset == "+00:00" ? "-00:00" : offset)
  }
}
