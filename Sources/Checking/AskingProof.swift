import Diagnostics
import Library
import Messaging
import OrderedCollections
import Running

/// Whether on every path what a message needs has been asked, decided and permitted.
struct AskingProof {
  let paths: Paths

  private var subject: Subject { paths.subject }

  func counterexamples() -> [Counterexample] {
    subject.sends.flatMap { send in
      [level(send)].compactMap { $0 } + facts(send) + permissions(send)
    }
  }

  /// A message whose level nobody is to decide.
  private func level(_ send: Subject.Send) -> Counterexample? {
    guard send.sending.level == nil, paths.leveling.allSatisfy({ $0.when != nil }) else { return nil }
    let place: [Source.Part] = ["steps", .item(send.index)]
    return subject.attempt(at: place) { () throws(ProofTooLarge) in
      let found = try paths.situation { formula in
        formula.require(send.step.when)
        for step in paths.leveling { formula.deny(step.when) }
      }
      guard let found else { return nil }
      var story = Story(of: subject.plan, at: subject.moment)
      story?.enter(found)
      for step in paths.leveling { story?.reach(step) }
      story?.reach(send.step)
      for step in paths.leveling {
        story?.tell("'\(step.id)' is not to be done", about: .step(step.id))
      }
      story?.tell("'\(send.step.id)' waits for the level", about: .step(send.step.id))
      return subject.counterexample(
        .levelMayBeMissing, at: place, message: "'\(send.step.id)' may be left without a level",
        help: "decide the level wherever it is to be done, or give it a level of its own", story: story)
    }
  }

  /// Facts that the words need and that no step asks on some path.
  private func facts(_ send: Subject.Send) -> [Counterexample] {
    let substitutes = Set(send.template.ifNotKnown.keys.map { folded($0.text) })
    let loose = subject.playbook.facts.values.filter { fact in
      let asking = paths.asking(fact.id, before: send.step.id)
      return !asking.isEmpty && asking.allSatisfy { $0.when != nil }
        && !substitutes.contains(folded(fact.id.text))
    }
    if loose.isEmpty { return [] }
    let places = subject.places(of: send.sending, send.template)
    return loose.compactMap { fact in
      let name = folded(fact.id.text)
      for place in places
      where place.wording.mentions.contains(where: { $0.name == name && $0.segment.isShown }) {
        if let found = hole(of: fact, in: send, place) { return found }
      }
      return nil
    }
  }

  /// A way to a message in which the fact's place is empty, for nobody was to ask it.
  private func hole(of fact: Fact, in send: Subject.Send, _ place: Subject.Place) -> Counterexample? {
    let at: [Source.Part] = ["steps", .item(send.index)]
    let asking = paths.asking(fact.id, before: send.step.id)
    return subject.attempt(at: at) { () throws(ProofTooLarge) in
      let found = try paths.way(of: send.step, send.sending, to: place.audience.id, at: place.level) {
        formula in
        for step in asking { formula.deny(step.when) }
        formula.restrict(.fact(fact.id)) { $0 == .notKnown }
      }
      guard let found else { return nil }
      var story = Story(of: subject.plan, at: subject.moment)
      story?.enter(found)
      for step in asking { story?.reach(step) }
      story?.reach(send.step, at: found.level)
      for step in asking {
        story?.tell(
          "'\(step.id)' is not to be done, so nobody asks: \(fact.ask)", about: .step(step.id))
      }
      let hole = "[\(fact.id): not known]"
      let holed = story?.draft(send.step, at: found.level).first { message in
        message.draft.text.contains(hole) || message.draft.subject?.contains(hole) ?? false
      }
      if let holed { story?.quote(holed) { $0.contains(hole) } }
      return subject.counterexample(
        .factMayBeMissing, at: at,
        message:
          "'\(send.step.id)' needs '\(fact.id)' at \(place.level.rawValue), which may not have been asked",
        help:
          "ask it wherever '\(send.step.id)' is to be done, or write if-not-known: {\(fact.id): …} in its template",
        story: story)
    }
  }

  /// Facts of somebody else's in the words, whose originator nobody is to ask on some path.
  private func permissions(_ send: Subject.Send) -> [Counterexample] {
    // Words that can come: a variant for another channel or level waits for nobody.
    let named = Set(
      subject.places(of: send.sending, send.template).flatMap(\.wording.mentions).map(\.name)
    ).union((send.step.when?.facts ?? []).map { folded($0.text) })
    let held = subject.playbook.facts.values.filter {
      $0.needsPermission && named.contains(folded($0.id.text))
    }
    return held.compactMap { fact in
      let asking = subject.playbook.steps.values.filter { step in
        if case .permit(let facts) = step.action { facts.contains(fact.id) } else { false }
      }
      guard asking.allSatisfy({ $0.when != nil }) else { return nil }
      let place: [Source.Part] = ["steps", .item(send.index)]
      return subject.attempt(at: place) { () throws(ProofTooLarge) in
        // Where an answer was changed the permission may have been given before, which no condition can tell.
        let found = try paths.situation(isStraight: true) { formula in
          formula.require(send.step.when)
          for step in asking { formula.deny(step.when) }
          formula.restrict(.fact(fact.id)) { $0 != .notKnown }
        }
        guard let situation = found else { return nil }
        var story = Story(of: subject.plan, at: subject.moment)
        story?.enter(situation)
        if story?.run.latest(fact.id) == nil { story?.answer(fact.id, subject.typical(fact)) }
        for step in asking { story?.reach(step) }
        story?.reach(send.step)
        for step in asking {
          story?.tell(
            "'\(step.id)' is not to be done, so its originator is not asked", about: .step(step.id))
        }
        let messages = story?.draft(send.step) ?? []
        if let held = messages.first(where: { $0.draft.facts.contains(fact.id) }) { story?.quote(held) }
        return subject.counterexample(
          .permissionMayBeMissing, at: place,
          message: "'\(send.step.id)' waits for the permission of '\(fact.id)', which may not be asked for",
          help: "ask its originator wherever '\(send.step.id)' is to be done", story: story)
      }
    }
  }
}

extension Segment {
  /// Whether a fact's own words stand there.
  fileprivate var isShown: Bool { if case .placeholder = content { true } else { false } }
}
