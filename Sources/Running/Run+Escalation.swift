import Digest
public import Library
import Messaging
import OrderedCollections
public import Time

/// Messages whose approvers have not answered within the time that the organisation sets, and whom to ring next.
public struct Escalation: Hashable, Sendable {
  public let messages: [Message.ID]
  /// Since when nobody has answered.
  public let since: Instant
  /// Who was tried last; nil where nobody was.
  public let tried: String?
  /// Somebody of the roster who was not tried yet; nil where there is none left.
  public let next: Candidate?

  public struct Candidate: Hashable, Sendable {
    public let person: Roster.Person
    public let role: Role.ID
  }
}

extension Run {
  /// What waits too long for an approval, by the step that it is of, longest first.
  ///
  /// Each attempt gives the next answer its time anew; an answer that was given ends the wait.
  public func escalations(at now: Instant, roster: Roster) -> [Escalation] {
    guard let within = organisation.answerWithin?.length, within.count > 0, finished == nil else { return [] }
    let waiting = messages.values.filter { !$0.isOver && isWaiting($0) }
    let steps = OrderedSet(waiting.map(\.at))
    return steps.compactMap { at -> Escalation? in
      let messages = waiting.filter { $0.at == at }
      let attempts = messages.flatMap(\.contacts)
      let last = attempts.max { $0.at < $1.at }
      let moments =
        messages.compactMap(\.requestedAt) + attempts.map(\.at) + messages.flatMap { standing($0).map(\.at) }
      guard let since = moments.max(), now >= since + within else { return nil }
      return Escalation(
        messages: messages.map(\.id), since: since, tried: last?.contact.person,
        next: next(for: messages, besides: attempts.map(\.contact.person), roster))
    }.sorted { $0.since < $1.since }
  }

  /// Who of the roster can fill a seat that is open, in order of call, and was not tried, did not draft and has not
  /// approved.
  private func next(
    for messages: [Message], besides tried: [String], _ roster: Roster
  ) -> Escalation.Candidate? {
    let out = Set(
      (tried + messages.flatMap { Array($0.drafters) + standing($0).map(\.person) }).map(folded))
    let roles = OrderedSet(messages.flatMap { missingSeats(of: $0).flatMap(fillers) })
    return roster.people(in: Array(roles)).first { !out.contains(folded($0.person.name)) }
      .map { Escalation.Candidate(person: $0.person, role: $0.role) }
  }

  /// What to do about it, in a line.
  public func words(for escalation: Escalation, at now: Instant) -> String {
    let minutes = (now - escalation.since).count / 60
    let who = escalation.tried.map { "No answer from \($0)" } ?? "No answer"
    let ids = escalation.messages.map(\.text).joined(separator: ", ")
    let next = escalation.next.map { next in
      let number = [next.person.phone].compactMap { $0 }.map { ", \($0)" }.joined()
      return "Ring \(next.person.name), \(title(of: next.role))\(number)"
    }
    return
      "\(who) for \(ids) in \(minutes) min. \(next ?? "Everybody in the roster was tried; begin again, or ring who stands above them")."
  }
}
