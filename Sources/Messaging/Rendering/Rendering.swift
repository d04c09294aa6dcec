public import Library

/// A message as its channel's own tool takes it: made from the approved words, which it never changes.
public struct Rendering: Hashable, Sendable {
  public enum Form: String, CaseIterable, Hashable, Sendable {
    case text, html, eml, xml

    /// What a file of it is called after the dot.
    public var fileExtension: String {
      switch self {
      case .text: "txt"
      case .html: "html"
      case .eml: "eml"
      case .xml: "xml"
      }
    }
  }

  public let form: Form
  /// The whole file; a mail's lines end in CR LF.
  public let text: String

  public var fileExtension: String { form.fileExtension }

  public var bytes: [UInt8] { Array(text.utf8) }
}

extension Channel.Kind {
  /// The forms that a message of this kind has; the first is the channel's own.
  public var forms: [Rendering.Form] {
    switch self {
    case .email: [.eml, .html, .text]
    case .webPage, .letter: [.html, .text]
    case .pressRelease: [.text, .html]
    case .capAlert: [.xml, .text]
    case .sms, .x, .facebook, .resilienceDirect, .briefing: [.text]
    }
  }
}

/// What a draft becomes on its channel, in the channel's own form or another of its forms.
///
/// The same words, context and form give the same bytes. Nil where the kind has no such form.
public func rendering(
  of draft: Draft, as form: Rendering.Form? = nil, in context: RenderingContext
) -> Rendering? {
  guard let form = form ?? draft.kind.forms.first, draft.kind.forms.contains(form) else { return nil }
  let sheet = Sheet(draft, in: context)
  let text =
    switch form {
    case .eml: EmailFile(sheet).text
    case .html: HTMLPage(sheet).html
    case .xml: AlertFile(sheet).xml
    case .text:
      switch draft.kind {
      case .sms, .x, .facebook: draft.text + "\n"
      case .briefing: SpokenPage(sheet).text
      case .email, .webPage, .pressRelease, .resilienceDirect, .letter, .capAlert: TextSheet(sheet).text
      }
    }
  return Rendering(form: form, text: text)
}
