import Library
import Messaging
import OrderedCollections
import Running
import Time

/// The longest fillings, worked out once for files and facts that are alike in many playbooks.
struct LongestFillings {
  private var known: [Question: LongestFilling?] = [:]

  private struct Question: Hashable {
    let path: String
    let channel: Channel.ID
    let level: Level
    let alternative: Alternative
    /// The facts that the words name, but for what asks them.
    let facts: [Sense?]

    struct Sense: Hashable {
      let id: Fact.ID
      let kind: Fact.Kind
    }
  }

  mutating func filling(
    of wording: Wording, template: Template, at level: Level, on channel: Channel,
    where alternative: Alternative, in subject: Subject, knowing: Knowledge
  ) -> LongestFilling? {
    let facts = wording.mentions.map { mention in
      subject.playbook.fact(folded: mention.name).map { Question.Sense(id: $0.id, kind: $0.kind) }
    }
    let question = Question(
      path: wording.path, channel: channel.id, level: level, alternative: alternative, facts: facts)
    if let filling = known[question] { return filling }
    let filling = LongestFilling(
      of: wording, template: template, at: level, on: channel, where: alternative, in: subject,
      knowing: knowing)
    known[question] = .some(filling)
    return filling
  }
}

/// The longest that one file's words can be: the answers that make them so, and how long they are.
///
/// Each conditional of a template looks at one fact, so what one fact adds hangs on no other, and the longest whole
/// is that of each fact's longest class. A text message alone is one of two: all of the short alphabet, or with an
/// author's word outside of it.
struct LongestFilling {
  private(set) var weight = Weight.none
  private(set) var answers: [Answer] = []
  /// The text or address that adds most, the most characters that it has, how often it stands, and what it could be
  /// shortened by before other words are longer.
  private(set) var largestText: (fact: Fact, max: Int, times: Int, adds: Int, spare: Int)?

  /// What one fact may be, and what it adds then.
  private struct Class {
    let answer: Answer
    let weight: Weight
  }

  /// Nil where a fact of the words can only leave a hole in them, with which they never go.
  init?(
    of wording: Wording, template: Template, at level: Level, on channel: Channel,
    where alternative: Alternative,
    in subject: Subject, knowing: Knowledge
  ) {
    let unit = LengthUnit(of: channel.kind)
    weight = unit.weight(of: channel.prefix)
    var segments: OrderedDictionary<Fact.ID, [Segment.Content]> = [:]
    for segment in wording.body {
      if let name = segment.reads, let fact = subject.playbook.fact(placeholder: name) {
        segments[fact.id, default: []].append(segment.content)
      } else if let words = subject.ownWords(of: segment.content, at: level, knowing: knowing) {
        weight += unit.weight(of: words)
      }
    }
    var perFact: [[Class]] = []
    for (id, contents) in segments {
      guard let fact = subject.playbook.facts[id] else { continue }
      let classes = subject.classes(of: fact, contents, template.ifNotKnown[id], alternative).map { answer in
        Class(answer: answer, weight: subject.weight(of: answer, fact, contents, template, unit, knowing))
      }
      if classes.isEmpty { return nil }
      perFact.append(classes)
      noteText(fact, contents, classes, unit)
    }
    let chosen = Self.longest(perFact, besides: weight)
    for choice in chosen {
      weight += choice.weight
      answers.append(choice.answer)
    }
  }

  private mutating func noteText(
    _ fact: Fact, _ contents: [Segment.Content], _ classes: [Class], _ unit: LengthUnit
  ) {
    guard let (min, max) = fact.lengths(in: unit) else { return }
    let times = contents.count { if case .placeholder = $0 { true } else { false } }
    let (known, other) = (
      classes.filter { $0.answer.value != nil }.map(\.weight.count).max() ?? 0,
      classes.filter { $0.answer.value == nil }.map(\.weight.count).max() ?? 0
    )
    let adds = times * max
    guard times > 0, known > other, adds > (largestText?.adds ?? 0) else { return }
    largestText = (fact, max, times, adds, Swift.min(max - min, (known - other) / times))
  }

  private static func longest(_ perFact: [[Class]], besides own: Weight) -> [Class] {
    func best(_ classes: [Class], _ length: (Weight) -> Int) -> Class? {
      classes.max { length($0.weight) < length($1.weight) }
    }
    let plain = own.isForeign ? [] : perFact.compactMap { best($0.filter { !$0.weight.isForeign }, \.count) }
    var foreign = perFact.compactMap { best($0, \.units) }
    if !own.isForeign, !foreign.contains(where: \.weight.isForeign) {
      let swaps = perFact.indices.compactMap { index in
        best(perFact[index].filter(\.weight.isForeign), \.units).map { (index, $0) }
      }
      let least = swaps.min {
        foreign[$0.0].weight.units - $0.1.weight.units < foreign[$1.0].weight.units - $1.1.weight.units
      }
      guard let least else { return plain }
      foreign[least.0] = least.1
    }
    if plain.count < perFact.count { return foreign }
    func parts(_ classes: [Class]) -> Int { classes.reduce(into: own) { $0 += $1.weight }.parts }
    return parts(foreign) > parts(plain) ? foreign : plain
  }
}

extension Fact {
  /// How many characters its words may have where somebody types them; nil where nobody does, and where an author's
  /// `max:` on it would mend nothing.
  fileprivate func lengths(in unit: LengthUnit) -> (min: Int, max: Int)? {
    switch kind {
    case .text(let min, let max): return (min, max)
    case .link(let max):
      switch unit {
      // X counts each address alike.
      case .weighted: return nil
      case .parts, .characters, .words:
        return (Self.linkLengths.lowerBound, max ?? Self.linkLengths.upperBound)
      }
    case .number, .choice, .choices, .yesNo, .time, .date: return nil
    }
  }
}
