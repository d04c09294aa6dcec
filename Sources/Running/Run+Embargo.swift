public import Library
import Messaging
import OrderedCollections
public import Time

extension Run {
  /// What holds a message until later: the fact whose embargo ends last, and when; nil where nothing does.
  ///
  /// An embargo whose time is not known holds nothing; the verdict warns of it.
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
    let unknown = message.draft.facts.compactMap { playbook.facts[$0] }.filter { fact in
      knownValue(fact.id) != nil && fact.embargo.map { latest($0)?.record.confidence == .notKnown } ?? false
    }.map { fact in
      Finding(
        .facts, .warn, "nobody knows until when '\(fact.ask)' is embargoed, or whether it is",
        why: "Ask whoever set it. A reason lets the words go out.")
    }
    guard let (fact, until) = embargo(on: message, at: now) else { return unknown }
    return unknown + [
      Finding(
        .facts, .note, "'\(fact.ask)' is embargoed until \(clock(until))",
        why: "It can be approved meanwhile, and goes out then.")
    ]
  }
}
