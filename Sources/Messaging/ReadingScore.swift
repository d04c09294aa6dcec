/// How hard an English text is to read, by Flesch (1948) and Kincaid and others (1975).
public struct ReadingScore: Hashable, Sendable {
  public let words: Int
  public let sentences: Int
  public let syllables: Int
  /// The words of the longest sentence; of several the first.
  public let longest: [String]

  /// Nil where there are no words.
  init?(of text: String) {
    let read = Sentences(of: text)
    guard let first = read.words.first else { return nil }
    sentences = read.words.count
    words = read.words.reduce(0) { $0 + $1.count }
    syllables = read.words.joined().reduce(0) { $0 + Syllables.count(inToken: read.bytes[$1]) }
    longest = read.words.dropFirst().reduce(first) { $1.count > $0.count ? $1 : $0 }.map {
      String(decoding: read.bytes[$0], as: UTF8.self)
    }
  }

  /// Words of a sentence, on average.
  public var averageWords: Double { Double(words) / Double(sentences) }

  private var syllablesOfAWord: Double { Double(syllables) / Double(words) }

  /// From 100, easy, down to 0 and below.
  public var ease: Double { 206.835 - 1.015 * averageWords - 84.6 * syllablesOfAWord }

  /// The school grade of the United States.
  public var grade: Double { 0.39 * averageWords + 11.8 * syllablesOfAWord - 15.59 }

  /// The age at which it is read with ease: the grade and five years; never under 5.
  public var years: Int { max(5, Int((grade + 5).rounded())) }
}
