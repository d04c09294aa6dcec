/// A stretch of two texts: what both have, or what one alone has.
public struct WordDifference: Hashable, Sendable {
  /// Which of the two texts has it: both, the old one or the new one.
  public enum Kind: String, Hashable, Sendable { case same, removed, added }

  public let kind: Kind
  /// Words with the white space between them, never empty.
  public fileprivate(set) var text: String

  public init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
}

/// What has to be taken out of one text, and put in, to get the other; the stretches give back both, byte by byte.
///
/// Words are compared whole, by E. W. Myers' "An O(ND) Difference Algorithm" (1986), which the standard library
/// has. Texts that have very many words between their common beginning and end are told as wholly different there.
public func wordDifference(from old: String, to new: String) -> [WordDifference] {
  var writing = DifferenceWriting()
  let (before, after) = (Token.split(old), Token.split(new))
  var (left, right) = (0, 0)
  for (i, j) in pairs(before.words, after.words) + [(before.words.count, after.words.count)] {
    let spaces = (before.space(before: i), after.space(before: j))
    let isSame = spaces.0.utf8.elementsEqual(spaces.1.utf8)
    writing.block(before.words[left..<i], after.words[right..<j], followedBy: isSame ? spaces.0 : nil)
    if isSame {
      writing.space(same: spaces.0)
    } else {
      writing.add(.removed, spaces.0)
      writing.add(.added, spaces.1)
    }
    if i < before.words.count { writing.add(.same, before.words[i].text) }
    (left, right) = (i + 1, j + 1)
  }
  return writing.found
}

/// The most words of both texts together that are compared with each other.
///
/// The algorithm takes time and memory with the square of the words that differ; these cost some tens of MiB.
private let mostWords = 3000

/// Which words of the two texts are taken for the same, in their order.
private func pairs(_ old: [Token], _ new: [Token]) -> [(Int, Int)] {
  var numbers: [[UInt8]: Int] = [:]
  func number(_ token: Token) -> Int {
    let next = numbers.count
    let bytes = Array(token.text.utf8)
    if let known = numbers[bytes] { return known }
    numbers[bytes] = next
    return next
  }
  let (left, right) = (old.map(number), new.map(number))
  let head = zip(left, right).prefix { $0 == $1 }.count
  let tail = zip(left.dropFirst(head).reversed(), right.dropFirst(head).reversed()).prefix { $0 == $1 }.count
  var found = (0..<head).map { ($0, $0) }
  let (inner, outer) = (Array(left[head..<left.count - tail]), Array(right[head..<right.count - tail]))
  if inner.count + outer.count <= mostWords {
    let difference = outer.difference(from: inner)
    var (removed, added): (Set<Int>, Set<Int>) = ([], [])
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    found += zip(
      inner.indices.filter { !removed.contains($0) }, outer.indices.filter { !added.contains($0) }
    ).map { (head + $0, head + $1) }
  }
  return found + (0..<tail).map { (left.count - tail + $0, right.count - tail + $0) }
}

/// A word with the white space before it.
private struct Token {
  let space: String
  let text: String

  /// The words of a text and the white space behind the last one.
  struct List {
    var words: [Token] = []
    var rest = ""

    func space(before index: Int) -> String { index < words.count ? words[index].space : rest }
  }

  /// The marks behind a word are a word of their own, so that "charge." and "charge of it." have two in common.
  static func split(_ text: String) -> List {
    var list = List()
    var (space, word): (String.UnicodeScalarView, String.UnicodeScalarView) = (.init(), .init())
    func end() {
      let marks = word.reversed().prefix { ".,;:!?".unicodeScalars.contains($0) }.count
      let cut = word.index(word.endIndex, offsetBy: marks < word.count ? -marks : 0)
      list.words.append(Token(space: String(space), text: String(word[..<cut])))
      if cut < word.endIndex { list.words.append(Token(space: "", text: String(word[cut...]))) }
      (space, word) = (.init(), .init())
    }
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\n" || scalar == "\t"
      if isSpace, !word.isEmpty { end() }
      if isSpace { space.append(scalar) } else { word.append(scalar) }
    }
    if word.isEmpty { list.rest = String(space) } else { end() }
    return list
  }
}

/// The stretches that have been written.
private struct DifferenceWriting {
  private(set) var found: [WordDifference] = []
  /// The space before the next word that both have is written already.
  private var isSpaceWritten = false

  /// Adds text to the last stretch where that is of the same kind.
  mutating func add(_ kind: WordDifference.Kind, _ text: String) {
    if text.isEmpty { return }
    if let last = found.last, last.kind == kind {
      found[found.count - 1].text += text
    } else {
      found.append(WordDifference(kind, text))
    }
  }

  mutating func space(same space: String) {
    if !isSpaceWritten { add(.same, space) }
    isSpaceWritten = false
  }

  /// Words that stand in one text alone, between two that both have; `next` is the space before the second, where
  /// both have the same.
  mutating func block(_ old: ArraySlice<Token>, _ new: ArraySlice<Token>, followedBy next: String?) {
    guard let space = (old.first ?? new.first)?.space else { return }
    if let added = new.first, !old.isEmpty {
      if added.space.utf8.elementsEqual(space.utf8) {
        add(.same, space)
        add(.removed, Self.text(old, withSpace: false))
        add(.added, Self.text(new, withSpace: false))
      } else {
        add(.removed, Self.text(old, withSpace: true))
        add(.added, Self.text(new, withSpace: true))
      }
      return
    }
    // "stay [-well -]away" reads better than "stay[- well-] away".
    let (kind, tokens): (WordDifference.Kind, ArraySlice<Token>) =
      new.isEmpty ? (.removed, old) : (.added, new)
    if let next, space.utf8.elementsEqual(next.utf8) {
      add(.same, space)
      add(kind, Self.text(tokens, withSpace: false) + next)
      isSpaceWritten = true
    } else {
      add(kind, Self.text(tokens, withSpace: true))
    }
  }

  private static func text(_ tokens: ArraySlice<Token>, withSpace: Bool) -> String {
    let all = tokens.map { $0.space + $0.text }.joined()
    return withSpace
      ? all : String(all.unicodeScalars.dropFirst((tokens.first?.space.unicodeScalars.count) ?? 0))
  }
}
