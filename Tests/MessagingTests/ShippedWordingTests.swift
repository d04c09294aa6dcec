import Fixtures
import Library
import OrderedCollections
import Testing

@testable import Messaging

/// The shipped words are easy to follow, whatever is known.
@Suite struct ShippedWordingTests {
  /// Hedges and conditions stand together; of alternatives one at a time.
  private func texts(of wording: Wording) -> [String] {
    func isAlternative(_ segment: Segment) -> Bool {
      switch segment.content {
      case .conditional(.option, _), .conditional(.no, _): true
      case .conditional, .words, .placeholder: false
      }
    }
    let alternatives = wording.body.indices.filter { isAlternative(wording.body[$0]) }
    return ([-1] + alternatives).map { chosen in
      wording.body.indices.reduce(into: "") { text, index in
        switch wording.body[index].content {
        case .words(let words): text += words
        case .placeholder: text += "three short words"
        case .conditional(_, let words): if index == chosen || !alternatives.contains(index) { text += words }
        }
      }
    }
  }

  @Test func noSentenceIsLongerThan25Words() throws {
    let library = try #require(try Fixtures.shipped())
    for template in library.templates.values {
      for wording in template.wordings where sameLanguage(wording.language ?? "en", "en") {
        for text in texts(of: wording) {
          guard let score = ReadingScore(of: String(decoding: Dialect(of: text).text, as: UTF8.self))
          else { continue }
          #expect(
            score.longest.count <= HouseStyle.usualSentence,
            "\(wording.path): \(score.longest.joined(separator: " "))")
        }
      }
    }
  }
}
