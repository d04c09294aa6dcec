/// Reads an event in the one form that this program writes: JSON without blanks, its keys in order and each once.
///
/// A long run is mostly the time that a decoder for any JSON takes. Whatever is unusual, a key that is new among it,
/// gives nil, and that decoder is asked; so nothing is read here that it would read otherwise.
struct EventReader {
  private let bytes: [UInt8]
  private var place = 0
  /// What was unusual is not gone on with.
  private var isLost = false

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a payload into an empty form; whether it was in that one form.
  ///
  /// It is filled in place, for a form is large, and copying it takes longer than reading it.
  static func read(_ payload: [UInt8], into form: inout EventForm) -> Bool {
    var reader = EventReader(payload)
    form.v = 0
    var needed = 0
    reader.object { reader, key in
      switch key {
      case "by": (form.by, needed) = (reader.string(), needed + 1)
      case "entered": (form.entered, needed) = (reader.integer(), needed + 1)
      case "happened": (form.happened, needed) = (reader.integer(), needed + 1)
      case "kind": (form.kind, needed) = (reader.string(), needed + 1)
      case "v": (form.v, needed) = (Int(reader.integer()), needed + 1)
      default: reader.take(key, into: &form)
      }
    }
    return !reader.isLost && reader.place == payload.count && needed == 5
  }

  private mutating func take(_ key: String, into form: inout EventForm) {
    switch key {
    case "step": form.step = string()
    case "round": form.round = Int(integer())
    case "text": form.text = string()
    case "about": form.about = string()
    case "messages": form.messages = strings()
    case "fact": form.fact = string()
    case "value": form.value = value()
    case "confidence": form.confidence = string()
    case "source": form.source = string()
    case "marking": form.marking = string()
    case "reason": form.reason = string()
    case "detail": form.detail = string()
    case "person": form.person = string()
    case "role": form.role = string()
    case "how": form.how = string()
    case "digests": form.digests = strings()
    case "partner": form.partner = string()
    case "state": form.state = string()
    case "draft": form.draft = draft()
    case "subject": form.subject = string()
    case "until": form.until = integer()
    case "outcome": form.outcome = string()
    default: takeRarer(key, into: &form)
    }
  }

  private mutating func takeRarer(_ key: String, into form: inout EventForm) {
    switch key {
    case "run": form.run = string()
    case "playbook": form.playbook = string()
    case "mode": form.mode = string()
    case "zero": form.zero = integer()
    case "library": form.library = string()
    case "option": form.option = string()
    case "level": form.level = string()
    case "audienceLevels":
      var levels: [String: String] = [:]
      object { reader, key in levels[key] = reader.string() }
      form.audienceLevels = levels
    case "decider": form.decider = string()
    case "second": form.second = string()
    case "supported": form.supported = string()
    case "granted": form.granted = bool()
    case "basis": form.basis = string()
    case "chairTold": form.chairTold = bool()
    case "warnings": form.warnings = strings()
    case "to": form.to = string()
    case "head": form.head = Int(integer())
    case "effect": form.effect = string()
    case "way": form.way = string()
    case "key": form.key = string()
    case "signature": form.signature = string()
    case "signed": form.signed = integer()
    case "asked": form.asked = Int(integer())
    default: isLost = true
    }
  }

  private mutating func value() -> ValueForm {
    var (value, hasType) = (ValueForm(type: ""), false)
    object { reader, key in
      switch key {
      case "type": (value.type, hasType) = (reader.string(), true)
      case "text": value.text = reader.string()
      case "number": value.number = Int(reader.integer())
      case "options": value.options = reader.strings()
      case "yes": value.yes = reader.bool()
      case "seconds": value.seconds = reader.integer()
      default: reader.isLost = true
      }
    }
    if !hasType { isLost = true }
    return value
  }

  private mutating func draft() -> DraftForm {
    var draft = DraftForm(
      template: "", channel: "", kind: "", language: "", level: "", audiences: [], path: "", text: "",
      marking: "",
      facts: [], problems: [])
    var needed = 0
    object { reader, key in
      needed += 1
      switch key {
      case "template": draft.template = reader.string()
      case "channel": draft.channel = reader.string()
      case "kind": draft.kind = reader.string()
      case "language": draft.language = reader.string()
      case "level": draft.level = reader.string()
      case "audiences": draft.audiences = reader.strings()
      case "path": draft.path = reader.string()
      case "text": draft.text = reader.string()
      case "marking": draft.marking = reader.string()
      case "facts": draft.facts = reader.strings()
      case "problems": draft.problems = reader.list { $0.finding() }
      default:
        needed -= 1
        reader.takeOptional(key, into: &draft)
      }
    }
    if needed != 11 { isLost = true }
    return draft
  }

  private mutating func takeOptional(_ key: String, into draft: inout DraftForm) {
    switch key {
    case "subject": draft.subject = string()
    case "nextUpdate": draft.nextUpdate = integer()
    case "layout": draft.layout = string()
    default: isLost = true
    }
  }

  private mutating func finding() -> FindingForm {
    var (finding, needed) = (FindingForm(kind: "", severity: "", message: ""), 0)
    object { reader, key in
      switch key {
      case "kind": (finding.kind, needed) = (reader.string(), needed + 1)
      case "severity": (finding.severity, needed) = (reader.string(), needed + 1)
      case "message": (finding.message, needed) = (reader.string(), needed + 1)
      case "why": finding.why = reader.string()
      case "quote": finding.quote = reader.string()
      default: reader.isLost = true
      }
    }
    if needed != 3 { isLost = true }
    return finding
  }
}

/// The forms that JSON has, as this program writes them.
extension EventReader {
  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// An object whose keys stand in the order of their bytes, each once.
  private mutating func object(_ member: (inout EventReader, String) -> Void) {
    guard take(UInt8(ascii: "{")) else { return lose() }
    if take(UInt8(ascii: "}")) { return }
    var last = ""
    while !isLost {
      let key = string()
      guard take(UInt8(ascii: ":")), last.isEmpty || Self.isBefore(last, key) else { return lose() }
      member(&self, key)
      last = key
      if take(UInt8(ascii: "}")) { return }
      guard take(UInt8(ascii: ",")) else { return lose() }
    }
  }

  private static func isBefore(_ key: String, _ next: String) -> Bool {
    key.utf8.lexicographicallyPrecedes(next.utf8)
  }

  private mutating func list<Element>(_ element: (inout EventReader) -> Element) -> [Element] {
    guard take(UInt8(ascii: "[")) else {
      lose()
      return []
    }
    if take(UInt8(ascii: "]")) { return [] }
    var found: [Element] = []
    while !isLost {
      found.append(element(&self))
      if take(UInt8(ascii: "]")) { return found }
      if !take(UInt8(ascii: ",")) { lose() }
    }
    return found
  }

  private mutating func strings() -> [String] { list { $0.string() } }

  private mutating func bool() -> Bool {
    for (words, value) in [("true", true), ("false", false)] where bytes[place...].starts(with: words.utf8) {
      place += words.utf8.count
      return value
    }
    lose()
    return false
  }

  /// A whole number of at most eighteen digits.
  private mutating func integer() -> Int64 {
    let isNegative = take(UInt8(ascii: "-"))
    let start = place
    var value: Int64 = 0
    while place < bytes.count, case let digit = bytes[place] &- 0x30, digit < 10, place - start < 18 {
      value = value * 10 + Int64(digit)
      place += 1
    }
    let hasZeroAhead =
      bytes.indices.contains(start) && bytes[start] == 0x30 && (place - start > 1 || isNegative)
    if place == start || hasZeroAhead { lose() }
    return isNegative ? -value : value
  }

  /// A text; one with an escape of a number is left to others.
  private mutating func string() -> String {
    guard take(0x22) else { return lost() }
    let start = place
    var all: UInt8 = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x22 {
        place += 1
        let text = bytes[start..<place - 1]
        // ASCII is always Unicode, and most texts are ASCII.
        if all < 0x80 { return String(decoding: text, as: UTF8.self) }
        return String(validating: text, as: UTF8.self) ?? lost()
      }
      if byte == 0x5C { return escaped(from: start) }
      if byte < 0x20 { return lost() }
      all |= byte
      place += 1
    }
    return lost()
  }

  private mutating func escaped(from start: Int) -> String {
    var text = Array(bytes[start..<place])
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == 0x22 { return String(validating: text, as: UTF8.self) ?? lost() }
      if byte < 0x20 { return lost() }
      guard byte == 0x5C else {
        text.append(byte)
        continue
      }
      guard place < bytes.count, let meant = Self.meaning(of: bytes[place]) else { return lost() }
      text.append(meant)
      place += 1
    }
    return lost()
  }

  private static func meaning(of escape: UInt8) -> UInt8? {
    switch escape {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): escape
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
  }

  private mutating func lose() { isLost = true }

  private mutating func lost() -> String {
    isLost = true
    return ""
  }
}
