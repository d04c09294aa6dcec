import OrderedCollections
import Testing
import Time

@testable import Library
@testable import Messaging

/// A pre-approval covers first words of a low level that hold choices, times and numbers alone.
@Suite struct PreApprovalTests {
  private func bench(_ level: Level = .reassure) throws -> Bench {
    var bench = Bench(level: level, preApprovedUntil: "2026-11-30")
    bench.know("place", .text("Northfield"))
    bench.know("hurt", .choice("injured"))
    bench.know("crews", .choices(["fire"]))
    bench.know("danger", .yesNo(true))
    bench.know("number", .number(3))
    bench.know("from", .time(bench.now))
    bench.know("day", .date(try #require(CivilDate("2027-01-05"))))
    bench.know("page", .link("example.org"))
    return bench
  }

  @Test(arguments: [
    "Words", "((hurt))", "((crews))", "((danger??In.))", "((number))", "((from))", "((next update))",
    "((time now))",
    "((today))", "((updates))", "((hurt)) ((number)) ((from))",
  ])
  func choicesTimesAndNumbersAreCovered(words: String) throws {
    let covering = try #require(try bench().preApproval(words))
    #expect(covering.role == "comms-lead")
    #expect(covering.by == "Kim Lead")
  }

  @Test(arguments: [
    "((place))", "((place known??Yes.))", "((day))", "((page))", "((hurt)) ((place))", "((relay known??x))",
  ])
  func anyOtherFactEvenInAConditionIsNot(words: String) throws {
    #expect(try bench().preApproval(words) == nil)
  }

  @Test(arguments: [(Level.signpost, true), (.reassure, true), (.advise, false), (.direct, false)])
  func onlySignpostAndReassureAreCovered(level: Level, isCovered: Bool) throws {
    #expect(try (bench(level).preApproval("Words") != nil) == isCovered)
  }

  @Test(arguments: [Level.advise, .direct])
  func aPreApprovalThatNamesAHigherLevelCoversItNot(level: Level) throws {
    let bench = try bench(level)
    let filler = try bench.filler("Words")
    var library = filler.library
    let template = try #require(library.templates["words"])
    library = library.with(
      template.with(
        PreApproval(
          role: "comms-lead", by: "Kim Lead", until: try #require(CivilDate("2099-01-01")),
          levels: Level.allCases, files: template.preApprovals[0].files)))
    let draft = filler.draft(level: level, language: "en-GB", audiences: ["public"])
    let covering = preApprovals(
      covering: draft, of: filler.playbook, in: library, knowing: bench.knowing,
      today: try #require(CivilDate("2026-11-24")))
    #expect(covering.isEmpty)
  }

  @Test func aPreApprovalCoversTheLevelsThatItNames() throws {
    var bench = try bench()
    bench.preApprovedLevels = "signpost"
    #expect(try bench.preApproval("Words") == nil)
    bench.level = .signpost
    #expect(try bench.preApproval("Words") != nil)
  }

  @Test(arguments: [("2026-11-24", true), ("2026-11-30", true), ("2026-12-01", false)])
  func itHoldsThroughItsLastDay(day: String, isCovered: Bool) throws {
    #expect(try (bench().preApproval("Words", on: day) != nil) == isCovered)
  }

  @Test func anEditEndsIt() throws {
    #expect(try bench().preApproval("Words") { $0.text += "." } == nil)
    #expect(try bench().preApproval("Words") { $0.text = "words" } == nil)
    #expect(try bench().preApproval("Words") { $0.subject = "S" } == nil)
    #expect(try bench().preApproval("Words") { $0 = $0.copy(text: "Words") } != nil)
  }

  @Test func anotherFileThanTheOneAgreedIsNotCovered() throws {
    var bench = try bench()
    bench.preApprovedUntil = nil
    #expect(try bench.preApproval("Words") == nil)
    (bench.preApprovedUntil, bench.agreed) = ("2026-11-30", "Words ")
    #expect(try bench.preApproval("Words") == nil)
    bench.agreed = "Words"
    #expect(try bench.preApproval("Words") != nil)
  }

  @Test func theMomentOfFillingIsNoEdit() throws {
    let bench = try bench()
    let draft = try bench.draft("More by ((next update))")
    let filler = try bench.filler("More by ((next update))")
    var later = bench.knowing
    later.nextUpdate = bench.now + .hours(3)
    let covering = preApprovals(
      covering: draft, of: filler.playbook, in: filler.library, knowing: later,
      today: try #require(CivilDate("2026-11-24")))
    #expect(covering.count == 1)
  }
}

extension Template {
  /// The same with one pre-approval, such as no file could hold.
  fileprivate func with(_ agreed: PreApproval) -> Template {
    Template(
      id: id, title: title, purpose: purpose, owner: owner, reviewBy: reviewBy, marking: marking,
      parts: parts,
      keyMessages: keyMessages, corrects: corrects, ifNotKnown: ifNotKnown, samples: samples, alert: alert,
      preApprovals: [agreed],
      wordings: wordings)
  }
}

extension Library {
  fileprivate func with(_ template: Template) -> Library {
    Library(
      organisation: organisation, bankHolidays: bankHolidays, playbooks: playbooks,
      templates: [template.id: template], houseStyle: houseStyle, keyMessages: keyMessages)
  }
}
