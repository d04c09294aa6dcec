/// How long a post on X is, in its weighted characters.
///
/// Source: the platform's published counting: weight 1 for U+0000 to 10FF, 2000 to 200D, 2010 to 201F and 2032
/// to 2037, else 2; an address counts 23, an emoji sequence 2.
public struct XLength: Hashable, Sendable {
  public let count: Int

  public static let most = 280

  public init(of text: String) {
    var total = 0
    for word in text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace) {
      // Punctuation around an address is not part of it.
      let start = word.firstIndex { !Self.punctuation.contains($0) } ?? word.endIndex
      let end = word[start...].lastIndex { !Self.punctuation.contains($0) }.map(word.index(after:)) ?? start
      let address = Self.isAddress(word[start..<end]) ? 23 : Self.weight(of: word[start..<end])
      total += Self.weight(of: word[..<start]) + address + Self.weight(of: word[end...])
    }
    count = total + text.count { $0.isWhitespace }
  }

  private static let punctuation = ".,;:!?()[]'\"“”‘’"

  private static func weight(of text: Substring) -> Int {
    text.reduce(0) { sum, character in
      let scalars = character.unicodeScalars
      if let first = scalars.first, first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}") {
        return sum + 2
      }
      return sum + scalars.reduce(0) { $0 + weight(of: $1) }
    }
  }

  private static func weight(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0...0x10FF, 0x2000...0x200D, 0x2010...0x201F, 0x2032...0x2037: 1
    default: 2
    }
  }

  private static func isAddress(_ word: Substring) -> Bool {
    let lower = word.lowercased()
    if lower.hasPrefix("https://") || lower.hasPrefix("http://") { return true }
    let host = word.prefix { !"/?#:".contains($0) }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.count >= 2, last.allSatisfy(\.isLetter) else {
      return false
    }
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
  }
}
