import Digest
import FoundationEssentials
import Time

/// What a bundle says about itself, all of which its events say as well: `bundle.json`.
struct BundleManifest {
  /// The form of bundle that this version writes and reads.
  static let version = 1

  let run: String
  let isExercise: Bool
  let playbook: String
  let library: String
  let events: Int
  let head: ContentDigest
  /// Seconds since 1970, of the first and the last event.
  let started: Int64
  let last: Int64
  let finished: Int64?

  /// The folder that every member lies in, which says EXERCISE where it is one.
  var folder: String { (isExercise ? "EXERCISE-" : "") + run }

  /// The same bytes for the same record: a key on a line, in a fixed order.
  var bytes: [UInt8] {
    let lines = [
      "  \"bundle\": \(Self.version)", "  \"run\": \(Self.quoted(run))",
      "  \"mode\": \(Self.quoted(isExercise ? "EXERCISE" : "live"))",
      "  \"playbook\": \(Self.quoted(playbook))",
      "  \"library\": \(Self.quoted(library))", "  \"events\": \(events)",
      "  \"head\": \(Self.quoted(head.hex))",
      "  \"started\": \(Self.stamp(started))", "  \"last\": \(Self.stamp(last))",
      "  \"finished\": \(finished.map(Self.stamp) ?? "null")",
    ]
    return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }

  private static func stamp(_ seconds: Int64) -> String {
    let local = Zone.utc.local(Instant(seconds: seconds))
    return "\"\(local.date)T\(local.time)Z\""
  }

  /// The form of a bundle, from the bytes of its `bundle.json`; nil where they are no such document.
  static func form(_ bytes: [UInt8]) -> Int? {
    struct Form: Decodable { let bundle: Int }
    return (try? JSONDecoder().decode(Form.self, from: Data(bytes)))?.bundle
  }
}
