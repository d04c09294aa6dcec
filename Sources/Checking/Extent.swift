import Library
import Messaging
import OrderedCollections

/// How far a proof of a playbook reaches.
public struct Extent: Hashable, Sendable {
  /// The situations that its conditions tell apart: each fact known or not, each decision, each level.
  public let situations: Double
  public let steps: Int
  /// Rows of the proportion table.
  public let rows: Int
  /// Waits, and rounds with an end.
  public let ends: Int
  /// Steps that send or speak.
  public let messages: Int
  /// Audience, level, channel and language of each of them.
  public let places: Int
  /// Facts above OFFICIAL, or with a handling.
  public let guarded: Int
  /// Due times, and times to draft and approve by.
  public let targets: Int

  init(of paths: Paths) {
    let (subject, playbook) = (paths.subject, paths.subject.playbook)
    situations = paths.situations.count
    steps = playbook.steps.count
    rows = playbook.proportion.count
    ends = playbook.steps.values.count { $0.rounds?.until != nil || $0.rounds?.times != nil }
    messages = subject.sends.count
    places = subject.sends.reduce(0) { $0 + paths.places(of: $1.sending, $1.template).count }
    targets = playbook.steps.values.reduce(0) { sum, step in
      guard case .send(let sending) = step.action else { return sum + (step.due == nil ? 0 : 1) }
      return sum + [step.due, sending.draftBy, sending.approveBy].count { $0 != nil }
    }
    guarded = playbook.facts.values.count { $0.marking > .official || !$0.handling.isEmpty }
  }
}

extension LibraryProof {
  /// What was proved of each playbook, and what was assumed, for people.
  public var lines: [String] {
    playbooks.flatMap(\.lines) + [
      "",
      "Proved over every value of a fact that a condition can tell apart, each fact known or not, every step done or",
      "skipped, every decision and every level. Assumed: what a person decides may be told, and what the organisation,",
      "its roles and its channels are is as the library says. An edit by hand is judged when it is made.",
    ]
  }
}

extension PlaybookProof {
  /// What was proved, for people, line by line; what was not is told by the findings.
  public var lines: [String] {
    guard let extent else { return ["\(playbook): not proved, for its size"] }
    let head = "\(playbook): \(Self.words(extent.situations)) situations"
    if !counterexamples.isEmpty {
      let count = counterexamples.count
      return [head, "  Not proved: \(count) finding\(count == 1 ? "" : "s"), with how each comes about"]
    }
    return [
      head,
      "  It always ends         \(extent.steps) steps in reach, \(extent.rows) rows each chosen by some facts, \(extent.ends) waits and repeats that end",
      "  Nothing is missing     \(extent.messages) messages in \(extent.places) places: asked, decided and permitted on every path",
      "  Nothing leaks          \(extent.guarded) facts that not everybody may be shown",
      "  It can be approved     whoever cannot be reached; of two, "
        + (stoppedByTwo.isEmpty ? "whoever they are" : "not without both of"),
    ] + stoppedByTwo.map(words) + [
      "  It can be in time      \(extent.targets) times to be drafted, approved or over by"
    ] + longest.map(words)
  }

  /// Two roles, and what their absence would stop.
  private func words(_ pair: StoppedByTwo) -> String {
    let steps = pair.steps.map { step, levels in
      "\(step) (\(levels == Level.allCases ? "any level" : levels.map(\.rawValue).joined(separator: ", ")))"
    }
    let roles = pair.roles.map { organisation.title(of: $0) }.joined(separator: " and ")
    return "    \(roles): \(steps.joined(separator: ", "))"
  }

  private func words(_ message: LongestMessage) -> String {
    let at =
      "'\(message.step)' at \(message.level.rawValue)"
      + (message.language == organisation.language ? "" : " in \(message.language)")
    guard message.kind == .sms else {
      return "  It stays in proportion the longest post is \(message.count) of \(XLength.most), \(at)"
    }
    let foreign = message.unicodeParts.map { ", or \($0) with a letter outside the short alphabet" } ?? ""
    let parts = "\(message.parts) part\(message.parts == 1 ? "" : "s")"
    return
      "  It stays in proportion the longest text message is \(message.count) in \(parts)\(foreign), \(at)"
  }

  /// A number of situations as people read it: "1,536", "2.1 million", "3 times 10 to the 14".
  static func words(_ count: Double) -> String {
    switch count {
    case ..<1e6:
      let digits = String(Int(count))
      let groups = stride(from: digits.count, to: 0, by: -3).map { end in
        String(digits.dropLast(digits.count - end).suffix(3))
      }
      return groups.reversed().joined(separator: ",")
    case ..<1e9: return tenths(count / 1e6) + " million"
    case ..<1e15: return tenths(count / 1e9) + " thousand million"
    default:
      var (rest, power) = (count, 0)
      while rest >= 10 { (rest, power) = (rest / 10, power + 1) }
      return "\(tenths(rest)) times 10 to the \(power)"
    }
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
