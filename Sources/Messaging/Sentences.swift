import Library

/// The sentences of a text, each as its words; what is not read as a word is left out.
///
/// A line's end ends a sentence, so a heading or a bullet is one. Abbreviations, initials, decimals, times and
/// addresses end none.
struct Sentences {
  /// The text's UTF-8.
  let bytes: [UInt8]
  /// The words of each sentence, as their places in the bytes; no sentence is empty.
  private(set) var words: [[Range<Int>]] = []

  init(of text: String) {
    bytes = Array(text.utf8)
    var line: [Token] = []
    var token: Token?
    var offset = 0
    while offset < bytes.count {
      let scalar = bytes.scalar(at: offset)
      let place = offset..<(offset + UTF8.width(scalar))
      let sign = Sign(scalar)
      if sign == .space {
        if let token { line.append(token) }
        token = nil
        if scalar.isLineEnd {
          add(line)
          line.removeAll(keepingCapacity: true)
        }
      } else {
        if token == nil { token = Token(start: place.lowerBound) }
        token?.add(sign, at: place)
      }
      offset = place.upperBound
    }
    if let token { line.append(token) }
    add(line)
  }

  private mutating func add(_ line: [Token]) {
    var sentence: [Range<Int>] = []
    for (index, token) in line.enumerated() {
      if token.hasLetter, !token.hasMark || !isAddress(bytes[token.bare]) { sentence.append(token.bare) }
      if !sentence.isEmpty, ends(token, before: index + 1 < line.count ? line[index + 1] : nil) {
        words.append(sentence)
        sentence.removeAll(keepingCapacity: true)
      }
    }
    if !sentence.isEmpty { words.append(sentence) }
  }

  /// What a scalar is to the reader of sentences.
  private enum Sign {
    case letter, digit, space, mark
    /// Belongs to the letter before it.
    case accent

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x61...0x7A, 0x41...0x5A: self = .letter
      case 0x30...0x39: self = .digit
      // A dash parts words as a space does.
      case 0x2014: self = .space
      // The quotation marks and the dots of print, which every text has.
      case 0x2010...0x2027: self = .mark
      case 0...0x7F: self = scalar.isSpace ? .space : .mark
      default: self = Self.beyondASCII(scalar)
      }
    }

    private static func beyondASCII(_ scalar: Unicode.Scalar) -> Sign {
      if scalar.isSpace { return .space }
      let properties = scalar.properties
      if properties.isAlphabetic { return .letter }
      if properties.numericType != nil { return .digit }
      switch properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return .accent
      default: return .mark
      }
    }
  }

  /// What stands between white space; numbers, marks and addresses are not read as words.
  private struct Token {
    var whole: Range<Int>
    /// From its first letter or digit to its last; empty where it has none.
    var bare: Range<Int>
    var hasLetter = false
    var hasMark = false

    init(start: Int) { (whole, bare) = (start..<start, start..<start) }

    mutating func add(_ sign: Sign, at place: Range<Int>) {
      whole = whole.lowerBound..<place.upperBound
      switch sign {
      case .letter, .digit:
        bare = (bare.isEmpty ? place.lowerBound : bare.lowerBound)..<place.upperBound
        if sign == .letter { hasLetter = true }
      case .accent:
        if !bare.isEmpty, bare.upperBound == place.lowerBound { bare = bare.lowerBound..<place.upperBound }
      case .mark: hasMark = true
      case .space: break
      }
    }
  }

  private func isAddress(_ token: ArraySlice<UInt8>) -> Bool {
    if token.contains(UInt8(ascii: "@")) { return true }
    if token.contains(UInt8(ascii: ":")), String(decoding: token, as: UTF8.self).contains("://") {
      return true
    }
    let host = token.prefix { $0 != UInt8(ascii: "/") }
    guard let dot = host.lastIndex(of: UInt8(ascii: ".")), dot > host.startIndex else { return false }
    let domain = String(decoding: host[(dot + 1)...], as: UTF8.self).lowercased()
    return TopLevelDomains.ascii.contains(domain) && !Self.isInitials(host)
  }

  /// Whether a sentence ends behind a token.
  private func ends(_ token: Token, before next: Token?) -> Bool {
    var end = token.whole.upperBound
    while end > token.whole.lowerBound, case let last = scalar(before: end), Self.isClosing(last) {
      end -= UTF8.width(last)
    }
    guard end > token.whole.lowerBound, case let mark = scalar(before: end),
      mark == "." || mark == "!" || mark == "?" || mark == "…"
    else { return false }
    guard let next else { return true }
    // A sentence goes on in lower case: "Help!" she said.
    guard !next.bare.isEmpty, case let first = Character(bytes.scalar(at: next.bare.lowerBound)),
      !first.isLowercase
    else { return false }
    guard mark == ".", !bytes[token.whole.lowerBound..<end].suffix(2).elementsEqual("..".utf8) else {
      return true
    }
    let word = String(decoding: bytes[token.bare], as: UTF8.self).lowercased()
    if Self.titles.contains(word) { return false }
    if Self.beforeNumbers.contains(word) { return !first.isNumber }
    // One letter is an initial, and a sentence that ends in "I." is rare.
    return !(word.count == 1 && word.allSatisfy(\.isLetter))
  }

  private func scalar(before end: Int) -> Unicode.Scalar {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return bytes.scalar(at: start)
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "”", "’", ")", "]", "»", "*": true
    default: false
    }
  }

  /// Short forms that a name follows.
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "revd", "hon", "rt", "sir", "st", "ste", "mt", "messrs",
    "capt",
    "col", "gen", "lt", "sgt", "maj", "cllr", "insp", "supt", "det", "gov", "pres", "sen", "rep", "vs", "v",
    "e.g",
    "i.e", "cf", "viz", "approx", "dept", "eg", "ie",
  ]

  /// Short forms that a number follows.
  private static let beforeNumbers: Set<String> = [
    "no", "nos", "p", "pp", "vol", "fig", "para", "art", "ch", "sec", "tel", "ext", "jan", "feb", "mar",
    "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  /// Single letters parted by full stops: U.K, a.m.
  static func isInitials(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.contains(UInt8(ascii: ".")) else { return false }
    let parts = word.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
    return parts.count > 1 && parts.allSatisfy { $0.count == 1 && $0.first?.isLetter == true }
  }
}
