/// A word or several in a row, as a text is searched for them.
public struct Phrase: Hashable, Sendable {
  /// As its author wrote it.
  public let text: String
  /// Its words, folded; never empty.
  public let words: [String]

  /// The most words of one phrase.
  public static let longest = 12

  /// Nil where it holds no word, or more than twelve.
  public init?(_ text: String) {
    let words = Words(of: text).map(\.folded)
    guard (1...Self.longest).contains(words.count) else { return nil }
    (self.text, self.words) = (text, words)
  }
}

/// One word of a text: letters and digits, with apostrophes inside.
public struct Word: Hashable, Sendable {
  /// Its characters' places in the text's UTF-8.
  public let range: Range<Int>
  /// In small letters, without what cannot be seen, look-alikes of other scripts as the Latin letter.
  public let folded: String
  /// Whether a sentence or a line begins with it.
  public let isFirst: Bool
  /// Whether it stands between quotation marks.
  public let isQuoted: Bool
}

/// The words of a text, in order; hyphens and every kind of space part them.
public struct Words: Sequence, Sendable {
  private let text: String

  public init(of text: String) { self.text = text }

  public func makeIterator() -> Iterator { Iterator(text) }

  public struct Iterator: IteratorProtocol {
    private let scalars: String.UnicodeScalarView
    private var index: String.UnicodeScalarView.Index
    private var offset = 0
    private var isFirst = true
    private var isQuoted = false

    init(_ text: String) {
      scalars = text.unicodeScalars
      index = scalars.startIndex
    }

    public mutating func next() -> Word? {
      while index < scalars.endIndex {
        if Letter(scalars[index]) != nil { return word() }
        pass(scalars[index])
        step()
      }
      return nil
    }

    private mutating func step() {
      offset += UTF8.width(scalars[index])
      index = scalars.index(after: index)
    }

    private mutating func word() -> Word {
      let start = offset
      var end = offset
      var folded = String.UnicodeScalarView()
      while index < scalars.endIndex {
        let scalar = scalars[index]
        if let letter = Letter(scalar) {
          folded.append(contentsOf: letter.folded)
          step()
          end = offset
        } else if Letter.isUnseen(scalar) {
          step()
        } else if Letter.isApostrophe(scalar), isLetter(after: index) {
          folded.append("'")
          step()
        } else {
          break
        }
      }
      defer { isFirst = false }
      return Word(range: start..<end, folded: String(folded), isFirst: isFirst, isQuoted: isQuoted)
    }

    private func isLetter(after index: String.UnicodeScalarView.Index) -> Bool {
      let next = scalars.index(after: index)
      return next < scalars.endIndex && Letter(scalars[next]) != nil
    }

    /// What stands between words: ends of sentences and quotation marks count.
    private mutating func pass(_ scalar: Unicode.Scalar) {
      switch scalar {
      case ".", "!", "?", ":", ";", "\n", "\r", "*", "•": isFirst = true
      case "“", "«": isQuoted = true
      case "”", "»": isQuoted = false
      case "\"": isQuoted.toggle()
      default: break
      }
      // A quotation mark that was never closed holds for its own paragraph alone.
      if scalar == "\n", isQuoted { isQuoted = false }
    }
  }
}
