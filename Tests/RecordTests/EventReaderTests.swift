import Fixtures
import Testing

@testable import Record

/// The quick reader reads what the decoder reads, or leaves it to the decoder.
@Suite struct EventReaderTests {
  /// What the quick reader makes of a payload; nil where it leaves it to the decoder.
  private static func quick(_ payload: [UInt8]) -> EventForm? {
    var form = EventForm(kind: "", entered: 0, happened: 0, by: "")
    return EventReader.read(payload, into: &form) ? form : nil
  }

  /// What both make of a payload, written again; the quick one may have nothing.
  private func agree(_ payload: [UInt8]) -> Bool {
    guard let quick = Self.quick(payload) else { return true }
    return EventForm.decoded(payload)?.payload() == quick.payload()
  }

  @Test(arguments: Samples.events.indices) func everyKindOfEventIsReadQuickly(index: Int) throws {
    let payload = EventForm(Samples.events[index]).payload()
    let quick = try #require(
      Self.quick(payload) ?? (hasNumberedEscape(payload) ? EventForm.decoded(payload) : nil))
    #expect(quick.payload() == payload)
    #expect(quick.event(sequence: index + 1) == Samples.events[index])
  }

  private func hasNumberedEscape(_ payload: [UInt8]) -> Bool {
    String(decoding: payload, as: UTF8.self).contains("\\u")
  }

  @Test(arguments: [
    #"{"by":"A","entered":1,"happened":1,"kind":"noted"}"#,
    #"{"by":"A","entered":1,"happened":1,"kind":"noted","v":1} "#,
    #" {"by":"A","entered":1,"happened":1,"kind":"noted","v":1}"#,
    #"{"by":"A","entered":01,"happened":1,"kind":"noted","v":1}"#,
    #"{"by":"A","entered":-0,"happened":1,"kind":"noted","v":1}"#,
    #"{"by":"A","entered":1.0,"happened":1,"kind":"noted","v":1}"#,
    #"{"by":"A","entered":1e2,"happened":1,"kind":"noted","v":1}"#,
    #"{"by":null,"entered":1,"happened":1,"kind":"noted","v":1}"#,
    #"{"by":"A","by":"B","entered":1,"happened":1,"kind":"noted","v":1}"#,
    #"{"entered":1,"by":"A","happened":1,"kind":"noted","v":1}"#,
    #"{"by":"A","entered":1,"happened":1,"kind":"noted","new":1,"v":1}"#,
    #"{"by":"\u0041","entered":1,"happened":1,"kind":"noted","v":1}"#,
    #"{"by":"\x","entered":1,"happened":1,"kind":"noted","v":1}"#,
    #"{"by":"A","entered":99999999999999999999,"happened":1,"kind":"noted","v":1}"#, "", "{", "{}", "[]",
    "null",
    #"{"by":"A","draft":{},"entered":1,"happened":1,"kind":"noted","v":1}"#,
    #"{"by":"A","entered":1,"happened":1,"kind":"noted","v":1,"value":{}}"#,
    #"{"by":"A","entered":1,"granted":maybe,"happened":1,"kind":"noted","v":1}"#,
  ])
  func whatIsUnusualIsLeftToTheDecoder(payload: String) {
    #expect(Self.quick(Array(payload.utf8)) == nil)
  }

  @Test func aTextThatIsNoUnicodeIsLeftToTheDecoder() {
    let payload = Array(#"{"by":"?","entered":1,"happened":1,"kind":"noted","v":1}"#.utf8)
    #expect(Self.quick(payload) != nil)
    #expect(Self.quick(payload.map { $0 == UInt8(ascii: "?") ? 0xFF : $0 }) == nil)
    #expect(Self.quick(payload.map { $0 == UInt8(ascii: "?") ? 0x07 : $0 }) == nil)
  }

  @Test func payloadsWithBytesTurnedAreReadAlikeOrNotAtAll() {
    let payloads = Samples.events.map { EventForm($0).payload() }
    let marks = Array("\"\\{}[],:0-e \n".utf8)
    var random = Seeded(seed: 21)
    for _ in 0..<6000 {
      guard var payload = payloads.randomElement(using: &random) else { return }
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: payload.indices, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: payload[place] = UInt8.random(in: 0...255, using: &random)
        case 1: payload[place] = marks.randomElement(using: &random) ?? 0
        case 2: payload.remove(at: place)
        default: payload.insert(marks.randomElement(using: &random) ?? 0, at: place)
        }
      }
      #expect(agree(payload), "\(String(decoding: payload, as: UTF8.self))")
    }
  }
}
