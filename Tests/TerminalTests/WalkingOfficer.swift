@testable import Console
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Stage

/// An officer who looks at the last question on the glass and answers it, whatever it is, until the run is finished.
final class WalkingOfficer {
  private let plan: Plan
  private let questions: Questions
  /// The facts answered, in order.
  private(set) var answered: [Fact.ID] = []
  /// How many lines have been entered.
  private(set) var lines = 0
  /// What was typed last at a step's messages.
  private var atMessages = ""
  /// The step whose messages were last shown, and all whose messages still wait for somebody.
  private var sending: Step.ID?
  private var waiting: [Step.ID] = []
  private var longLines: [Substring] = []

  init() throws {
    guard let library = try Fixtures.shipped(),
      let plan = Fixtures.plan(library, Playbook.ID("post-incident/local-incident"))
    else { throw StageFailure("the shipped library has no local incident") }
    self.plan = plan
    questions = try Questions(plan)
  }

  var playbook: Playbook { plan.playbook }
  var library: Library { plan.library }

  /// The fact whose question stands last on the glass.
  func factAsked(_ terminal: PseudoTerminal) throws -> Fact {
    let shown = PseudoTerminal.joined(terminal.glass.lines.suffix(500))
    let found = playbook.facts.values.compactMap { fact in
      shown.lastRange(of: fact.ask.split(separator: " ").joined(separator: " ")).map { (fact, $0) }
    }
    guard let last = found.max(by: { $0.1 < $1.1 }) else { throw terminal.failure("no fact is asked") }
    return last.0
  }

  /// The step whose heading stands last on the glass.
  private func step(_ terminal: PseudoTerminal) throws -> Step {
    let number = terminal.glass.lines.reversed().lazy.compactMap { line -> Int? in
      guard line.hasPrefix("Step ") else { return nil }
      return Int(line.dropFirst("Step ".count).prefix { $0.isNumber })
    }.first
    guard let number, playbook.steps.values.indices.contains(number - 1) else {
      throw terminal.failure("no step is headed")
    }
    return playbook.steps.values[number - 1]
  }

  /// Answers one question after the other until the fact is asked that `stop` names, or the run is finished.
  func answer(_ terminal: PseudoTerminal, until stop: (Fact.ID) -> Bool) async throws {
    while true {
      let question = try await terminal.prompt()
      guard let kind = questions.kind(of: question) else {
        throw terminal.failure("not understood: '\(question)'")
      }
      if kind == .fact, !isIdle(terminal), stop(try factAsked(terminal).id) { return }
      let line = try reply(to: kind, terminal)
      lines += 1
      if lines > 600 { throw terminal.failure("the walk does not end") }
      try await terminal.type(line)
      try await terminal.press("\r")
      if kind == .finish { return }
    }
  }

  private func isIdle(_ terminal: PseudoTerminal) -> Bool { terminal.news.contains(questions.idleWords) }

  private func reply(to kind: Questions.Kind, _ terminal: PseudoTerminal) throws -> String {
    if kind != .messages, kind != .approver { atMessages = "" }
    switch kind {
    case .idle: return waiting.first.map { "g \($0)" } ?? "finish"
    case .step: return try reply(toStep: try step(terminal))
    case .fact where isIdle(terminal): return try reply(to: .idle, terminal)
    case .fact:
      let fact = try factAsked(terminal)
      answered.append(fact.id)
      return LocalNight.answer(fact)?.text ?? "not known"
    case .line:
      if longLines.isEmpty {
        let fact = try factAsked(terminal)
        answered.append(fact.id)
        guard let given = LocalNight.answer(fact) else { return "not known" }
        longLines = given.text.split(separator: "\n", omittingEmptySubsequences: false) + ["."]
      }
      return String(longLines.removeFirst())
    case .confidence:
      guard let fact = answered.last.flatMap({ playbook.facts[$0] }), let given = LocalNight.answer(fact)
      else { throw terminal.failure("nothing was answered") }
      return (given.confidence == .likely ? "2 " : "1 ") + given.source
    case .decider: return LocalNight.decider
    case .decisionReason: return "The facts as they stand"
    case .permit, .chairTold: return "yes"
    case .permitBy: return LocalNight.permittedBy
    case .permitBasis: return LocalNight.basis
    case .messages:
      sending = try step(terminal).id
      if let sending, !waiting.contains(sending) { waiting.append(sending) }
      atMessages = atMessages == "k" ? "m" : "k"
      return atMessages
    case .message: return "b"
    case .approver, .approverRole: return "1"
    case .how: return "2"
    case .code: return try code(terminal)
    case .confirmSent:
      waiting.removeAll { $0 == sending }
      return Walk.sentWord(.live)
    case .finish: return Walk.finishWord(.live)
    case .finishReason: throw terminal.failure("steps are open at the end")
    }
  }

  private func reply(toStep step: Step) throws -> String {
    switch step.action {
    case .send, .wait, .standDown, .ask, .permit: return "d"
    case .act, .review, .handOver: return LocalNight.detail(step) ?? "d"
    case .decide: return "advise"
    }
  }

  /// The code that stands last on the glass.
  private func code(_ terminal: PseudoTerminal) throws -> String {
    let symbols = Set("3467ACEFGHJKNPQRTUWXY")
    let found = terminal.everything.split(separator: " ").last { word in
      let halves = word.split(separator: "-")
      return halves.count == 2 && halves.allSatisfy { $0.count == 4 && $0.allSatisfy(symbols.contains) }
    }
    guard let found else { throw terminal.failure("no code is shown") }
    return String(found)
  }
}

extension String {
  /// Where the needle begins for the last time, in UTF-8 bytes.
  fileprivate func lastRange(of needle: String) -> Int? {
    let (hay, needle) = (Array(utf8), Array(needle.utf8))
    guard !needle.isEmpty, hay.count >= needle.count else { return nil }
    return stride(from: hay.count - needle.count, through: 0, by: -1).first {
      hay[$0] == needle[0] && hay[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }
}
