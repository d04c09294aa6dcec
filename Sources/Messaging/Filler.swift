import Diagnostics
import Library
import OrderedCollections
import Time

/// Fills one template for one channel from what is known; a single pass, facts are never looked into.
struct Filler {
  let library: Library
  let playbook: Playbook
  let template: Template
  let channel: Channel
  let knowing: Knowledge

  private var organisation: Organisation { library.organisation }

  /// The same with another promised time.
  func at(_ nextUpdate: Instant?) -> Filler {
    var knowing = knowing
    knowing.nextUpdate = nextUpdate
    return Filler(
      library: library, playbook: playbook, template: template, channel: channel, knowing: knowing)
  }

  func draft(like other: Draft) -> Draft {
    draft(level: other.level, language: other.language, audiences: other.audiences)
  }

  func draft(level: Level, language: String, audiences: [Audience.ID]) -> Draft {
    var page = Page()
    let wording = template.wording(for: channel, level: level, language: language, own: organisation.language)
    if wording == nil {
      page.problems.append(
        Finding(
          .words, .stop,
          "'\(template.id)' has no words by \(channel.kind.rawValue) at \(level.rawValue) in \(language)",
          why: "Nothing is sent that nobody wrote."))
    }
    let isPublic = organisation.isPublic(channel, to: audiences)
    let subject = fill(wording?.subject ?? [], level: level, language: language, isPublic: isPublic, &page)
    page.bulletsLists = channel.kind.bulletsLists
    let body = fill(wording?.body ?? [], level: level, language: language, isPublic: isPublic, &page)
    let marking = page.facts.compactMap { self.marking(of: $0) }.reduce(template.marking, max)
    let passages = Dialect.passages(body)
    let form = Form(channel: channel, organisation: organisation, marking: marking, mode: knowing.mode)
    return Draft(
      template: template.id, channel: channel.id, kind: channel.kind, language: language, level: level,
      audiences: audiences, path: wording?.path ?? "",
      subject: channel.kind.hasSubject ? form.subject(PlainText.unshielded(subject)) : nil,
      text: form.text(passages), marking: marking, facts: page.facts,
      nextUpdate: page.promisesUpdate ? knowing.nextUpdate : nil, problems: page.problems,
      layout: channel.kind.isDocument ? Layout(kinds: passages.map(\.kind)) : nil)
  }

  /// What filling has come upon so far.
  private struct Page {
    var facts: [Fact.ID] = []
    var problems: [Finding] = []
    var promisesUpdate = false
    /// Whether several options stand below each other, not in a sentence.
    var bulletsLists = false

    mutating func use(_ fact: Fact.ID) { if !facts.contains(fact) { facts.append(fact) } }

    mutating func problem(_ message: String, _ why: String, _ severity: Finding.Severity = .stop) {
      let finding = Finding(.facts, severity, message, why: why)
      if !problems.contains(finding) { problems.append(finding) }
    }
  }

  private func marking(of id: Fact.ID) -> Marking? {
    guard let declared = playbook.facts[id]?.marking else { return nil }
    return max(declared, knowing.facts[id]?.marking ?? declared)
  }

  private func fill(
    _ segments: [Segment], level: Level, language: String, isPublic: Bool, _ page: inout Page
  ) -> String {
    var text = ""
    var hedged: Fact.ID?
    for segment in segments {
      switch segment.content {
      case .words(let words):
        text += words
        hedged = nil
      case .placeholder(let name):
        text += words(for: name, language: language, hedged: hedged, isPublic: isPublic, &page)
        hedged = nil
      case .conditional(let choice, let words):
        let stands = holds(choice, level: level, &page)
        if stands { text += words }
        let fact = segment.reads.flatMap { playbook.fact(placeholder: $0) }
        // A hedge also covers the conditions on its fact that follow it at once; other words part the two.
        if case .likely = choice {
          hedged = words.allSatisfy(\.isWhitespace) ? nil : fact?.id
        } else if stands {
          if let fact { checkHedge(fact, hedged: hedged, isPublic: isPublic, &page) }
          if fact?.id != hedged { hedged = nil }
        }
      }
    }
    return text
  }

  private func checkHedge(_ fact: Fact, hedged: Fact.ID?, isPublic: Bool, _ page: inout Page) {
    guard knowing.facts[fact.id]?.confidence == .likely, hedged != fact.id else { return }
    page.problem(
      "\(fact.ask) is likely, not confirmed, and is not hedged",
      isPublic
        ? "An unconfirmed fact never reads as confirmed in a public message."
        : "Partners and staff will take it as confirmed, and pass it on.",
      isPublic ? .stop : .note)
  }

  private func words(
    for name: String, language: String, hedged: Fact.ID?, isPublic: Bool, _ page: inout Page
  ) -> String {
    guard let fact = playbook.fact(placeholder: name) else { return standing(name, &page) }
    page.use(fact.id)
    let label = fact.ask
    func checkLanguage() {
      if sameLanguage(language, organisation.language) { return }
      page.problem("\(label) has no words in '\(language)'", "Words in one language do not stand in another.")
    }
    guard let value = knowing.value(fact.id) else {
      if let substitute = template.ifNotKnown[fact.id] {
        checkLanguage()
        return substitute
      }
      page.problem(
        knowing.facts[fact.id] == nil ? "\(label) has not been answered" : "\(label) is not known",
        "A message never goes out with a hole in it.")
      return "[\(fact.id): not known]"
    }
    checkHedge(fact, hedged: hedged, isPublic: isPublic, &page)
    switch value {
    case .text, .choice, .choices, .yesNo, .date: checkLanguage()
    case .number, .time, .link: break
    }
    func shown(_ value: FactValue) -> String {
      let words = fact.words(for: value, zone: knowing.calendar.zone, today: knowing.today)
      return PlainText.shielded(visible(words, keepingLines: true))
    }
    if page.bulletsLists, case .choices(let chosen) = value, !chosen.isEmpty {
      return "\n\n" + chosen.map { "* " + shown(.choice($0)) }.joined(separator: "\n")
    }
    return shown(value)
  }

  private func standing(_ name: String, _ page: inout Page) -> String {
    let zone = knowing.calendar.zone
    switch StandingWord(placeholder: name) {
    case .nextUpdate:
      page.promisesUpdate = true
      guard let next = knowing.nextUpdate else {
        page.problem("When more follows is not set", "A message that promises an update says when.")
        return "[next update: not known]"
      }
      let (local, today) = (zone.local(next), zone.local(knowing.now).date)
      return local.date == today
        ? local.time.shortDescription : "\(local.time.shortDescription) on \(local.date.words)"
    case .today: return zone.local(knowing.now).date.words
    case .timeNow: return zone.local(knowing.now).time.shortDescription
    case .organisation: return organisation.name
    case nil: break
    }
    if let words = organisation.words(placeholder: name) { return words }
    page.problem("'\(name)' is not a fact of this playbook", "A message never goes out with a hole in it.")
    return "[\(name): not known]"
  }

  private func holds(_ choice: Segment.Choice, level: Level, _ page: inout Page) -> Bool {
    func value(_ name: String) -> FactValue? {
      guard let fact = playbook.fact(placeholder: name) else { return nil }
      page.use(fact.id)
      return knowing.value(fact.id)
    }
    switch choice {
    case .yes(let name): return value(name) == .yesNo(true)
    case .no(let name): return value(name) == .yesNo(false)
    case .known(let name): return value(name) != nil
    case .likely(let name):
      return value(name) != nil
        && playbook.fact(placeholder: name).flatMap { knowing.facts[$0.id]?.confidence } == .likely
    case .option(let name, let option):
      switch value(name) {
      case .choice(let chosen): return folded(chosen) == folded(option)
      case .choices(let chosen): return chosen.contains { folded($0) == folded(option) }
      case .text, .number, .yesNo, .time, .date, .link, nil: return false
      }
    case .level(let atLeast, let atMost): return atLeast <= level && level <= atMost
    }
  }
}

extension Channel.Kind {
  /// Whether a list stands as bullets; source: GOV.UK Notify, for emails and letters, their subjects aside.
  fileprivate var bulletsLists: Bool {
    switch self {
    case .email, .letter: true
    case .sms, .x, .facebook, .webPage, .pressRelease, .resilienceDirect, .briefing, .capAlert: false
    }
  }
}
