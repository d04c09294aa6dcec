import Library
import OrderedCollections
import Time

/// One message held against the house style.
extension Judging {
  /// The house style speaks the library's own language.
  private var style: HouseStyle? {
    sameLanguage(draft.language, organisation.language) ? library.houseStyle : nil
  }

  /// Words that are wrong, each with its remedy.
  func wording() -> [Finding] {
    guard let style else { return [] }
    var found: [Finding] = []
    for use in style.wrongWords(in: words) where !isExcepted(use) {
      if let from = use.group.fineFrom, draft.level >= from { continue }
      let quote = text(of: use.words)
      let finding = Finding(
        .wording, severity(of: use), "'\(quote)' \(use.group.title); write \(use.entry.instead)",
        why: use.group.why, quote: quote)
      if !found.contains(finding) { found.append(finding) }
    }
    found += shouting() + hashtags()
    return found.isEmpty ? [Finding(.wording, .ok, "nothing against the house style")] : found
  }

  /// The police's own words are relayed as they are at `direct`, and what jars in them is for them to know.
  private func severity(of use: HouseStyle.Use) -> Finding.Severity {
    if draft.level == .direct, isRelayed(use.words) { return .note }
    switch use.group.weight {
    case .stop: return .stop
    case .warn: return .warn
    case .note: return .note
    }
  }

  private func isExcepted(_ use: HouseStyle.Use) -> Bool {
    (use.group.unless + use.entry.unless).contains { exception in
      switch exception {
      case .quoted:
        use.words.allSatisfy(\.isQuoted) || isRelayed(use.words)
      case .policeConfirmed:
        stands(use.words) { _, entry in
          entry.confidence == .confirmed
            && Words(of: entry.source).contains { $0.folded == "police" || $0.folded == "constabulary" }
        }
      }
    }
  }

  /// Whether the words are somebody else's, relayed word for word.
  private func isRelayed(_ part: ArraySlice<Word>) -> Bool {
    stands(part) { fact, _ in fact.isVerbatim }
  }

  /// Whether the words came in with the value of a fact of some kind.
  private func stands(_ part: ArraySlice<Word>, inFactWhere holds: (Fact, Knowledge.Entry) -> Bool) -> Bool {
    draft.facts.contains { id in
      guard let fact = playbook.facts[id], let entry = knowing.facts[id], let value = entry.value,
        holds(fact, entry)
      else { return false }
      let shown = Words(of: fact.words(for: value, zone: knowing.calendar.zone, today: knowing.today)).map(
        \.folded)
      guard !shown.isEmpty, shown.count <= words.count else { return false }
      return (0...(words.count - shown.count)).contains { start in
        start <= part.startIndex && part.endIndex <= start + shown.count
          && zip(words[start...], shown).allSatisfy { $0.folded == $1 }
      }
    }
  }

  /// Phrases that ask more of people than the message's level does.
  func asking() -> [Finding] {
    guard let style, draft.level < .direct else { return [] }
    var found: [Finding] = []
    // What police ask in their own words is theirs to ask.
    for ask in style.asks(in: words) where ask.level > draft.level && !isRelayed(ask.words) {
      let quote = text(of: ask.words)
      let isFar = Level.allCases.filter { draft.level < $0 && $0 <= ask.level }.count > 1
      let finding = Finding(
        .proportion, isFar ? .stop : .warn,
        "'\(quote)' asks for more than \(draft.level.rawValue); it belongs to \(ask.level.rawValue)",
        why: "A message asks no more of people than its level does.", quote: quote)
      if !found.contains(finding) { found.append(finding) }
    }
    return found
  }

  /// Parts that the template promises, or the level asks for, and that do not show in the words.
  func parts() -> [Finding] {
    guard let style, !style.signs.isEmpty, draft.kind.hasEveryPart else { return [] }
    let template = library.templates[draft.template]
    let levels = isPublic ? organisation.levels[draft.level]?.parts ?? [] : []
    let promised = template?.parts ?? []
    // What a variant for this level leaves out was left out by its author.
    let needed = Template.Part.allCases.filter { part in
      // Newsrooms answer by telephone, and the feedback route is the public's.
      if part == .feedback, !isPublic || draft.kind == .pressRelease { return false }
      return levels.contains(part) || promised.contains(part) && !isVariant
    }
    if needed.isEmpty { return [] }
    let there = style.parts(in: words)
    let missing = needed.filter { !there.contains($0) }
    if missing.isEmpty {
      return [Finding(.parts, .ok, "\(needed.count) of \(needed.count) there")]
    }
    return missing.map { part in
      Finding(
        .parts, .warn, "\(part.title) is not there",
        why: levels.contains(part)
          ? "The organisation asks for it at \(draft.level.rawValue)." : "The template promises it.")
    }
  }

  /// Whether the words were written for one level alone.
  private var isVariant: Bool {
    library.templates[draft.template]?.wordings.first { $0.path == draft.path }?.level != nil
  }

  /// Key messages that the template promises and the words do not carry.
  func keyMessages() -> [Finding] {
    guard sameLanguage(draft.language, organisation.language), draft.kind.isDocument, !isVariant,
      let template = library.templates[draft.template], !template.keyMessages.isEmpty
    else { return [] }
    let carried = library.keyMessages?.carried(in: words) ?? []
    let missing = template.keyMessages.filter { !carried.contains($0) }
    if missing.isEmpty {
      return [Finding(.keyMessages, .ok, template.keyMessages.map(\.text).joined(separator: ", "))]
    }
    return missing.map { id in
      let says = library.keyMessages?.messages[id].map { ": \($0.says)" } ?? ""
      return Finding(
        .keyMessages, .warn, "'\(id)' is not in the words\(says)", why: "The template promises it.")
    }
  }

  /// Four words or more in capitals, which read as shouting and which a screen reader may spell out.
  private func shouting() -> [Finding] {
    var found: [Finding] = []
    for line in draft.text.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = line.split { $0 == 0x20 || $0 == 0x09 }
      guard words.count >= 4, !isForm(Substring(line)) else { continue }
      var run: [Substring.UTF8View] = []
      func close() {
        if run.count >= 4, let first = run.first, let last = run.last {
          let quote = String(Substring(line[first.startIndex..<last.endIndex]))
          found.append(
            Finding(
              .wording, .warn, "'\(quote)' is in capitals; write it in small letters",
              why: "Capitals read as shouting, and slowly.", quote: quote))
        }
        run = []
      }
      for word in words.dropFirst(prefixWords(of: Substring(line))) {
        if isCapital(word) { run.append(word) } else { close() }
      }
      close()
    }
    return found
  }

  /// More than one letter, and all of them capitals.
  private func isCapital(_ word: Substring.UTF8View) -> Bool {
    // Nearly every word has a small letter of ASCII, which is seen at once.
    if word.contains(where: { 0x61...0x7A ~= $0 }) { return false }
    let letters = Substring(word).filter(\.isLetter)
    return letters.count > 1 && letters.allSatisfy(\.isUppercase)
  }

  /// Whether a line is a marking, the exercise's words or the end of a release, which stand in capitals by convention.
  private func isForm(_ line: Substring) -> Bool {
    line == "ENDS" || line == organisation.exercisePrefix || Marking.allCases.contains { $0.rawValue == line }
  }

  /// How many of a line's words are the exercise's.
  private func prefixWords(of line: Substring) -> Int {
    let prefix = organisation.exercisePrefix
    return line.hasPrefix(prefix) ? prefix.utf8.split(separator: UInt8(ascii: " ")).count : 0
  }

  /// Hashtags whose words a screen reader cannot part.
  private func hashtags() -> [Finding] {
    guard draft.text.utf8.contains(UInt8(ascii: "#")) else { return [] }
    return draft.text.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("#") && $0.count > 1 }
      .compactMap { tag in
        let letters = tag.dropFirst().prefix { $0.isLetter || $0.isNumber }
        guard letters.count > 10, !letters.dropFirst().contains(where: \.isUppercase) else { return nil }
        return Finding(
          .wording, .note, "'#\(letters)' runs its words together; write each with a capital",
          why: "A screen reader reads #HateCrimeAwareness as three words.", quote: "#\(letters)")
      }
  }

  /// The author's own words, as they stand in the message.
  func text(of slice: ArraySlice<Word>) -> String {
    let whole = Self.judged(draft).utf8
    guard let first = slice.first, let last = slice.last, last.range.upperBound <= whole.count else {
      return ""
    }
    let start = whole.index(whole.startIndex, offsetBy: first.range.lowerBound)
    let end = whole.index(whole.startIndex, offsetBy: last.range.upperBound)
    return String(whole[start..<end]) ?? ""
  }
}
