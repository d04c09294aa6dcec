public import Library
import OrderedCollections
public import Time

extension Refusal {
  /// What was refused and what can be done, in the officer's terms.
  public func message(in run: Run) -> String {
    func title(_ step: Step.ID) -> String { "'\(run.playbook.steps[step]?.title ?? step.text)' (\(step))" }
    func ask(_ fact: Fact.ID) -> String { run.playbook.facts[fact]?.ask ?? fact.text }
    func meant(_ nearest: String?) -> String { nearest.map { ". Did you mean '\($0)'?" } ?? "" }
    switch self {
    case .runFinished: return "\(run.id) is finished; only notes and partners' answers can be added"
    case .noSuchStep(let name, let nearest):
      return "'\(name)' is not a step of this playbook" + meant(nearest)
    case .noSuchFact(let name, let nearest):
      return "'\(name)' is not a fact of this playbook" + meant(nearest)
    case .noSuchMessage(let name):
      let known = run.messages.keys.map(\.text).joined(separator: ", ")
      return "'\(name)' is not a message of this run"
        + (known.isEmpty ? "; none is drafted yet" : "; there are \(known)")
    case .noMessages: return "name one message at least"
    case .blocked(let step, let blockers):
      return "\(title(step)) has to wait: " + blockers.map { run.words(for: $0) }.joined(separator: "; ")
    case .notApplicable(let step): return "\(title(step)) does not apply on the facts as they are"
    case .stepIsOver(let step): return "\(title(step)) is over"
    case .wrongVerb(let step, let expected): return "\(title(step)) is completed with '\(expected)'"
    case .factsOpen(let step, let facts):
      return "\(title(step)) still asks: " + facts.map(ask).joined(separator: "; ")
    case .waitIsOpen(let step):
      return "\(title(step)): what is waited for has not come; skip it with a reason to go on"
    case .messagesOpen(let step, let messages):
      return "\(title(step)) has messages that are neither sent nor dropped: "
        + messages.map(\.text).joined(separator: ", ")
    case .detailNeeded(_, let question): return question
    case .reasonNeeded(let what): return "Words are needed for \(what)"
    case .noSuchOption(let option, let options):
      return "'\(option)' is not an option; there are \(options.joined(separator: ", "))"
    case .levelNotDecided(let step): return "\(title(step)) needs the level to be decided first"
    case .nothingToSend(let step):
      if case .send(let sending) = run.playbook.steps[step]?.action,
        run.plan.library.templates[sending.template] == nil
      {
        return
          "\(title(step)): the template '\(sending.template)' could not be read when the run began; say it in your own words and skip this step with a reason"
      }
      return "\(title(step)): no audience gets a channel at this level; skip it with a reason"
    case .libraryIsThis: return "\(run.id) is on this library already"
    case .libraryUnknown: return "that library has not been read"
    case .notSent(let id):
      return "\(id) has not gone out; edit it, draft it anew or drop it"
    case .noCorrection(let id):
      return
        "no step of this playbook sends a template that corrects the template of \(id). Say what is right in your own words, and note it"
    case .otherCorrection(let id, let step):
      return "\(id) is put right by \(title(step)), the others by another step; correct it by itself"
    case .correctionUnderWay(let step, let other):
      return
        "\(title(step)) puts \(other) right already; send or drop those words first, or name all the messages in one command"
    case .correctionNeeds(let step, let facts):
      return
        "\(title(step)) comes once this is answered, or answered anew: "
        + facts.map { "\(ask($0)) (\($0))" }.joined(separator: "; ")
    case .markingLowered(let fact, let to, let from):
      return
        "'\(ask(fact))' is \(from.rawValue) and cannot be lowered to \(to.rawValue); only its originator can"
    case .valueNeeded(let fact): return "'\(ask(fact))' needs a value, or the confidence 'not-known'"
    case .valueUnfit(_, let because): return because
    case .sourceNeeded(let fact): return "'\(ask(fact))' needs its source"
    case .inTheFuture(let instant): return "\(run.clock(instant)) has not come yet"
    case .warningsOpen(let message, let warnings):
      return "\(message) has a warning that nobody has given a reason for: "
        + warnings.joined(separator: "; ")
    case .noWarnings(let message): return "\(message) has no warning that is open"
    case .secondPersonNeeded(let level, let supported):
      return
        "\(level.rawValue) asks more of people than the facts support (\(supported.rawValue)); name a second person who agrees"
    case .secondPersonDecided(let person): return "\(person) decided; a second person has to agree"
    case .stepsOpen(let steps):
      return "\(steps.count) step\(steps.count == 1 ? " is" : "s are") open: "
        + steps.map(\.text).joined(separator: ", ") + ". Give a reason to finish all the same"
    case .handOverRefused(let problem): return problem.message(in: run)
    case .textTooLong(let limit): return "the text is longer than \(limit) characters"
    case .messageIsOver(let message): return "\(message) is sent or dropped"
    case .noSuchPartner(let partner, let partners):
      return partners.isEmpty
        ? "no partner of this message's audiences is followed"
        : "'\(partner)' is not a partner of this message; there are \(partners.joined(separator: ", "))"
    case .messageStopped, .wordsOutOfDate, .wordsAreLater, .wrongCode, .replyRefused, .isDrafter,
      .rosterUnreadable, .roleNeeded,
      .holdsNoSuchRole, .roleFillsNoSeat, .approvalMissing, .permissionMissing, .embargoed:
      return approvalMessage(in: run)
    }
  }

  private func approvalMessage(in run: Run) -> String {
    switch self {
    case .messageStopped(let id, let findings):
      return "\(id) cannot go out: " + findings.joined(separator: "; ")
    case .wordsOutOfDate(let id, let because): return "\(id) must be drafted anew: \(because)"
    case .wordsAreLater(let id, let instant):
      return "the words of \(id) came to be at \(run.clock(instant)); nothing can have come of them before"
    case .wrongCode(let given):
      return "'\(given)' is not the code of these words. Read the words out again; an edit changes the code"
    case .replyRefused(let person, let problem):
      return "the reply of \(person) is not taken: " + problem.message(from: person, in: run)
    case .isDrafter(let person, let id): return "\(person) wrote words of \(id), and cannot approve them"
    case .rosterUnreadable:
      return "the roster cannot be read, so nobody knows who may approve; mend roster.yaml first"
    case .roleNeeded(let person): return "\(person) is not in the roster; name the role with --role"
    case .holdsNoSuchRole(let person, let role):
      return "the roster does not give \(person) the role '\(run.title(of: role))'"
    case .roleFillsNoSeat(let role, let needed):
      return
        "'\(run.title(of: role))' is not asked to approve this; needed: \(needed.joined(separator: "; "))"
    case .approvalMissing(let id, let seats):
      return "\(id) still needs the approval of " + seats.joined(separator: "; and of ")
    case .embargoed(let id, let fact, let until):
      return
        "\(id) is held until \(run.clock(until)): '\(run.playbook.facts[fact]?.ask ?? fact.text)' is embargoed. If the embargo was moved, answer its time anew"
    case .permissionMissing(let id, let fact):
      return "\(id) is held: the originator has not permitted '\(run.playbook.facts[fact]?.ask ?? fact.text)'"
    case .runFinished, .noSuchStep, .noSuchFact, .noSuchMessage, .noMessages, .blocked, .notApplicable,
      .stepIsOver,
      .wrongVerb,
      .factsOpen, .waitIsOpen, .messagesOpen, .detailNeeded, .reasonNeeded, .noSuchOption, .levelNotDecided,
      .nothingToSend, .markingLowered, .valueNeeded, .valueUnfit, .sourceNeeded, .messageIsOver,
      .noSuchPartner, .notSent, .noCorrection, .otherCorrection, .correctionUnderWay, .correctionNeeds,
      .libraryIsThis, .libraryUnknown,
      .inTheFuture,
      .stepsOpen, .textTooLong, .handOverRefused, .warningsOpen, .noWarnings, .secondPersonNeeded,
      .secondPersonDecided:
      return ""
    }
  }
}

extension Run {
  /// What a step waits for, as people say it.
  public func words(for blocker: Blocker) -> String {
    switch blocker {
    case .fact(let fact, let step):
      "'\(playbook.facts[fact]?.ask ?? fact.text)' has not been asked (\(playbook.steps[step]?.title ?? step.text))"
    case .step(let step): "after \(playbook.steps[step]?.title ?? step.text)"
    case .level(let step):
      "the level has not been decided" + (step.map { " (\(playbook.steps[$0]?.title ?? $0.text))" } ?? "")
    }
  }

  /// A fact's value as it is shown at a moment, by the organisation's clock; at the last event where none is given.
  public func words(for value: FactValue, of fact: Fact, at moment: Instant? = nil) -> String {
    let zone = plan.calendar.zone
    return fact.words(for: value, zone: zone, today: zone.local(moment ?? lastEntered).date)
  }

  /// A moment as the organisation's clocks show it: `03:42`, with the day where it is not the day of `lastEntered`.
  public func clock(_ instant: Instant) -> String {
    let (local, today) = (plan.calendar.zone.local(instant), plan.calendar.zone.local(lastEntered))
    return local.date == today.date
      ? local.time.shortDescription : "\(local.date) \(local.time.shortDescription)"
  }
}
