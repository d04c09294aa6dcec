import Time

extension FactValue {
  /// Whether it is what a condition asks for.
  public func matches(_ match: Condition.Match) -> Bool {
    switch (match, self) {
    case (.option(let option), .choice(let value)): option == value
    case (.option(let option), .choices(let values)): values.contains(option)
    case (.yesNo(let wanted), .yesNo(let value)): wanted == value
    case (.number(let atLeast, let atMost), .number(let value)):
      value >= atLeast ?? .min && value <= atMost ?? .max
    case (.text(let wanted), .text(let value)), (.text(let wanted), .link(let value)): wanted == value
    case (.text(let wanted), .date(let value)): wanted == value.description
    case (.notKnown, _), (.option, _), (.yesNo, _), (.number, _), (.text, _): false
    }
  }
}
