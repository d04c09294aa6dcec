import Library
import Messaging

extension Trends {
  /// The JSON Schema (draft 07) of the JSON form, as text that ends with a line feed.
  public static var schema: String {
    SchemaForm.list(playbook).written(
      before: [
        ("$schema", "\"http://json-schema.org/draft-07/schema#\""), ("title", "\"trends\""),
        (
          "description",
          "\"Times of each playbook's steps, run by run, against their targets. Keys that do not apply are left out.\""
        ),
      ]) + "\n"
  }

  private static let mode = SchemaForm.word(Mode.allCases.map(\.rawValue))

  private static let playbook = SchemaForm.record([
    .needed("version", .integer), .needed("id", .text), .needed("title", .text),
    .needed("marking", .word(Marking.allCases.map(\.rawValue))),
    .needed(
      "runs",
      .list(
        .record([.needed("run", .text), .needed("mode", mode), .needed("started", RunReport.stamp)]))),
    .needed("series", .list(series)),
  ])

  private static let series = SchemaForm.record([
    .needed("id", .text), .needed("kind", .word(PlaybookTrend.Series.Kind.allCases.map(\.rawValue))),
    .maybe("step", .text), .needed("title", .text), .needed("targets", .list(.text)),
    .needed(
      "points",
      .list(
        .record([
          .needed("run", .text), .needed("mode", mode),
          .needed("outcome", .word(PlaybookTrend.Point.Outcome.allCases.map(\.rawValue))),
          .maybe("seconds", .integer),
        ]))),
    .needed("live", tally), .needed("exercises", tally),
  ])

  private static let tally = SchemaForm.record(
    ["runs", "met", "missed", "reached", "notDone", "skipped", "notApplicable", "open"].map {
      .needed($0, .integer)
    }
      + ["medianSeconds", "worstSeconds", "olderMedianSeconds", "newerMedianSeconds"].map {
        .maybe($0, .integer)
      } + [.needed("change", .word(PlaybookTrend.Tally.Change.allCases.map(\.rawValue)))])
}
