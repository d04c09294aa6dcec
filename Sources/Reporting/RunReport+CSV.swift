import Diagnostics

extension RunReport {
  /// What can be had as comma-separated values.
  public enum Table: String, CaseIterable, Sendable {
    case timeline, steps, targets, measures, messages, approvals, partners, facts, decisions, permissions,
      notes,
      log
  }

  private typealias Cell = CSVText.Cell

  /// One table for a spreadsheet: a first line of names, then a line for each thing, CR LF behind each.
  ///
  /// The first two columns say which run it is and whether it was an exercise, so that no line goes about without.
  public func csv(_ table: Table = .timeline) -> String {
    var csv = CSVText()
    csv.row((["run", "mode"] + Self.heads(table)).map { .words($0) })
    for row in rows(table) { csv.row([.words(run), .words(mode)] + row) }
    return csv.text
  }

  private static func heads(_ table: Table) -> [String] {
    switch table {
    case .timeline: ["time", "local_time", "kind", "id", "what", "who", "target", "late_seconds"]
    case .steps:
      [
        "id", "title", "verb", "round", "status", "started", "completed", "entered", "due", "target",
        "late_seconds", "by", "detail", "reason",
      ]
    case .targets: ["step", "title", "round", "kind", "target", "due", "actual", "outcome", "late_seconds"]
    case .measures: ["id", "title", "from", "to", "seconds", "detail"]
    case .messages:
      [
        "id", "step", "round", "channel", "audiences", "level", "language", "marking", "subject", "text",
        "drafted", "requested", "sent", "dropped", "drop_reason", "edited",
      ]
    case .approvals:
      ["message", "person", "role", "how", "assurance", "at", "entered", "stands", "withdrawn"]
    case .partners: ["message", "partner", "state", "at", "entered"]
    case .facts: ["id", "ask", "value", "confidence", "source", "marking", "at", "entered", "by", "reason"]
    case .decisions:
      [
        "number", "step", "question", "choice", "reason", "decider", "second", "logged_by", "decided",
        "entered", "effect", "superseded_by",
      ]
    case .permissions: ["fact", "ask", "granted", "by", "basis", "chair_told", "at"]
    case .notes: ["kind", "at", "entered", "by", "text"]
    case .log: ["number", "at", "entered", "by", "words"]
    }
  }

  private func rows(_ table: Table) -> [[Cell]] {
    switch table {
    case .timeline:
      timeline.map {
        [
          .at($0.at), .words($0.at.local), .words($0.kind.rawValue), .maybe($0.id), .seen($0.what),
          .maybe($0.who), .at($0.due), .maybe($0.lateSeconds),
        ]
      }
    case .steps:
      steps.map {
        [
          .words($0.id), .seen($0.title), .words($0.verb), .number(Int64($0.round)), .words($0.status),
          .at($0.started), .at($0.completed), .at($0.entered), .at($0.due), .maybe($0.target),
          .maybe($0.lateSeconds), .maybe($0.by), .maybe($0.detail), .maybe($0.reason),
        ]
      }
    case .targets:
      targets.map {
        [
          .words($0.step), .seen($0.title), .number(Int64($0.round)), .words($0.kind), .maybe($0.target),
          .at($0.due), .at($0.actual), .words($0.outcome.rawValue), .maybe($0.lateSeconds),
        ]
      }
    case .measures:
      measures.map {
        [.words($0.id), .seen($0.title), .at($0.from), .at($0.to), .maybe($0.seconds), .maybe($0.detail)]
      }
    case .messages: messages.map { $0.cells }
    case .approvals:
      messages.flatMap { message in
        message.approvals.map {
          [
            .words(message.id), .seen($0.person), .seen($0.role), .words($0.how), .words($0.assurance),
            .at($0.at), .at($0.entered), .yesNo($0.stands), .maybe($0.withdrawn),
          ]
        }
      }
    case .partners:
      messages.flatMap { message in
        message.partners.map {
          [.words(message.id), .seen($0.partner), .words($0.state), .at($0.at), .at($0.entered)]
        }
      }
    case .facts:
      facts.flatMap { fact in
        fact.history.map {
          [
            .words(fact.id), .seen(fact.ask), .maybe($0.value), .words($0.confidence), .seen($0.source),
            .words($0.marking), .at($0.at), .at($0.entered), .seen($0.by), .maybe($0.reason),
          ]
        }
      }
    case .decisions:
      decisions.map {
        [
          .number(Int64($0.number)), .words($0.step), .seen($0.question), .words($0.choice), .seen($0.reason),
          .seen($0.decider), .maybe($0.second), .seen($0.loggedBy), .at($0.decided), .at($0.entered),
          .maybe($0.effect), .maybe($0.supersededBy.map(Int64.init)),
        ]
      }
    case .permissions:
      permissions.map {
        [
          .words($0.fact), .seen($0.ask), .yesNo($0.granted), .seen($0.by), .seen($0.basis),
          .yesNo($0.chairTold), .at($0.at),
        ]
      }
    case .notes:
      notes.map { [.words($0.kind), .at($0.at), .at($0.entered), .seen($0.by), .seen($0.text)] }
    case .log:
      log.map {
        [.number(Int64($0.number)), .at($0.at), .at($0.entered), .seen($0.by), .seen($0.words)]
      }
    }
  }
}

extension RunReport.MessageEntry {
  fileprivate var cells: [CSVText.Cell] {
    [
      .words(id), .words(step), .number(Int64(round)), .seen(channel),
      .seen(audiences.joined(separator: "; ")), .words(level), .words(language), .words(marking),
      .maybe(subject), .seen(text), .at(drafted), .at(requested), .at(sent), .at(dropped), .maybe(dropReason),
      .yesNo(isEdited),
    ]
  }
}

extension CSVText.Cell {
  /// Words that somebody typed: characters that cannot be seen are shown by name, line ends stay.
  fileprivate static func seen(_ words: String) -> Self { .words(visible(words, keepingLines: true)) }
  fileprivate static func maybe(_ words: String?) -> Self { words.map { seen($0) } ?? .none }
  fileprivate static func maybe(_ number: Int64?) -> Self { number.map { .number($0) } ?? .none }
  fileprivate static func at(_ stamp: RunReport.Stamp?) -> Self { stamp.map { .words($0.utc) } ?? .none }
  fileprivate static func yesNo(_ value: Bool) -> Self { .words(value ? "yes" : "no") }
}
