/// What working days are, and when one ends, in one organisation's zone.
public struct WorkingCalendar: Hashable, Sendable {
  public let zone: Zone
  /// Days on which nobody works though they fall on Monday to Friday.
  public let bankHolidays: Set<CivilDate>
  /// When the working day ends.
  public let closing: TimeOfDay

  public init(
    zone: Zone, bankHolidays: Set<CivilDate> = [], closing: TimeOfDay = TimeOfDay(secondsAfterMidnight: 61200)
  ) {
    (self.zone, self.bankHolidays, self.closing) = (zone, bankHolidays, closing)
  }

  public func isWorkingDay(_ date: CivilDate) -> Bool {
    date.weekday <= 5 && !bankHolidays.contains(date)
  }

  /// The `count`th working day after `date`, or before it where `count` is negative; 0 is `date` itself.
  ///
  /// It is held at the ends of the calendar.
  public func workingDay(_ count: Int, from date: CivilDate) -> CivilDate {
    let end = date.adding(days: count < 0 ? .min : .max)
    var day = date
    var left = count.magnitude
    // No more working days are left than days.
    if left >= (end.daysSinceEpoch - date.daysSinceEpoch).magnitude { return end }
    while left > 0, day != end {
      day = day.adding(days: count < 0 ? -1 : 1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }
}
