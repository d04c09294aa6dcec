/// Many phrases, found in a text in one pass over its words.
///
/// The cost is that of the text's words and of the phrases that begin with one of them: no phrase can make it more.
public struct PhraseBook<Meaning: Sendable>: Sendable {
  private struct Entry: Sendable {
    let words: [String]
    let meaning: Meaning
  }

  /// By the first word; the longest phrase first.
  private var entries: [String: [Entry]] = [:]

  public init(_ phrases: [(Phrase, Meaning)]) {
    for (phrase, meaning) in phrases {
      guard let first = phrase.words.first else { continue }
      entries[first, default: []].append(Entry(words: phrase.words, meaning: meaning))
    }
    for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// A phrase that stands in a text.
  public struct Match {
    public let meaning: Meaning
    public let words: ArraySlice<Word>
    /// Where it stands in the text's UTF-8.
    public var range: Range<Int> {
      (words.first?.range.lowerBound ?? 0)..<(words.last?.range.upperBound ?? 0)
    }
  }

  /// Every phrase that stands in these words; of phrases that begin at one word and mean the same, the longest.
  public func matches(in words: [Word]) -> [Match] {
    var found: [Match] = []
    for start in words.indices {
      for entry in entries[words[start].folded] ?? [] {
        let end = start + entry.words.count
        guard end <= words.count,
          zip(words[start..<end], entry.words).allSatisfy({ $0.folded == $1 })
        else { continue }
        found.append(Match(meaning: entry.meaning, words: words[start..<end]))
      }
    }
    return found
  }
}
