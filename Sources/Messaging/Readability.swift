/// Whether and how far a text's reading ease can be told.
public enum Readability: Hashable, Sendable {
  /// Enough words for the formulae to hold.
  case scored(ReadingScore)
  /// Fewer words than the formulae were made for: a rough guide.
  case guide(ReadingScore)
  case notScored(Reason)

  public enum Reason: Hashable, Sendable {
    /// The formulae are for English; a BCP 47 tag.
    case language(String)
    case noWords
  }

  /// The words from which the formulae hold; they were made on passages of a hundred.
  public static let fewestWords = 100

  public init(of text: String, language: String) {
    let primary = language.prefix { $0 != "-" }.lowercased()
    if primary != "en" {
      self = .notScored(.language(language))
    } else if let score = ReadingScore(of: text) {
      self = score.words < Self.fewestWords ? .guide(score) : .scored(score)
    } else {
      self = .notScored(.noWords)
    }
  }

  /// The score, rough or not.
  public var score: ReadingScore? {
    switch self {
    case .scored(let score), .guide(let score): score
    case .notScored: nil
    }
  }
}
