/// How long a text message is, as GOV.UK Notify counts it.
///
/// Source: GSM 03.38 (3GPP TS 23.038), and Notify's published downgrades of quotes, dashes and spaces.
public struct SMSLength: Hashable, Sendable {
  public let isUnicode: Bool
  /// Septets of GSM, or UTF-16 units.
  public let count: Int
  public let parts: Int

  /// The most characters that Notify takes, prefix aside.
  public static let most = 918

  private static let basic = Set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
      .unicodeScalars)
  private static let extended = Set("\u{0C}^{}\\[~]|€".unicodeScalars)
  /// Letters of Welsh outside GSM, for which Notify sends UCS-2.
  private static let welsh = Set("ŵŷŴŶÂâÊêÎîÔôÛûÁáÍíÓóÚúÝýẀẁẂẃẄẅỲỳŸÿÀÈÌÒÙÏïËë".unicodeScalars)

  public init(of text: String) {
    let scalars = Self.downgraded(text).unicodeScalars
    isUnicode = scalars.contains {
      !Self.basic.contains($0) && !Self.extended.contains($0) && Self.welsh.contains($0)
    }
    if isUnicode {
      count = scalars.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
      parts = count <= 70 ? 1 : (count + 66) / 67
    } else {
      count = scalars.reduce(0) { $0 + (Self.extended.contains($1) ? 2 : 1) }
      parts = count <= 160 ? 1 : (count + 152) / 153
    }
  }

  /// The characters that would arrive as `?`.
  public static func lost(in text: String) -> [Character] {
    var lost: [Character] = []
    for scalar in downgraded(text).unicodeScalars
    where !basic.contains(scalar) && !extended.contains(scalar) && !welsh.contains(scalar) {
      let character = Character(scalar)
      if !lost.contains(character) { lost.append(character) }
    }
    return lost
  }

  /// Curly quotes, dashes, ellipses and odd spaces as their plain forms.
  private static func downgraded(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x201A, 0x2032, 0x60: plain.append("'")
      case 0x201C, 0x201D, 0x201E, 0x2033: plain.append("\"")
      case 0x2010...0x2015, 0x2212: plain.append("-")
      case 0x2026: plain.append(contentsOf: "...".unicodeScalars)
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: plain.append(" ")
      case 0x09: plain.append(" ")
      case 0x200B...0x200D, 0x2060, 0xFEFF: break
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}

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
