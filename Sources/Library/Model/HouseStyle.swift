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

  static let path = "templates/house-style.yaml"

  /// GOV.UK's guidance on sentences, and the reading age it writes for.
  public static let (usualSentence, usualAge) = (25, 9)
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
}
