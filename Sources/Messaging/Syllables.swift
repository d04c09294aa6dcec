import Library

/// How many syllables an English word has, as the CMU Pronouncing Dictionary mostly counts them.
enum Syllables {
  /// Small letters of ASCII.
  private typealias Letters = [UInt8]

  /// A token of a text, in UTF-8: hyphens part it, initials are spelt.
  static func count(inToken token: ArraySlice<UInt8>) -> Int {
    if Sentences.isInitials(token) { return String(decoding: token, as: UTF8.self).count(where: \.isLetter) }
    var (sum, letters, offset) = (0, Letters(), token.startIndex)
    letters.reserveCapacity(token.count)
    while offset < token.endIndex {
      let scalar = token.scalar(at: offset)
      offset += UTF8.width(scalar)
      if scalar != "-" {
        spell(scalar, into: &letters)
      } else if !letters.isEmpty {
        sum += count(in: letters)
        letters.removeAll(keepingCapacity: true)
      }
    }
    return letters.isEmpty ? sum : sum + count(in: letters)
  }

  /// Adds a scalar as small letters and apostrophes; other marks are left out.
  private static func spell(_ scalar: Unicode.Scalar, into letters: inout Letters) {
    switch scalar {
    case "a"..."z": letters.append(UInt8(ascii: scalar))
    case "A"..."Z": letters.append(UInt8(ascii: scalar) | 0x20)
    case "'", "’": letters.append(UInt8(ascii: "'"))
    default:
      if scalar.isASCII { return }
      for small in scalar.properties.lowercaseMapping.unicodeScalars {
        switch small {
        case "a"..."z": letters.append(UInt8(ascii: small))
        // Letters with accents are vowels, with few exceptions.
        default: if small.properties.isAlphabetic { letters.append(UInt8(ascii: "e")) }
        }
      }
    }
  }

  /// Never under one; the word's apostrophes count for nothing but n't.
  private static func count(in word: Letters) -> Int {
    let letters = word.contains(UInt8(ascii: "'")) ? word.filter { $0 != UInt8(ascii: "'") } : word
    if let exact = exactly(letters) { return exact }
    var count = groups(letters) - silentEndings(letters) - silentJoints(letters)
    count += apart(letters) + spokenEndings(letters)
    if ends(word, "n't".utf8), letters.count > 3, !isVowel(letters[letters.count - 3]) { count += 1 }
    return max(1, count)
  }

  /// A listed word, or one with an ending.
  private static func exactly(_ word: Letters) -> Int? {
    func listed(_ word: ArraySlice<UInt8>, _ end: String = "") -> Int? {
      exceptions[String(decoding: word, as: UTF8.self) + end]
    }
    if let exact = listed(word[...]) { return exact }
    for (ending, more) in inflections where word.count > ending.count + 2 && ends(word, ending) {
      let stem = word.dropLast(ending.count)
      if let exact = listed(stem)
        ?? (ending.count == 1 && ending[0] == UInt8(ascii: "s") ? nil : listed(stem, "e"))
      {
        return exact + more
      }
    }
    return nil
  }

  private static func ends(_ word: Letters, _ ending: some BidirectionalCollection<UInt8>) -> Bool {
    word.last == ending.last && word.count >= ending.count && word.suffix(ending.count).elementsEqual(ending)
  }

  /// Endings that a listed word may have, with the syllables that they bring.
  private static let inflections = [
    ("s", 0), ("d", 0), ("ly", 1), ("ing", 1), ("er", 1), ("ers", 1), ("ed", 0), ("ness", 1),
  ].map { (Letters($0.utf8), $1) }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch Unicode.Scalar(letter) {
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
      if letter == UInt8(ascii: "y"), index == 0 || wasVowel, isBeforeVowel {
        wasVowel = false
        continue
      }
      if isVowel(letter), !wasVowel { count += 1 }
      wasVowel = isVowel(letter)
    }
    return count
  }

  /// Endings whose e is not spoken: came, times, stopped, played.
  private static func silentEndings(_ word: Letters) -> Int {
    guard word.count > 2 else { return 0 }
    /// Whether the word without its ending has an e that makes an l sound: little, titles.
    func isSyllabic(_ dropped: Int) -> Bool {
      let stem = word.dropLast(dropped)
      guard stem.last == UInt8(ascii: "l"), let before = stem.dropLast().last else { return false }
      return !isVowel(before) && before != UInt8(ascii: "l")
    }
    func letter(_ fromEnd: Int) -> Unicode.Scalar {
      word.count >= fromEnd ? Unicode.Scalar(word[word.count - fromEnd]) : "e"
    }
    func hasVowel(_ fromEnd: Int) -> Bool { isVowel(UInt8(ascii: letter(fromEnd))) }
    if ends(word, "e".utf8) { return hasVowel(2) || isSyllabic(1) ? 0 : 1 }
    guard word.count > 3 else { return 0 }
    if ends(word, "yed".utf8) { return hasVowel(4) ? 1 : 0 }
    if hasVowel(3) || isSyllabic(2) { return 0 }
    if ends(word, "ed".utf8) { return letter(3) == "t" || letter(3) == "d" ? 0 : 1 }
    guard ends(word, "es".utf8) else { return 0 }
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
  ].map { Letters($0.utf8) }

  private static func silentJoints(_ word: Letters) -> Int {
    for ending in joined where ends(word, ending) {
      let stem = word.dropLast(ending.count)
      guard stem.count > 3, stem.last == UInt8(ascii: "e"), let before = stem.dropLast().last,
        !isVowel(before)
      else {
        continue
      }
      let isSyllabic = before == UInt8(ascii: "l") && stem.dropLast(2).last.map { !isVowel($0) } ?? false
      if !isSyllabic { return 1 }
    }
    return 0
  }

  /// Vowels side by side that sound apart: quiet, area, serious.
  private static func apart(_ word: Letters) -> Int {
    func letter(_ index: Int) -> Unicode.Scalar {
      word.indices.contains(index) ? Unicode.Scalar(word[index]) : "-"
    }
    return word.indices.dropFirst().reduce(0) { count, index in
      let (before, after, later) = (letter(index - 2), letter(index + 1), letter(index + 2))
      switch (letter(index - 1), letter(index)) {
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

  private static let spoken = ["eing", "oing", "uing", "iing", "ism", "isms"].map { Letters($0.utf8) }

  /// Being, going, racism, idea.
  private static func spokenEndings(_ word: Letters) -> Int {
    if spoken.contains(where: { ends(word, $0) }) { return 1 }
    return word.count > 3 && (ends(word, "rea".utf8) || ends(word, "dea".utf8)) ? 1 : 0
  }
}
