import Diagnostics
import OrderedCollections
import Time
import YAML

/// Reads the phrases of a wording file, and tells those that are none.
private struct PhraseReader {
  let path: String
  /// The most phrases of one file; far more than anybody could keep in mind.
  static let most = 5000
  private(set) var diagnostics: [Diagnostic] = []
  private var count = 0
  private var seen: [[String]: String] = [:]

  init(path: String) { self.path = path }

  /// The signs of the common pattern languages, none of which a word has.
  private static func isPatternSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"),
      UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// `place` names what the phrase belongs to; one phrase in two places would be found twice.
  mutating func phrase(_ text: String, _ span: Span, in place: String) -> Phrase? {
    count += 1
    guard count <= Self.most else {
      if count == Self.most + 1 {
        report(span, "this file has more than \(Self.most) phrases", "take some out")
      }
      return nil
    }
    if text.utf8.contains(where: Self.isPatternSign) {
      report(
        span, "'\(text)' is written as a pattern", "write the words themselves; list other forms in 'forms'")
      return nil
    }
    guard let phrase = Phrase(text) else {
      report(span, "'\(text)' is not one to \(Phrase.longest) words", "write a word, or a few in a row")
      return nil
    }
    if let other = seen[phrase.words], other == place {
      diagnostics.append(
        Diagnostic(
          .duplicateIdentifier, .warning, path: path, span: span,
          message: "'\(text)' stands in \(place) already",
          help: "case, hyphens and apostrophes make no difference; take one out"))
      return nil
    }
    seen[phrase.words] = place
    return phrase
  }

  private mutating func report(_ span: Span, _ message: String, _ help: String) {
    diagnostics.append(Diagnostic(.badValue, path: path, span: span, message: message, help: help))
  }

  mutating func phrases(_ node: Node?, in place: String) -> [Phrase] {
    var found: [Phrase] = []
    for item in node?.items ?? [] {
      if let text = item.text, let phrase = phrase(text, item.span, in: place) { found.append(phrase) }
    }
    return found
  }
}

extension HouseStyle {
  /// Nil where a field could not be read, which the shape has told already.
  init?(_ source: Source, _ diagnostics: inout [Diagnostic]) {
    let root = source.root
    guard let title = root.text("house-style"), let owner: Role.ID = root.name("owner"),
      let reviewBy = root.text("review-by").flatMap({ CivilDate($0) })
    else { return nil }
    self.title = title
    self.owner = owner
    self.reviewBy = reviewBy
    longestSentence = Self.number("longest-sentence", 5...100, source, &diagnostics) ?? Self.usualSentence
    readingAge = Self.number("reading-age", 5...20, source, &diagnostics) ?? Self.usualAge
    var reader = PhraseReader(path: source.path)
    groups = (root["groups"]?.pairs ?? []).reduce(into: [:]) { groups, pair in
      if let group = WordingGroup(pair, &reader) { groups[group.id] = group }
    }
    asks = Level.allCases.reduce(into: [:]) { asks, level in
      let phrases = reader.phrases(root["asks"]?[level.rawValue], in: "asks")
      if !phrases.isEmpty { asks[level] = phrases }
    }
    signs = Template.Part.allCases.reduce(into: [:]) { signs, part in
      let phrases = reader.phrases(root["parts"]?[part.rawValue], in: "the part '\(part.rawValue)'")
      if !phrases.isEmpty { signs[part] = phrases }
    }
    diagnostics += reader.diagnostics
    wrong = PhraseBook(
      groups.values.flatMap { group in
        group.entries.enumerated().flatMap { index, entry in
          ([entry.phrase] + entry.forms).map { ($0, WrongWords(group: group.id, entry: index)) }
        }
      })
    asking = PhraseBook(asks.flatMap { level, phrases in phrases.map { ($0, level) } })
    signed = PhraseBook(signs.flatMap { part, phrases in phrases.map { ($0, part) } })
  }

  private static func number(
    _ key: String, _ range: ClosedRange<Int>, _ source: Source, _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let number = source.root.text(key).flatMap({ Int($0) }) else { return nil }
    if range.contains(number) { return number }
    diagnostics.append(
      source.diagnostic(
        .badValue, at: .key(key),
        message: "\(number) is not between \(range.lowerBound) and \(range.upperBound)",
        help: "leave the key out for the usual"))
    return nil
  }
}

extension WordingGroup {
  fileprivate init?(_ pair: Node.Pair, _ reader: inout PhraseReader) {
    let node = pair.value
    guard let title = node.text("title"), let why = node.text("why"),
      let weight: Weight = node.word("finding")
    else { return nil }
    var entries: [Entry] = []
    for word in node["words"]?.pairs ?? [] {
      guard let phrase = reader.phrase(word.key, word.keySpan, in: "a group") else { continue }
      entries.append(
        Entry(
          phrase: phrase, forms: reader.phrases(word.value["forms"], in: "a group"),
          instead: word.value.text ?? word.value.text("instead") ?? "", unless: word.value.exceptions))
    }
    self.init(
      id: ID(pair.key), title: title, why: why, weight: weight, fineFrom: node.word("fine-from"),
      unless: node.exceptions, entries: entries)
  }
}

extension Node {
  fileprivate var exceptions: [WordingGroup.Exception] {
    texts("unless").compactMap { WordingGroup.Exception(rawValue: $0) }
  }
}

extension KeyMessages {
  init?(_ source: Source, _ diagnostics: inout [Diagnostic]) {
    let root = source.root
    guard let title = root.text("key-messages"), let owner: Role.ID = root.name("owner"),
      let reviewBy = root.text("review-by").flatMap({ CivilDate($0) })
    else { return nil }
    var reader = PhraseReader(path: source.path)
    let messages: OrderedDictionary<KeyMessage.ID, KeyMessage> = (root["messages"]?.pairs ?? []).reduce(
      into: [:]) {
        messages, pair in
        let id = KeyMessage.ID(pair.key)
        let signs = reader.phrases(pair.value["signs"], in: "the message '\(pair.key)'")
        messages[id] = KeyMessage(id: id, says: pair.value.text("says") ?? "", signs: signs)
      }
    diagnostics += reader.diagnostics
    let signed = PhraseBook(messages.values.flatMap { message in message.signs.map { ($0, message.id) } })
    self.init(title: title, owner: owner, reviewBy: reviewBy, messages: messages, signed: signed)
  }
}
