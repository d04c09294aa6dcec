import Diagnostics
import OrderedCollections
import Time

/// Whether the organisation's levels stand in proportion to each other: the more is asked, the more care.
struct LadderCheck {
  let organisation: Organisation
  let source: Source

  func diagnostics() -> [Diagnostic] {
    let rules = Level.allCases.compactMap { organisation.levels[$0] }
    var found = organisation.audiences.values.flatMap(channels) + rules.flatMap(limits)
    // A seat is missed once, at the first level without it.
    var missed: Set<Seat> = []
    for (index, above) in rules.enumerated() {
      let below = Array(rules[..<index])
      found += approvers(above, below, &missed) + approvals(above, below) + rhythm(above, below)
      found += growing(above, below)
    }
    return found
  }

  /// An audience that loses its channels, their reach, or all that comes to it by itself.
  private func channels(of audience: Audience) -> [Diagnostic] {
    let ladder = Level.allCases.map { level in
      (level: level, channels: (audience.channels[level] ?? []).compactMap { organisation.channels[$0] })
    }
    var found: [Diagnostic] = []
    for (below, above) in zip(ladder, ladder.dropFirst()) where !below.channels.isEmpty {
      let lost: String
      let coming = below.channels.filter(\.kind.comesToPeople)
      if (audience.channels[above.level] ?? []).isEmpty {
        lost = "has no channel at '\(above.level.rawValue)', and has one at '\(below.level.rawValue)'"
      } else if let wide = below.channels.map(\.reach).max(), let now = above.channels.map(\.reach).max(),
        now < wide
      {
        lost =
          "has only \(now.rawValue) channels at '\(above.level.rawValue)', and \(wide.rawValue) ones at '\(below.level.rawValue)'"
      } else if let first = coming.first, !above.channels.isEmpty,
        !above.channels.contains(where: \.kind.comesToPeople)
      {
        lost = "loses '\(first.id)' at '\(above.level.rawValue)', and must look for the words there"
      } else {
        continue
      }
      found.append(
        source.diagnostic(
          .channelLostAbove, .warning, at: "audiences", .key(audience.id.text), "channels",
          .key(above.level.rawValue), message: "\(audience.title) \(lost)",
          help: "give it there what it has at '\(below.level.rawValue)'"))
    }
    return found
  }

  /// Seats of a lower level, no role of which approves here.
  private func approvers(_ above: LevelRules, _ below: [LevelRules], _ missed: inout Set<Seat>)
    -> [Diagnostic]
  {
    // Who approves nothing is told elsewhere.
    if above.approve.isEmpty { return [] }
    let here = Set(above.approve.flatMap(\.roles))
    var found: [Diagnostic] = []
    for lower in below.reversed() {
      for seat in lower.approve where here.isDisjoint(with: seat.roles) {
        // A name that is no role is told where it stands.
        guard seat.roles.allSatisfy({ organisation.roles[$0] != nil }), missed.insert(seat).inserted else {
          continue
        }
        let roles = seat.roles.map { "'\($0)'" }.joined(separator: " or ")
        found.append(
          source.diagnostic(
            .approverLostAbove, .warning, at: "levels", .key(above.level.rawValue), "approve",
            message:
              "\(roles) approves at '\(lower.level.rawValue)', and nobody stands for it at '\(above.level.rawValue)'",
            help: "add it, or name it in a seat beside the role that stands for it"))
      }
    }
    return found
  }

  private func approvals(_ above: LevelRules, _ below: [LevelRules]) -> [Diagnostic] {
    guard !above.approve.isEmpty, let most = below.max(by: { $0.approve.count < $1.approve.count }),
      most.approve.count > above.approve.count
    else { return [] }
    return [
      source.diagnostic(
        .fewerApprovalsAbove, .warning, at: "levels", .key(above.level.rawValue), "approve",
        message:
          "'\(above.level.rawValue)' needs \(above.approve.count) of the \(most.approve.count) approvals that '\(most.level.rawValue)' needs",
        help: "ask for no fewer at the higher level")
    ]
  }

  private func rhythm(_ above: LevelRules, _ below: [LevelRules]) -> [Diagnostic] {
    let timed = below.compactMap { lower in lower.update.map { (lower.level, $0) } }
    guard let (level, fastest) = timed.min(by: { $0.1.length < $1.1.length }) else { return [] }
    if let update = above.update, update.length <= fastest.length { return [] }
    let how = above.update.map { "every \($0.text)" } ?? "at no set time"
    return [
      source.diagnostic(
        .rhythmSlowerAbove, .warning, at: "levels", .key(above.level.rawValue), "update",
        message:
          "updates come \(how) at '\(above.level.rawValue)', and every \(fastest.text) at '\(level.rawValue)'",
        help: "write 'update: \(fastest.text)' or less")
    ]
  }

  /// Limits that no message can keep, or that limit nothing.
  private func limits(_ rules: LevelRules) -> [Diagnostic] {
    rules.words.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { kind, most in
      // A text message has 918 characters at most, which are six parts.
      let (sensible, unit) = kind == .sms ? (1...6, "parts") : (5...3000, "words")
      if sensible.contains(most) { return nil }
      return source.diagnostic(
        .badValue, at: "levels", .key(rules.level.rawValue), "words", .key(kind.rawValue),
        message: "\(most) is no limit for a message by \(kind.rawValue)",
        help: "write \(sensible.lowerBound) to \(sensible.upperBound) \(unit)")
    }
  }

  private func growing(_ above: LevelRules, _ below: [LevelRules]) -> [Diagnostic] {
    above.words.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { kind, most in
      let set = below.compactMap { lower in lower.words[kind].map { (lower.level, $0) } }
      guard let (level, least) = set.min(by: { $0.1 < $1.1 }), most > least else { return nil }
      return source.diagnostic(
        .wordLimitGrows, .note, at: "levels", .key(above.level.rawValue), "words", .key(kind.rawValue),
        message:
          "a message by \(kind.rawValue) may be longer at '\(above.level.rawValue)' than at '\(level.rawValue)', which allows \(least)",
        help: "people who must act read less; write \(least) or less")
    }
  }
}
