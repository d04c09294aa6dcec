@testable import Console
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Stage

/// What the runner asks, by the words that the runner itself puts in front of the cursor.
struct Questions {
  /// What a question wants to hear.
  enum Kind: Hashable {
    case idle, step, fact, confidence, decider, decisionReason, permit, permitBy, permitBasis, chairTold
    case messages, message, approver, approverRole, how, code, confirmSent, line, finish, finishReason
  }

  private var kinds: [String: Kind] = [:]
  /// What stands above the cursor where nothing is asked.
  private(set) var idleWords = ""
  private var how = ""

  init(_ plan: Plan) throws {
    guard let run = Night(plan)?.run, let step = plan.playbook.steps.keys.first,
      let fact = plan.playbook.facts.keys.first
    else { return }
    let permission = Permission(fact: fact, isGranted: true, by: "", basis: "", isChairTold: true)
    let found: [(Walk.Prompt, Kind)] = [
      (.idle, .idle), (.confidence(step, Answer(fact: fact, value: nil)), .confidence),
      (.decider(step, option: ""), .decider),
      (.decisionReason(step, option: "", decider: ""), .decisionReason), (.permit(step, fact), .permit),
      (.permitBy(step, fact, granted: true), .permitBy),
      (.permitBasis(step, fact, granted: true, by: ""), .permitBasis),
      (.chairTold(step, permission), .chairTold), (.messages(step), .messages), (.approver([]), .approver),
      (.approverRole([], person: ""), .approverRole),
      (.confirmSent([]), .confirmSent),
      (.writing(.fact(step, fact), []), .line), (.finish, .finish), (.finishReason, .finishReason),
    ]
    for step in plan.playbook.steps.keys { kinds[question(.step(step), run)] = .step }
    for (prompt, kind) in found { kinds[question(prompt, run)] = kind }
    how = question(.how([], person: "", role: Role.ID("")), run)
    // Both have a bare prompt; what stands above it tells them apart.
    kinds[question(.fact(step, fact), run)] = .fact
    let idle = Renderer(form: .plain, width: 100).text(of: Screens.idle(run, at: Fixtures.night))
    idleWords = idle.split(separator: "\n").last.map { PseudoTerminal.joined([String($0)]) } ?? ""
  }

  private func question(_ prompt: Walk.Prompt, _ run: Run) -> String {
    var walk = Walk(roster: Roster(people: []))
    walk.prompt = prompt
    return walk.question(run)
  }

  /// What kind of question this is; nil where it is none of the runner's.
  func kind(of question: String) -> Kind? {
    if let known = kinds[question] { return known }
    // These two name a person.
    if question.hasSuffix(how) { return .how }
    if question.hasPrefix("The code that ") { return .code }
    return question.hasPrefix("M") && question.hasSuffix(" > ") ? .message : nil
  }
}
