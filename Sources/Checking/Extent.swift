import Diagnostics
import Library
import Messaging
import OrderedCollections
import Running

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
  /// Whether any step says what it takes.
  public let isTimed: Bool
  /// The runs whose records say what steps take; nil where none are looked at.
  public let runs: Int?

  init(of subject: Subject, situations: Double) {
    let playbook = subject.playbook
    self.situations = situations
    steps = playbook.steps.count
    rows = playbook.proportion.count
    ends = playbook.steps.values.count { $0.rounds?.until != nil || $0.rounds?.times != nil }
    messages = subject.sends.count
    places = subject.sends.reduce(0) { $0 + subject.places(of: $1.sending, $1.template).count }
    targets = playbook.steps.values.reduce(0) { sum, step in
      guard case .send(let sending) = step.action else { return sum + (step.due == nil ? 0 : 1) }
      return sum + [step.due, sending.draftBy, sending.approveBy].count { $0 != nil }
    }
    isTimed = subject.pace.isTimed(playbook)
    runs = subject.pace.recorded?.runs
    guarded = playbook.facts.values.count { $0.marking > .official || !$0.handling.isEmpty }
  }
}

/// What is proved of a playbook, in the order in which it is told.
private enum Promise: String, CaseIterable {
  case ends = "It always ends"
  case asked = "Nothing is missing"
  case leaks = "Nothing leaks"
  case approvals = "It can be approved"
  case times = "It can be in time"
  case lengths = "It stays in proportion"

  /// The rules of the findings that break it; one that is too large to be proved breaks the first.
  var rules: Set<Rule> {
    switch self {
    case .ends:
      [
        .stepNeverReached, .waitNeverEnds, .rowNeverChosen, .standDownOutOfReach, .gateInCircle,
        .proofTooLarge,
      ]
    case .asked: [.levelMayBeMissing, .factMayBeMissing, .permissionMayBeMissing]
    case .leaks: [.markingAboveChannel, .markingAboveAudience, .handlingForbidsReach, .presenceTells]
    case .approvals: [.approvalImpossible, .approvalHangsOnOne]
    case .times: [.dueOutOfReach, .rhythmOutOfReach]
    case .lengths: [.longestIsStopped, .longestIsWarned]
    }
  }
}

extension LibraryProof {
  /// What was proved of each playbook, and what was assumed, for people, in lines of `width` cells at most.
  public func lines(width: Int) -> [String] {
    let held =
      isHeld ? wrap("Not proved, for errors of structure: mend those first.", width: width) + [""] : []
    if playbooks.isEmpty {
      return isHeld ? held : ["No playbook is among these files, so nothing was proved."]
    }
    return playbooks.flatMap { $0.lines(isApprovable: levels.isEmpty, width: width) } + [""] + held
      + wrap(
        "Proved over every value of a fact that a condition can tell apart, each fact known or not, every step done "
          + "or skipped, every decision and every level. Assumed: what a person decides may be told; each role is "
          + "held by one person; everybody who is needed is at hand; somebody types plain letters. An edit by hand is "
          + "judged when it is made.", width: width)
  }
}

extension PlaybookProof {
  /// What was proved; what was not is told by the findings. The levels' own seats are the whole library's.
  func lines(isApprovable: Bool, width: Int) -> [String] {
    guard let extent else { return wrap("\(playbook): not proved, for its size", width: width) }
    let head = "\(playbook): \(Self.words(extent.situations)) situations"
    var promises = promises(extent)
    if !isApprovable {
      promises[.approvals] = [
        "It can be approved: NOT PROVED, the levels of the organisation are short of somebody"
      ]
    }
    for promise in Promise.allCases {
      let count = counterexamples.count { promise.rules.contains($0.diagnostic.rule) }
      guard count > 0 else { continue }
      promises[promise] = ["\(promise.rawValue): NOT PROVED, \(Self.counted(count, "finding", "findings"))"]
    }
    return wrap(head, width: width)
      + promises.values.joined().flatMap { promise in
        wrap(promise, width: width - 4).enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
      }
  }

  private func promises(_ extent: Extent) -> OrderedDictionary<Promise, [String]> {
    let ends = Self.counted(extent.ends, "wait or repeat ends", "waits and repeats end")
    let messages = Self.counted(extent.messages, "message", "messages")
    let guarded = Self.counted(extent.guarded, "fact", "facts")
    let approvals =
      extent.messages == 0
      ? "no message" : "whoever cannot be reached" + (stoppedByTwo.isEmpty ? ", and whichever two" : "")
    return [
      .ends: [
        "It always ends: \(Self.counted(extent.steps, "step", "steps")) in reach; "
          + "\(Self.counted(extent.rows, "row", "rows")) of the table, each chosen by some facts; \(ends)"
      ],
      .asked: [
        "Nothing is missing: \(messages) in \(Self.counted(extent.places, "place", "places")), asked, decided and "
          + "permitted on every path"
      ],
      .leaks: ["Nothing leaks: \(guarded) that not everybody may be shown"],
      .approvals: ["It can be approved: \(approvals)"] + stoppedByTwo.map(words),
      .times: [
        extent.isTimed
          ? "It can be in time: \(Self.counted(extent.targets, "time", "times")) to be drafted, approved or over by"
            + (extent.runs.map {
              ", no step quicker than in \(Self.counted($0, "recorded run", "recorded runs"))"
            } ?? "")
          : "It can be in time: not proved, for no step says what it takes"
      ],
      .lengths: [
        "It stays in proportion: "
          + (longest.isEmpty ? "no text message, no post" : longest.map(words).joined(separator: "; "))
      ],
    ]
  }

  /// Two roles, and what their absence would stop.
  private func words(_ pair: StoppedByTwo) -> String {
    let steps = pair.steps.map { step, levels in
      "\(step) (\(levels == Level.allCases ? "any level" : levels.map(\.rawValue).joined(separator: ", ")))"
    }
    let roles = pair.roles.map { organisation.title(of: $0) }.joined(separator: " and ")
    return "- not without both \(roles): \(steps.joined(separator: ", "))"
  }

  private func words(_ message: LongestMessage) -> String {
    let language = message.language == organisation.language ? "" : " in \(message.language)"
    let at = "('\(message.step)' at \(message.level.rawValue)\(language))"
    guard message.kind == .sms else {
      return "the longest post is \(message.count) of \(XLength.most) \(at)"
    }
    let foreign = message.unicodeParts.map { ", \($0) with a letter outside the short alphabet" } ?? ""
    let parts = Self.counted(message.parts, "part", "parts")
    return "the longest text message is \(message.count) characters in \(parts)\(foreign) \(at)"
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
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
    case ..<1e12: return tenths(count / 1e9) + " billion"
    case ..<1e15: return tenths(count / 1e12) + " trillion"
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
