import Library
import OrderedCollections
import Running
import Time

extension Playbook {
  /// The steps that stand before another, each once, as "4 Agree who leads".
  func words(for blockers: [Blocker]) -> [String] {
    var found: OrderedSet<String> = []
    for blocker in blockers {
      guard let id = blocker.step else {
        found.append("the level")
        continue
      }
      let number = steps.index(forKey: id).map { "\($0 + 1) " } ?? ""
      found.append(number + (steps[id]?.title ?? id.text))
    }
    return Array(found)
  }

  /// When a step comes again and when it is over, in words; nothing for a step that is done once.
  func words(forRoundsOf step: Step) -> [String] {
    guard let rounds = step.rounds else { return [] }
    var found: [String] = []
    let isSend = if case .send = step.action { true } else { false }
    if let every = rounds.every {
      found.append(
        "Again every \(every.words)" + (isSend ? ", or sooner where the level's rhythm is shorter" : ""))
    }
    if !rounds.again.isEmpty {
      let asked = rounds.again.map { "'\(facts[$0]?.ask ?? $0.text)'" }.joined(separator: ", or ")
      found.append("Again whenever this is answered anew: \(asked)")
    }
    if let times = rounds.times { found.append(times == 1 ? "Once at most" : "\(times) times at most") }
    if let until = rounds.until {
      found.append((step.action.verb == "wait" ? "Over when: " : "Until: ") + words(for: until))
    }
    return found
  }
}

extension Interval {
  /// `60 minutes`, `1 day`.
  var words: String {
    let count = text.dropLast()
    let unit =
      switch text.last {
      case "m": "minute"
      case "h": "hour"
      case "w": "week"
      default: "day"
      }
    return "\(count) \(unit)\(count == "1" ? "" : "s")"
  }
}
