/// The age at which a text is read with ease, by Flesch and Kincaid: the school grade and five years.
///
/// Source: Kincaid and others, 1975: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
public struct ReadingAge: Hashable, Sendable {
  /// In years, never under 5.
  public let years: Int
  public let words: Int

  /// Nil where there are no words.
  public init?(of text: String) {
    var (words, syllables, sentences) = (0, 0, 0)
    for paragraph in text.split(whereSeparator: \.isNewline) {
      var open = false
      for token in paragraph.split(whereSeparator: \.isWhitespace) {
        let letters = token.filter(\.isLetter)
        // Addresses, numbers and marks are not read as words.
        if !letters.isEmpty, !token.contains("/"), !token.contains("@") {
          words += 1
          syllables += Self.syllables(in: letters.lowercased())
          open = true
        }
        if open, let last = token.last(where: { !"\"')".contains($0) }), ".!?".contains(last) {
          sentences += 1
          open = false
        }
      }
      if open { sentences += 1 }
    }
    guard words > 0 else { return nil }
    let grade =
      0.39 * Double(words) / Double(max(1, sentences)) + 11.8 * Double(syllables) / Double(words) - 15.59
    years = max(5, Int((grade + 5).rounded()))
    self.words = words
  }

  /// Groups of vowels, a silent e at the end not counted; never under one.
  private static func syllables(in word: String) -> Int {
    var count = 0
    var inVowels = false
    for letter in word {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !inVowels { count += 1 }
      inVowels = isVowel
    }
    if word.hasSuffix("e"), !word.hasSuffix("le"), count > 1 { count -= 1 }
    return max(1, count)
  }
}
