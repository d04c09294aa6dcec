import Diagnostics
import Library
import Messaging
import OrderedCollections
import Running
import Time

/// Whether a fact can come, on any path, where its marking or its handling does not let it: by standing in the words,
/// by deciding on them, or by deciding whether they come at all. What a person decides may be told: a decision is the
/// way down, and so is the permission of a fact's originator for its being there.
struct LeakProof {
  let paths: Paths
  /// The facts that not everybody may be shown, by folded name.
  private let guarded: [String: Fact]

  init(paths: Paths) {
    self.paths = paths
    let facts = paths.subject.playbook.facts.values.filter { $0.marking > .official || !$0.handling.isEmpty }
    guarded = facts.reduce(into: [:]) { $0[folded($1.id.text)] = $1 }
  }

  private var subject: Subject { paths.subject }
  private var organisation: Organisation { paths.subject.organisation }

  func counterexamples() -> [Counterexample] {
    subject.sends.flatMap { send -> [Counterexample] in
      let isBare = send.template.marking == .official && guarded.isEmpty
      if isBare { return [] }
      let places = subject.places(of: send.sending, send.template)
      return words(send, places) + presence(send, places)
    }
  }

  /// What keeps a fact from a place.
  private struct Barrier {
    let rule: Rule
    let message: String
  }

  /// `isPermitted` is where the fact's originator has permitted that it is there; its handling holds all the same.
  private func barrier(_ fact: Fact, at place: Subject.Place, isPermitted: Bool = false) -> Barrier? {
    let (channel, audience) = (place.channel, place.audience)
    if !isPermitted, fact.marking > channel.ceiling {
      return Barrier(
        rule: .markingAboveChannel,
        message: "\(fact.marking.rawValue), and \(channel.title) carries \(channel.ceiling.rawValue) at most")
    }
    if !isPermitted, fact.marking > audience.marking {
      return Barrier(
        rule: .markingAboveAudience,
        message:
          "\(fact.marking.rawValue), and \(audience.title) may see \(audience.marking.rawValue) at most")
    }
    for handling in fact.handling.compactMap({ organisation.handlings[$0] }) {
      let travels = [(channel.title, channel.reach), (audience.title, audience.reach)]
      guard let (title, reach) = travels.first(where: { !handling.reaches.contains($0.1) }) else { continue }
      return Barrier(
        rule: .handlingForbidsReach, message: "\(handling.title), and \(title) is \(reach.rawValue)")
    }
    return nil
  }

  // MARK: - The words

  /// Facts in the words, and conditions on them: that words are there, or are not, tells of the fact.
  private func words(_ send: Subject.Send, _ places: [Subject.Place]) -> [Counterexample] {
    var told: Set<[String]> = []
    return places.flatMap { place -> [Counterexample] in
      var found: [Counterexample] = []
      if send.template.marking > min(place.channel.ceiling, place.audience.marking),
        told.insert([place.wording.path, place.channel.id.text, place.audience.id.text]).inserted
      {
        found += template(send, place).map { [$0] } ?? []
      }
      for mention in place.wording.mentions {
        guard let name = mention.segment.reads, let fact = guarded[mention.name],
          let barrier = barrier(fact, at: place),
          !told.contains([place.wording.path, "\(mention.segment.span)", barrier.message])
        else { continue }
        guard let leak = leak(send, place, mention, fact, "'\(name)' is \(barrier.message)", barrier.rule)
        else { continue }
        told.insert([place.wording.path, "\(mention.segment.span)", barrier.message])
        found.append(leak)
      }
      return found
    }
  }

  private func leak(
    _ send: Subject.Send, _ place: Subject.Place, _ mention: Wording.Mention, _ fact: Fact, _ message: String,
    _ rule: Rule
  ) -> Counterexample? {
    let isShown = if case .placeholder = mention.segment.content { true } else { false }
    return attempt(send, place) { found in
      let value =
        found.situation.facts(of: subject.playbook).first { $0.id == fact.id }?.value ?? subject.typical(fact)
      var story = Story(of: subject.plan, at: subject.moment)
      story?.enter(found)
      if story?.run.latest(fact.id) == nil { story?.answer(fact.id, value) }
      let words = fact.words(for: value, zone: subject.moment.calendar.zone, today: subject.moment.local.date)
      story?.show(send.step, place, found.level) { $0.contains(words.prefix(20)) }
      return Counterexample(
        diagnostic: Diagnostic(
          rule, path: place.wording.path, span: mention.segment.span, message: message,
          help: isShown
            ? "take the fact out of these words, or address somebody else"
            : "take the fact out of these words; a condition on it tells of it too",
          story: subject.told(story)),
        story: story)
    } where: { formula in
      if isShown { formula.restrict(.fact(fact.id)) { $0 != .notKnown } }
    }
  }

  /// A template whose own marking is above the channel.
  private func template(_ send: Subject.Send, _ place: Subject.Place) -> Counterexample? {
    attempt(send, place) { found in
      var story = Story(of: subject.plan, at: subject.moment)
      story?.enter(found)
      story?.show(send.step, place, found.level) { _ in true }
      let isChannel = send.template.marking > place.channel.ceiling
      let limit =
        isChannel
        ? "\(place.channel.title) carries \(place.channel.ceiling.rawValue)"
        : "\(place.audience.title) may see \(place.audience.marking.rawValue)"
      return Counterexample(
        diagnostic: Diagnostic(
          isChannel ? .markingAboveChannel : .markingAboveAudience, path: place.wording.path, span: nil,
          message: "the template is \(send.template.marking.rawValue), and \(limit) at most",
          help: isChannel
            ? "use another channel, or another template" : "address somebody else, or use another template",
          story: subject.told(story)),
        story: story)
    }
  }

  /// The counterexample where any situation brings the send to the place.
  private func attempt(
    _ send: Subject.Send, _ place: Subject.Place,
    _ telling: (Way) -> Counterexample?,
    where also: (inout Formula) -> Void = { _ in }
  ) -> Counterexample? {
    subject.attempt(at: ["steps", .item(send.index)]) { () throws(ProofTooLarge) in
      try paths.way(of: send.step, send.sending, to: place.audience.id, at: place.level, where: also).flatMap(
        telling)
    }
  }

  // MARK: - That they come at all

  /// Conditions of the step itself: whoever gets the message learns how they were met.
  private func presence(_ send: Subject.Send, _ places: [Subject.Place]) -> [Counterexample] {
    let read =
      (send.step.when?.facts ?? []).map { ($0, "when") }
      + (send.step.rounds?.again ?? []).map { ($0, "again") }
    return read.compactMap { id, key -> Counterexample? in
      guard let fact = guarded[folded(id.text)] else { return nil }
      // The machine holds such a message until the originator has permitted it.
      let isPermitted = key == "when" && isHeld(fact, by: send.step)
      for place in places {
        guard let barrier = barrier(fact, at: place, isPermitted: isPermitted) else { continue }
        let found = attempt(send, place) { found in
          presence(of: fact, barrier, send, key, place, found)
        }
        if let found { return found }
      }
      return nil
    }
  }

  /// Whether the machine holds whatever comes for the fact's originator: it comes only where the fact is known.
  private func isHeld(_ fact: Fact, by step: Step) -> Bool {
    guard fact.needsPermission else { return false }
    let comesUnknown = try? paths.isPossible { formula in
      formula.require(step.when)
      formula.restrict(.fact(fact.id)) { $0 == .notKnown }
    }
    return comesUnknown == false
  }

  private func presence(
    of fact: Fact, _ barrier: Barrier, _ send: Subject.Send, _ key: String, _ place: Subject.Place,
    _ found: Way
  ) -> Counterexample? {
    let known = found.situation.facts(of: subject.playbook).first { $0.id == fact.id }?.value
    var story = Story(of: subject.plan, at: subject.moment)
    story?.enter(found.without(fact.id))
    if key == "when", var told = story {
      if told.contrast(fact, in: paths, for: send.step) { story = told }
    }
    story?.answer(fact.id, found.situation.leavesOpen(fact.id) ? nil : known ?? subject.typical(fact))
    story?.show(send.step, place, found.level) { _ in true }
    story?.tell("Whoever reads it learns of: \(fact.ask)", about: .fact(fact.id))
    return subject.counterexample(
      .presenceTells, at: ["steps", .item(send.index), .key(key)],
      message: "that '\(send.step.id)' comes tells of '\(fact.id)': it is \(barrier.message)",
      help: "let somebody decide between them, with 'decide:' and 'when: {decided: …}'", story: story)
  }
}

extension Story {
  /// Answers a fact so that a step is not to be done; false where no answer does that.
  fileprivate mutating func contrast(_ fact: Fact, in paths: Paths, for step: Step) -> Bool {
    guard let when = step.when, let place = paths.situations.places[.fact(fact.id)] else { return false }
    for one in paths.situations.variables[place].classes {
      var other = self
      switch one {
      case .notKnown: other.answer(fact.id, nil)
      case .value(let value): other.answer(fact.id, value)
      case .known: other.answer(fact.id, .choices([]))
      case .notDecided, .level, .option, .absent, .present: continue
      }
      guard !other.run.holdsOnceSettled(when) else { continue }
      self = other
      tell("'\(step.id)' is not to be done", about: .step(step.id))
      return true
    }
    return false
  }

  /// Drafts a step and quotes the message at a place; lines where what is looked for stands come first.
  fileprivate mutating func show(
    _ step: Step, _ place: Subject.Place, _ level: Level?, where isTold: (Substring) -> Bool
  ) {
    let message = draft(step, at: level).first { message in
      message.draft.channel == place.channel.id && message.draft.audiences.contains(place.audience.id)
        && message.draft.level == place.level && message.draft.path == place.wording.path
    }
    if let message { quote(message, where: isTold) }
  }
}
