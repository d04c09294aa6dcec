/// The sentences of a text, each as its words; what is not read as a word is left out.
///
/// A line's end ends a sentence, so a heading or a bullet is one. Abbreviations, initials, decimals, times and
/// addresses end none.
enum Sentences {
  static func of(_ text: String) -> [[Substring]] {
    var sentences: [[Substring]] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let tokens = line.split { $0.isWhitespace || $0 == "—" }
      var sentence: [Substring] = []
      for (index, token) in tokens.enumerated() {
        if isWord(token) { sentence.append(bare(token)) }
        if ends(token, before: index + 1 < tokens.count ? tokens[index + 1] : nil), !sentence.isEmpty {
          sentences.append(sentence)
          sentence = []
        }
      }
      if !sentence.isEmpty { sentences.append(sentence) }
    }
    return sentences
  }

  /// Numbers, marks and addresses are not read as words.
  private static func isWord(_ token: Substring) -> Bool {
    token.contains(where: \.isLetter) && !isAddress(bare(token))
  }

  private static func isAddress(_ token: Substring) -> Bool {
    if token.utf8.contains(UInt8(ascii: "@")) || token.contains("://") { return true }
    let host = token.prefix { $0 != "/" }
    guard let dot = host.lastIndex(of: "."), dot > host.startIndex else { return false }
    return TopLevelDomains.ascii.contains(host[host.index(after: dot)...].lowercased()) && !isInitials(host)
  }

  /// Whether a sentence ends behind a token.
  private static func ends(_ token: Substring, before next: Substring?) -> Bool {
    let trimmed = withoutClosing(token)
    guard let mark = trimmed.last, ".!?…".contains(mark) else { return false }
    guard let next else { return true }
    // A sentence goes on in lower case: "Help!" she said.
    guard let first = next.first(where: { $0.isLetter || $0.isNumber }), !first.isLowercase else {
      return false
    }
    guard mark == ".", !trimmed.hasSuffix("..") else { return true }
    let word = bare(trimmed).lowercased()
    if titles.contains(word) { return false }
    if beforeNumbers.contains(word) { return !first.isNumber }
    // One letter is an initial, and a sentence that ends in "I." is rare.
    return !(word.count == 1 && word.allSatisfy(\.isLetter))
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
  static func isInitials(_ word: Substring) -> Bool {
    let parts = word.split(separator: ".")
    return parts.count > 1 && parts.allSatisfy { $0.count == 1 && $0.first?.isLetter == true }
  }

  /// The token without the marks around it.
  private static func bare(_ token: Substring) -> Substring {
    guard let first = token.firstIndex(where: { $0.isLetter || $0.isNumber }),
      let last = token.lastIndex(where: { $0.isLetter || $0.isNumber })
    else { return "" }
    return token[first...last]
  }

  private static func withoutClosing(_ token: Substring) -> Substring {
    var token = token
    while let last = token.last, "\"'”’)]»*".contains(last) { token.removeLast() }
    return token
  }
}
