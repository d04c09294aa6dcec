import Fixtures
import Library
import OrderedCollections
import Testing

@Suite struct SmallLibraryTests {
  @Test func theSmallLibraryIsWithoutFault() throws {
    #expect(SmallLibrary.problems() == [])
    let library = try #require(SmallLibrary.library())
    let playbook = try #require(library.playbooks[SmallLibrary.playbook])
    #expect(playbook.steps.count == 21)
  }
}
