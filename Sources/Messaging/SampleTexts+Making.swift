import Diagnostics
public import Library
import OrderedCollections
public import Time

extension SampleMoment {
  /// 09:00 on 11 January 2027 by the organisation's clock, live: what is kept must not change with the day.
  ///
  /// A Monday, and no day on which clocks change anywhere.
  public static func fixed(by calendar: WorkingCalendar) -> SampleMoment {
    let fallback = Instant(seconds: 1_799_658_000)
    guard let date = CivilDate(year: 2027, month: 1, day: 11), let time = TimeOfDay(hour: 9, minute: 0) else {
      return SampleMoment(now: fallback, calendar: calendar)
    }
    let moments = calendar.zone.instants(of: LocalTime(date: date, time: time))
    return SampleMoment(now: moments.first ?? fallback, calendar: calendar)
  }

  /// "09:00 on 11 January 2027".
  public var words: String {
    let local = calendar.zone.local(now)
    return "\(local.time.shortDescription) on \(local.date.words)"
  }
}

extension SampleTexts {
  /// What the template's samples send now, in an order that does not hang on that of the files.
  public init(of template: Template, in library: Library, at moment: SampleMoment) {
    var found: [Place: Text] = [:]
    for message in sampleMessages(of: template, in: library, at: moment) {
      let draft = message.judged.draft
      let head = ["Marking: \(draft.marking.rawValue)"] + (draft.subject.map { ["Subject: \($0)"] } ?? [])
      let text = draft.text.replacing("\r\n", with: "\n")
      found[Place(message)] = Text(
        audiences: draft.audiences.map(\.text).joined(separator: ", "),
        words: ExactText(visible(head.joined(separator: "\n") + "\n\n" + text, keepingLines: true)))
    }
    let sorted = found.sorted { $0.key < $1.key }
    self.init(
      sorted.reduce(into: [:]) { texts, entry in texts[visible(entry.key.description)] = entry.value })
  }
}

/// What tells one message of a template from the others.
private struct Place: Hashable, Comparable, CustomStringConvertible {
  let sample: String
  let channel: String
  let language: String
  let level: Level
  let playbook: String
  let step: String

  init(_ message: SampleMessage) {
    let draft = message.judged.draft
    (sample, playbook, step) = (message.sample, message.playbook.text, message.step.text)
    (channel, language, level) = (draft.channel.text, draft.language, draft.level)
  }

  static func < (left: Self, right: Self) -> Bool {
    let (before, behind) = (
      [left.sample, left.channel, left.language], [right.sample, right.channel, right.language]
    )
    if before != behind { return before.lexicographicallyPrecedes(behind) }
    if left.level != right.level { return left.level < right.level }
    return [left.playbook, left.step].lexicographicallyPrecedes([right.playbook, right.step])
  }

  var description: String {
    "\(sample), \(channel), \(language), \(level.rawValue), step \(step) of \(playbook)"
  }
}
