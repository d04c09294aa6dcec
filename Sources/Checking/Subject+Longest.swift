import Library
import Messaging
import OrderedCollections
import Running
import Time

extension Subject {
  /// Late on a day whose name is long, so that every time in the words names its day: what a run may meet.
  var late: SampleMoment {
    guard let date = CivilDate(year: 2027, month: 9, day: 29), let time = TimeOfDay(hour: 23, minute: 50),
      let now = moment.calendar.zone.instants(of: LocalTime(date: date, time: time)).first
    else { return moment }
    return SampleMoment(now: now, calendar: moment.calendar)
  }

  /// What is known at the late moment, where these answers are given.
  func knowledge(_ answers: [Answer], at level: Level) -> Knowledge {
    var facts: [Fact.ID: Knowledge.Entry] = [:]
    for answer in answers {
      guard let fact = playbook.facts[answer.fact] else { continue }
      facts[fact.id] = Knowledge.Entry(
        value: answer.value, confidence: answer.confidence, marking: fact.marking, source: "")
    }
    let late = late
    return Knowledge(
      facts: facts, level: level, audienceLevels: [:], mode: .live, now: late.now,
      nextUpdate: late.now + .hours(1), calendar: late.calendar)
  }

  /// Words that stand whatever the facts are; nil where a level or a name leaves none.
  func ownWords(of content: Segment.Content, at level: Level, knowing: Knowledge) -> String? {
    switch content {
    case .words(let words): return words
    case .placeholder(let name): return standing(name, knowing)
    case .conditional(.level(let atLeast, let atMost), let words):
      return atLeast <= level && level <= atMost ? words : nil
    case .conditional: return nil
    }
  }

  private func standing(_ name: String, _ knowing: Knowledge) -> String? {
    let local = plan.calendar.zone.local(knowing.now)
    switch StandingWord(placeholder: name) {
    case .nextUpdate: return "00:50 on 30 September 2027"
    case .today: return local.date.words
    case .timeNow: return local.time.shortDescription
    case .organisation: return organisation.name
    case nil: return organisation.words(placeholder: name)
    }
  }

  /// What a fact may be in these words: each class that its condition lets through.
  func classes(
    of fact: Fact, _ contents: [Segment.Content], _ substitute: String?, _ alternative: Alternative
  ) -> [Answer] {
    let hedged = contents.contains { if case .conditional(.likely, _) = $0 { true } else { false } }
    let stands = contents.contains { if case .placeholder = $0 { true } else { false } }
    var values: [FactValue] =
      switch fact.kind {
      case .choice(let options): options.keys.map { .choice($0) }
      case .yesNo: [.yesNo(true), .yesNo(false)]
      // No option at all reads 'none', which may be longer than a short one.
      case .choices: (fact.longest(at: moment).map { [$0] } ?? []) + [.choices([])]
      case .text, .number, .time, .date, .link: fact.longest(at: moment).map { [$0] } ?? []
      }
    values.removeAll { !alternative.allows($0, of: fact.id) }
    if values.isEmpty { values = alternative.values(of: fact, at: moment) }
    let sure = values.map { Answer(fact: fact.id, value: $0) }
    let likely = hedged ? values.map { Answer(fact: fact.id, value: $0, confidence: .likely) } : []
    let isOpen = (substitute != nil || !stands) && alternative.allows(nil, of: fact.id)
    return sure + likely + (isOpen ? [Answer(fact: fact.id, value: nil, confidence: .notKnown)] : [])
  }

  /// What a fact adds to the words where it is answered so.
  func weight(
    of answer: Answer, _ fact: Fact, _ contents: [Segment.Content], _ template: Template, _ unit: LengthUnit,
    _ knowing: Knowledge
  ) -> Weight {
    let zone = plan.calendar.zone
    let shown = answer.value.map { fact.words(for: $0, zone: zone, today: zone.local(knowing.now).date) }
    return contents.reduce(into: Weight.none) { sum, content in
      switch content {
      case .words: break
      case .placeholder: sum += unit.weight(of: shown ?? template.ifNotKnown[fact.id] ?? "")
      case .conditional(let choice, let words):
        if choice.holds(answer) { sum += unit.weight(of: words) }
      }
    }
  }
}

extension Segment.Choice {
  /// Whether it holds where its fact is answered so; a level is no fact's.
  fileprivate func holds(_ answer: Answer) -> Bool {
    switch self {
    case .yes: answer.value == .yesNo(true)
    case .no: answer.value == .yesNo(false)
    case .likely: answer.confidence == .likely
    case .known: answer.value != nil
    case .option(_, let option):
      switch answer.value {
      case .choice(let chosen): folded(chosen) == folded(option)
      case .choices(let chosen): chosen.contains { folded($0) == folded(option) }
      case .text, .number, .yesNo, .time, .date, .link, nil: false
      }
    case .level: false
    }
  }
}
