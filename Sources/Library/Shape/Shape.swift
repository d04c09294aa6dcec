/// What a document may hold: read by the validator, and written out as a JSON Schema.
indirect enum Shape: Sendable {
  /// Any text that is not empty.
  case text
  /// Text that may be written over several lines, or empty.
  case anyText
  case identifier
  /// The id of something of this kind elsewhere in the library.
  case reference(String)
  case word([String])
  case date, timeOfDay, relativeTime, interval, yesNo, integer
  case list(Shape)
  /// One value, or a list of them.
  case oneOrList(Shape)
  /// Free keys; the word says what a key is.
  case map(key: MapKey, value: Shape)
  case record(Record)
  /// A value, or a record.
  case either(Shape, Record)
  /// Read by a reader of its own: conditions, values.
  case free

  enum MapKey: Sendable {
    case identifier, text, date
    case word([String])
  }

  struct Record: Sendable {
    /// What the author would call it, with its article: "a step".
    let name: String
    let keys: [Key]
    /// Exactly one of these keys must be there.
    var verbs: [String] = []
  }

  struct Key: Sendable {
    let name: String
    /// One sentence, shown by editors.
    let about: String
    let shape: Shape
    var isRequired = false
  }
}

/// A key that must be there.
func needed(_ name: String, _ shape: Shape, _ about: String) -> Shape.Key {
  Shape.Key(name: name, about: about, shape: shape, isRequired: true)
}

/// A key that may be left out.
func optional(_ name: String, _ shape: Shape, _ about: String) -> Shape.Key {
  Shape.Key(name: name, about: about, shape: shape)
}

/// A kind of document of a library or of the state folder.
public enum DocumentKind: String, CaseIterable, Hashable, Sendable {
  case organisation, playbook, template, roster, answers
  case bankHolidays = "bank-holidays"
  case preApproval = "pre-approval"
  case houseStyle = "house-style"
  case keyMessages = "key-messages"

  var shape: Shape.Record {
    switch self {
    case .organisation: Shapes.organisation
    case .playbook: Shapes.playbook
    case .template: Shapes.template
    case .roster: Shapes.roster
    case .answers: Shapes.answers
    case .bankHolidays: Shapes.bankHolidays
    case .preApproval: Shapes.preApproval
    case .houseStyle: Shapes.houseStyle
    case .keyMessages: Shapes.keyMessages
    }
  }
}
