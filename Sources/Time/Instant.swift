/// A moment, in whole seconds since 1970-01-01T00:00:00Z; leap seconds are not counted.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  /// The years 1 to 9999, which dates can be written in.
  public static let writable = Self(seconds: -62_135_596_800)...Self(seconds: 253_402_300_799)

  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  /// The moment `duration` later, held at the ends of the range rather than trapping.
  public static func + (instant: Self, duration: Seconds) -> Self {
    let (sum, overflow) = instant.seconds.addingReportingOverflow(duration.count)
    return Self(seconds: overflow ? (duration.count < 0 ? .min : .max) : sum)
  }

  /// How much later `left` is than `right`.
  public static func - (left: Self, right: Self) -> Seconds {
    let (difference, overflow) = left.seconds.subtractingReportingOverflow(right.seconds)
    return Seconds(overflow ? (left < right ? .min : .max) : difference)
  }
}

/// An elapsed length of time, in whole seconds; negative means earlier.
public struct Seconds: Hashable, Comparable, Sendable {
  public var count: Int64

  public init(_ count: Int64) { self.count = count }

  public static func minutes(_ minutes: Int64) -> Self { Self(minutes, times: 60) }
  public static func hours(_ hours: Int64) -> Self { Self(hours, times: 3600) }
  public static func days(_ days: Int64) -> Self { Self(days, times: 86400) }
  public static func < (left: Self, right: Self) -> Bool { left.count < right.count }

  /// The sum, held at the ends of the range.
  public static func + (left: Self, right: Self) -> Self {
    let (sum, overflow) = left.count.addingReportingOverflow(right.count)
    return Self(overflow ? (right.count < 0 ? .min : .max) : sum)
  }

  public static func - (left: Self, right: Self) -> Self { left + -right }

  /// The same length the other way, held at the end of the range.
  public static prefix func - (length: Self) -> Self { Self(length.count == .min ? .max : -length.count) }

  /// The product, held at the ends of the range.
  private init(_ count: Int64, times factor: Int64) {
    let (product, overflow) = count.multipliedReportingOverflow(by: factor)
    self.count = overflow ? (count < 0 ? .min : .max) : product
  }
}
