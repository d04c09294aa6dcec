import Fixtures
import Library
import OrderedCollections
import Stage
import Testing

/// The whole local incident by script, from `start --answers` to `finish`.
@Suite struct ScriptedNightTests {
  @Test func wholePlaybookIsWalkedByScript() async throws {
    try await Room.open { room in
      let library = try #require(try Fixtures.shipped())
      let playbook = try #require(library.playbooks["post-incident/local-incident"])
      let run = try await room.begin(LocalNight.answers(playbook))
      try room.write(LocalNight.roster(library), to: "state/roster.yaml")
      try await LocalNight.script(run, playbook, in: room)
      let report = try JSON(try await room.playbook(["report", run, "--json"]).output)
      #expect(report["finished"]["utc"].text != nil)
      let ended = Set(report["steps"].list.compactMap { $0["status"].text })
      #expect(ended.isSubset(of: ["done", "skipped", "not applicable"]), "\(ended)")
      #expect(report["messages"].list.allSatisfy { $0["sent"]["utc"].text != nil })
      #expect(try await room.playbook(["verify", run]).status == 0)
    }
  }
}
