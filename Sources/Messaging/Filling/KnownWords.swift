import Diagnostics
package import Library
import OrderedCollections
import Time

/// What is known, as it stands in the words of a message; made once for all that is filled from it.
package struct KnownWords: Sendable {
  /// The facts of a playbook, by their places in it.
  let facts: [Known]
  let mode: Mode
  /// When more is promised, and how it is said.
  let nextUpdate: Instant?
  let nextUpdateWords: [UInt8]
  let today: [UInt8]
  let timeNow: [UInt8]

  package init(_ knowing: Knowledge, of playbook: Playbook) {
    let zone = knowing.calendar.zone
    let now = zone.local(knowing.now)
    facts = playbook.facts.values.map { Known($0, knowing.facts[$0.id], zone: zone, today: now.date) }
    mode = knowing.mode
    nextUpdate = knowing.nextUpdate
    nextUpdateWords =
      knowing.nextUpdate.map { next in
        let local = zone.local(next)
        let time = local.time.shortDescription
        return Array((local.date == now.date ? time : "\(time) on \(local.date.words)").utf8)
      } ?? []
    today = Array(now.date.words.utf8)
    timeNow = Array(now.time.shortDescription.utf8)
  }
}

extension KnownWords {
  /// What is known of one fact; words are in UTF-8.
  struct Known: Sendable {
    let id: Fact.ID
    /// What was asked.
    let ask: String
    /// The marking of the answer.
    let marking: Marking?
    /// Whether there is an answer, if only that it is not known.
    let isAnswered: Bool
    /// Whether it has a value.
    let isKnown: Bool
    let isLikely: Bool
    /// Whether the value is words of the library's language.
    let isInWords: Bool
    let isYes: Bool?
    let words: [UInt8]
    /// Each of several options, where it is a choice of them.
    let list: [[UInt8]]
    /// The ids of the options that were chosen, folded.
    let options: [[UInt8]]

    init(_ fact: Fact, _ entry: Knowledge.Entry?, zone: Zone, today: CivilDate) {
      let value = entry?.confidence == .notKnown ? nil : entry?.value
      func shown(_ value: FactValue) -> [UInt8] {
        Array(visible(fact.words(for: value, zone: zone, today: today), keepingLines: true).utf8)
      }
      (id, ask, marking) = (fact.id, fact.ask, entry?.marking)
      (isAnswered, isKnown) = (entry != nil, value != nil)
      isLikely = value != nil && entry?.confidence == .likely
      words = value.map(shown) ?? []
      var (chosen, isInWords, isYes) = ([String](), true, Bool?.none)
      switch value {
      case .choice(let option): chosen = [option]
      case .choices(let options): chosen = options
      case .yesNo(let yes): isYes = yes
      case .number, .time, .link: isInWords = false
      case .text, .date, nil: break
      }
      (self.isInWords, self.isYes) = (isInWords, isYes)
      options = chosen.map { Array(folded($0).utf8) }
      if case .choices = value { list = chosen.map { shown(.choice($0)) } } else { list = [] }
    }
  }
}
