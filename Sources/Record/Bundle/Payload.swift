import Digest
import Time

/// What a few bytes of an event's payload say, found without reading the whole of it.
///
/// A quotation mark inside a text has a backslash before it, so a key with a comma or a brace before it is the key
/// itself. An event that is in any other form is read as a whole by whoever needs it.
enum Payload {
  private static let enteredKey = Array("\"entered\":".utf8)
  private static let kindKey = Array("\"kind\":\"".utf8)
  private static let libraryKey = Array("\"library\":\"".utf8)
  private static let draftKey = Array("\"draft\":{".utf8)

  /// When the event was entered.
  static func entered(_ payload: [UInt8]) -> Instant? {
    guard let start = place(after: enteredKey, in: payload) else { return nil }
    let isNegative = start < payload.count && payload[start] == UInt8(ascii: "-")
    let digits = payload[(start + (isNegative ? 1 : 0))...].prefix(18).prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return nil }
    let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    return Instant(seconds: isNegative ? -value : value)
  }

  static func kind(_ payload: [UInt8]) -> String? {
    place(after: kindKey, in: payload).map { start in
      String(decoding: payload[start...].prefix { $0 != 0x22 }, as: UTF8.self)
    }
  }

  /// The library that the event names.
  static func library(_ payload: [UInt8]) -> ContentDigest? {
    place(after: libraryKey, in: payload).flatMap { start in
      ContentDigest(hex: String(decoding: payload[start...].prefix { $0 != 0x22 }, as: UTF8.self))
    }
  }

  static func hasDraft(_ payload: [UInt8]) -> Bool { place(after: draftKey, in: payload) != nil }

  /// The place behind a key, from its first quotation mark on.
  private static func place(after key: [UInt8], in payload: [UInt8]) -> Int? {
    unsafe payload.withUnsafeBufferPointer { bytes in
      unsafe key.withUnsafeBufferPointer { key in
        let end = bytes.count - key.count
        var place = 1
        outer: while place <= end {
          defer { place += 1 }
          guard unsafe bytes[place] == 0x22, unsafe bytes[place - 1] == 0x2C || bytes[place - 1] == 0x7B
          else {
            continue
          }
          for index in 1..<key.count where unsafe bytes[place + index] != key[index] { continue outer }
          return place + key.count
        }
        return nil
      }
    }
  }
}
