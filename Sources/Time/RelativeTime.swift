/// A target against a run's zero time, as a playbook writes it: `T+15m`, `T-14d`, `T+3wd`.
public struct RelativeTime: Hashable, Sendable {
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case minutes = "m"
    case hours = "h"
    case days = "d"
    case weeks = "w"
    case workingDays = "wd"
  }

  /// Negative for before T.
  public let count: Int
  public let unit: Unit

  public init(_ count: Int, _ unit: Unit) { (self.count, self.unit) = (count, unit) }

  /// Reads `T`, or `T`, a sign, a number of at most five digits and a unit.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "T") else { return nil }
    if bytes.count == 1 {
      self.init(0, .minutes)
      return
    }
    guard bytes[1] == UInt8(ascii: "+") || bytes[1] == UInt8(ascii: "-"),
      let interval = Self.amount(bytes.dropFirst(2))
    else { return nil }
    self.init(bytes[1] == UInt8(ascii: "-") ? -interval.count : interval.count, interval.unit)
  }

  /// A number of at most five digits and a unit, as `60m`.
  static func amount(_ bytes: ArraySlice<UInt8>) -> (count: Int, unit: Unit)? {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...5).contains(digits.count), let count = wholeNumber(digits),
      let unit = Unit(rawValue: String(decoding: bytes.dropFirst(digits.count), as: UTF8.self))
    else { return nil }
    return (count, unit)
  }

  /// The moment that this target falls on.
  ///
  /// Minutes and hours are elapsed. Days and weeks keep T's local time of day. Working days end at
  /// `calendar.closing` on that working day after (or before) T's local date.
  public func instant(from zero: Instant, in calendar: WorkingCalendar) -> Instant {
    switch unit {
    case .minutes: return zero + .minutes(Int64(count))
    case .hours: return zero + .hours(Int64(count))
    case .days, .weeks:
      let local = calendar.zone.local(zero)
      let days = unit == .weeks ? count.multipliedHeld(by: 7) : count
      return calendar.zone.instant(of: LocalTime(date: local.date.adding(days: days), time: local.time))
    case .workingDays:
      let date = calendar.workingDay(count, from: calendar.zone.local(zero).date)
      return calendar.zone.instant(of: LocalTime(date: date, time: calendar.closing))
    }
  }
}

extension Int {
  /// The product, held at the ends of the range.
  fileprivate func multipliedHeld(by factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? (self < 0 ? .min : .max) : product
  }
}

extension RelativeTime: CustomStringConvertible {
  public var description: String {
    count == 0 && unit == .minutes ? "T" : "T\(count < 0 ? "-" : "+")\(count.magnitude)\(unit.rawValue)"
  }
}

/// How long between two rounds, as `60m`, `4h` or `1d`; days are elapsed days of 24 hours.
public struct Interval: Hashable, Sendable {
  public let length: Seconds
  /// What the author wrote.
  public let text: String

  /// Reads a number and `m`, `h`, `d` or `w`; nothing shorter than a minute.
  public init?(_ text: some StringProtocol) {
    guard let (count, unit) = RelativeTime.amount(Array(text.utf8)[...]), count > 0 else { return nil }
    switch unit {
    case .minutes: length = .minutes(Int64(count))
    case .hours: length = .hours(Int64(count))
    case .days: length = .days(Int64(count))
    case .weeks: length = .days(Int64(count) * 7)
    case .workingDays: return nil
    }
    self.text = String(text)
  }
}
