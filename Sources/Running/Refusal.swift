public import Library
public import Time

/// Why a command was not carried out; nothing has changed.
public enum Refusal: Error, Hashable, Sendable {
  case runFinished
  case noSuchStep(String, nearest: String?)
  case noSuchFact(String, nearest: String?)
  case noSuchMessage(String)
  /// A command on messages that names none.
  case noMessages
  case blocked(Step.ID, [Blocker])
  case notApplicable(Step.ID)
  case stepIsOver(Step.ID)
  case wrongVerb(Step.ID, expected: String)
  case factsOpen(Step.ID, [Fact.ID])
  case waitIsOpen(Step.ID)
  case messagesOpen(Step.ID, [Message.ID])
  case detailNeeded(Step.ID, question: String)
  case reasonNeeded(for: String)
  case noSuchOption(String, options: [String])
  case levelNotDecided(Step.ID)
  case nothingToSend(Step.ID)
  /// What never went out needs no correction.
  case notSent(Message.ID)
  case noCorrection(Message.ID)
  /// Another step than that of the messages before it puts it right.
  case otherCorrection(Message.ID, Step.ID)
  /// The open round puts another message right.
  case correctionUnderWay(Step.ID, of: Message.ID)
  /// The step that corrects waits for answers to these facts.
  case correctionNeeds(Step.ID, [Fact.ID])
  case markingLowered(Fact.ID, to: Marking, from: Marking)
  case valueNeeded(Fact.ID)
  /// The value is none that the fact takes, and why.
  case valueUnfit(Fact.ID, because: String)
  case sourceNeeded(Fact.ID)
  case messageIsOver(Message.ID)
  case messageStopped(Message.ID, findings: [String])
  case wordsOutOfDate(Message.ID, because: String)
  /// A late entry before the words came to be, and when they did.
  case wordsAreLater(Message.ID, Instant)
  case wrongCode(given: String)
  case replyRefused(person: String, ReplyProblem)
  case isDrafter(person: String, Message.ID)
  /// Who may approve is not known: the roster is there and cannot be read.
  case rosterUnreadable
  case roleNeeded(person: String)
  case holdsNoSuchRole(person: String, Role.ID)
  case roleFillsNoSeat(Role.ID, needed: [String])
  case approvalMissing(Message.ID, seats: [String])
  case permissionMissing(Message.ID, Fact.ID)
  case embargoed(Message.ID, Fact.ID, until: Instant)
  /// Warnings that nobody has given a reason for.
  case warningsOpen(Message.ID, warnings: [String])
  case noWarnings(Message.ID)
  /// The run is on that library already.
  case libraryIsThis
  case libraryUnknown
  case secondPersonNeeded(Level, supported: Level)
  /// The second person is the one who decided.
  case secondPersonDecided(String)
  case noSuchPartner(String, partners: [String])
  case inTheFuture(Instant)
  case stepsOpen([Step.ID])
  case textTooLong(limit: Int)
  case handOverRefused(HandOverProblem)

  /// Whether it is about an approval that is missing, lapsed or refused.
  public var isAboutApproval: Bool {
    switch self {
    case .messageStopped, .wordsOutOfDate, .wordsAreLater, .wrongCode, .replyRefused, .isDrafter,
      .rosterUnreadable, .roleNeeded,
      .holdsNoSuchRole, .roleFillsNoSeat, .approvalMissing, .permissionMissing, .embargoed, .warningsOpen,
      .secondPersonNeeded, .secondPersonDecided:
      true
    case .runFinished, .noSuchStep, .noSuchFact, .noSuchMessage, .noMessages, .blocked, .notApplicable,
      .stepIsOver,
      .wrongVerb,
      .factsOpen, .waitIsOpen, .messagesOpen, .detailNeeded, .reasonNeeded, .noSuchOption, .levelNotDecided,
      .nothingToSend, .markingLowered, .valueNeeded, .valueUnfit, .sourceNeeded, .messageIsOver,
      .noSuchPartner, .notSent, .noCorrection, .otherCorrection, .correctionUnderWay, .correctionNeeds,
      .libraryIsThis, .libraryUnknown,
      .inTheFuture,
      .stepsOpen, .textTooLong, .noWarnings, .handOverRefused:
      false
    }
  }

  /// Whether the run is somebody else's.
  public var isAboutOfficer: Bool {
    guard case .handOverRefused(let problem) = self else { return false }
    switch problem {
    case .notTheirs, .offeredToOther: return true
    case .alreadyTheirs, .noOffer, .pageChanged: return false
    }
  }

  /// Whether it names something that is not there.
  public var isAboutMissing: Bool {
    switch self {
    case .noSuchStep, .noSuchFact, .noSuchMessage, .noSuchOption, .noSuchPartner: true
    case .runFinished, .noMessages, .blocked, .notApplicable, .stepIsOver, .wrongVerb, .factsOpen,
      .waitIsOpen,
      .messagesOpen,
      .detailNeeded, .reasonNeeded, .levelNotDecided, .nothingToSend, .markingLowered, .valueNeeded,
      .valueUnfit,
      .sourceNeeded,
      .messageIsOver, .messageStopped, .wordsOutOfDate, .wordsAreLater, .wrongCode, .replyRefused, .isDrafter,
      .rosterUnreadable, .roleNeeded,
      .holdsNoSuchRole,
      .roleFillsNoSeat, .approvalMissing, .permissionMissing, .embargoed, .warningsOpen, .noWarnings,
      .secondPersonNeeded,
      .secondPersonDecided,
      .notSent, .noCorrection, .otherCorrection, .correctionUnderWay, .correctionNeeds, .libraryIsThis,
      .libraryUnknown, .inTheFuture, .stepsOpen,
      .textTooLong, .handOverRefused:
      false
    }
  }
}

/// What a step waits for.
public enum Blocker: Hashable, Sendable {
  /// A fact that it reads has not been asked; the step that asks it.
  case fact(Fact.ID, askedBy: Step.ID)
  case step(Step.ID)
  /// The level has not been decided; the step that decides it.
  case level(decidedBy: Step.ID?)

  /// The step that has to be over; nil where nothing decides the level.
  public var step: Step.ID? {
    switch self {
    case .fact(_, let asking): asking
    case .step(let step): step
    case .level(let deciding): deciding
    }
  }
}
