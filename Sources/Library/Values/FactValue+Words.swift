public import OrderedCollections
public import Time

extension Fact {
  /// How a value stands in a message and on a screen; a time of another day than `today` says which.
  public func words(for value: FactValue, zone: Zone, today: CivilDate) -> String {
    switch value {
    case .text(let text), .link(let text): return text
    case .number(let number): return String(number)
    case .choice(let option): return options?[option] ?? option
    case .choices(let chosen):
      let words = chosen.map { options?[$0] ?? $0 }
      if words.isEmpty { return "none" }
      return words.count == 1
        ? words[0] : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
    case .yesNo(let yes): return yes ? "yes" : "no"
    case .time(let instant):
      let local = zone.local(instant)
      let clock = local.time.shortDescription
      return local.date == today ? clock : "\(clock) on \(local.date.words)"
    case .date(let date): return date.words
    }
  }

  /// The options of a choice or choices: id to words.
  public var options: OrderedDictionary<String, String>? {
    switch kind {
    case .choice(let options), .choices(let options): options
    case .text, .number, .yesNo, .time, .date, .link: nil
    }
  }

  /// What is wrong with a sample's value; nil where it reads.
  func problem(withSample typed: String) -> String? {
    if typed == Confidence.notKnown.rawValue { return nil }
    do throws(FactProblem) {
      _ = try read(typed, now: Instant(seconds: 0), calendar: WorkingCalendar(zone: .utc))
      return nil
    } catch {
      return error.message
    }
  }
}

extension CivilDate {
  /// `5 January 2027`.
  public var words: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }
}
