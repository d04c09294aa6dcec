import Diagnostics
import OrderedCollections

/// Whether what a playbook says can be put right and followed up, and is approved as its reach asks.
struct FollowUpCheck {
  let playbook: Playbook
  let source: Source
  let library: Library
  /// The templates of the library whose words promise a next update.
  let promising: Set<Template.ID>
  private let sends: [Send]
  /// How many rows of the table lead to each level, and which of them set an audience another.
  private let rows: [Level: Int]
  private let moved: [Audience.ID: [(from: Level, to: Level)]]

  /// A step that sends or speaks a template of the library.
  private struct Send {
    let index: Int
    let id: Step.ID
    let isTimed: Bool
    let sending: Step.Sending
    let corrects: [Template.ID]
    var verb: Source.Part { sending.isSpoken ? "brief" : "send" }
  }

  init(playbook: Playbook, source: Source, library: Library, promising: Set<Template.ID>) {
    (self.playbook, self.source, self.library, self.promising) = (playbook, source, library, promising)
    rows = playbook.proportion.reduce(into: [:]) { $0[$1.level, default: 0] += 1 }
    moved = playbook.proportion.reduce(into: [:]) { moved, row in
      for (audience, level) in row.audiences { moved[audience, default: []].append((row.level, level)) }
    }
    sends = playbook.steps.values.enumerated().compactMap { index, step in
      guard case .send(let sending) = step.action, let template = library.templates[sending.template] else {
        return nil
      }
      return Send(
        index: index, id: step.id, isTimed: step.rounds?.every != nil, sending: sending,
        corrects: template.corrects)
    }
  }

  func diagnostics() -> [Diagnostic] {
    sends.compactMap(correction) + sends.flatMap(promises) + sends.compactMap(approvals)
  }

  private var organisation: Organisation { library.organisation }

  private func audiences(_ send: Send) -> [Audience] {
    send.sending.audiences.compactMap { organisation.audiences[$0] }
  }

  /// The levels at which an audience can get it.
  private func levels(_ send: Send, for audience: Audience) -> [Level] {
    if let own = send.sending.level { return [own] }
    let moved = moved[audience.id] ?? []
    return Level.allCases.filter { level in
      moved.contains { $0.to == level } || rows[level, default: 0] > moved.count { $0.from == level }
    }
  }

  private func channels(_ send: Send, for audience: Audience) -> [Channel] {
    levels(send, for: audience).flatMap { send.sending.channels(for: audience, at: $0, in: organisation) }
  }

  /// Whether people who read words on these channels see one of other sends: it is theirs, or on a page that all read.
  private func isSeen(
    _ others: some Sequence<Send>, by audience: Audience, on channels: @autoclosure () -> [Channel]
  ) -> Bool {
    if others.contains(where: { $0.sending.audiences.contains(audience.id) }) { return true }
    let open = Set(channels().filter(\.kind.isOpen).map(\.id))
    return !open.isEmpty
      && others.contains { other in
        audiences(other).contains { self.channels(other, for: $0).contains { open.contains($0.id) } }
      }
  }

  /// A public message that no step could put right for everybody who got it.
  private func correction(of send: Send) -> Diagnostic? {
    // What was said aloud is put right aloud, and a correction can be sent again.
    if send.sending.isSpoken || !send.corrects.isEmpty { return nil }
    let corrections = sends.filter { $0.corrects.contains(send.sending.template) }
    let left = audiences(send).filter { audience in
      audience.reach == .public
        && !isSeen(corrections, by: audience, on: channels(send, for: audience))
    }
    if left.isEmpty { return nil }
    return source.diagnostic(
      .noCorrection, .warning, at: "steps", .item(send.index), send.verb,
      message:
        "no step could put '\(send.sending.template)' right for \(left.map(\.title).joined(separator: ", "))",
      help: corrections.isEmpty
        ? "send a template with 'corrects: [\(send.sending.template)]'"
        : "add them to 'to' of '\(corrections[0].id)'")
  }

  /// Audiences that are promised an update which no later step sends.
  private func promises(of send: Send) -> [Diagnostic] {
    guard !send.isTimed, promising.contains(send.sending.template) else { return [] }
    let later = sends.filter { $0.index > send.index }
    return audiences(send).enumerated().compactMap { position, audience in
      func channels() -> [Channel] {
        self.channels(send, for: audience).filter { isPromised(send, to: audience, on: $0) }
      }
      if isSeen(later, by: audience, on: channels()) || channels().isEmpty { return nil }
      return source.diagnostic(
        .promiseWithoutUpdate, .warning, at: "steps", .item(send.index), "to", .item(position),
        message:
          "'\(send.sending.template)' promises \(audience.title) a next update, and no later step sends one",
        help: "add a later step to them, or take ((next update)) out of the words")
    }
  }

  /// The templates whose words promise a next update.
  static func promising(in library: Library) -> Set<Template.ID> {
    Set(library.templates.values.filter { $0.wordings.contains(where: isPromising) }.map(\.id))
  }

  private static let nextUpdate = folded(StandingWord.nextUpdate.rawValue)

  private static func isPromising(_ wording: Wording) -> Bool {
    wording.mentions.contains { $0.name == nextUpdate }
  }

  private func isPromised(_ send: Send, to audience: Audience, on channel: Channel) -> Bool {
    levels(send, for: audience).contains { level in
      audience.languages.contains { language in
        library.templates[send.sending.template]?.wording(
          for: channel, level: level, language: language, own: organisation.language
        )
        .map(Self.isPromising) ?? false
      }
    }
  }

  /// Words to the public with fewer approvals than the same words to others.
  private func approvals(of send: Send) -> Diagnostic? {
    guard let level = send.sending.level, reach(send) == .public else { return nil }
    let needed = count(send, at: level)
    let siblings = sends.filter { other in
      other.sending.template == send.sending.template && other.index != send.index
        && (reach(other) ?? .public) < .public
    }
    for other in siblings {
      guard let theirs = other.sending.level, count(other, at: theirs) > needed else { continue }
      return source.diagnostic(
        .fewerApprovalsInPublic, .warning, at: "steps", .item(send.index), "level",
        message:
          "'\(send.sending.template)' goes to the public with fewer approvals (\(needed)) than '\(other.id)' needs (\(count(other, at: theirs)))",
        help: "send it at '\(theirs.rawValue)', or add 'approve:'")
    }
    return nil
  }

  private func reach(_ send: Send) -> Reach? { audiences(send).map(\.reach).max() }

  private func count(_ send: Send, at level: Level) -> Int {
    send.sending.seats(at: level, in: organisation).count
  }
}
