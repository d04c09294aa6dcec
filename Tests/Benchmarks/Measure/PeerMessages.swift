import Library
import Messaging
import OrderedCollections
import Time

/// The language of another filler.
enum PeerSyntax: String {
  case jinja, mustache

  func placeholder(_ name: String) -> String {
    switch self {
    case .jinja: "{{ \(name) }}"
    case .mustache: "{{{\(name)}}}"
    }
  }

  func conditional(_ name: String, _ words: String) -> String {
    switch self {
    case .jinja: "{% if \(name) %}\(words){% endif %}"
    case .mustache: "{{#\(name)}}\(words){{/\(name)}}"
    }
  }
}

/// The messages of a library's samples for another filler.
///
/// A record for each, between U+001E, of fields between U+001F: the template in that filler's syntax, the words as
/// they are to come out, without what the channel's form adds, then names and values. A name of a condition begins
/// with `if_`, and its value is `1` or nothing.
func peerMessages(in root: String, syntax: PeerSyntax) throws -> String {
  var written = ""
  for message in try SampleFilling.all(in: root) {
    let peer = PeerMessage(message, syntax)
    let fields = [peer.source, peer.words] + peer.values.flatMap { [$0, $1] }
    written += fields.joined(separator: "\u{1F}") + "\u{1E}"
  }
  return written
}

/// One message in another filler's syntax; it is translated segment by segment and knows nothing of our filler.
private struct PeerMessage {
  private(set) var source = ""
  private(set) var values: OrderedDictionary<String, String> = [:]
  let words: String

  private let message: SampleFilling

  init(_ message: SampleFilling, _ syntax: PeerSyntax) {
    self.message = message
    words = Self.words(of: message)
    guard let wording = message.template?.wordings.first(where: { $0.path == message.script.path }) else {
      return
    }
    for (segments, listsBullets) in [(wording.subject, false), (wording.body, true)] {
      for segment in segments {
        switch segment.content {
        case .words(let words): source += words
        case .placeholder(let name):
          let key = "fact_" + Self.identifier(name) + (listsBullets ? "" : "_in_subject")
          values[key] = value(of: name, listsBullets: listsBullets)
          source += syntax.placeholder(key)
        case .conditional(let choice, let words):
          let key = "if_" + Self.identifier("\(choice)")
          values[key] = holds(choice) ? "1" : ""
          source += syntax.conditional(key, words)
        }
      }
      source += "\n\n"
    }
  }

  private static func identifier(_ name: String) -> String {
    String(folded(name).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// Our words, without markings and the channel's prefix.
  private static func words(of message: SampleFilling) -> String {
    let draft = message.script.draft(from: message.known)
    let subject = draft.subject.map { $0.dropFirst(draft.marking.rawValue.count + 2) } ?? ""
    guard draft.kind.isDocument else {
      let prefix = message.library.organisation.channels[draft.channel]?.prefix ?? ""
      return String(subject + draft.text.dropFirst(prefix.count))
    }
    var text = draft.text.dropFirst(draft.marking.rawValue.count).dropLast(draft.marking.rawValue.count)
    if draft.kind == .pressRelease, text.hasSuffix("ENDS\n\n") { text = text.dropLast(6) }
    return String(subject + text)
  }

  private var zone: Zone { message.knowing.calendar.zone }
  private var now: LocalTime { zone.local(message.knowing.now) }

  private func value(of name: String, listsBullets: Bool) -> String {
    guard let fact = message.playbook.fact(placeholder: name) else { return standing(name) }
    guard let value = message.knowing.facts[fact.id]?.value else {
      return message.template?.ifNotKnown[fact.id] ?? "[\(fact.id): not known]"
    }
    func shown(_ value: FactValue) -> String { fact.words(for: value, zone: zone, today: now.date) }
    if listsBullets, [.email, .letter].contains(message.script.channel.kind),
      case .choices(let chosen) = value, !chosen.isEmpty
    {
      return "\n\n" + chosen.map { "* " + shown(.choice($0)) }.joined(separator: "\n")
    }
    return shown(value)
  }

  private func standing(_ name: String) -> String {
    switch StandingWord(placeholder: name) {
    case .organisation: return message.library.organisation.name
    case .today: return now.date.words
    case .timeNow: return now.time.shortDescription
    case .nextUpdate:
      let next = zone.local(message.knowing.nextUpdate ?? message.knowing.now)
      let time = next.time.shortDescription
      return next.date == now.date ? time : "\(time) on \(next.date.words)"
    case nil: return message.library.organisation.words(placeholder: name) ?? "[\(name): not known]"
    }
  }

  private func holds(_ choice: Segment.Choice) -> Bool {
    func value(_ name: String) -> FactValue? {
      message.playbook.fact(placeholder: name).flatMap { message.knowing.facts[$0.id]?.value }
    }
    switch choice {
    case .yes(let name): return value(name) == .yesNo(true)
    case .no(let name): return value(name) == .yesNo(false)
    case .known(let name): return value(name) != nil
    // What a sample says is confirmed.
    case .likely: return false
    case .option(let name, let option):
      switch value(name) {
      case .choice(let chosen): return folded(chosen) == folded(option)
      case .choices(let chosen): return chosen.contains { folded($0) == folded(option) }
      case .text, .number, .yesNo, .time, .date, .link, nil: return false
      }
    case .level(let atLeast, let atMost):
      return atLeast <= message.script.level && message.script.level <= atMost
    }
  }
}
