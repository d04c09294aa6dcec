import Diagnostics
import Library
import OrderedCollections
public import Running
public import Time

extension Walk {
  /// Takes in one line that was typed.
  public mutating func receive(_ line: String, _ run: Run, at now: Instant) -> [Effect] {
    self.now = now
    let text = trimmed(line)
    if case .writing(let what, let lines) = prompt { return writing(what, lines, line, run, at: now) }
    if text.hasPrefix(":") { return command(String(text.dropFirst()), run, at: now) ?? unknown(text, run) }
    // A question mark is no answer anywhere.
    if !takesText || text == "?", let effects = command(text, run, at: now) { return effects }
    if text.isEmpty { return again(run, "") }
    if isMisplaced(text, run) { return misplaced(text, run) }
    return answer(text, run, at: now)
  }

  /// A command; after a view, the question that it scrolled away stands again.
  private mutating func command(_ text: String, _ run: Run, at now: Instant) -> [Effect]? {
    guard let effects = letter(text, run, at: now) else { return nil }
    switch prompt {
    case .fact, .permit: return isView(text) ? effects + again(run, "") : effects
    default: return effects
    }
  }

  private func isView(_ text: String) -> Bool {
    ["l", "f", "p", "t", "?", "help"].contains(text.lowercased())
  }

  /// After a command that was typed like an answer.
  func misplaced(_ text: String, _ run: Run) -> [Effect] {
    again(run, "'\(text)' is a command, and an answer is asked for here. Put a colon before it: :\(text)")
  }

  /// A lone letter of the commands, or one with a fact or a step behind it, where a name or a reason is asked for,
  /// which it would be recorded as.
  func isMisplaced(_ text: String, _ run: Run) -> Bool {
    // Some answers are a letter, such as y or n.
    takesText && !mayBeALetter(run) && (isLetter(text) || namesAPlace(text, run))
  }

  /// `a area` or `g 9`, of this playbook.
  private func namesAPlace(_ text: String, _ run: Run) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2 else { return false }
    switch words[0] {
    case "a": return run.playbook.facts.keys.contains { folded($0.text) == folded(words[1]) }
    case "g": return Int(words[1]) != nil || run.playbook.steps[Step.ID(words[1])] != nil
    default: return false
    }
  }

  /// Whether it is a lone letter of the commands.
  func isLetter(_ text: String) -> Bool { text.count == 1 && "lfptnshbq".contains(text.lowercased()) }

  private func mayBeALetter(_ run: Run) -> Bool {
    // No text is one of these letters; the ids of options may be.
    if case .fact(_, let id) = prompt {
      if case .text = run.playbook.facts[id]?.kind { return false }
      return true
    }
    if case .permit = prompt { return true }
    if case .chairTold = prompt { return true }
    return false
  }

  /// After a refusal: the words, and the same question again.
  public func refused(_ message: String, _ run: Run) -> [Effect] { again(run, message) }

  func again(_ run: Run, _ message: String, _ style: Screen.Style = .warn) -> [Effect] {
    var screen = Screen()
    if !message.isEmpty { screen.line(message, style) }
    screen.append(message.isEmpty ? ask(run) : Screen())
    return screen.isEmpty ? [] : [.show(screen)]
  }

  private func unknown(_ text: String, _ run: Run) -> [Effect] {
    again(run, "\(text) is not a command here. ? shows what there is")
  }

  /// The letters that work at any prompt.
  mutating func letter(_ text: String, _ run: Run, at now: Instant) -> [Effect]? {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    switch words.first?.lowercased() {
    case "l" where words.count == 1: return [.show(Screens.list(run, at: now))]
    case "f" where words.count == 1: return [.show(Screens.facts(run))]
    case "p" where words.count == 1: return [.show(Screens.preview(current, run, at: now))]
    case "t" where words.count == 1: return [.show(Screens.times(run, at: now))]
    case "?", "help": return [.show(Screens.help(run, invocation))]
    case "q" where words.count == 1: return [.leave]
    case "n" where words.count == 1: prompt = .note
    case "h" where words.count == 1: prompt = .handOver
    case "finish" where words.count == 1 && prompt != .finish:
      prompt = .finish
      return again(run, "This ends \(run.id). Nothing can be sent from it afterwards.")
    case "s" where words.count == 1:
      guard let step = current else { return nil }
      let open = run.messages(of: run.openRound(of: step)).filter { !$0.isOver }.map(\.id)
      // A reason is not asked for what would be refused.
      if !open.isEmpty { return again(run, Refusal.messagesOpen(step, open).message(in: run)) }
      prompt = .skipReason(step)
    case "b" where words.count == 1: return back(run, at: now)
    case "g":
      guard words.count == 2 else {
        return again(run, "g and a step's number or name goes to it; l lists them")
      }
      return go(to: words[1], run, at: now)
    // A lone `a` asks for approval where messages are.
    case "a" where words.count == 2: return anew(words[1], run)
    default: return nil
    }
    return again(run, "")
  }

  /// The fact that is asked for.
  var askedFact: Fact.ID? {
    switch prompt {
    case .fact(_, let fact), .writing(.fact(_, let fact), _), .permit(_, let fact): fact
    case .confidence(_, let answer), .correction(_, let answer): answer.fact
    case .permitBy(_, let fact, _), .permitBasis(_, let fact, _, _): fact
    case .chairTold(_, let permission): permission.fact
    case .idle, .step, .decider, .decisionReason, .second, .messages, .message, .approver, .approverRole,
      .how, .code,
      .contact, .objector, .objection, .confirmSent, .dropReason, .warningReason, .writing(.message, _),
      .skipReason, .note,
      .handOver, .finish, .finishReason:
      nil
    }
  }

  /// The step that the dialogue is about.
  var current: Step.ID? {
    switch prompt {
    case .step(let id), .fact(let id, _), .confidence(let id, _), .correction(let id, _), .decider(let id, _),
      .decisionReason(let id, _, _), .second(let id, _, _, _), .permit(let id, _), .permitBy(let id, _, _),
      .permitBasis(let id, _, _, _),
      .chairTold(let id, _), .messages(let id), .skipReason(let id):
      id
    case .writing(.fact(let id, _), _): id
    case .idle, .message, .approver, .approverRole, .how, .code, .contact, .objector, .objection,
      .confirmSent, .dropReason, .warningReason, .writing(.message, _), .note, .handOver, .finish,
      .finishReason:
      chosen
    }
  }

  private mutating func back(_ run: Run, at now: Instant) -> [Effect] {
    switch prompt {
    case .idle, .step, .fact, .writing(.fact, _), .permit, .messages:
      // From a step's first question, back is the step worked on before it.
      let worked = run.playbook.steps.values.filter {
        run.steps[$0.id]?.last?.started != nil && $0.id != current
      }
      guard let last = worked.last(where: { !run.status(of: $0).isOver }) else {
        let colon = takesText ? ":" : ""
        return again(
          run,
          "No other step is under way. \(colon)a and a fact's name corrects an answer, \(colon)g and a number goes to a step"
        )
      }
      chosen = last.id
    case .message(let id): chosen = run.messages[id]?.at.step ?? chosen
    case .confidence, .correction, .decider, .decisionReason, .second, .permitBy, .permitBasis, .chairTold,
      .approver,
      .approverRole, .how, .code, .contact, .objector, .objection, .confirmSent, .dropReason, .warningReason,
      .writing,
      .skipReason, .note, .handOver, .finish, .finishReason:
      break
    }
    return settle(run, at: now)
  }

  private mutating func go(to name: String, _ run: Run, at now: Instant) -> [Effect] {
    let steps = run.playbook.steps
    let step =
      Int(name).flatMap { steps.values.indices.contains($0 - 1) ? steps.values[$0 - 1] : nil }
      ?? steps[Step.ID(name)]
    guard let step else { return again(run, "'\(name)' is not a step. l lists them") }
    switch run.status(of: step) {
    case .ready, .underWay, .awaitingApproval:
      chosen = step.id
      return settle(run, at: now)
    case .blocked(let blockers):
      return again(
        run, "\(step.title) has to wait: " + blockers.map { run.words(for: $0) }.joined(separator: "; "))
    case .notApplicable: return again(run, "\(step.title) does not apply on the facts as they are")
    case .done, .skipped:
      guard step.action.isAskedAnew else { return again(run, "\(step.title) is over") }
      chosen = step.id
      return settle(run, at: now)
    }
  }

  /// A fact is answered anew: `a stood-down`.
  private mutating func anew(_ name: String, _ run: Run) -> [Effect] {
    guard let fact = run.playbook.facts.values.first(where: { folded($0.id.text) == folded(name) }) else {
      let near = nearest(to: name, among: run.playbook.facts.keys.map(\.text))
      return again(
        run, "'\(name)' is not a fact." + (near.map { " Did you mean '\($0)'?" } ?? " f lists them"))
    }
    let step = run.playbook.steps.values.first { $0.asks.contains(fact.id) }?.id ?? current ?? Step.ID("")
    prompt = asking(fact, in: step)
    return again(run, "")
  }
}

/// The text without white space around it.
func trimmed(_ text: String) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}
