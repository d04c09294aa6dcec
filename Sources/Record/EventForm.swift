import FoundationEssentials

/// An event as it stands on disk, version 1: one flat JSON object, keys that do not apply left out.
///
/// It is a type of its own so that the domain's types can change and old records stay readable.
struct EventForm: Codable {
  var v = EventForm.version
  var kind: String
  /// Seconds since 1970.
  var entered: Int64
  var happened: Int64
  var by: String

  var run: String?
  var playbook: String?
  var mode: String?
  var zero: Int64?
  var library: String?
  var step: String?
  var round: Int?
  var detail: String?
  var reason: String?
  var fact: String?
  var value: ValueForm?
  var confidence: String?
  var source: String?
  var marking: String?
  var option: String?
  var level: String?
  var audienceLevels: [String: String]?
  var decider: String?
  var second: String?
  var effect: String?
  var supported: String?
  var granted: Bool?
  var basis: String?
  var chairTold: Bool?
  var messages: [String]?
  var draft: DraftForm?
  var subject: String?
  var text: String?
  var until: Int64?
  var person: String?
  var role: String?
  var how: String?
  var key: String?
  var signature: String?
  var signed: Int64?
  var asked: Int?
  var digests: [String]?
  var warnings: [String]?
  var outcome: String?
  var way: String?
  var partner: String?
  var state: String?
  var about: String?
  var to: String?
  var head: Int?

  static let version = 1

  init(kind: String, entered: Int64, happened: Int64, by: String) {
    (self.kind, self.entered, self.happened, self.by) = (kind, entered, happened, by)
  }
}

/// A fact's value with its type.
struct ValueForm: Codable {
  var type: String
  var text: String?
  var number: Int?
  var options: [String]?
  var yes: Bool?
  var seconds: Int64?
}

/// A drafted message.
struct DraftForm: Codable {
  var template: String
  var channel: String
  var kind: String
  var language: String
  var level: String
  var audiences: [String]
  var path: String
  var subject: String?
  var text: String
  var marking: String
  var facts: [String]
  var nextUpdate: Int64?
  var problems: [FindingForm]
  /// Absent in records from before there was one.
  var layout: String?
}

struct FindingForm: Codable {
  var kind: String
  var severity: String
  var message: String
  var why: String?
  var quote: String?
}

extension EventForm {
  /// JSON with its keys in order, in one line.
  func payload() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Every field is a text, a number or a list of them: encoding cannot fail.
    return (try? encoder.encode(self)).map { Array($0) } ?? []
  }

  init?(payload: [UInt8]) {
    self.init(kind: "", entered: 0, happened: 0, by: "")
    if !EventReader.read(payload, into: &self) {
      guard let decoded = Self.decoded(payload) else { return nil }
      self = decoded
    }
    if v > Self.version { return nil }
  }

  /// The same for JSON of any form.
  static func decoded(_ payload: [UInt8]) -> Self? {
    try? JSONDecoder().decode(Self.self, from: Data(payload))
  }
}
