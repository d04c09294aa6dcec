import Diagnostics
import Library
import OrderedCollections
import Time

extension Script {
  /// The message, filled from what is known in a single pass; facts are never looked into.
  package func draft(from known: KnownWords) -> Draft {
    let marking = places.reduce(marking) { max($0, known.facts[$1].marking ?? $0) }
    let form = Form(channel: channel, exercisePrefix: exercisePrefix, marking: marking, mode: known.mode)
    var page = Page(room: wordsRoom, sheet: Dialect(room: textRoom))
    form.begin(&page.sheet)
    if path == nil { page.problems.append(withoutWords) }
    fill(subject, from: known, &page)
    let subjectEnd = page.turn(listsBullets: channel.kind.listsBullets)
    fill(body, from: known, &page)
    page.layOut()
    form.end(&page.sheet)
    return Draft(
      template: template, channel: channel.id, kind: channel.kind, language: language, level: level,
      audiences: audiences, path: path ?? "",
      subject: channel.kind.hasSubject ? form.subject(page.text[..<subjectEnd]) : nil,
      text: String(decoding: page.sheet.text, as: UTF8.self), marking: marking, facts: facts,
      nextUpdate: promisesUpdate ? known.nextUpdate : nil, problems: page.problems,
      layout: channel.kind.isDocument ? Layout(kinds: page.sheet.kinds) : nil)
  }

  private var withoutWords: Finding {
    Finding(
      .words, .stop,
      "'\(template)' has no words by \(channel.kind.rawValue) at \(level.rawValue) in \(language)",
      why: "Nothing is sent that nobody wrote.")
  }

  // MARK: - The words

  private func fill(_ pieces: [Piece], from known: KnownWords, _ page: inout Page) {
    var hedged: Int?
    for piece in pieces {
      switch piece {
      case .words(let words):
        page.text += stock[words]
        hedged = nil
      case .blocks(let blocks, let kinds):
        page.layOut()
        page.sheet.add(stock[blocks], self.kinds[kinds])
        hedged = nil
      case .fact(let fact, let substitute):
        if known.facts[fact].isKnown {
          addFact(fact, hedged: hedged, from: known, &page)
        } else {
          addHole(fact, substitute, from: known, &page)
        }
        hedged = nil
      case .standing(let moment):
        addMoment(moment, from: known, &page)
        hedged = nil
      case .unknown(let name):
        addUnknown(String(decoding: stock[name], as: UTF8.self), &page)
        hedged = nil
      case .hedge(let fact, let words, let isSpace):
        if known.facts[fact].isLikely { page.text += stock[words] }
        hedged = isSpace ? nil : fact
      case .conditional(let test, let fact, let words):
        guard holds(test, fact, in: known) else { continue }
        page.text += stock[words]
        // A hedge also covers the conditions on its fact that follow it at once; other words part the two.
        checkHedge(fact, hedged: hedged, from: known, &page)
        if fact != hedged { hedged = nil }
      }
    }
  }

  private func holds(_ test: Test, _ fact: Int, in known: KnownWords) -> Bool {
    switch test {
    case .yes: known.facts[fact].isYes == true
    case .no: known.facts[fact].isYes == false
    case .known: known.facts[fact].isKnown
    case .option(let option):
      known.facts[fact].options.contains { $0.elementsEqual(stock[option]) }
    }
  }

  private func addFact(_ place: Int, hedged: Int?, from known: KnownWords, _ page: inout Page) {
    checkHedge(place, hedged: hedged, from: known, &page)
    if known.facts[place].isInWords { checkLanguage(place, from: known, &page) }
    if page.listsBullets, !known.facts[place].list.isEmpty {
      page.text += "\n\n".utf8
      for (index, words) in known.facts[place].list.enumerated() {
        page.text += (index > 0 ? "\n* " : "* ").utf8
        page.addFact(words)
      }
    } else {
      page.addFact(known.facts[place].words)
    }
  }

  /// What stands for a fact that is not known.
  private func addHole(_ place: Int, _ substitute: Range<Int>?, from known: KnownWords, _ page: inout Page) {
    if let substitute {
      checkLanguage(place, from: known, &page)
      page.text += stock[substitute]
      return
    }
    let fact = known.facts[place]
    page.problem(
      fact.isAnswered ? "\(fact.ask) is not known" : "\(fact.ask) has not been answered",
      "A message never goes out with a hole in it.")
    page.text += "[\(fact.id): not known]".utf8
  }

  private func addMoment(_ moment: Moment, from known: KnownWords, _ page: inout Page) {
    switch moment {
    case .today: page.text += known.today
    case .timeNow: page.text += known.timeNow
    case .nextUpdate:
      if known.nextUpdate == nil {
        page.problem("When more follows is not set", "A message that promises an update says when.")
      }
      page.text += known.nextUpdate == nil ? Array("[next update: not known]".utf8) : known.nextUpdateWords
    }
  }

  private func addUnknown(_ name: String, _ page: inout Page) {
    page.problem("'\(name)' is not a fact of this playbook", "A message never goes out with a hole in it.")
    page.text += "[\(name): not known]".utf8
  }

  // MARK: - What is wrong with it

  private func checkLanguage(_ place: Int, from known: KnownWords, _ page: inout Page) {
    if isOwnLanguage { return }
    page.problem(
      "\(known.facts[place].ask) has no words in '\(language)'",
      "Words in one language do not stand in another.")
  }

  private func checkHedge(_ place: Int, hedged: Int?, from known: KnownWords, _ page: inout Page) {
    guard known.facts[place].isLikely, hedged != place else { return }
    page.problem(
      "\(known.facts[place].ask) is likely, not confirmed, and is not hedged",
      isPublic
        ? "An unconfirmed fact never reads as confirmed in a public message."
        : "Partners and staff will take it as confirmed, and pass it on.",
      isPublic ? .stop : .note)
  }
}

/// Words while they are filled.
private struct Page {
  /// In the dialect and in UTF-8.
  var text: [UInt8] = []
  /// Where the words of facts stand in it.
  private var facts: [Range<Int>] = []
  /// Up to where it is laid out on the sheet.
  private var laidOut = 0
  /// What is laid out.
  var sheet: Dialect
  var problems: [Finding] = []
  /// Whether several options stand below each other, not in a sentence.
  private(set) var listsBullets = false

  init(room: Int, sheet: Dialect) {
    self.sheet = sheet
    text.reserveCapacity(room)
    facts.reserveCapacity(8)
  }

  /// Lays out what is not yet; an empty line follows, or nothing.
  mutating func layOut() {
    sheet.read(text, in: laidOut..<text.count, facts: facts)
    laidOut = text.count
  }

  /// Where the words so far end, which are not laid out; the next ones will be.
  mutating func turn(listsBullets: Bool) -> Int {
    self.listsBullets = listsBullets
    laidOut = text.count
    return laidOut
  }

  /// Words whose marks are not the template's.
  mutating func addFact(_ words: [UInt8]) {
    let start = text.count
    text += words
    facts.append(start..<text.count)
  }

  mutating func problem(_ message: String, _ why: String, _ severity: Finding.Severity = .stop) {
    let finding = Finding(.facts, severity, message, why: why)
    if !problems.contains(finding) { problems.append(finding) }
  }
}

extension Channel.Kind {
  /// Whether a list stands as bullets; source: GOV.UK Notify, for emails and letters, their subjects aside.
  fileprivate var listsBullets: Bool {
    switch self {
    case .email, .letter: true
    case .sms, .x, .facebook, .webPage, .pressRelease, .resilienceDirect, .briefing, .capAlert: false
    }
  }
}
