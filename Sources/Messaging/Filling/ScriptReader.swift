import Library
import OrderedCollections

/// Looks up the names in a template's segments.
struct ScriptReader {
  let playbook: Playbook
  let organisation: Organisation
  let level: Level
  let substitutes: OrderedDictionary<Fact.ID, String>

  /// The bytes of all words so far.
  private(set) var stock: [UInt8] = []
  /// What each block is of those that are laid out so far.
  private(set) var kinds: [Layout.Kind] = []
  /// How many bytes these have, with what parts them from others.
  private(set) var laidOutLength = 0
  /// The places in the playbook of the facts that were read so far, each once.
  private(set) var places: [Int] = []
  private(set) var promisesUpdate = false

  init(
    playbook: Playbook, organisation: Organisation, level: Level,
    substitutes: OrderedDictionary<Fact.ID, String>
  ) {
    (self.playbook, self.organisation) = (playbook, organisation)
    (self.level, self.substitutes) = (level, substitutes)
  }

  mutating func pieces(of segments: [Segment]) -> [Script.Piece] {
    var pieces: [Script.Piece] = []
    for segment in segments {
      guard let piece = piece(of: segment) else { continue }
      // Words that follow each other become one piece.
      if case .words(let words) = piece, case .words(let before)? = pieces.last,
        before.upperBound == words.lowerBound
      {
        pieces[pieces.count - 1] = .words(before.lowerBound..<words.upperBound)
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }

  /// Nil for words that can never stand.
  private mutating func piece(of segment: Segment) -> Script.Piece? {
    let place = segment.reads.flatMap { playbook.place(placeholder: $0) }
    if let place, !places.contains(place) { places.append(place) }
    switch segment.content {
    case .words(let words): return .words(store(words))
    case .placeholder(let name):
      guard let place else { return standing(name) }
      let substitute = substitutes[playbook.facts.values[place].id]
      return .fact(place, ifNotKnown: substitute.map { store($0) })
    case .conditional(.level(let atLeast, let atMost), let words):
      return atLeast <= level && level <= atMost ? .words(store(words)) : nil
    case .conditional(.likely, let words):
      // What hedges no fact of this playbook says nothing, and parts other hedges from theirs.
      guard let place else { return .words(store("")) }
      return .hedge(fact: place, store(words), isSpace: words.unicodeScalars.allSatisfy(\.isSpace))
    case .conditional(.yes, let words): return place.map { .conditional(.yes, fact: $0, store(words)) }
    case .conditional(.no, let words): return place.map { .conditional(.no, fact: $0, store(words)) }
    case .conditional(.known, let words): return place.map { .conditional(.known, fact: $0, store(words)) }
    case .conditional(.option(_, let option), let words):
      return place.map { .conditional(.option(store(folded(option))), fact: $0, store(words)) }
    }
  }

  private mutating func standing(_ name: String) -> Script.Piece {
    switch StandingWord(placeholder: name) {
    case .nextUpdate:
      promisesUpdate = true
      return .standing(.nextUpdate)
    case .today: return .standing(.today)
    case .timeNow: return .standing(.timeNow)
    case .organisation: return .words(store(organisation.name))
    case nil: return organisation.words(placeholder: name).map { .words(store($0)) } ?? .unknown(store(name))
    }
  }

  /// A body in which blocks that are the template's own are laid out, once for all fillings.
  mutating func laidOut(_ body: [Script.Piece]) -> [Script.Piece] {
    var pieces: [Script.Piece] = []
    for (index, piece) in body.enumerated() {
      guard case .words(let words) = piece,
        let blocks = blocks(in: words, index == 0, index == body.count - 1)
      else {
        pieces.append(piece)
        continue
      }
      var sheet = Dialect(room: blocks.count)
      sheet.read(stock, in: blocks)
      let (start, firstKind) = (stock.count, kinds.count)
      stock += sheet.text
      laidOutLength += sheet.text.count + 2
      kinds += sheet.kinds
      pieces += [
        .words(words.lowerBound..<blocks.lowerBound),
        .blocks(start..<stock.count, kinds: firstKind..<kinds.count),
        .words(blocks.upperBound..<words.upperBound),
      ]
    }
    return pieces
  }

  /// The part of words that is whole blocks: from an empty line, or the body's start, to another, or to its end.
  private func blocks(in words: Range<Int>, _ isFirst: Bool, _ isLast: Bool) -> Range<Int>? {
    let lineEnd = UInt8(ascii: "\n")
    let empty = words.dropLast().filter { stock[$0] == lineEnd && stock[$0 + 1] == lineEnd }
    let start = isFirst ? words.lowerBound : empty.first.map { $0 + 2 }
    let end = isLast ? words.upperBound : empty.last
    guard let start, let end, start < end else { return nil }
    return stock[start..<end].contains { $0 > 0x20 } ? start..<end : nil
  }

  private mutating func store(_ words: String) -> Range<Int> {
    let start = stock.count
    stock += words.utf8
    return start..<stock.count
  }
}
