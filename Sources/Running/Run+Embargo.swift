public import Library
import Messaging
import OrderedCollections
public import Time

extension Run {
  /// What holds a message until later: the fact whose embargo ends last, and when; nil where nothing does.
  ///
  /// An embargo whose time is not known holds nothing: somebody was asked, and there is none.
  public func embargo(on message: Message, at now: Instant) -> (fact: Fact, until: Instant)? {
    let deciding = playbook.steps[message.at.step]?.when?.facts ?? []
    let held = OrderedSet(message.draft.facts + deciding).compactMap { id -> (fact: Fact, until: Instant)? in
      guard let fact = playbook.facts[id], knownValue(id) != nil, let embargo = fact.embargo,
        case .time(let until) = knownValue(embargo), until > now
      else { return nil }
      return (fact, until)
    }
    return held.max { $0.until < $1.until }
  }

  func embargoFindings(on message: Message, at now: Instant) -> [Finding] {
    guard let (fact, until) = embargo(on: message, at: now) else { return [] }
    return [
      Finding(
        .facts, .note, "'\(fact.ask)' is embargoed until \(clock(until))",
        why: "It can be approved meanwhile, and goes out then.")
    ]
  }
}
