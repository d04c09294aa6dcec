import Diagnostics
import OrderedCollections
public import Time

/// Why what was typed is not an answer; the words keep the wrong answer in view.
public struct FactProblem: Error, Hashable, Sendable {
  public let message: String

  init(_ message: String) { self.message = message }
}

extension Fact {
  /// The value of what an officer typed.
  ///
  /// Options may be typed by id, by number from 1, or by the beginning of their words. A time alone is the
  /// nearest such moment within twelve hours of `now`.
  public func read(_ typed: String, now: Instant, calendar: WorkingCalendar) throws(FactProblem) -> FactValue
  {
    let text = trimmed(typed)
    if text.isEmpty { throw FactProblem(needsAnswer) }
    if !isText, text.utf8.count > Self.longestAnswer {
      throw FactProblem(
        "\(subject) has a short answer, and this has \(text.utf8.count) bytes. You wrote: \(shown(text))")
    }
    switch kind {
    case .text(let min, let max): return .text(try read(text, min: min, max: max))
    case .number(let min, let max): return .number(try read(text, from: min, to: max))
    case .choice(let options):
      if options[text] != nil { return .choice(text) }
      return .choice(try option(text, Array(options.keys), Array(options.values)))
    case .choices(let options):
      let (ids, words) = (Array(options.keys), Array(options.values))
      var chosen: Set<String> = []
      let parts = text.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
      if parts.count == 1, folded(parts[0]) == "none", options["none"] == nil { return .choices([]) }
      if parts.isEmpty { throw FactProblem(needsAnswer) }
      for part in parts { chosen.insert(try option(part, ids, words)) }
      return .choices(ids.filter(chosen.contains))
    case .yesNo:
      switch text.lowercased() {
      case "y", "yes", "true", "1": return .yesNo(true)
      case "n", "no", "false", "2": return .yesNo(false)
      default: throw FactProblem("\(subject) is yes or no. You wrote: \(shown(text))")
      }
    case .date:
      if let date = CivilDate(text) { return .date(date) }
      let today = calendar.zone.local(now).date
      if text.lowercased() == "today" { return .date(today) }
      if text.lowercased() == "tomorrow" { return .date(today.adding(days: 1)) }
      throw FactProblem("\(subject) is a date, as \(today). You wrote: \(shown(text))")
    case .time: return .time(try readMoment(text, now: now, calendar: calendar))
    case .link:
      try checkLink(text)
      return .link(text)
    }
  }

  /// The most bytes of an answer that is no text.
  private static let longestAnswer = 4096

  private var isText: Bool { if case .text = kind { true } else { false } }

  var needsAnswer: String {
    "\(subject) needs an answer; 3 at \"How sure?\" records that it is not known"
  }

  /// What is asked for, as the beginning of a sentence: a question in quotes, a name up to its first comma.
  var subject: String {
    if ask.contains("?") { return "The answer to '\(ask)'" }
    return trimmed(String(ask.prefix { $0 != "," && $0 != ":" && $0 != "." }))
  }

  func read(_ text: String, min: Int, max: Int) throws(FactProblem) -> String {
    // Most answers are one line of ASCII, where a byte is a character that everybody sees.
    let isPlain = text.utf8.allSatisfy { 0x20 <= $0 && $0 < 0x7F }
    if !isPlain,
      let unseen = text.unicodeScalars.first(where: { isUnseenInFact($0) && !($0 == "\n" && max > 200) })
    {
      let digits = String(unseen.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
      let what = unseen == "\n" ? "a line break" : "the character \(name), which nobody can see"
      throw FactProblem(
        "\(subject) has \(what), at character \(position(of: unseen, in: text)). Type it without")
    }
    let count = isPlain ? text.utf8.count : text.count
    if count < min {
      throw FactProblem("\(subject) must be at least \(min) characters. You wrote: \(shown(text))")
    }
    // A character may carry any number of marks; no language needs more than a few.
    let marks = isPlain ? count : text.unicodeScalars.count
    if count > max || marks > max * 4 {
      throw FactProblem(
        "\(subject) may be \(max) characters at most, and this is \(count > max ? count : marks). You wrote: \(shown(text))"
      )
    }
    return text
  }

  private func position(of scalar: Unicode.Scalar, in text: String) -> Int {
    (text.unicodeScalars.firstIndex(of: scalar).map {
      text.unicodeScalars.distance(from: text.startIndex, to: $0)
    } ?? 0) + 1
  }

  private func read(_ text: String, from min: Int?, to max: Int?) throws(FactProblem) -> Int {
    // 1,000 and 1 000 are a thousand; 1,5 is not fifteen.
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == " " }
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), let number = Int(groups.joined()) else {
      throw FactProblem("\(subject) is a whole number. You wrote: \(shown(text))")
    }
    try check(number, from: min, to: max, written: text)
    return number
  }

  func check(_ number: Int, from min: Int?, to max: Int?, written text: String) throws(FactProblem) {
    if let min, number < min { throw FactProblem("\(subject) is at least \(min). You wrote: \(shown(text))") }
    if let max, number > max { throw FactProblem("\(subject) is at most \(max). You wrote: \(shown(text))") }
  }

  private func option(_ text: String, _ ids: [String], _ words: [String]) throws(FactProblem) -> String {
    let wanted = folded(text)
    if let id = ids.first(where: { folded($0) == wanted }) { return id }
    if let number = Int(text), ids.indices.contains(number - 1) { return ids[number - 1] }
    let near = words.indices.filter { folded(words[$0]).hasPrefix(wanted) }
    if near.count == 1 { return ids[near[0]] }
    let whole = near.filter { folded(words[$0]) == folded(text) }
    if whole.count == 1 { return ids[whole[0]] }
    let list = words.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ")
    throw FactProblem("\(subject) is one of: \(list). You wrote: \(shown(text))")
  }

  /// How many characters an address has: as few as in `g.uk`, and no more than browsers and networks carry.
  public static let linkLengths = 4...2000

  /// An address is counted as it is typed, by scalars: it needs no marks.
  func checkLink(_ text: String) throws(FactProblem) {
    guard isLink(text) else {
      throw FactProblem(
        "\(subject) is an address without spaces, as example.org/updates. You wrote: \(shown(text))")
    }
    if case .link(let max?) = kind, text.unicodeScalars.count > max {
      throw FactProblem(
        "\(subject) may be \(max) characters at most, and this is \(text.unicodeScalars.count). You wrote: \(shown(text))"
      )
    }
  }

  private func isLink(_ text: String) -> Bool {
    guard !text.contains(where: \.isWhitespace), text.utf8.count <= Self.linkLengths.upperBound,
      !text.unicodeScalars.contains(where: { isUnseenInFact($0) || "<>\"'()".unicodeScalars.contains($0) })
    else { return false }
    var rest = text[...]
    if let scheme = firstRange(of: "://", in: text) {
      guard ["http", "https"].contains(text[..<scheme.lowerBound].lowercased()) else { return false }
      rest = text[scheme.upperBound...]
    }
    let host = rest.prefix { $0 != "/" }
    return host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".") && !host.contains(":")
      && !host.contains("@")
  }
}

/// Reads `03:15`, `2027-01-05 03:15` or `tomorrow 03:15` in local time, with `BST` or `GMT` behind it where the
/// clock shows a time twice.
public func readMoment(_ typed: String, now: Instant, calendar: WorkingCalendar) throws(FactProblem)
  -> Instant
{
  var parts = typed.split(whereSeparator: \.isWhitespace).map(String.init)
  if let first = parts.first, let mark = first.firstIndex(of: "T"), CivilDate(first[..<mark]) != nil {
    parts.replaceSubrange(0...0, with: [String(first[..<mark]), String(first[first.index(after: mark)...])])
  }
  let zone = calendar.zone
  var abbreviation: String?
  if parts.count > 1, let last = parts.last, last.allSatisfy(\.isLetter) {
    abbreviation = last.uppercased()
    parts.removeLast()
  }
  guard let last = parts.last, let time = TimeOfDay(last) else {
    throw FactProblem("A time is written as 03:15 or 2027-01-05 03:15. You wrote: \(shown(typed))")
  }
  let today = zone.local(now).date
  /// The moments on the days, by the clock that was named.
  func moments(on dates: [CivilDate]) throws(FactProblem) -> [Instant] {
    let all = dates.flatMap { zone.instants(of: LocalTime(date: $0, time: time)) }
    guard let abbreviation else { return all }
    let found = all.filter { zone.period(at: $0).abbreviation == abbreviation }
    if let other = all.first, found.isEmpty {
      let shows = zone.period(at: other).abbreviation
      throw FactProblem(
        "The clocks show \(last) by \(shows), not \(abbreviation). You wrote: \(shown(typed))")
    }
    return found
  }
  if parts.count == 1 {
    let near = try moments(on: [-1, 0, 1].map { today.adding(days: $0) })
    guard let nearest = near.min(by: { abs(($0 - now).count) < abs(($1 - now).count) }) else {
      throw FactProblem("The clocks skip \(last) around now. You wrote: \(shown(typed))")
    }
    return nearest
  }
  let date: CivilDate? =
    switch parts[0].lowercased() {
    case "today": today
    case "tomorrow": today.adding(days: 1)
    case "yesterday": today.adding(days: -1)
    default: CivilDate(parts[0])
    }
  guard parts.count == 2, let date else {
    throw FactProblem("A time is written as 03:15 or 2027-01-05 03:15. You wrote: \(shown(typed))")
  }
  let found = try moments(on: [date])
  if found.count == 1 { return found[0] }
  if found.isEmpty { throw FactProblem("The clocks skip \(last) on \(date). You wrote: \(shown(typed))") }
  let names = found.map { zone.period(at: $0).abbreviation }.joined(separator: " or ")
  throw FactProblem("The clocks show \(last) twice on \(date): add \(names). You wrote: \(shown(typed))")
}

/// What was typed, as a message shows it: unseen characters by name, and no more than sixty.
func shown(_ typed: String) -> String {
  let scalars = typed.unicodeScalars
  let start = scalars.prefix(60)
  return visible(String(String.UnicodeScalarView(start))) + (start.endIndex < scalars.endIndex ? "…" : "")
}

/// Control characters and bidirectional controls, which no answer needs.
private func isUnseenInFact(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
  default: false
  }
}
