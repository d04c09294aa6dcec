import Library
import Messaging
import OrderedCollections
import Running
import Time

extension Walk {
  /// Typed in full where words that were written by hand are lost.
  private static let draftAnew = "draft anew"

  /// An answer about a message or a set of them.
  mutating func answer(message text: String, _ run: Run, at now: Instant) -> [Effect] {
    switch prompt {
    case .messages(let step): return answer(messages: step, text, run)
    case .message(let id): return answer(message: id, text, run)
    case .approver(let ids), .objector(let ids):
      // A number is no name: it would go on record as one.
      if let number = Int(text) {
        let count = candidates(ids, run).count
        guard (1...max(1, count)).contains(number), count > 0 else {
          return again(run, count > 0 ? "Type a number from 1 to \(count), or a name" : "Type a name")
        }
      }
      return answer(person: text, for: ids, run)
    case .approverRole(let ids, let person):
      let roles = Screens.neededRoles(ids, run)
      guard let number = Int(text), roles.indices.contains(number - 1) else {
        return again(run, "Type a number from 1 to \(roles.count)")
      }
      prompt = .how(ids, person: person, role: roles[number - 1])
    case .how(let ids, let person, let role):
      switch text.lowercased() {
      case "1": prompt = .code(ids, person: person, role: role, .present)
      case "2": prompt = .code(ids, person: person, role: role, .phone)
      case "x":
        prompt = .contact(ids, person: person, role: role)
        return []
      default: return again(run, "Type 1, 2 or x. You wrote: \(text)")
      }
      return again(run, "")
    case .code(let ids, let person, let role, let how):
      return [.command(.approve(ids, person: person, role: role, how: how, code: text))]
    case .contact(let ids, let person, let role):
      let outcomes: [String: Contact.Outcome] = ["1": .noAnswer, "2": .leftMessage, "3": .unavailable]
      guard let outcome = outcomes[text] else { return again(run, "Type 1, 2 or 3. You wrote: \(text)") }
      return [.command(.tryContact(ids, Contact(person: person, role: role, outcome: outcome, way: .phone)))]
    case .objection(let ids, let person, let role):
      return [.command(.returnMessages(ids, person: person, role: role, reason: text))]
    case .confirmSent(let ids):
      guard text == Self.sentWord(run.mode) else {
        return again(run, "Nothing was recorded. Type \(Self.sentWord(run.mode)) in capitals, or b for back")
      }
      // With the last of a round the step is over; its next round waits for its turn.
      if let at = ids.first.flatMap({ run.messages[$0]?.at }), at.step == chosen,
        run.messages(of: at).allSatisfy({ $0.isOver || ids.contains($0.id) })
      {
        chosen = nil
      }
      return [.commands(ids.map { .markSent($0) })]
    case .dropReason(let id): return [.command(.dropMessage(id, reason: text))]
    case .warningReason where text.allSatisfy(\.isNumber):
      return again(run, "A reason is words that somebody can read later. :b leaves the warnings as they are")
    case .warningReason(let ids): return [.command(.acceptWarnings(ids, reason: text))]
    case .idle, .step, .fact, .confidence, .correction, .decider, .decisionReason, .second, .permit,
      .permitBy,
      .permitBasis,
      .chairTold, .writing, .skipReason, .note, .handOver, .finish, .finishReason:
      break
    }
    return []
  }

  /// Who approves or sends back.
  private mutating func answer(person text: String, for ids: [Message.ID], _ run: Run) -> [Effect] {
    let found = person(text, ids, run)
    if case .objector = prompt {
      guard let role = found?.role ?? Screens.neededRoles(ids, run, isApproving: false).first else {
        return again(run, "Nobody approves these words")
      }
      prompt = .objection(ids, person: found?.person ?? text, role: role)
    } else if let found {
      prompt = .how(ids, person: found.person, role: found.role)
    } else {
      prompt = .approverRole(ids, person: text)
    }
    return again(run, "")
  }

  private func candidates(_ ids: [Message.ID], _ run: Run) -> [(person: String, role: Role.ID)] {
    let isApproving = if case .approver = prompt { true } else { false }
    return Screens.candidates(ids, run, roster, isApproving: isApproving)
  }

  /// Somebody of the list by number, or of the roster by name.
  private func person(_ text: String, _ ids: [Message.ID], _ run: Run) -> (person: String, role: Role.ID)? {
    let listed = candidates(ids, run)
    if let number = Int(text), listed.indices.contains(number - 1) { return listed[number - 1] }
    return listed.first { folded($0.person) == folded(text) }
  }

  private mutating func answer(messages step: Step.ID, _ text: String, _ run: Run) -> [Effect] {
    let open = run.messages(of: run.openRound(of: step)).filter { !$0.isOver }
    if let number = Int(text) {
      guard open.indices.contains(number - 1) else {
        return again(run, "Type a number from 1 to \(open.count)")
      }
      chosen = step
      prompt = .message(open[number - 1].id)
      return again(run, "")
    }
    let unapproved = open.filter { !run.missingSeats(of: $0).isEmpty }.map(\.id)
    switch text.lowercased() {
    case "d":
      let edited = open.filter(\.isEdited).map(\.id.text)
      if edited.isEmpty { return [.command(.draft(step))] }
      return again(
        run,
        "Drafting anew loses the edit of \(edited.joined(separator: ", ")). Type '\(Self.draftAnew)' if you mean it"
      )
    case Self.draftAnew: return [.command(.draft(step))]
    case "a":
      return unapproved.isEmpty
        ? again(run, approvedWords(open, run))
        : asking(unapproved, run)
    case "k":
      if unapproved.isEmpty { return again(run, approvedWords(open, run)) }
      // One approval of several leaves the next to be rung for, not another question.
      chosen = step
      prompt = .approver(unapproved)
      return again(run, "")
    case "r":
      prompt = .objector(open.map(\.id))
      return again(run, "")
    case "w":
      let warned = open.filter { !run.openWarnings(on: $0, at: now).isEmpty }.map(\.id)
      if warned.isEmpty { return again(run, "No message has a warning that is open") }
      prompt = .warningReason(warned)
      return again(run, "")
    case "m":
      let ready = open.filter { refusal(of: .markSent($0.id), run) == nil }.map(\.id)
      if ready.isEmpty, let first = open.first, let held = refusal(of: .markSent(first.id), run) {
        return again(run, open.count == 1 ? held : "None can go out yet. \(first.id): \(held)")
      }
      prompt = .confirmSent(ready)
      return again(run, "")
    case "e", "c", "x": return again(run, "'\(text)' is for one message: type its number first")
    default: return again(run, "'\(text)' is not a choice. ? shows what there is")
    }
  }

  /// Asks for approval, and says whom to ring for it.
  private func asking(_ ids: [Message.ID], _ run: Run) -> [Effect] {
    // Nobody is rung for what would be refused.
    if let refusal = refusal(of: .requestApproval(ids), run) { return again(run, refusal) }
    return [.show(Screens.toRing(for: ids, run, roster)), .command(.requestApproval(ids))]
  }

  /// What is left to do once every message is approved.
  private func approvedWords(_ open: [Message], _ run: Run) -> String {
    open.contains { !run.openWarnings(on: $0, at: now).isEmpty }
      ? "Every message is approved; w gives a reason for the warnings that are left"
      : "Every message is approved; m records that they went out"
  }

  /// Why a command would be refused now: nothing is asked about, and nobody rung for, what would be.
  private func refusal(of command: Command, _ run: Run) -> String? {
    run.refusal(of: command, at: Moment(now: now, officer: run.officer, roster: roster))?.message(in: run)
  }

  private mutating func answer(message id: Message.ID, _ text: String, _ run: Run) -> [Effect] {
    guard let message = run.messages[id] else { return [] }
    switch text.lowercased() {
    case "a": return asking([id], run)
    case "k": prompt = .approver([id])
    case "r": prompt = .objector([id])
    case "w":
      if run.openWarnings(on: message, at: now).isEmpty {
        return again(run, "It has no warning that is open")
      }
      prompt = .warningReason([id])
    case "m":
      if let held = refusal(of: .markSent(id), run) { return again(run, held) }
      prompt = .confirmSent([id])
    case "e": return [.write(.message(id))]
    case "c": return [.copy(message.draft.text, name: "\(run.id)-\(id).txt")]
    case "x":
      prompt = .dropReason(id)
      return []
    default: return again(run, "'\(text)' is not a choice. ? shows what there is")
    }
    return again(run, "")
  }
}
