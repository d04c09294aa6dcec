/// A time of day on a wall clock, to the second.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// 0 to 23.
  public let hour: Int
  /// 0 to 59.
  public let minute: Int
  /// 0 to 59.
  public let second: Int

  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    (self.hour, self.minute, self.second) = (hour, minute, second)
  }

  /// The time `seconds` after midnight; `seconds` is taken within one day.
  public init(secondsAfterMidnight seconds: Int) {
    let within = ((seconds % 86400) + 86400) % 86400
    (hour, minute, second) = (within / 3600, within / 60 % 60, within % 60)
  }

  public var secondsAfterMidnight: Int { hour * 3600 + minute * 60 + second }

  public static func < (left: Self, right: Self) -> Bool {
    left.secondsAfterMidnight < right.secondsAfterMidnight
  }

  /// Reads `HH:MM` or `HH:MM:SS`.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }),
      let hour = wholeNumber(parts[0]), let minute = wholeNumber(parts[1]),
      let second = parts.count == 3 ? wholeNumber(parts[2]) : 0
    else { return nil }
    self.init(hour: hour, minute: minute, second: second)
  }

  /// `03:15`, without the seconds.
  public var shortDescription: String { padded(hour, 2) + ":" + padded(minute, 2) }
}

extension TimeOfDay: CustomStringConvertible {
  /// `03:15:09`.
  public var description: String { shortDescription + ":" + padded(second, 2) }
}

/// A date and a time of day on a wall clock, without saying whose.
public struct LocalTime: Hashable, Sendable {
  public let date: CivilDate
  public let time: TimeOfDay

  public init(date: CivilDate, time: TimeOfDay) { (self.date, self.time) = (date, time) }
}

extension LocalTime: CustomStringConvertible {
  /// `2027-01-05 03:15:09`.
  public var description: String { "\(date) \(time)" }
}
