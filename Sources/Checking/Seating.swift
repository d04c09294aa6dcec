import Library
import OrderedCollections

/// Who can fill the seats of messages while some cannot be reached; worked out once for equal seats and drafters.
///
/// Each role is held by one person, and each person holds one role. A role that drafts does not approve. Where it
/// is absent, its first deputy who is there drafts, and does not approve then.
struct Seating {
  private let organisation: Organisation
  private var known: [Question: Answer] = [:]

  init(of organisation: Organisation) { self.organisation = organisation }

  private struct Question: Hashable {
    let seats: [Seat]
    let drafters: [Role.ID]
  }

  /// Which absences stop a message, and the seats that nobody fills then.
  struct Answer {
    /// Seats that stay empty though everybody is there.
    var always: [Seat] = []
    var byOne: OrderedDictionary<Role.ID, [Seat]> = [:]
    /// Two roles, neither of which stops it alone.
    var byTwo: [[Role.ID]] = []
  }

  mutating func answer(_ seats: [Seat], drafters: [Role.ID]) -> Answer {
    let question = Question(seats: seats, drafters: drafters)
    if let answer = known[question] { return answer }
    var answer = Answer(always: empty(question, absent: []))
    if answer.always.isEmpty {
      let roles = OrderedSet(seats.flatMap(organisation.fillers) + drafters)
      for role in roles {
        let empty = empty(question, absent: [role])
        if !empty.isEmpty { answer.byOne[role] = empty }
      }
      let others = roles.filter { answer.byOne[$0] == nil }
      for (index, first) in others.enumerated() {
        for second in others.dropFirst(index + 1) where !empty(question, absent: [first, second]).isEmpty {
          answer.byTwo.append([first, second])
        }
      }
    }
    known[question] = answer
    return answer
  }

  /// The seats that nobody fills while these cannot be reached.
  private func empty(_ question: Question, absent: Set<Role.ID>) -> [Seat] {
    let drafting = Set(
      question.drafters.compactMap { role in
        organisation.fillers(of: Seat([role])).first { !absent.contains($0) }
      })
    let fillers = OrderedSet(question.seats.flatMap(organisation.fillers))
    let present = fillers.filter { !absent.contains($0) && !drafting.contains($0) }
    return organisation.unfilled(question.seats, by: present.map { (person: $0, role: $0) })
  }
}
