import Diagnostics
import Digest
public import Messaging

/// What an officer who takes over has to know, on one page: what went out, what is waited for and due, what is open.
///
/// Its code is over what the record says, not over how late it is by now or what somebody is typing: it stays the
/// same until an event changes what the page says, whatever the hour.
public struct HandOverPage: Encodable, Sendable {
  public let run: String
  /// `LIVE` or `EXERCISE`.
  public let mode: String
  public let title: String
  public let organisation: String
  public let marking: String
  public let zero: RunReport.Stamp
  /// When the page was made.
  public let now: RunReport.Stamp
  /// The last event that it tells of.
  public let event: Int
  /// In words: the level and who decided it.
  public let level: String
  public let officer: String
  public let offeredTo: String?
  public let sections: [Section]
  /// Read back by whoever accepts the run.
  public let code: String
  /// What the code is over.
  public let digest: String

  /// One question that somebody who takes over has, and its answers, the most pressing first.
  public struct Section: Encodable, Sendable {
    public let id: ID
    public let title: String
    public let items: [Item]

    public enum ID: String, CaseIterable, Encodable, Sendable {
      case sent, waiting, due
      case notKnown = "not-known"
      case undecided, promised, corrections, halfTyped = "half-typed"
      case officers
    }
  }

  public struct Item: Encodable, Sendable {
    /// When it went out, is due or was asked for.
    public let at: RunReport.Stamp?
    /// The same as the run's clock shows it.
    public let clock: String?
    public let isLate: Bool
    public let words: String
  }

  /// What somebody had not finished typing when their walk ended.
  public struct HalfTyped: Hashable, Sendable {
    public let officer: String
    public let text: String

    public init(officer: String, text: String) { (self.officer, self.text) = (officer, text) }
  }
}

extension HandOverPage {
  /// How many lines a page has at most on a terminal of 80 columns.
  static let mostLines = 60

  /// Whether somebody who read the page typed its code; in an exercise they may type the word before it.
  public func isRead(by typed: String) -> Bool {
    guard let digest = ContentDigest(hex: digest) else { return false }
    let word = Mode.exercise.word + " "
    let isMarked = mode == Mode.exercise.word && typed.uppercased().hasPrefix(word)
    return SpokenCode(of: digest).matches(isMarked ? String(typed.dropFirst(word.count)) : typed)
  }

  /// The page as text; longer lists say how much more there is, at whatever width alike.
  public func text(width: Int = 80) -> String {
    let most = (2...12).reversed().first { lines(80, most: $0).count <= Self.mostLines } ?? 1
    return lines(width, most: most).map { $0 + "\n" }.joined()
  }

  private func lines(_ width: Int, most: Int) -> [String] {
    let width = max(20, width)
    var lines: [String] = []
    func put(_ text: String, indent: Int = 0) {
      for (index, line) in wrap(visible(text), width: width - indent - 2).enumerated() {
        lines.append(String(repeating: " ", count: index == 0 ? indent : indent + 2) + line)
      }
    }
    put("HAND-OVER PAGE   \(mode)   \(run)   \(title)")
    put("T \(zero.local). Now \(now.local). Level \(level)")
    put("Officer \(officer)." + (offeredTo.map { " Offered to \($0), who has not accepted yet." } ?? ""))
    put("\(marking). \(organisation), event \(event)")
    lines.append("")
    for section in sections {
      if section.items.isEmpty {
        put("\(section.title.uppercased()): nothing")
        continue
      }
      put(section.title.uppercased())
      for item in section.items.prefix(most) {
        put((item.isLate ? "LATE " : "") + (item.clock.map { $0 + "  " } ?? "") + item.words, indent: 2)
      }
      let hidden = section.items.dropFirst(most)
      let late = hidden.count { $0.isLate }
      if !hidden.isEmpty {
        put("and \(hidden.count) more" + (late > 0 ? ", \(late) of them late" : ""), indent: 2)
      }
    }
    lines.append("")
    put("Code of this page: \(code)")
    return lines
  }
}

extension Mode {
  /// As it stands at the head of everything: LIVE or EXERCISE.
  public var word: String {
    switch self {
    case .live: "LIVE"
    case .exercise: "EXERCISE"
    }
  }
}
