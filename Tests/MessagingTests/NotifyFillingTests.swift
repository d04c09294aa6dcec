import Diagnostics
import Fixtures
import Testing

@testable import Library
@testable import Messaging

/// A template can be taken to GOV.UK Notify and is filled there as it is here.
@Suite struct NotifyFillingTests {
  static let cases = (try? Cases.rows("MessagingTests/Cases/filling.tsv")) ?? []

  private func bench() -> Bench {
    var bench = Bench()
    bench.know("place", .text("Northfield"))
    bench.know("number", .number(12))
    bench.know("crews", .choices(["police", "fire", "ambulance"]))
    bench.know("danger", .yesNo(true))
    return bench
  }

  /// `calm` stands for a condition that does not hold.
  private func written(_ words: String) -> String {
    words.replacing("((calm??", with: "((not danger??")
  }

  @Test(arguments: cases) func fillsAsNotifyFills(row: [String]) throws {
    try #require(row.count == 2)
    let words = written(row[0])
    var reader = SegmentReader(path: "x.md")
    _ = reader.read(words)
    if row[1] == "!", !reader.diagnostics.isEmpty {
      #expect(reader.diagnostics.allSatisfy { $0.severity == .error })
      return
    }
    #expect(reader.diagnostics == [])
    let draft = try bench().draft(words)
    if row[1] == "!" {
      #expect(!draft.stops.isEmpty)
    } else {
      #expect(draft.text == row[1] && draft.stops == [])
    }
  }

  @Test func theTableIsThere() { #expect(Self.cases.count > 30) }

  @Test(arguments: [
    (["police"], "OFFICIAL\n\nlist:\n\n* police\n\nOFFICIAL", "police"),
    (["police", "fire"], "OFFICIAL\n\nlist:\n\n* police\n* fire crews\n\nOFFICIAL", "police and fire crews"),
    (
      ["police", "fire", "ambulance"],
      "OFFICIAL\n\nlist:\n\n* police\n* fire crews\n* ambulance crews\n\nOFFICIAL",
      "police, fire crews and ambulance crews"
    ),
  ])
  func aListIsBulletsInAnEmailAndASentenceElsewhere(crews: [String], email: String, inline: String) throws {
    var bench = bench()
    bench.know("crews", .choices(crews))
    #expect(try bench.draft("list: ((crews))").text == "list: \(inline)")
    (bench.file, bench.channel, bench.audiences) = ("email.md", "mail", ["members"])
    let draft = try bench.draft("Subject: ((crews))\n\nlist: ((crews))")
    #expect(draft.text == email)
    #expect(draft.subject == "OFFICIAL: \(inline)")
  }
}
