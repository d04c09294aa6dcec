public import Library
import OrderedCollections
public import Time

/// A message as a sample of its template would make it.
public struct SampleMessage: Sendable {
  public let playbook: Playbook.ID
  public let step: Step.ID
  /// The sample's name in template.yaml.
  public let sample: String
  public let judged: Judged
}

/// The moment and the clock that samples are filled at.
public struct SampleMoment: Sendable {
  public let now: Instant
  public let calendar: WorkingCalendar
  public let mode: Mode

  public init(now: Instant, calendar: WorkingCalendar, mode: Mode = .live) {
    (self.now, self.calendar, self.mode) = (now, calendar, mode)
  }
}

/// Every message that a template's samples make: for each step that sends it, at each level it can be sent at, to
/// each audience on each channel.
///
/// Facts of a sample are confirmed; a fact that the words need and the sample lacks leaves its hole.
public func sampleMessages(
  of template: Template, in library: Library, at moment: SampleMoment
) -> [SampleMessage] {
  sampleSends(of: template, in: library, at: moment).flatMap { send in
    drafts(for: send.sending, of: send.playbook, in: library, knowing: send.knowing).map {
      SampleMessage(playbook: send.playbook.id, step: send.step, sample: send.sample, judged: $0)
    }
  }
}

/// A step that sends a template, with what one of its samples knows at one level.
package struct SampleSend: Sendable {
  package let playbook: Playbook
  package let step: Step.ID
  package let sending: Step.Sending
  package let sample: String
  package let knowing: Knowledge
}

/// Every send that a template's samples make.
package func sampleSends(of template: Template, in library: Library, at moment: SampleMoment) -> [SampleSend]
{
  var found: [SampleSend] = []
  for playbook in library.playbooks.values {
    for step in playbook.steps.values {
      guard case .send(let sending) = step.action, sending.template == template.id else { continue }
      for (name, sample) in template.samples {
        found += knowledge(of: sample, sending, step, playbook, moment).map {
          SampleSend(playbook: playbook, step: step.id, sending: sending, sample: name, knowing: $0)
        }
      }
    }
  }
  return found
}

/// What is known where a sample's facts are, at each level that its step can be sent at.
private func knowledge(
  of sample: OrderedDictionary<Fact.ID, String>, _ sending: Step.Sending, _ step: Step, _ playbook: Playbook,
  _ moment: SampleMoment
) -> [Knowledge] {
  var facts: [Fact.ID: Knowledge.Entry] = [:]
  for (id, typed) in sample {
    guard let fact = playbook.facts[id] else { continue }
    // Not even a text is answered with these words: they mean that it is not known.
    let isKnown = typed != Confidence.notKnown.rawValue
    let value = isKnown ? try? fact.read(typed, now: moment.now, calendar: moment.calendar) : nil
    facts[id] = Knowledge.Entry(
      value: value, confidence: value == nil ? .notKnown : .confirmed, marking: fact.marking, source: "")
  }
  let levels = sending.level.map { [$0] } ?? Level.allCases
  // A send with a level of its own goes out at it whatever the run's level is.
  return levels.filter { step.when?.canHold(facts, at: sending.level == nil ? $0 : nil) ?? true }.map {
    level in
    Knowledge(
      facts: facts, level: level, audienceLevels: [:], mode: moment.mode, now: moment.now,
      nextUpdate: moment.now + .hours(1), calendar: moment.calendar)
  }
}

extension Condition {
  /// Whether it may hold where these facts are known and others may be anything.
  fileprivate func canHold(_ facts: [Fact.ID: Knowledge.Entry], at level: Level?) -> Bool {
    any.contains { tests in
      tests.allSatisfy { test in
        switch test {
        case .level(let atLeast, let atMost): return level.map { atLeast <= $0 && $0 <= atMost } ?? true
        case .decided: return true
        case .known(let fact): return facts[fact].map { $0.value != nil } ?? true
        case .fact(let fact, let matches):
          guard let entry = facts[fact] else { return true }
          guard let value = entry.value else { return matches.contains(.notKnown) }
          return matches.contains { value.matches($0) }
        }
      }
    }
  }
}
