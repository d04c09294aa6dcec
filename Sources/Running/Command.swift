public import Digest
public import Library
import Messaging
public import Time

/// What an officer, or a script, wants done.
public enum Command: Hashable, Sendable {
  case startStep(Step.ID)
  case recordFact(Answer)
  /// `detail` is the value a checklist asks for: to whom, what was found.
  case completeStep(Step.ID, detail: String?)
  case skipStep(Step.ID, reason: String)
  /// `second` is a second person who agrees, needed for a level above what the facts support.
  /// `effect` is what the decision should bring about.
  case decide(
    Step.ID, option: String, decider: String, reason: String, second: String? = nil, effect: String? = nil)
  case permit(Step.ID, Permission)
  case draft(Step.ID)
  case edit(Message.ID, subject: String?, text: String)
  case requestApproval([Message.ID])
  case tryContact([Message.ID], Contact)
  case approve([Message.ID], person: String, role: Role.ID?, how: Approval.How, code: String)
  /// An approver's answer from a machine of their own.
  case takeReply(SignedReply)
  case returnMessages([Message.ID], person: String, role: Role.ID?, reason: String)
  case withdrawApproval([Message.ID], reason: String)
  /// Warnings of a verdict stand for a reason, and the words may go out with them.
  case acceptWarnings([Message.ID], reason: String)
  case markSent(Message.ID)
  /// Drafts what puts a message right that went out.
  case correct([Message.ID], reason: String)
  case dropMessage(Message.ID, reason: String)
  case answerForPartner(Message.ID, partner: String, CascadeState)
  case note(String, NoteKind)
  case retime(zero: Instant, reason: String)
  /// Offers the run; it changes hands when the other accepts.
  case offerHandOver(to: String)
  case withdrawHandOver
  /// Given by whom it is offered to, on the page that they read.
  case acceptHandOver(ReadPage)
  case takeOver(reason: String)
  /// Takes up a library that the run knows of.
  case adopt(ContentDigest, reason: String)
  case link(String, LinkDirection)
  case finish(reason: String?)

  /// Whether it is the pen's: the others can be appended beside it.
  public var needsPen: Bool {
    switch self {
    case .note, .link, .approve, .takeReply, .returnMessages, .tryContact, .markSent, .answerForPartner,
      .acceptHandOver:
      false
    case .startStep, .recordFact, .completeStep, .skipStep, .decide, .permit, .draft, .edit, .requestApproval,
      .withdrawApproval, .acceptWarnings, .correct, .dropMessage, .retime, .offerHandOver,
      .withdrawHandOver, .takeOver, .adopt, .finish:
      true
    }
  }
}

extension Command {
  /// Whether something else may be over once it is done: a question that was answered before its gate opened, or a
  /// wait for what has come.
  var mayEndSteps: Bool {
    switch self {
    case .startStep, .recordFact, .completeStep, .skipStep, .decide, .permit, .draft, .correct, .markSent,
      .dropMessage, .adopt:
      true
    case .edit, .requestApproval, .tryContact, .approve, .takeReply, .returnMessages, .withdrawApproval,
      .acceptWarnings,
      .answerForPartner, .note, .retime, .offerHandOver, .withdrawHandOver, .acceptHandOver, .takeOver, .link,
      .finish:
      false
    }
  }

  /// Whether it approves, sends, skips, finishes or accepts a run, which neither Enter alone nor the end of input may do.
  public var isBinding: Bool {
    switch self {
    case .approve, .takeReply, .markSent, .skipStep, .finish, .acceptHandOver: true
    case .startStep, .recordFact, .completeStep, .decide, .permit, .draft, .edit, .requestApproval,
      .tryContact, .returnMessages, .withdrawApproval, .acceptWarnings, .correct, .dropMessage,
      .answerForPartner,
      .note, .retime,
      .offerHandOver, .withdrawHandOver, .takeOver, .adopt, .link:
      false
    }
  }
}

/// A fact as it was typed and read.
public struct Answer: Hashable, Sendable {
  public var fact: Fact.ID
  /// Nil where it is not known.
  public var value: FactValue?
  public var confidence: Confidence
  public var source: String
  /// Raises the fact's own marking; never lowers it.
  public var marking: Marking?
  /// Needed where an earlier value is replaced.
  public var reason: String?

  public init(
    fact: Fact.ID, value: FactValue?, confidence: Confidence = .confirmed, source: String = "",
    marking: Marking? = nil, reason: String? = nil
  ) {
    self.fact = fact
    self.value = value
    self.confidence = confidence
    self.source = source
    self.marking = marking
    self.reason = reason
  }
}

/// When and by whom a command is given.
public struct Moment: Sendable {
  public let now: Instant
  /// When it happened, for a late entry.
  public let happened: Instant?
  public let officer: String
  public let roster: Roster

  /// When what is entered happened.
  var time: Instant { happened ?? now }

  public init(now: Instant, happened: Instant? = nil, officer: String, roster: Roster = Roster(people: [])) {
    self.now = now
    self.happened = happened
    self.officer = officer
    self.roster = roster
  }
}
