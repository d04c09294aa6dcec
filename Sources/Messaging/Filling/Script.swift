package import Library
import OrderedCollections

/// The words of one message, with every name in them looked up: ready to be filled, as often as facts change.
///
/// It never changes, and is handed about too often to be copied each time.
package final class Script: Sendable {
  package let template: Template.ID
  package let channel: Channel
  package let level: Level
  let language: String
  let audiences: [Audience.ID]
  /// The file that gives the words; nil where nobody wrote any.
  package let path: String?
  /// Whether it is in the language that facts are answered in.
  let isOwnLanguage: Bool
  /// Whether what it says is public.
  let isPublic: Bool
  let exercisePrefix: String
  /// The marking that the words have whatever the answers' are.
  let marking: Marking

  let subject: [Piece]
  let body: [Piece]
  /// The bytes of all words of its own.
  let stock: [UInt8]
  /// What each block is of those that are laid out already.
  let kinds: [Layout.Kind]
  /// The facts that it reads, in their order: their places in the playbook, and their names.
  let places: [Int]
  let facts: [Fact.ID]
  /// About how many bytes its words take where nothing is laid out already, and how many when all is.
  let (wordsRoom, textRoom): (Int, Int)
  /// Whether it says when more follows.
  let promisesUpdate: Bool

  package init(
    of template: Template, in library: Library, playbook: Playbook, channel: Channel, level: Level,
    language: String, audiences: [Audience.ID]
  ) {
    (self.template, self.channel) = (template.id, channel)
    (self.level, self.language, self.audiences) = (level, language, audiences)
    let organisation = library.organisation
    let wording = template.wording(
      for: channel, level: level, language: language, own: organisation.language)
    path = wording?.path
    isOwnLanguage = sameLanguage(language, organisation.language)
    isPublic = organisation.isPublic(channel, to: audiences)
    exercisePrefix = organisation.exercisePrefix

    var reader = ScriptReader(
      playbook: playbook, organisation: organisation, level: level, substitutes: template.ifNotKnown)
    subject = reader.pieces(of: wording?.subject ?? [])
    body = reader.laidOut(reader.pieces(of: wording?.body ?? []))
    (stock, kinds) = (reader.stock, reader.kinds)
    (places, promisesUpdate) = (reader.places, reader.promisesUpdate)
    let read = places.map { playbook.facts.values[$0] }
    facts = read.map(\.id)
    marking = read.reduce(template.marking) { max($0, $1.marking) }
    let words = (subject + body).reduce(64 * places.count) { $0 + $1.ownLength }
    (wordsRoom, textRoom) = (words, words + reader.laidOutLength + 64)
  }
}

extension Script {
  /// A stretch of the words; places of words are those in the stock, places of facts those in the playbook.
  enum Piece: Sendable {
    case words(Range<Int>)
    /// Blocks of the body that no fact stands in, as plain text; and the places of what they are.
    case blocks(Range<Int>, kinds: Range<Int>)
    /// A fact, or the words that stand where it is not known.
    case fact(Int, ifNotKnown: Range<Int>?)
    case standing(Moment)
    /// A name that is neither a fact nor a standing word, as its author wrote it.
    case unknown(Range<Int>)
    /// Words that stand where a fact is likely, and hedge what follows them where they are more than space.
    case hedge(fact: Int, Range<Int>, isSpace: Bool)
    case conditional(Test, fact: Int, Range<Int>)
  }

  /// What the clock says.
  enum Moment: Sendable {
    case nextUpdate, today, timeNow
  }

  /// What decides on conditional words.
  enum Test: Sendable {
    case yes, no, known
    /// An option's folded id, as its place in the stock.
    case option(Range<Int>)
  }
}

extension Script.Piece {
  /// How many bytes of its own it may add.
  fileprivate var ownLength: Int {
    switch self {
    case .words(let words), .hedge(_, let words, _), .conditional(_, _, let words): words.count
    case .blocks, .fact, .standing, .unknown: 0
    }
  }
}
