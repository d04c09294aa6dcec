import Library
import OrderedCollections
import Time

extension Judging {
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
    let text = Self.judged(draft)
    let numbers = Set(given.flatMap(Telephone.numbers).map(\.digits))
    let unknown =
      Addresses(in: given).unknown(in: text)
      + Telephone.numbers(in: text).filter { !numbers.contains($0.digits) }.map(\.text)
    return unknown.reduce(into: []) { found, quote in
      let finding = Finding(
        .routes, draft.template.text.isEmpty ? .note : .warn,
        "'\(quote)' is not an address or number of the template, the organisation or a fact",
        why: "A wrong digit sends people to somebody else when they need help.", quote: quote)
      if !found.contains(finding) { found.append(finding) }
    }
  }
}

/// Telephone numbers as people write them; three digits, as 999, are none.
enum Telephone {
  /// As it stands, and its digits alone.
  typealias Number = (text: String, digits: String)

  /// Runs of seven digits or more with spaces, brackets and a plus between them.
  static func numbers(in text: String) -> [Number] {
    var found: [Number] = []
    var run: [Character] = []
    func isPart(_ character: Character) -> Bool { character.isNumber || " ()+\u{A0}".contains(character) }
    func close() {
      let digits = String(run.filter(\.isNumber))
      if digits.count >= 7 { found.append((trimmed(run), digits)) }
      run = []
    }
    for character in text {
      if isPart(character), character.isASCII || character == "\u{A0}" {
        run.append(character)
      } else {
        close()
      }
    }
    close()
    return found
  }

  private static func trimmed(_ run: [Character]) -> String {
    let isEdge = { (character: Character) in character.isWhitespace }
    guard let first = run.firstIndex(where: { !isEdge($0) }), let last = run.lastIndex(where: { !isEdge($0) })
    else { return "" }
    return String(run[first...last])
  }
}
