public import Library
import Time

/// A text that somebody wrote, held against the rules that need no facts: length, wording, reading age, parts.
///
/// `level` is nil where the text has none yet: what it asks of people is then told as a note.
public func measure(
  _ text: String, subject: String? = nil, on channel: Channel, level: Level?, language: String,
  in library: Library,
  at moment: SampleMoment
) -> Verdict {
  // The prefix goes out before every message of the channel and counts against its limit.
  let text = text.hasPrefix(channel.prefix) ? text : channel.prefix + text
  let draft = Draft(
    template: Template.ID(""), channel: channel.id, kind: channel.kind, language: language,
    level: level ?? .signpost, audiences: [], path: "", subject: subject, text: text, marking: .official,
    facts: [],
    nextUpdate: nil, problems: [])
  let knowing = Knowledge(
    facts: [:], level: level, audienceLevels: [:], mode: moment.mode, now: moment.now, nextUpdate: nil,
    calendar: moment.calendar)
  let judging = Judging(
    draft: draft, isEdited: true, playbook: .blank(library.organisation), library: library, knowing: knowing,
    supported: nil, words: Array(Words(of: Judging.judged(draft))))
  let asking = judging.asking().map { finding in
    level == nil
      ? Finding(.proportion, .note, finding.message, why: finding.why, quote: finding.quote) : finding
  }
  return Verdict(
    findings: asking + judging.length() + judging.readingAge() + judging.wording()
      + judging.facts().filter { $0.severity > .ok } + judging.routes())
}
