import Diagnostics
import Library
import OrderedCollections
import Time

/// A message taken apart for laying out: what stands above its words, and the words.
struct Sheet {
  let draft: Draft
  let context: RenderingContext
  let document: Document
  /// The subject without its marking and the exercise's words; nil where the kind has none.
  let headline: String?

  init(_ draft: Draft, in context: RenderingContext) {
    (self.draft, self.context) = (draft, context)
    document = context.document(of: draft)
    headline = context.headline(of: draft, without: document.marks).map { visible($0) }
  }

  var organisation: Organisation { context.organisation }

  /// The marks that are seen: unmarked public pages carry their marking in the page's record alone.
  var shownMarks: [String] { isUnmarked ? Array(document.marks.dropFirst()) : document.marks }

  private var isUnmarked: Bool {
    guard draft.kind == .webPage, let channel = organisation.channels[draft.channel] else { return false }
    return channel.reach == .public && !channel.alwaysShowsMarking
  }

  /// What conventionally stands between the marks and the headline.
  var opening: [String] {
    switch draft.kind {
    case .pressRelease: embargo + ["PRESS RELEASE"]
    case .letter: [organisation.name, context.local.date.words]
    case .email, .webPage, .resilienceDirect, .briefing, .capAlert, .sms, .x, .facebook: []
    }
  }

  /// Who says it and when, under the headline of a press release.
  var dateline: String? {
    draft.kind == .pressRelease ? "\(organisation.name), \(context.local.date.words)" : nil
  }

  /// An embargo is a handling of a fact, which has no time of its own: the words say until when.
  private var embargo: [String] {
    guard let handling = context.handlings(of: draft).first(where: { $0.id == "embargoed" }) else {
      return []
    }
    return ["\(handling.title): not for publication or broadcast before the embargo ends"]
  }
}
