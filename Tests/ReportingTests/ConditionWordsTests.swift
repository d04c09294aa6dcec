import Fixtures
import Library
import OrderedCollections
import Testing

/// Conditions and seats as people say them.
@Suite struct ConditionWordsTests {
  @Test(arguments: [
    (Condition.Test.fact("danger", [.yesNo(true), .notKnown]), "Is there danger? yes, or not known"),
    (.fact("hurt", [.option("killed")]), "Is anyone hurt? someone has died"),
    (.fact("crews", [.option("fire")]), "Which crews are there? fire crews"),
    (.fact("number", [.number(atLeast: 100, atMost: nil)]), "How many homes? 100 or more"),
    (.fact("number", [.number(atLeast: nil, atMost: 5)]), "How many homes? 5 or fewer"),
    (.fact("number", [.number(atLeast: 2, atMost: 5)]), "How many homes? 2 to 5"),
    (.fact("number", [.number(atLeast: 7, atMost: 7)]), "How many homes? 7"),
    (.fact("place", [.text("Northfield")]), "Which place? 'Northfield'"),
    (.known("report"), "'What does the partner report?' is known"),
    (.level(atLeast: .advise, atMost: .direct), "the level is advise or above"),
    (.level(atLeast: .signpost, atMost: .reassure), "the level is reassure or below"),
    (.level(atLeast: .reassure, atMost: .advise), "the level is reassure to advise"),
    (.level(atLeast: .direct, atMost: .direct), "the level is direct"),
    (.decided("route", ["north", "south"]), "'Route' is decided: North, or South"),
    (.fact("nothing", [.option("x")]), "nothing x"),
  ])
  func testInWords(_ test: Condition.Test, _ words: String) throws {
    let playbook = try #require(SmallLibrary.library()?.playbooks[SmallLibrary.playbook])
    #expect(playbook.words(for: test) == words)
  }

  @Test func everyTestAndEveryAlternativeIsSaid() throws {
    let playbook = try #require(SmallLibrary.library()?.playbooks[SmallLibrary.playbook])
    let condition = Condition(any: [
      [.fact("danger", [.yesNo(false)]), .level(atLeast: .direct, atMost: .direct)], [.known("report")],
    ])
    #expect(
      playbook.words(for: condition)
        == "Is there danger? no; and the level is direct; or 'What does the partner report?' is known")
  }

  @Test func seatNamesItsRolesAndItsDeputiesStandBehindThem() throws {
    let organisation = try #require(SmallLibrary.library()).organisation
    let seat = Seat(["comms-lead", "chair"])
    #expect(organisation.words(for: seat) == "Communications lead, or Chair")
    #expect(organisation.fillers(of: seat) == ["comms-lead", "deputy-lead", "chair"])
    #expect(organisation.title(of: Role.ID("nobody")) == "nobody")
  }

  @Test func stepAddsOnlySeatsThatItsLevelHasNot() throws {
    let library = try #require(SmallLibrary.library())
    guard case .send(let sending) = library.playbooks[SmallLibrary.playbook]?.steps["notice"]?.action else {
      Issue.record("there is no notice")
      return
    }
    #expect(
      sending.seats(at: .reassure, in: library.organisation) == [Seat(["comms-lead"]), Seat(["lawyer"])])
    #expect(library.words(for: sending) == "Send 'Notice' to Elected members")
  }
}
