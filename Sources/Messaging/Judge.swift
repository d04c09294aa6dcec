import Diagnostics
public import Library
import OrderedCollections
import Time

/// Everything that was found on a message; `supported` is the level that the facts support, where it is known.
public func judge(
  _ draft: Draft, isEdited: Bool, of playbook: Playbook, in library: Library, knowing: Knowledge,
  supported: Level?
) -> Verdict {
  let judging = Judging(
    draft: draft, isEdited: isEdited, playbook: playbook, library: library, knowing: knowing,
    supported: supported, words: Array(Words(of: Judging.judged(draft))))
  return Verdict(
    findings: judging.proportion() + judging.asking() + judging.marking() + judging.form()
      + judging.addedWords()
      + judging.length()
      + judging.readingAge() + judging.facts() + judging.wording() + judging.parts() + judging.keyMessages()
      + judging.routes())
}

/// What is found on the length of a draft alone: its channel's own limit, and the one that its level sets.
package func lengthFindings(on draft: Draft, of playbook: Playbook, in library: Library, knowing: Knowledge)
  -> [Finding]
{
  Judging(
    draft: draft, isEdited: false, playbook: playbook, library: library, knowing: knowing, supported: nil,
    words: []
  ).length()
}

/// One message held against the rules.
struct Judging {
  let draft: Draft
  let isEdited: Bool
  let playbook: Playbook
  let library: Library
  let knowing: Knowledge
  let supported: Level?

  /// The words of subject and text, as the house style looks at them.
  let words: [Word]

  /// Subject and text, as one text.
  static func judged(_ draft: Draft) -> String { (draft.subject.map { $0 + "\n\n" } ?? "") + draft.text }

  var organisation: Organisation { library.organisation }

  var isPublic: Bool {
    organisation.isPublic(organisation.channels[draft.channel], to: draft.audiences)
  }

  func proportion() -> [Finding] {
    guard let supported else { return [] }
    let level = draft.level.rawValue
    if draft.level == supported { return [Finding(.proportion, .ok, "\(level), as the facts support")] }
    return [
      Finding(
        .proportion, .note, "\(level), where the facts support \(supported.rawValue)",
        why: "Another level was decided with a reason, or this audience has one of its own.")
    ]
  }

  func marking() -> [Finding] {
    guard let channel = organisation.channels[draft.channel] else { return [] }
    var found: [Finding] = []
    if draft.marking > channel.ceiling {
      found.append(
        Finding(
          .marking, .stop,
          "\(draft.marking.rawValue), and \(channel.title) carries \(channel.ceiling.rawValue) at most"))
    }
    for id in draft.audiences {
      guard let audience = organisation.audiences[id], draft.marking > audience.marking else { continue }
      found.append(
        Finding(
          .marking, .stop,
          "\(draft.marking.rawValue), and \(audience.title) may see \(audience.marking.rawValue) at most"))
    }
    for fact in draft.facts.compactMap({ playbook.facts[$0] }) {
      for handling in fact.handling.compactMap({ organisation.handlings[$0] }) {
        for (title, reach) in travels(on: channel) where !handling.reaches.contains(reach) {
          found.append(
            Finding(.marking, .stop, "\(fact.ask) is \(handling.title), and \(title) is \(reach.rawValue)"))
        }
      }
    }
    if isEdited { found += copies(on: channel) }
    return found.isEmpty ? [Finding(.marking, .ok, "\(draft.marking.rawValue), on a channel for it")] : found
  }

  /// How far the words travel: on their channel, and to each audience.
  private func travels(on channel: Channel) -> [(title: String, reach: Reach)] {
    [(channel.title, channel.reach)]
      + draft.audiences.compactMap { organisation.audiences[$0] }.map { ($0.title, $0.reach) }
  }

  /// Facts of a higher marking, as they are or once were, that an editor typed or pasted into the words.
  private func copies(on channel: Channel) -> [Finding] {
    let words = squeezed((draft.subject ?? "") + " " + draft.text)
    let ceiling = draft.audiences.compactMap { organisation.audiences[$0]?.marking }
      .reduce(channel.ceiling, min)
    return knowing.facts.sorted { $0.key < $1.key }.compactMap { id, latest in
      guard let fact = playbook.facts[id] else { return nil }
      let allowed = fact.handling.compactMap { organisation.handlings[$0] }.allSatisfy { handling in
        travels(on: channel).allSatisfy { handling.reaches.contains($0.reach) }
      }
      let entries = [latest] + (knowing.earlier[id] ?? []).reversed()
      let copied = entries.firstIndex { entry in
        guard case .text(let value)? = entry.value, squeezed(value).count >= 4 else { return false }
        return (max(fact.marking, entry.marking) > ceiling || !allowed) && contains(words, squeezed(value))
      }
      guard let copied else { return nil }
      let marking = max(fact.marking, entries[copied].marking)
      let what = copied == 0 ? "what was answered" : "an earlier answer"
      return Finding(
        .marking, .stop, "the words hold \(what) to '\(fact.ask)'",
        why: "It is \(marking.rawValue) and may not travel on \(channel.title).")
    }
  }

  private func squeezed(_ text: String) -> [Character] { spaced(text.lowercased()) }

  private func contains(_ words: [Character], _ part: [Character]) -> Bool {
    guard part.count <= words.count else { return false }
    return (0...(words.count - part.count)).contains {
      words[$0] == part[0] && words[$0...].starts(with: part)
    }
  }

  /// What an edit took away of the channel's form; filled words always have it.
  func form() -> [Finding] {
    guard isEdited, let channel = organisation.channels[draft.channel] else { return [] }
    let form = Form(
      channel: channel, exercisePrefix: organisation.exercisePrefix, marking: draft.marking,
      mode: knowing.mode)
    return form.lost(subject: draft.subject, text: draft.text).map { Finding(.words, .stop, $0) }
  }

  /// The channel's own limit, and the one that the level sets.
  func length() -> [Finding] { channelLength() + levelLength() }

  /// More words, or parts of a text message, than the level allows.
  private func levelLength() -> [Finding] {
    guard let most = organisation.levels[draft.level]?.words[draft.kind] else { return [] }
    let (count, unit) =
      draft.kind == .sms
      ? (smsLength.parts, "parts") : (draft.text.spacedWords, "words")
    if count <= most { return [] }
    return [
      Finding(
        .length, .warn, "\(count) \(unit), at most \(most) at \(draft.level.rawValue)",
        why: "The organisation sets how much people are given to read at each level.")
    ]
  }

  private var smsLength: SMSLength {
    SMSLength(of: draft.text, prefix: organisation.channels[draft.channel]?.prefix ?? "")
  }

  private func channelLength() -> [Finding] {
    let text = draft.text
    func limited(_ count: Int, _ most: Int, _ unit: String) -> Finding {
      Finding(.length, count > most ? .stop : .ok, "\(count) of \(most) \(unit)")
    }
    switch draft.kind {
    case .sms: return smsFindings()
    case .x: return [limited(XLength(of: text).count, XLength.most, "weighted characters")]
    case .facebook: return [limited(text.unicodeScalars.count, 63_206, "characters")]
    case .capAlert: return [limited(text.unicodeScalars.count, 1395, "characters")]
    case .briefing:
      let words = text.spacedWords
      return [Finding(.length, .ok, "\(words) words, about \(max(1, words * 60 / 150)) seconds spoken")]
    case .email, .webPage, .pressRelease, .resilienceDirect, .letter:
      let words = text.spacedWords
      let most = draft.kind == .pressRelease ? 800 : 3000
      return [Finding(.length, words > most ? .warn : .ok, "\(words) words")]
    }
  }

  private func smsFindings() -> [Finding] {
    let length = smsLength
    let isTooLong = length.limited > SMSLength.most
    let size = "\(length.count) of \(length.room), \(length.parts) part\(length.parts == 1 ? "" : "s")"
    var found = [
      Finding(
        .length, isTooLong ? .stop : length.parts > 3 ? .warn : .ok,
        isTooLong ? "\(length.limited) of \(SMSLength.most) at most" : size)
    ]
    if length.isUnicode {
      let shown = length.foreign.map { visible(String($0), keepingLines: false) }.joined(separator: " ")
      found.append(
        Finding(
          .length, .note, "with \(shown) a part holds 70 characters, not 160",
          why: "The short alphabet of text messages has no such character, so all of it is sent as Unicode."))
    }
    return found
  }

  func readingAge() -> [Finding] {
    guard isPublic else { return [] }
    let limit = library.houseStyle?.readingAge ?? HouseStyle.usualAge
    switch Readability(of: draft.text, language: draft.language) {
    case .scored(let score):
      let severity: Finding.Severity = score.years > limit + 3 ? .warn : .ok
      return [Finding(.readingAge, severity, "about \(score.years) (aim \(limit))")] + longSentence(score)
    case .guide(let score):
      let message = "about \(score.years) (aim \(limit); short text, rough guide)"
      return [Finding(.readingAge, .ok, message)] + longSentence(score)
    case .notScored(.language(let language)):
      return [Finding(.readingAge, .ok, "not scored; the formula is not for '\(language)'")]
    case .notScored(.noWords): return []
    }
  }

  private func longSentence(_ score: ReadingScore) -> [Finding] {
    let limit = library.houseStyle?.longestSentence ?? HouseStyle.usualSentence
    guard score.longest.count > limit else { return [] }
    let beginning = visible(score.longest.prefix(6).joined(separator: " "))
    return [
      Finding(
        .readingAge, .note,
        "'\(beginning)…' is a sentence of \(score.longest.count) words (at most \(limit))",
        why: "Sentences of 14 words are understood by most readers, and few follow one of more than \(limit)."
      )
    ]
  }

  func facts() -> [Finding] {
    var found = isEdited ? [] : draft.problems
    if isEdited, let hole = firstHole(in: (draft.subject ?? "") + "\n" + draft.text) {
      found.append(
        Finding(
          .facts, .stop, "'\(hole)' is still to be filled", why: "A message never goes out with a hole in it."
        ))
    }
    if isEdited {
      found += lostWords(
        of: draft, playbook: playbook, template: library.templates[draft.template], knowing: knowing)
      if isPublic { found += likelyOnes() }
    }
    if found.isEmpty {
      let count = draft.facts.count
      found.append(Finding(.facts, .ok, count == 0 ? "none needed" : "\(count) of \(count) in place"))
    }
    return found
  }

  /// Likely facts whose words stand in a text that somebody edited, where no template sees to the hedge.
  private func likelyOnes() -> [Finding] {
    let words = squeezed((draft.subject ?? "") + " " + draft.text)
    return draft.facts.compactMap { id in
      guard let fact = playbook.facts[id], let entry = knowing.facts[id], entry.confidence == .likely,
        let value = entry.value
      else { return nil }
      let shown = squeezed(fact.words(for: value, zone: knowing.calendar.zone, today: knowing.today))
      guard !shown.isEmpty, contains(words, shown) else { return nil }
      return Finding(
        .facts, .warn, "\(fact.ask) is likely, not confirmed; see that the edited words say so",
        why: "An unconfirmed fact never reads as confirmed in a public message.")
    }
  }

  /// A placeholder or a hole that an edited text still has.
  private func firstHole(in text: String) -> String? {
    if let start = text.range(of: "((") { return String(text[start.lowerBound...].prefix(40)) }
    if let end = text.range(of: ": not known]") {
      let start = text[..<end.lowerBound].lastIndex(of: "[") ?? end.lowerBound
      return String(text[start..<end.upperBound])
    }
    return nil
  }
}

/// The characters with single spaces for white space.
func spaced(_ text: String) -> [Character] {
  Array(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
}

extension String {
  fileprivate func range(of needle: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(needle) { return index..<self.index(index, offsetBy: needle.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
