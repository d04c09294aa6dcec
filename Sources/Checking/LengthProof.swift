import Diagnostics
public import Library
import Messaging
import OrderedCollections
import Running
import Time

/// The longest that a playbook can send on a kind of channel, of plain letters where somebody types them.
public struct LongestMessage: Hashable, Sendable {
  public let step: Step.ID
  public let channel: Channel.ID
  public let kind: Channel.Kind
  public let level: Level
  public let language: String
  /// What the channel counts: letters as they are sent, or weighted characters.
  public let count: Int
  /// Of a text message; one of anything else.
  public let parts: Int
  /// The parts where one letter outside the short alphabet is typed; nil but for a text message.
  public let unicodeParts: Int?
  public let text: String
}

/// That no answers that the facts take make a message too long, and how long the longest is.
struct LengthProof {
  private let subject: Subject
  private(set) var counterexamples: [Counterexample] = []
  /// Of each kind that is told, the message that may be the longest.
  private var most: OrderedDictionary<Channel.Kind, Candidate> = [:]

  /// The longest messages of the kinds that are told, filled and measured when they are asked for.
  var longest: [LongestMessage] { most.values.map { longest(of: judged($0)) } }

  /// One message that may be the longest of its file, before it is filled.
  private struct Candidate {
    let index: Int
    let step: Step
    let template: Template
    let channel: Channel
    let language: String
    let audience: Audience
    let level: Level
    let alternative: Alternative
    let filling: LongestFilling
    let path: String
  }

  /// A candidate, filled and judged.
  private struct Judged {
    let candidate: Candidate
    let draft: Draft
    let finding: Finding?
  }

  init(of subject: Subject, fillings: inout LongestFillings) {
    self.subject = subject
    var found: OrderedDictionary<String, Judged> = [:]
    for (index, step, sending, template) in subject.sends {
      for candidate in candidates(index, step, sending, template, &fillings) {
        let kind = candidate.channel.kind
        if kind == .sms || kind == .x, most[kind].map({ isLonger(candidate, than: $0) }) ?? true {
          most[kind] = candidate
        }
        guard isNearLimit(candidate) else { continue }
        let judged = judged(candidate)
        guard let finding = judged.finding else { continue }
        let key = "\(step.id) \(candidate.path)"
        if let earlier = found[key], let told = earlier.finding, told.severity >= finding.severity,
          told.severity > finding.severity || !isLonger(candidate, than: earlier.candidate)
        {
          continue
        }
        found[key] = judged
      }
    }
    for judged in found.values { tell(judged) }
  }

  /// Each message of a send, at each level and for each list of its condition.
  private func candidates(
    _ index: Int, _ step: Step, _ sending: Step.Sending, _ template: Template,
    _ fillings: inout LongestFillings
  ) -> [Candidate] {
    let organisation = subject.organisation
    var found: [Candidate] = []
    for alternative in Alternative.all(of: step.when) {
      for level in subject.levels(of: sending)
      where sending.level != nil || alternative.levels.contains(level) || isSetForAudiences(level) {
        let knowing = subject.knowledge([], at: level)
        var seen: Set<[String]> = []
        for audience in sending.audiences.compactMap({ organisation.audiences[$0] }) {
          for channel in sending.channels(for: audience, at: level, in: organisation)
          where isLimited(channel.kind) {
            for language in audience.languages where seen.insert([channel.id.text, language]).inserted {
              guard
                let wording = template.wording(
                  for: channel, level: level, language: language, own: organisation.language),
                let filling = fillings.filling(
                  of: wording, template: template, at: level, on: channel, where: alternative, in: subject,
                  knowing: knowing)
              else { continue }
              found.append(
                Candidate(
                  index: index, step: step, template: template, channel: channel, language: language,
                  audience: audience, level: level, alternative: alternative, filling: filling,
                  path: wording.path))
            }
          }
        }
      }
    }
    return found
  }

  /// Whether the table sets the level for some audiences, whatever the run's own is.
  private func isSetForAudiences(_ level: Level) -> Bool {
    subject.playbook.proportion.contains { $0.audiences.values.contains(level) }
  }

  /// Kinds whose length people or networks hold to a limit; documents have words that nobody cuts.
  private func isLimited(_ kind: Channel.Kind) -> Bool {
    switch kind {
    case .sms, .x, .capAlert: true
    case .email, .facebook, .webPage, .pressRelease, .resilienceDirect, .briefing, .letter: false
    }
  }

  private func isLonger(_ left: Candidate, than right: Candidate) -> Bool {
    let (a, b) = (left.filling.weight, right.filling.weight)
    return left.channel.kind == .sms && a.parts != b.parts ? a.parts > b.parts : a.count > b.count
  }

  /// Whether the bound comes to nine tenths of a limit, so that the message itself has to be looked at.
  private func isNearLimit(_ candidate: Candidate) -> Bool {
    let weight = candidate.filling.weight
    // The marking in front of the words is no part of the bound.
    if candidate.channel.alwaysShowsMarking { return true }
    func isNear(_ count: Int, _ most: Int) -> Bool { count * 10 >= most * 9 }
    switch candidate.channel.kind {
    case .sms:
      let most = subject.organisation.levels[candidate.level]?.words[.sms] ?? 3
      let (one, each) = weight.isForeign ? (70, 67) : (160, 153)
      return isNear(weight.isForeign ? weight.units : weight.count, most == 1 ? one : most * each)
    case .x: return isNear(weight.count, XLength.most)
    case .capAlert: return isNear(weight.count, 1395)
    case .email, .facebook, .webPage, .pressRelease, .resilienceDirect, .briefing, .letter: return false
    }
  }

  /// The message as the real filler and the real judge have it.
  private func judged(_ candidate: Candidate) -> Judged {
    let knowing = subject.knowledge(candidate.filling.answers, at: candidate.level)
    let script = Script(
      of: candidate.template, in: subject.library, playbook: subject.playbook, channel: candidate.channel,
      level: candidate.level, language: candidate.language, audiences: [candidate.audience.id])
    let draft = script.draft(from: KnownWords(knowing, of: subject.playbook))
    let findings = lengthFindings(on: draft, of: subject.playbook, in: subject.library, knowing: knowing)
    let worst = findings.filter { $0.severity >= .warn }.max { $0.severity < $1.severity }
    return Judged(candidate: candidate, draft: draft, finding: worst)
  }

  private func longest(of judged: Judged) -> LongestMessage {
    let (draft, candidate) = (judged.draft, judged.candidate)
    let isSMS = draft.kind == .sms
    let sms = SMSLength(of: draft.text, prefix: candidate.channel.prefix)
    let foreign = SMSLength(of: String(draft.text.dropLast()) + "ł", prefix: candidate.channel.prefix)
    return LongestMessage(
      step: candidate.step.id, channel: draft.channel, kind: draft.kind, level: draft.level,
      language: draft.language, count: isSMS ? sms.count : XLength(of: draft.text).count,
      parts: isSMS ? sms.parts : 1, unicodeParts: isSMS ? foreign.parts : nil, text: draft.text)
  }

  // MARK: - What is told

  private mutating func tell(_ judged: Judged) {
    guard let finding = judged.finding else { return }
    let candidate = judged.candidate
    let isStop = finding.severity == .stop
    let (size, excess, limit) = measure(judged, isStop: isStop)
    let what =
      candidate.channel.kind == .sms ? "the text message" : "the message on \(candidate.channel.title)"
    let message =
      "\(what) of '\(candidate.step.id)' to \(candidate.audience.title) can be \(size) at \(candidate.level.rawValue), and \(limit)"
    let story = story(of: judged)
    let rule = isStop ? Rule.longestIsStopped : .longestIsWarned
    let severity: Diagnostic.Severity = isStop ? .error : .warning
    guard let text = candidate.filling.largestText else {
      counterexamples.append(
        Counterexample(
          diagnostic: Diagnostic(
            rule, severity, path: candidate.path, span: nil, message: message, help: "use fewer words",
            story: subject.told(story)),
          story: story))
      return
    }
    let cut = (excess + text.times - 1) / text.times
    counterexamples.append(
      subject.counterexample(
        rule, severity, at: ["facts", .key(text.fact.id.text), "max"], message: message,
        help: cut <= text.spare
          ? "\(Self.shortening(text.fact, to: text.max - cut)), or use fewer words in \(candidate.path)"
          : "use fewer words in \(candidate.path)",
        story: story))
  }

  private static func shortening(_ fact: Fact, to max: Int) -> String {
    if case .link(nil) = fact.kind { return "write max: \(max) or less at '\(fact.id)'" }
    return "lower max of '\(fact.id)' to \(max) or less"
  }

  /// How long it is, by how much that is too long, and what the limit is.
  private func measure(_ judged: Judged, isStop: Bool) -> (size: String, excess: Int, limit: String) {
    let text = judged.draft.text
    switch judged.draft.kind {
    case .sms:
      let length = SMSLength(of: text, prefix: judged.candidate.channel.prefix)
      let size = "\(length.count) characters in \(length.parts) parts"
      if isStop {
        return (size, length.limited - SMSLength.most, "the channel takes \(SMSLength.most) characters")
      }
      let most = subject.organisation.levels[judged.draft.level]?.words[.sms]
      let parts = most.map { length.parts > $0 ? $0 : 3 } ?? 3
      let (one, each) = length.isUnicode ? (70, 67) : (160, 153)
      let limit = parts == most ? "the level allows \(parts)" : "\(parts) is as many as should be sent"
      return (size, length.count - (parts == 1 ? one : parts * each), limit)
    case .x:
      let count = XLength(of: text).count
      return ("\(count) weighted characters", count - XLength.most, "the channel takes \(XLength.most)")
    case .facebook, .capAlert, .email, .webPage, .pressRelease, .resilienceDirect, .briefing, .letter:
      let count = text.unicodeScalars.count
      return ("\(count) characters", count - 1395, "the channel takes 1395")
    }
  }

  /// A line of a message as a story tells it; an address may have 2,000 characters.
  private static func shown(_ line: Substring) -> String {
    line.count <= 400 ? String(line) : line.prefix(400) + "…"
  }

  /// The walk that sends these words; nil where the machine does not lead there.
  private func story(of judged: Judged) -> Story? {
    let candidate = judged.candidate
    guard var story = Story(of: subject.plan, at: subject.moment) else { return nil }
    story.time = subject.late.now - subject.moment.now
    let answers = candidate.filling.answers
    let others = candidate.alternative.answers(besides: Set(answers.map(\.fact)), in: subject)
    story.enter(answers + others, options: candidate.alternative.options)
    let message = story.draft(candidate.step, at: candidate.level).last { message in
      message.draft.channel == candidate.channel.id && message.draft.language == candidate.language
        && message.draft.level == candidate.level
    }
    guard let message,
      story.run.verdict(on: message).findings.contains(where: { $0.kind == .length && $0.severity >= .warn })
    else { return nil }
    for (index, line) in message.draft.text.split(separator: "\n").enumerated() {
      story.tell(
        (index == 0 ? "It would read: " : "") + Self.shown(line), about: .step(candidate.step.id))
    }
    return story
  }
}
