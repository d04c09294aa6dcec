import OrderedCollections

extension Fact {
  /// Throws where a value is not one that the fact takes, however it came about: its type, limits and options.
  public func check(_ value: FactValue) throws(FactProblem) {
    switch (kind, value) {
    case (.text(let min, let max), .text(let text)):
      if trimmed(text).isEmpty { throw FactProblem(needsAnswer) }
      _ = try read(text, min: min, max: max)
    case (.number(let min, let max), .number(let number)):
      try check(number, from: min, to: max, written: String(number))
    case (.choice(let options), .choice(let chosen)): try check([chosen], among: options)
    case (.choices(let options), .choices(let chosen)): try check(chosen, among: options)
    case (.yesNo, .yesNo), (.time, .time), (.date, .date): break
    case (.link, .link(let text)): try checkLink(text)
    case (.text, _), (.number, _), (.choice, _), (.choices, _), (.yesNo, _), (.time, _), (.date, _),
      (.link, _):
      throw FactProblem("\(subject) takes \(kind.words), and this is \(value.words)")
    }
  }

  private func check(
    _ chosen: [String], among options: OrderedDictionary<String, String>
  ) throws(FactProblem) {
    if let strange = chosen.first(where: { options[$0] == nil }) {
      let list = options.keys.joined(separator: ", ")
      throw FactProblem("\(subject) is one of: \(list). You wrote: \(shown(strange))")
    }
    if Set(chosen).count < chosen.count { throw FactProblem("\(subject) names an option twice") }
  }
}

extension Fact.Kind {
  fileprivate var words: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .choice: "one option"
    case .choices: "any of its options"
    case .yesNo: "yes or no"
    case .time: "a time"
    case .date: "a date"
    case .link: "an address"
    }
  }
}

extension FactValue {
  fileprivate var words: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .choice: "an option"
    case .choices: "a list of options"
    case .yesNo: "yes or no"
    case .time: "a time"
    case .date: "a date"
    case .link: "an address"
    }
  }
}
