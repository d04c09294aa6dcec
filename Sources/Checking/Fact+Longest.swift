import Library
import Messaging
import OrderedCollections
import Time

extension Fact {
  /// The value that stands in the most characters, of plain letters where somebody types it; nil where there is none.
  ///
  /// An English word has five letters and a space behind it (practice: about the average of plain writing).
  func longest(at moment: SampleMoment) -> FactValue? {
    switch kind {
    case .text(_, let max): return .text(Self.plainWords(max))
    case .number(let min, let max):
      let ends = [min ?? max.map { Swift.min($0, .min + 1) } ?? .min, max ?? .max]
      return ends.max { String($0).utf8.count < String($1).utf8.count }.map { .number($0) }
    case .choice(let options):
      return options.max { $0.value.utf8.count < $1.value.utf8.count }.map { .choice($0.key) }
    case .choices(let options): return .choices(Array(options.keys))
    case .yesNo: return .yesNo(true)
    case .time:
      guard let date = Self.longestDate, let time = TimeOfDay(hour: 10, minute: 0) else { return nil }
      return moment.calendar.zone.instants(of: LocalTime(date: date, time: time)).first.map { .time($0) }
    case .date: return Self.longestDate.map { .date($0) }
    case .link(let max): return .link(Self.address(of: max ?? Self.linkLengths.upperBound))
    }
  }

  /// A day in September, whose name is the longest, with two digits.
  private static let longestDate = CivilDate(year: 2027, month: 9, day: 30)

  /// An address of so many characters, whole where there is room for it.
  static func address(of count: Int) -> String {
    let head = "https://example.org/"
    if count > head.utf8.count { return head + String(repeating: "a", count: count - head.utf8.count) }
    return String(repeating: "a", count: max(1, count - ".uk".utf8.count)) + ".uk"
  }

  /// Ordinary words of five letters, cut to a length; no space stands at their end.
  static func plainWords(_ count: Int) -> String {
    let words = Array("north river house green light small ".utf8)
    var bytes = (0..<max(0, count)).map { words[$0 % words.count] }
    if bytes.last == 0x20 { bytes[bytes.count - 1] = 0x73 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
