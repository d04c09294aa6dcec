public import Library
import OrderedCollections
import Running
import Time

/// A playbook's steps and what each waits for, to be drawn.
public struct PlaybookMap: Encodable, Sendable {
  public let organisation: String
  /// The organisation's own language, a BCP 47 tag.
  public let language: String
  public let title: String
  public let marking: String
  /// What T is, in words.
  public let zero: String
  /// In written order.
  public let steps: [Entry]
  /// What waits for what; one that others imply is left out, but a condition never is.
  public let links: [Link]

  /// One step.
  public struct Entry: Encodable, Sendable {
    public let number: Int
    public let id: String
    public let title: String
    /// As its author wrote it: `ask`, `send`, `stand-down`.
    public let verb: String
    /// As `T+15m`.
    public let due: String?
    /// When it applies; nil is always.
    public let condition: String?
    /// What is asked, to whom words go, who must agree, when it comes again.
    public let details: [String]
    public let isRepeated: Bool
    /// The longest way to it over what it waits for; 0 waits for nothing.
    public internal(set) var layer: Int
  }

  /// Why a step waits for another.
  public enum Reason: String, CaseIterable, Encodable, Sendable {
    /// The author wrote `after`.
    case gate
    /// It reads a fact that is asked there, or the level that is decided there.
    case reads
    /// Its condition looks at what is asked or decided there.
    case condition
  }

  /// One step waits for another; both are places in `steps`.
  public struct Link: Encodable, Hashable, Sendable {
    public let from: Int
    public let to: Int
    public let reason: Reason
  }
}

extension PlaybookMap {
  /// Of a playbook as its library has it.
  public init(of playbook: Playbook, in library: Library) {
    organisation = library.organisation.name
    language = library.organisation.language
    title = playbook.title
    marking = playbook.marking.rawValue
    zero = playbook.zero
    var order = LayerOrder(count: playbook.steps.count, links: Self.links(of: playbook, in: library))
    order.sort()
    var steps: [Entry] = []
    for (index, step) in playbook.steps.values.enumerated() {
      let rounds = step.rounds.map { $0.every != nil || !$0.again.isEmpty } ?? false
      let circles = order.cut.filter { $0.to == index }.map { "In a circle with \($0.from + 1)" }
      steps.append(
        Entry(
          number: index + 1, id: step.id.text, title: step.title, verb: step.action.verb,
          due: step.due?.description, condition: step.when.map { playbook.words(for: $0) },
          details: Self.details(of: step, playbook, library) + circles, isRepeated: rounds,
          layer: order.layers[index]))
    }
    self.steps = steps
    links = order.withoutImplied()
  }

  private static func links(of playbook: Playbook, in library: Library) -> [Link] {
    let gates = Gates(of: playbook, in: library)
    var found: OrderedSet<Link> = []
    for (index, step) in playbook.steps.values.enumerated() {
      func places(_ blockers: [Blocker]) -> [Int] {
        blockers.compactMap { $0.step.flatMap { playbook.steps.index(forKey: $0) } }
      }
      let looked = places(gates.conditionBlockers(of: step))
      for from in places(gates.blockers(of: step)) {
        let isGate = step.after.contains(playbook.steps.keys[from])
        let reason: Reason = looked.contains(from) ? .condition : isGate ? .gate : .reads
        found.append(Link(from: from, to: index, reason: reason))
      }
    }
    return Array(found)
  }

  private static func details(of step: Step, _ playbook: Playbook, _ library: Library) -> [String] {
    let house = library.organisation
    var found: [String] = []
    switch step.action {
    case .act(let text, _), .wait(let text), .review(let text), .standDown(let text):
      if text != step.title { found.append(text) }
    case .ask: break
    case .decide(let decision):
      switch decision.question {
      case .proportion:
        found.append("By proportion: \(Level.allCases.map(\.rawValue).joined(separator: ", "))")
      case .options(let question, let options):
        found.append("\(question) \(options.values.joined(separator: ", or "))")
      }
      found.append("Decided by \(house.title(of: decision.decides))")
    case .send(let sending):
      found.append(library.words(for: sending))
      if let level = sending.level { found.append("At \(level.rawValue)") }
      found += sending.approvalWords(in: house).map {
        ($0.hasPrefix("at ") ? "Approval " : "Approval: ") + $0
      }
      let times = [
        sending.draftBy.map { "Draft by \($0)" }, sending.approveBy.map { "approve by \($0)" },
        sending.acknowledgeBy.map { "answers by \($0)" },
      ].compactMap { $0 }
      if !times.isEmpty { found.append(times.joined(separator: ", ").capitalizedFirst) }
    case .permit(let facts):
      found.append(
        "Permission for: \(facts.map { playbook.facts[$0]?.ask ?? $0.text }.joined(separator: "; "))")
    case .handOver(let role): found.append("To \(house.title(of: role))")
    }
    let asks = step.asks.map { playbook.facts[$0]?.ask ?? $0.text }
    if !asks.isEmpty { found.append("Asks: \(asks.inOneLine)") }
    if let who = step.who { found.append("Who: \(house.title(of: who))") }
    return found + playbook.words(forRoundsOf: step)
  }
}

extension [String] {
  /// Questions behind each other; a semicolon stands only where no mark ends one.
  fileprivate var inOneLine: String {
    dropLast().map { $0 + ($0.hasSuffix("?") || $0.hasSuffix(".") ? " " : "; ") }.joined() + (last ?? "")
  }
}
