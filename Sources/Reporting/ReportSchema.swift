import Library
import Messaging
import Running

extension RunReport {
  /// The JSON Schema (draft 07) of a report's JSON form, as text that ends with a line feed.
  public static var schema: String {
    SchemaForm.record(fields).written(
      before: [
        ("$schema", "\"http://json-schema.org/draft-07/schema#\""), ("title", "\"report\""),
        ("description", "\"What a run's record says. Keys that do not apply are left out.\""),
      ]) + "\n"
  }

  static let stamp = SchemaForm.record([
    .needed("utc", .pattern("^[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")),
    .needed("local", .text),
  ])

  private static var fields: [SchemaForm.Field] {
    [
      .needed("version", .integer), .needed("run", .text), .needed("playbook", .text),
      .needed("title", .text), .needed("scenario", .word(Playbook.Scenario.allCases.map(\.rawValue))),
      .needed("mode", .word(["live", "exercise"])), .needed("organisation", .text),
      .needed("marking", .word(Marking.allCases.map(\.rawValue))), .needed("library", .text),
      .needed("events", .integer), .needed("started", stamp), .needed("zero", stamp),
      .maybe("finished", stamp), .maybe("finishReason", .text), .needed("steps", .list(step)),
      .needed("facts", .list(fact)), .needed("decisions", .list(decision)),
      .needed("messages", .list(message)), .needed("permissions", .list(permission)),
      .needed("notes", .list(note)), .needed("officers", .list(officer)),
      .needed("retimings", .list(retiming)), .needed("clockJumps", .list(.integer)),
      .needed("clockChanges", .list(clockChange)), .needed("targets", .list(target)),
      .needed("measures", .list(measure)), .needed("timeline", .list(moment)),
      .needed("silences", silences), .needed("unrecorded", unrecorded),
      .needed("integrity", .record([.maybe("head", .text), .maybe("check", .text)])),
      .maybe("redaction", redaction), .needed("log", .list(logged)), .needed("summary", summary),
    ]
  }

  private static let step = SchemaForm.record([
    .needed("id", .text), .needed("title", .text), .needed("verb", .text), .needed("round", .integer),
    .needed("status", .text), .maybe("started", stamp), .maybe("completed", stamp), .maybe("entered", stamp),
    .maybe("due", stamp), .maybe("target", .text), .maybe("lateSeconds", .integer), .maybe("by", .text),
    .maybe("detail", .text), .maybe("reason", .text),
  ])

  private static let fact = SchemaForm.record([
    .needed("id", .text), .needed("ask", .text), .needed("marking", .text), .needed("handling", .list(.text)),
    .needed(
      "history",
      .list(
        .record([
          .needed("at", stamp), .maybe("entered", stamp), .maybe("value", .text),
          .needed("confidence", .text),
          .needed("source", .text), .needed("marking", .text), .needed("by", .text), .maybe("reason", .text),
        ]))),
  ])

  private static let decision = SchemaForm.record([
    .needed("number", .integer), .needed("step", .text), .needed("question", .text),
    .needed("options", .list(.text)), .needed("choice", .text), .needed("audiences", .map(.text)),
    .maybe("supported", .text), .needed("decider", .text), .maybe("second", .text),
    .needed("loggedBy", .text), .needed("decided", stamp), .needed("entered", stamp),
    .needed("reason", .text), .maybe("effect", .text), .maybe("supersededBy", .integer),
    .needed("known", .list(.text)),
  ])

  private static let message = SchemaForm.record([
    .needed("id", .text), .needed("step", .text), .needed("round", .integer), .needed("channel", .text),
    .needed("audiences", .list(.text)), .needed("level", .word(Level.allCases.map(\.rawValue))),
    .needed("language", .text), .needed("marking", .text), .maybe("subject", .text), .needed("text", .text),
    .maybe("digest", .pattern("^[0-9a-f]{64}$")), .needed("isShown", .yesNo), .needed("drafted", stamp),
    .maybe("requested", stamp), .maybe("sent", stamp), .maybe("sentEntered", stamp), .maybe("dropped", stamp),
    .maybe("dropReason", .text), .needed("isEdited", .yesNo), .needed("drafters", .list(.text)),
    .needed("approvals", .list(approval)),
    .needed(
      "contacts",
      .list(
        .record([
          .needed("person", .text), .needed("role", .text), .needed("outcome", .text), .maybe("way", .text),
          .needed("at", stamp),
        ]))),
    .needed(
      "objections",
      .list(
        .record([
          .needed("person", .text), .needed("role", .text), .needed("reason", .text), .needed("at", stamp),
        ]))),
    .needed(
      "accepted",
      .list(
        .record([
          .needed("warnings", .list(.text)), .needed("reason", .text), .needed("stands", .yesNo),
        ]))),
    .needed(
      "partners",
      .list(
        .record([
          .needed("partner", .text), .needed("state", .text), .needed("at", stamp), .maybe("entered", stamp),
        ]))),
    .needed(
      "corrects",
      .list(
        .record([
          .needed("message", .text), .needed("reason", .text), .needed("begun", stamp), .needed("by", .text),
        ]))), .needed("correctedBy", .list(.text)),
    .needed(
      "findings",
      .list(
        .record([.needed("kind", .text), .needed("severity", .text), .needed("message", .text)]))),
  ])

  private static let approval = SchemaForm.record([
    .needed("person", .text), .needed("role", .text),
    .needed("how", .word(Approval.How.allCases.map(\.rawValue))), .needed("assurance", .text),
    .maybe("key", .text),
    .needed("at", stamp), .maybe("entered", stamp), .needed("stands", .yesNo), .maybe("withdrawn", .text),
    .maybe(
      "lapse",
      .record([
        .needed(
          "difference",
          .list(
            .record([
              .needed("kind", .word(["same", "removed", "added"])), .needed("text", .text),
            ]))), .needed("others", .list(.text)),
      ])),
  ])

  private static let permission = SchemaForm.record([
    .needed("fact", .text), .needed("ask", .text), .needed("granted", .yesNo), .needed("by", .text),
    .needed("basis", .text), .needed("chairTold", .yesNo), .needed("at", stamp),
  ])

  private static let note = SchemaForm.record([
    .needed("kind", .word(NoteKind.allCases.map(\.rawValue))), .needed("text", .text), .needed("by", .text),
    .needed("at", stamp), .maybe("entered", stamp),
  ])

  private static let officer = SchemaForm.record([
    .needed("from", .text), .needed("to", .text), .maybe("reason", .text), .needed("at", stamp),
  ])

  private static let retiming = SchemaForm.record([
    .needed("from", stamp), .needed("to", stamp), .needed("reason", .text), .needed("at", stamp),
  ])

  private static let clockChange = SchemaForm.record([
    .needed("event", .integer), .needed("kind", .word(ClockChange.Kind.allCases.map(\.rawValue))),
    .needed("from", stamp), .needed("to", stamp),
  ])

  private static let target = SchemaForm.record([
    .needed("step", .text), .needed("title", .text), .needed("round", .integer),
    .needed("kind", .word(TargetKind.allCases.map(\.rawValue))), .maybe("target", .text),
    .needed("due", stamp), .maybe("actual", stamp), .maybe("lateSeconds", .integer),
    .needed("outcome", .word(TargetEntry.Outcome.allCases.map(\.rawValue))),
    .needed(
      "audiences",
      .list(
        .record([
          .needed("audience", .text), .needed("sent", stamp), .needed("lateSeconds", .integer),
        ]))),
  ])

  private static let measure = SchemaForm.record([
    .needed("id", .text), .needed("title", .text), .needed("from", stamp), .maybe("to", stamp),
    .maybe("seconds", .integer), .maybe("detail", .text),
  ])

  private static let moment = SchemaForm.record([
    .needed("at", stamp), .needed("secondsAfterZero", .integer),
    .needed("kind", .word(TimelineEntry.Kind.allCases.map(\.rawValue))), .maybe("id", .text),
    .needed("what", .text), .maybe("who", .text), .maybe("due", stamp), .maybe("lateSeconds", .integer),
  ])

  private static let silences = SchemaForm.record([
    .needed("thresholdSeconds", .integer), .needed("count", .integer),
    .needed(
      "longest",
      .list(
        .record([
          .needed("from", stamp), .needed("to", stamp), .needed("seconds", .integer),
          .needed("afterEvent", .integer),
        ]))),
  ])

  private static let unrecorded = SchemaForm.record([
    .needed("notAsked", .list(.record([.needed("id", .text), .needed("ask", .text)]))),
    .needed("notKnown", .list(.record([.needed("id", .text), .needed("ask", .text)]))),
    .needed(
      "enteredLate",
      .list(
        .record([
          .needed("event", .integer), .needed("happened", stamp), .needed("entered", stamp),
          .needed("seconds", .integer),
        ]))),
  ])

  private static let redaction = SchemaForm.record(
    ["from", "placeholder", "explanation"].map { .needed($0, .text) } + [.maybe("exemption", .text)]
      + ["facts", "messages", "notes", "freeWords", "people"].map { .needed($0, .integer) })

  private static let logged = SchemaForm.record([
    .needed("number", .integer), .needed("at", stamp), .maybe("entered", stamp), .needed("by", .text),
    .needed("words", .text),
  ])

  private static let summary = SchemaForm.record(
    [
      "done", "skipped", "notApplicable", "open", "targetsMet", "targetsMissed", "messagesSent",
      "messagesDropped",
    ].map { .needed($0, .integer) })
}
