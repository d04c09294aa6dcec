import Fixtures
import OrderedCollections
import Testing

@testable import Library

/// The file that is explained is the file that is taken.
@Suite struct CandidateTests {
  @Test func theFirstCandidateThatIsThereIsTaken() throws {
    let library = try #require(try Fixtures.shipped())
    for template in library.templates.values {
      let files = Set(template.wordings.compactMap { $0.path.split(separator: "/").last.map(String.init) })
      for channel in library.organisation.channels.values {
        for level in Level.allCases {
          for language in ["en-GB", "cy"] {
            let own = library.organisation.language
            let taken = template.wording(for: channel, level: level, language: language, own: own)
            let first = template.candidates(for: channel, level: level, language: language, own: own).first {
              files.contains($0)
            }
            #expect(taken?.path.split(separator: "/").last.map(String.init) == first)
          }
        }
      }
    }
  }
}
