import Diagnostics
import Library
import Messaging
import OrderedCollections
import Running

/// What the seats of the levels themselves are short of, told once for all that is sent.
func levelApprovals(
  of library: Library, source: Source, subjects: [Subject], seating: inout Seating
) -> [Counterexample] {
  var found: [Counterexample] = []
  let floors = library.organisation.levels.flatMap { level, rules in
    [(level, "approve", rules.approve)] + (rules.correct.map { [(level, "correct", $0)] } ?? [])
  }
  for (level, key, floor) in floors {
    let what = key == "correct" ? "correction" : "message"
    let answer = seating.answer(floor, drafters: [])
    func add(
      _ rule: Rule, _ severity: Diagnostic.Severity, _ message: String, absent: Role.ID?, _ seats: [Seat],
      help: String
    ) {
      let story = storyOfFirst(at: level, absent: absent, seats: seats, in: subjects)
      let told = subjects.first { $0.playbook.id == story?.run.playbook.id }?.told(story) ?? []
      found.append(
        Counterexample(
          diagnostic: Diagnostic(
            rule, severity, path: source.path,
            span: source.span(["levels", .key(level.rawValue), .key(key)]),
            message: message, help: help, story: told),
          story: story))
    }
    if !answer.always.isEmpty {
      add(
        .approvalImpossible, .error, "no \(what) can be approved at \(level.rawValue)", absent: nil,
        answer.always, help: "give each seat a role of its own")
    }
    for (role, seats) in answer.byOne {
      let title = library.organisation.title(of: role)
      add(
        .approvalHangsOnOne, .warning,
        "no \(what) can be approved at \(level.rawValue) while \(title) cannot be reached", absent: role,
        seats, help: "give the role a deputy, or the seat another role")
    }
  }
  return found
}

/// The first send that can have the level, walked to its draft; nil where nothing is sent at it.
private func storyOfFirst(at level: Level, absent: Role.ID?, seats: [Seat], in subjects: [Subject]) -> Story?
{
  for subject in subjects {
    for (_, step, sending, _) in subject.sends where subject.levels(of: sending).contains(level) {
      if let story = subject.story(of: step, at: level, absent: absent, seats: seats) { return story }
    }
  }
  return nil
}
