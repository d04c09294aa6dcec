/// How many syllables an English word has, as the CMU Pronouncing Dictionary mostly counts them.
enum Syllables {
  private typealias Letters = [Unicode.Scalar]

  /// A token of a text: hyphens part it, initials are spelt.
  static func count(inToken token: Substring) -> Int {
    if Sentences.isInitials(token) { return token.count(where: \.isLetter) }
    return token.split(separator: "-").reduce(0) { sum, part in
      var letters = ""
      for scalar in part.lowercased().unicodeScalars {
        switch scalar {
        case "a"..."z": letters.unicodeScalars.append(scalar)
        case "'", "’": letters.append("'")
        // Letters with accents are vowels, with few exceptions.
        default: if scalar.properties.isAlphabetic { letters.append("e") }
        }
      }
      return letters.isEmpty ? sum : sum + count(in: letters)
    }
  }

  /// Never under one; `word` is lower case, of ASCII letters and apostrophes.
  static func count(in word: String) -> Int {
    let letters = word.unicodeScalars.filter { $0 != "'" }.map { $0 }
    let known = String(word.filter { $0 != "'" })
    if let exact = exactly(known) { return exact }
    var count = groups(letters) - silentEndings(letters, known) - silentJoints(letters, known)
    count += apart(letters) + spokenEndings(letters, known)
    if word.hasSuffix("n't"), letters.count > 3, !isVowel(letters[letters.count - 3]) { count += 1 }
    return max(1, count)
  }

  /// A listed word, or one with an ending.
  private static func exactly(_ word: String) -> Int? {
    if let exact = exceptions[word] { return exact }
    for (ending, more) in inflections where word.count > ending.count + 2 && word.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      if let exact = exceptions[String(stem)] ?? (ending == "s" ? nil : exceptions[stem + "e"]) {
        return exact + more
      }
    }
    return nil
  }

  /// Endings that a listed word may have, with the syllables that they bring.
  private static let inflections = [
    ("s", 0), ("d", 0), ("ly", 1), ("ing", 1), ("er", 1), ("ers", 1), ("ed", 0), ("ness", 1),
  ]

  private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "a", "e", "i", "o", "u", "y": true
    default: false
    }
  }

  /// Vowels that stand together sound once.
  private static func groups(_ word: Letters) -> Int {
    var (count, wasVowel) = (0, false)
    for (index, letter) in word.enumerated() {
      let isBeforeVowel = index + 1 < word.count && isVowel(word[index + 1])
      // A y before a vowel begins a syllable and is no vowel itself: yes, beyond.
      if letter == "y", index == 0 || wasVowel, isBeforeVowel {
        wasVowel = false
        continue
      }
      if isVowel(letter), !wasVowel { count += 1 }
      wasVowel = isVowel(letter)
    }
    return count
  }

  /// Endings whose e is not spoken: came, times, stopped, played.
  private static func silentEndings(_ word: Letters, _ text: String) -> Int {
    guard word.count > 2 else { return 0 }
    /// Whether the word without its ending has an e that makes an l sound: little, titles.
    func isSyllabic(_ dropped: Int) -> Bool {
      let stem = word.dropLast(dropped)
      return stem.last == "l" && stem.dropLast().last.map { !isVowel($0) && $0 != "l" } ?? false
    }
    func letter(_ fromEnd: Int) -> Unicode.Scalar { word.count >= fromEnd ? word[word.count - fromEnd] : "e" }
    if text.hasSuffix("e") { return isVowel(letter(2)) || isSyllabic(1) ? 0 : 1 }
    guard word.count > 3 else { return 0 }
    if text.hasSuffix("yed") { return isVowel(letter(4)) ? 1 : 0 }
    if isVowel(letter(3)) || isSyllabic(2) { return 0 }
    if text.hasSuffix("ed") { return letter(3) == "t" || letter(3) == "d" ? 0 : 1 }
    guard text.hasSuffix("es") else { return 0 }
    switch letter(3) {
    case "s", "x", "z", "c", "g": return 0
    case "h": return letter(4) == "c" || letter(4) == "s" ? 0 : 1
    default: return 1
    }
  }

  /// What an e is silent before: statement, safely, something.
  private static let joined = [
    "ment", "ments", "ly", "less", "ness", "ful", "fully", "some", "where", "thing", "one", "body", "times",
    "time",
    "fore",
  ]

  private static func silentJoints(_ word: Letters, _ text: String) -> Int {
    for ending in joined where text.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      guard stem.count > 3, stem.last == "e", let before = stem.dropLast().last, !isVowel(before) else {
        continue
      }
      let isSyllabic = before == "l" && stem.dropLast(2).last.map { !isVowel($0) } ?? false
      if !isSyllabic { return 1 }
    }
    return 0
  }

  /// Vowels side by side that sound apart: quiet, area, serious.
  private static func apart(_ word: Letters) -> Int {
    word.indices.dropFirst().reduce(0) { count, index in
      let before: Unicode.Scalar = index > 1 ? word[index - 2] : "-"
      let after: Unicode.Scalar = index + 1 < word.count ? word[index + 1] : "-"
      let later: Unicode.Scalar = index + 2 < word.count ? word[index + 2] : "-"
      switch (word[index - 1], word[index]) {
      case ("i", "a"): return count + (soundsApart(ia: before, after) ? 1 : 0)
      case ("i", "o"):
        // station, cushion, union; but radio, curious.
        switch before {
        case "c", "t", "s", "g", "x": return count
        case "n": return count + (after == "n" ? 0 : 1)
        default: return count + 1
        }
      case ("i", "e"):
        let isQuiet = after == "t" || after == "n" && !"rfhtc".unicodeScalars.contains(before)
        let isHeavier = index > 3 && (after == "r" || after == "s" && later == "t")
        return count + (isQuiet ? 1 : 0) + (isHeavier ? 1 : 0)
      case ("u", "a"), ("u", "o"):
        // quarter, language, persuade; but actual.
        return count + (before == "q" || before == "g" || before == "s" && after == "d" ? 0 : 1)
      case ("e", "o"): return count + (before == "g" && after == "u" ? 0 : 1)
      case ("i", "u"), ("i", "i"): return count + 1
      default: return count
      }
    }
  }

  /// Ally, media, appreciate; but special, marriage.
  private static func soundsApart(ia before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    switch before {
    case "c", "t": after == "t" || before == "c" && after == "-"
    case "g": after == "-"
    default: after != "g"
    }
  }

  /// Being, going, racism, idea.
  private static func spokenEndings(_ word: Letters, _ text: String) -> Int {
    let endings = ["eing", "oing", "uing", "iing", "ism", "isms"]
    if endings.contains(where: text.hasSuffix) { return 1 }
    return word.count > 3 && (text.hasSuffix("rea") || text.hasSuffix("dea")) ? 1 : 0
  }
}
