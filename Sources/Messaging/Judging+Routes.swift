import Library
import OrderedCollections
import Time

extension Judging {
  /// The most addresses and numbers that are told one by one.
  private static let mostRoutes = 20

  /// Addresses and telephone numbers in edited words that nobody gave: they may lead people anywhere.
  ///
  /// Known are those of the template's own words, of the organisation's `words:`, and of the facts as they are.
  func routes() -> [Finding] {
    guard isEdited else { return [] }
    let wording = library.templates[draft.template]?.wordings.first { $0.path == draft.path }
    let facts = draft.facts.compactMap { id in
      knowing.value(id).flatMap { value in
        playbook.facts[id]?.words(for: value, zone: knowing.calendar.zone, today: knowing.today)
      }
    }
    let given =
      (wording?.ownTexts ?? []) + (library.templates[draft.template]?.ifNotKnown.values.elements ?? [])
      + organisation.words.values + facts
    let unknown = Routes(in: given).unknown(in: Self.judged(draft))
    let severity: Finding.Severity = draft.template.text.isEmpty ? .note : .warn
    var found = unknown.prefix(Self.mostRoutes).map { quote in
      Finding(
        .routes, severity,
        "'\(quote)' is not an address or number of the template, the organisation or a fact",
        why: "A wrong digit sends people to somebody else when they need help.", quote: quote)
    }
    if unknown.count > Self.mostRoutes {
      found.append(
        Finding(
          .routes, severity, "\(unknown.count - Self.mostRoutes) more addresses and numbers that nobody gave")
      )
    }
    return found
  }
}

/// Whatever in a text leads people somewhere: looser than what becomes a link, so that little slips through.
struct Routes {
  private var addresses: Set<String> = []
  private var numbers: Set<String> = []

  init(in texts: some Sequence<String>) {
    for text in texts {
      addresses.formUnion(Self.addresses(in: text).map { $0.lowercased() })
      for number in Self.numbers(in: text) {
        // A number is known whole; one that is called by itself, as 999, too.
        numbers.insert(number.groups.joined())
        numbers.formUnion(number.groups.filter { $0.count == 3 })
      }
    }
  }

  /// What is none of these, each once, addresses first.
  func unknown(in text: String) -> [String] {
    var seen: Set<String> = []
    let foreign = Self.addresses(in: text).filter { !addresses.contains($0.lowercased()) }
    let wrong = Self.numbers(in: text).filter { !isKnown($0.groups[...]) }.map(\.text)
    return (foreign + wrong).filter { seen.insert($0).inserted }
  }

  /// Whether groups of digits are known numbers, one after another.
  private func isKnown(_ groups: ArraySlice<String>) -> Bool {
    var reached = [true] + Array(repeating: false, count: groups.count)
    let groups = Array(groups)
    // No number is written in more groups than these.
    for start in groups.indices where reached[start] {
      for end in (start + 1)...min(groups.count, start + 8)
      where numbers.contains(groups[start..<end].joined()) {
        reached[end] = true
      }
    }
    return reached[groups.count]
  }
}

extension Routes {
  /// Words that are a web or mail address, or would be taken for one.
  static func addresses(in text: String) -> [String] {
    text.split { $0.isWhitespace || "<>[](){}|\"'\u{2018}\u{2019}\u{201C}\u{201D}*,;".contains($0) }
      .compactMap { word in
        var word = word
        while let last = word.last, ".:!?\u{2026}/".contains(last) { word.removeLast() }
        return isAddress(word) ? String(word) : nil
      }
  }

  private static func isAddress(_ word: Substring) -> Bool {
    // No address is longer, and nothing is looked for in a wall of letters.
    guard word.utf8.count <= 2000, word.contains(".") || word.contains("://") else { return false }
    if word.contains("://") || word.lowercased().hasPrefix("www.") { return true }
    let host = word.prefix { !"/?#".contains($0) }
    let name = host.split(separator: "@").last?.prefix { $0 != ":" } ?? ""
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let top = labels.last else { return false }
    if host.contains("@") { return true }
    if labels.count == 4, labels.allSatisfy({ $0.count <= 3 && $0.allSatisfy(\.isNumber) }) { return true }
    return top.count > 1 && top.allSatisfy(\.isLetter)
      && (TopLevelDomains.ascii.contains(top.lowercased()) || host.count < word.count)
  }

  /// A telephone number as it stands, and its groups of digits.
  typealias Number = (text: String, groups: [String])

  private static let calling: Set = ["call", "ring", "phone", "dial", "text", "telephone", "tel"]

  /// Runs of five digits or more; of three or four together where the line asks people to call.
  static func numbers(in text: String) -> [Number] {
    text.split(whereSeparator: \.isNewline).flatMap { line -> [Number] in
      let words = Words(of: String(line)).map(\.folded)
      let asksToCall = words.contains(where: calling.contains)
      return runs(of: line).filter { run in
        let digits = run.groups.reduce(0) { $0 + $1.count }
        if digits >= 5 { return true }
        guard run.groups.count == 1, digits >= 3 else { return false }
        // "Tell police on 101" asks for a call as well; a year does not follow it as often.
        return asksToCall || digits == 3 && words.contains("on")
      }
    }
  }

  /// Digits with what people write between the groups of a number.
  private static func runs(of line: Substring) -> [Number] {
    var found: [Number] = []
    var (text, groups, digits, between) = ("", [String](), "", "")
    func close() {
      if !digits.isEmpty { groups.append(digits) }
      if !groups.isEmpty { found.append((text, groups)) }
      (text, groups, digits, between) = ("", [], "", "")
    }
    for character in line {
      if let digit = character.wholeNumberValue, digit < 10 {
        if digits.isEmpty {
          text += between
        } else if !between.isEmpty {
          groups.append(digits)
          digits = ""
          text += between
        }
        between = ""
        digits += String(digit)
        text.append(character)
      } else if " ()+-./\u{A0}\u{2013}".contains(character), between.count < 3 {
        if text.isEmpty { continue }
        between.append(character)
      } else {
        close()
      }
    }
    close()
    return found
  }
}
