public import OrderedCollections
public import Time

/// How an organisation writes: `templates/house-style.yaml`, which comms leads own.
public struct HouseStyle: Sendable {
  public let title: String
  public let owner: Role.ID
  public let reviewBy: CivilDate
  /// Words that are wrong, grouped by what is wrong with them.
  public let groups: OrderedDictionary<WordingGroup.ID, WordingGroup>
  /// Phrases that ask something of people: each belongs to a level, and none below it may say it.
  public let asks: OrderedDictionary<Level, [Phrase]>
  /// What tells that a message has a part.
  public let signs: OrderedDictionary<Template.Part, [Phrase]>
  /// The most words of a sentence.
  public let longestSentence: Int
  /// The reading age to aim at in public, in years.
  public let readingAge: Int
  /// All of them, ready to be looked for.
  let wrong: PhraseBook<WrongWords>
  let asking: PhraseBook<Level>
  let signed: PhraseBook<Template.Part>

  static let path = "templates/house-style.yaml"

  /// GOV.UK's guidance on sentences, and the reading age it writes for.
  public static let (usualSentence, usualAge) = (25, 9)
}

extension HouseStyle {
  /// Where a wrong phrase stands: the group and the entry of the group, by their places.
  struct WrongWords: Hashable, Sendable {
    let group: WordingGroup.ID
    let entry: Int
  }

  /// A wrong phrase in a text.
  public struct Use {
    public let group: WordingGroup
    public let entry: WordingGroup.Entry
    public let words: ArraySlice<Word>
  }

  /// Every wrong phrase that stands in these words; of one inside another, the longer.
  public func wrongWords(in words: [Word]) -> [Use] {
    var found: [Use] = []
    for match in wrong.matches(in: words) {
      guard let group = groups[match.meaning.group], group.entries.indices.contains(match.meaning.entry)
      else {
        continue
      }
      // Of a phrase and a word in it, the phrase says better what is wrong.
      let isCovered = found.contains { other in
        (other.group.id == group.id || other.words.count > match.words.count)
          && other.words.startIndex <= match.words.startIndex && match.words.endIndex <= other.words.endIndex
      }
      if isCovered { continue }
      found.append(Use(group: group, entry: group.entries[match.meaning.entry], words: match.words))
    }
    return found
  }

  /// Phrases that ask for something, where an imperative can stand: a word such as `run` is more often none.
  public func asks(in words: [Word]) -> [(level: Level, words: ArraySlice<Word>)] {
    asking.matches(in: words).filter { match in
      guard let first = match.words.first else { return false }
      if first.isFirst || match.words.startIndex == words.startIndex { return true }
      let before = match.words.startIndex - 1
      // "Asked to avoid" asks something; "to avoid delays" says why.
      if words[before].folded == "to" {
        return before > words.startIndex && Self.beforeTo.contains(words[before - 1].folded)
      }
      return Self.beforeImperatives.contains(words[before].folded)
    }.map { ($0.meaning, $0.words) }
  }

  private static let beforeImperatives: Set<String> = [
    "please", "and", "or", "then", "now", "must", "should", "not", "always", "you", "immediately",
  ]

  private static let beforeTo: Set<String> = [
    "ask", "asks", "asked", "asking", "need", "needs", "have", "want", "wants", "told", "urge", "urged",
    "advise",
    "advised", "everyone", "everybody", "people", "you",
  ]

  /// The parts whose signs stand in these words.
  public func parts(in words: [Word]) -> Set<Template.Part> { Set(signed.matches(in: words).map(\.meaning)) }
}

extension KeyMessages {
  /// The messages that these words carry.
  public func carried(in words: [Word]) -> Set<KeyMessage.ID> {
    Set(signed.matches(in: words).map(\.meaning))
  }
}

/// Words and phrases that are wrong for one reason.
public struct WordingGroup: Sendable {
  public typealias ID = Name<WordingGroup>

  /// What a word of the group does to a message.
  public enum Weight: String, CaseIterable, Hashable, Sendable {
    case note, warn, stop
  }

  /// Where a word of the group is right all the same.
  public enum Exception: String, CaseIterable, Hashable, Sendable {
    /// In quotation marks, or in a fact that is relayed word for word.
    case quoted
    /// In a confirmed fact whose source is the police.
    case policeConfirmed = "police-confirmed"
  }

  public let id: ID
  public let title: String
  public let why: String
  public let weight: Weight
  /// The level from which the words are no longer wrong; nil where they always are.
  public let fineFrom: Level?
  public let unless: [Exception]
  public let entries: [Entry]

  /// One word or phrase with its inflections.
  public struct Entry: Sendable {
    public let phrase: Phrase
    public let forms: [Phrase]
    /// What to write instead.
    public let instead: String
    public let unless: [Exception]
  }
}

/// Something the partnership wants to be heard: `templates/key-messages.yaml`.
public struct KeyMessage: Sendable {
  public typealias ID = Name<KeyMessage>
  public let id: ID
  /// The message itself, in one sentence.
  public let says: String
  /// Any of these in a text tells that it carries the message.
  public let signs: [Phrase]
}

/// The key messages of an organisation, and who keeps them.
public struct KeyMessages: Sendable {
  static let path = "templates/key-messages.yaml"

  public let title: String
  public let owner: Role.ID
  public let reviewBy: CivilDate
  public let messages: OrderedDictionary<KeyMessage.ID, KeyMessage>
  let signed: PhraseBook<KeyMessage.ID>
}
