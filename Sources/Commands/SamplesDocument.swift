import Diagnostics
import Library
import Messaging

/// What `samples check` found, as JSON.
struct SamplesDocument: Encodable {
  struct Entry: Encodable {
    let template: String
    let path: String
    /// `same`, `changed`, `not-accepted`, `damaged` or `no-template`.
    var state: String
    /// How many messages the samples make, where none were accepted.
    var messages: Int?
    var changes: [Change]?
    var diagnostics: DiagnosticsDocument?
  }

  struct Change: Encodable {
    /// `changed`, `new` or `gone`.
    let kind: String
    let places: [Place]
    let words: [Stretch]

    init(_ change: SampleChange) {
      kind = change.kind.rawValue
      places = change.places.map { Place(message: $0.name, audiences: $0.audiences.map(Stretch.init)) }
      words = change.words.map(Stretch.init)
    }
  }

  struct Place: Encodable {
    let message: String
    let audiences: [Stretch]
  }

  /// Words that are `same`, `removed` or `added`.
  struct Stretch: Encodable {
    let kind: String
    let text: String

    init(_ stretch: WordDifference) { (kind, text) = (stretch.kind.rawValue, stretch.text) }
  }

  let version = 1
  let templates: [Entry]

  init(_ found: [(id: Template.ID, path: String, state: SamplesCheckCommand.State)]) {
    templates = found.map { id, path, state in
      var entry = Entry(template: id.text, path: path, state: "same")
      switch state {
      case .same: break
      case .changed(let changes): (entry.state, entry.changes) = ("changed", changes.map(Change.init))
      case .notAccepted(let messages): (entry.state, entry.messages) = ("not-accepted", messages)
      case .damaged(let diagnostics, let bytes):
        let report = DiagnosticReport(diagnostics, sources: [path: bytes])
        (entry.state, entry.diagnostics) = ("damaged", DiagnosticsDocument(report))
      case .noTemplate: entry.state = "no-template"
      }
      return entry
    }
  }
}
