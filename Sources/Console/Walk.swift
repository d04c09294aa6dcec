public import Library
import Messaging
import OrderedCollections
import Reporting
public import Running
import Time

/// The dialogue of a walk: a line typed comes in, what to show and what to do comes out.
///
/// It holds no run and reads no clock: both are handed in with every line, so a test can play any night.
public struct Walk: Sendable {
  /// Where in the dialogue the officer stands.
  public internal(set) var prompt: Prompt = .idle
  /// Targets already told of, so that each is told once.
  var told: Set<Target> = []
  /// The step that the officer chose, which stays until it is over.
  var chosen: Step.ID?
  /// The round whose heading stands on the screen, so that it is not repeated before every question.
  var headed: StepRound?
  /// The moment that was handed in last: what is shown is judged at it.
  var now = Instant(seconds: 0)
  /// The level that the facts were last told to support, against the decision.
  var levelTold: LevelChoice?
  /// The offer to hand the run over that was told of last.
  var offerTold: HandOverOffer?
  /// What was told of other runs, so that each thing is told once.
  var othersTold: Set<String> = []
  /// The other runs of the record that are open.
  public var others: [Run] = []
  /// A fact's value as it was typed, until it is recorded.
  var typed = ""
  /// Who can be rung for approvals.
  let roster: Roster
  /// How the program is called again, for hints.
  let invocation: Invocation

  public init(roster: Roster, invocation: Invocation = Invocation()) {
    (self.roster, self.invocation) = (roster, invocation)
  }

  /// What is asked, and what has been answered on the way to it.
  public enum Prompt: Hashable, Sendable {
    case idle
    case step(Step.ID)
    case fact(Step.ID, Fact.ID)
    case confidence(Step.ID, Answer)
    case correction(Step.ID, Answer)
    case decider(Step.ID, option: String)
    case decisionReason(Step.ID, option: String, decider: String)
    case second(Step.ID, option: String, decider: String, reason: String)
    case permit(Step.ID, Fact.ID)
    case permitBy(Step.ID, Fact.ID, granted: Bool)
    case permitBasis(Step.ID, Fact.ID, granted: Bool, by: String)
    case chairTold(Step.ID, Permission)
    case messages(Step.ID)
    case message(Message.ID)
    case approver([Message.ID])
    case approverRole([Message.ID], person: String)
    case how([Message.ID], person: String, role: Role.ID)
    case code([Message.ID], person: String, role: Role.ID, Approval.How)
    case contact([Message.ID], person: String, role: Role.ID)
    case objector([Message.ID])
    case objection([Message.ID], person: String, role: Role.ID)
    case confirmSent([Message.ID])
    case dropReason(Message.ID)
    case warningReason([Message.ID])
    /// A text of several lines, and the lines so far.
    case writing(Writing, [String])
    case skipReason(Step.ID)
    case note
    case handOver
    case finish
    case finishReason
  }

  /// What a text of several lines is for.
  public enum Writing: Hashable, Sendable {
    case message(Message.ID)
    case fact(Step.ID, Fact.ID)
  }

  /// What the driver does for the walk.
  public enum Effect: Hashable, Sendable {
    case show(Screen)
    case command(Command)
    /// Several, each on its own: the first refusal ends it.
    case commands([Command])
    /// Opens an editor on a text, or has it typed line by line where there is none.
    case write(Writing)
    case copy(String, name: String)
    case leave

    /// Whether it approves, sends, skips or finishes.
    public var isBinding: Bool {
      switch self {
      case .command(let command): command.isBinding
      case .commands(let commands): commands.contains(where: \.isBinding)
      case .show, .write, .copy, .leave: false
      }
    }
  }
}

extension Walk {
  /// The words in front of the cursor.
  public func question(_ run: Run) -> String {
    let mode = mark(run)
    switch prompt {
    case .idle: return mode + "> "
    case .step(let id): return mode + stepQuestion(id, run) + " > "
    case .fact: return mode + "> "
    case .confidence: return mode + "How sure?   1 confirmed   2 likely   3 not known > "
    case .correction: return mode + "Why is the earlier answer replaced? > "
    case .decider: return mode + "Who decided? > "
    case .decisionReason: return mode + "Why? > "
    case .second: return mode + "Who agrees besides? > "
    case .permit: return mode + "Has the originator permitted it? yes or no > "
    case .permitBy: return mode + "Who answered for the originator? > "
    case .permitBasis(_, _, let granted, _):
      return mode + (granted ? "Lawful basis > " : "Why was it refused? > ")
    case .chairTold: return mode + "Has the Chair been told, through the administrator? yes or no > "
    case .messages: return mode + "Number of a message, or a letter > "
    case .message(let id): return mode + "\(id) > "
    case .approver: return mode + "Who approves? A number or a name > "
    case .approverRole: return mode + "In which role? A number > "
    case .how(_, let person, _): return mode + "\(person):   1 present   2 by phone   x no answer > "
    case .code(_, let person, _, _): return mode + "The code that \(person) reads back > "
    case .contact(_, let person, _):
      return mode + "\(person):   1 no answer   2 left a message   3 not available > "
    case .objector: return mode + "Who returns it? A number or a name > "
    case .objection: return mode + "What should change? > "
    case .confirmSent: return mode + "Type \(Self.sentWord(run.mode)) > "
    case .warningReason: return mode + "Why may the warnings stand? > "
    case .dropReason: return mode + "Why is it dropped? > "
    case .writing: return mode + "| "
    case .skipReason: return mode + "Why is it skipped? > "
    case .note: return mode + "Note (begin with 'rumour:' or 'feedback:' where it is one) > "
    case .handOver:
      return mode + (run.offer == nil ? "Who takes over? > " : "Who takes over? A name, or withdraw > ")
    case .finish: return mode + "Type \(Self.finishWord(run.mode)) > "
    case .finishReason: return mode + "Steps are open. Why does the run end here? > "
    }
  }

  /// What stands before every question: of several runs, which one is answered.
  private func mark(_ run: Run) -> String {
    if !others.isEmpty { return "\(run.mode.word) \(run.id) " }
    return run.mode == .exercise ? "\(run.mode.word) " : ""
  }

  /// The words for a test and for the real thing are never the same.
  static func sentWord(_ mode: Mode) -> String { mode == .live ? "SENT" : "PLAYED" }
  static func finishWord(_ mode: Mode) -> String { mode == .live ? "FINISH" : "END EXERCISE" }

  /// Whether a single letter is an answer here, so that commands need a colon.
  var takesText: Bool {
    switch prompt {
    case .fact, .correction, .decider, .decisionReason, .second, .warningReason, .permitBy, .permitBasis,
      .approver, .objector,
      .objection,
      .dropReason, .writing, .skipReason, .note, .handOver, .finishReason, .code, .permit, .chairTold:
      true
    case .idle, .step, .confidence, .messages, .message, .approverRole, .how, .contact,
      .confirmSent, .finish:
      false
    }
  }

  private func stepQuestion(_ id: Step.ID, _ run: Run) -> String {
    guard let step = run.playbook.steps[id] else { return "" }
    switch step.action {
    case .act, .review: return "What was done? Type it, or d for done, s to skip"
    case .wait: return "d when it has come, s to skip"
    case .handOver(let role): return "Who takes over as \(run.title(of: role))?"
    case .standDown: return "d when it is done, s to skip"
    case .decide: return "Number of the choice"
    case .send: return "d draft the messages, s skip"
    case .ask, .permit: return "Enter to go on"
    }
  }
}
