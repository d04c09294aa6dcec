import Digest
import Library
import Messaging
import OrderedCollections
public import Running
public import Time

/// Commands at random, half of them such as an officer would give, the others anything at all.
public struct RandomCommands: Sendable {
  public private(set) var random: Seeded

  public init(seed: UInt64) { random = Seeded(seed: seed) }

  /// One command, when it is given, by whom, and when what it enters happened.
  public struct Turn: Sendable {
    public let command: Command
    public let wait: Seconds
    public let officer: String
    public let happened: Instant?
  }

  static let people = ["Ash", "Robin", "ASH", "robin", "Sam Oak", "sam oak", "Pat", "Lee", "Cher", "Sol"]
  private static let words = [
    "Northfield", "Southmere", "Mill Road", "a\u{301}e\u{E9}ŵ", "((place))", "# one\n* two",
    "x\u{1B}[2J\u{202E}",
    "", "  ", "Two schools keep pupils inside", "😀 all", "OFFICIAL", "[place: not known]", "ENDS",
  ]

  public mutating func turn(_ night: Night) -> Turn {
    let isLate = random.chance(5)
    let length = random.pick([0, 1, 20, 60, 240, 900]) ?? 0
    let wait = Seconds(random.chance(2) ? -600 : Int64(length))
    return Turn(
      command: random.chance(60) ? helpful(night.run) : any(night.run), wait: wait,
      officer: random.chance(80) ? night.run.officer : person(),
      happened: isLate ? night.now + wait + Seconds(-Int64.random(in: -60...3600, using: &random)) : nil)
  }

  private mutating func person() -> String { random.pick(Self.people) ?? "" }
  mutating func text() -> String { random.pick(Self.words) ?? "" }

  /// What would bring the run on.
  private mutating func helpful(_ run: Run) -> Command {
    let workable = run.playbook.steps.values.filter { step in
      switch run.status(of: step) {
      case .ready, .underWay, .awaitingApproval: true
      case .notApplicable, .blocked, .done, .skipped: false
      }
    }
    let next = run.nextStep(at: run.lastEntered).flatMap { run.playbook.steps[$0] }
    guard let step = random.chance(50) ? next ?? workable.first : random.pick(workable) else {
      return any(run)
    }
    switch step.action {
    case .ask, .act:
      return run.openQuestions(of: step).first.map { .recordFact(answer($0, run)) }
        ?? .completeStep(step.id, detail: text())
    case .decide(let decision):
      let level = run.supported?.choice.level.rawValue ?? "advise"
      let options: [String] =
        if case .options(_, let words) = decision.question { Array(words.keys) } else {
          [level, level, "direct"]
        }
      return .decide(
        step.id, option: random.pick(options) ?? "", decider: person(), reason: "Because",
        second: random.chance(70) ? person() : nil)
    case .permit(let facts):
      return .permit(step.id, permission(random.pick(facts) ?? "", isGranted: random.chance(80)))
    case .send:
      let open = run.messages(of: run.openRound(of: step.id)).filter { !$0.isOver }
      guard let message = random.pick(open) else { return .draft(step.id) }
      return bring(on: message, of: step.id, run)
    case .wait, .review, .handOver, .standDown: return .completeStep(step.id, detail: person())
    }
  }

  /// The next thing that a message needs.
  private mutating func bring(on message: Message, of step: Step.ID, _ run: Run) -> Command {
    if run.outOfDate(message, at: run.lastEntered) != nil || random.chance(5) { return .draft(step) }
    guard let seat = run.missingSeats(of: message).first else {
      let isWarned = !run.openWarnings(on: message).isEmpty
      return isWarned && random.chance(80)
        ? .acceptWarnings([message.id], reason: "It is as it should be") : .markSent(message.id)
    }
    return .approve(
      [message.id], person: person(), role: random.pick(run.fillers(of: seat)), how: .phone,
      code: run.code(for: [message.id])?.description ?? "")
  }

  private mutating func permission(_ fact: Fact.ID, isGranted: Bool) -> Permission {
    Permission(
      fact: fact, isGranted: isGranted, by: person(), basis: "Public task", isChairTold: random.chance(50))
  }

  private mutating func answer(_ id: Fact.ID, _ run: Run) -> Answer {
    let confidence = random.chance(70) ? Confidence.confirmed : random.chance(70) ? .likely : .notKnown
    return Answer(
      fact: id, value: random.chance(95) ? run.playbook.facts[id].map { value(of: $0, run) } : nil,
      confidence: confidence, source: random.chance(20) ? person() : "",
      marking: random.chance(3) ? random.pick(Marking.allCases) : nil,
      reason: random.chance(70) ? "It changed" : nil)
  }

  private mutating func value(of fact: Fact, _ run: Run) -> FactValue {
    if random.chance(1) { return .text(text()) }
    switch fact.kind {
    case .text: return .text(text() + " ")
    case .number: return .number(random.pick([0, 3, 100, .max, .min]) ?? 0)
    case .choice(let options): return .choice(random.pick(options.keys) ?? "")
    case .choices(let options): return .choices(options.keys.shuffled(using: &random).prefix(2).map { $0 })
    case .yesNo: return .yesNo(random.chance(50))
    case .time: return .time(run.lastEntered)
    case .date: return .date(CivilDate(daysSinceEpoch: 20_780))
    case .link: return .link("example.org")
    }
  }

  /// Anything at all.
  private mutating func any(_ run: Run) -> Command {
    let step = random.pick(run.playbook.steps.keys) ?? "none"
    let fact = random.pick(run.playbook.facts.keys) ?? "none"
    let role: Role.ID? = random.chance(80) ? random.pick(run.organisation.roles.keys) : nil
    let ids = messages(run)
    let one = ids.first ?? "M1"
    let code = random.chance(70) ? run.code(for: ids)?.description ?? "" : "AAAA-AAAA"
    switch Int.random(in: 0..<46, using: &random) {
    case 0: return .startStep(step)
    case 1...8: return .recordFact(answer(fact, run))
    case 9: return .completeStep(step, detail: text())
    case 10: return .skipStep(step, reason: text())
    case 11: return .decide(step, option: "reassure", decider: person(), reason: text())
    case 12: return .decide(step, option: text(), decider: person(), reason: text())
    case 13: return .permit(step, permission(fact, isGranted: random.chance(50)))
    case 14...17: return .draft(step)
    case 18...20: return .edit(one, subject: random.chance(50) ? nil : text(), text: edited(one, run))
    case 21...22: return .requestApproval(ids)
    case 23:
      return .tryContact(ids, Contact(person: person(), role: role ?? "x", outcome: .noAnswer))
    case 24...29: return .approve(ids, person: person(), role: role, how: .phone, code: code)
    case 30: return .returnMessages(ids, person: person(), role: role, reason: text())
    case 31: return .withdrawApproval(ids, reason: text())
    case 32...36: return .markSent(one)
    case 37: return .dropMessage(one, reason: text())
    case 38: return .answerForPartner(one, partner: text(), .received)
    case 39: return .note(text(), .rumour)
    case 40: return .retime(zero: Instant(seconds: random.pick(Self.zeros) ?? 0), reason: text())
    case 41: return handOver(run)
    case 42: return .takeOver(reason: text())
    case 43...44: return .acceptWarnings(ids, reason: text())
    default: return .finish(reason: run.sequence > 80 && random.chance(5) ? "Enough" : nil)
    }
  }

  /// The first moment of year 1, the last of 9999, and moments of this night.
  private static let zeros: [Int64] = [-62_135_596_800, 253_402_300_799, 1_795_489_920, 1_795_480_000]

  /// Offered, taken back, or accepted on the page as it is or as it was.
  private mutating func handOver(_ run: Run) -> Command {
    guard run.offer != nil else { return .offerHandOver(to: person()) }
    let page = ReadPage(digest: .sha256(of: []), upTo: run.sequence - (random.chance(20) ? 1 : 0))
    return random.chance(20) ? .withdrawHandOver : .acceptHandOver(page)
  }

  private mutating func messages(_ run: Run) -> [Message.ID] {
    if random.chance(3) { return random.chance(50) ? [] : ["M99"] }
    let open = run.messages.values.filter { !$0.isOver || random.chance(5) }.map(\.id).shuffled(
      using: &random)
    return Array(open.prefix(random.chance(70) ? 1 : 3))
  }

  private mutating func edited(_ id: Message.ID, _ run: Run) -> String {
    let words = run.messages[id]?.draft.text ?? ""
    return random.pick([words + ".", words, text(), "Other words", String(words.dropFirst(12))]) ?? ""
  }
}
