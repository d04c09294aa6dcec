/// A time zone as a value: its changes of clock over a stretch of years.
///
/// The table is made at the edge, from the system's zone files, so that a run is worked out alike wherever
/// and whenever it is replayed.
public struct Zone: Hashable, Sendable {
  /// From `from` on, local clocks are `offset` ahead of UTC.
  public struct Period: Hashable, Sendable {
    public let from: Instant
    /// How far local clocks are ahead of UTC.
    public let offset: Seconds
    /// What the clock is called then, as `GMT` or `BST`.
    public let abbreviation: String

    public init(from: Instant, offset: Seconds, abbreviation: String) {
      (self.from, self.offset, self.abbreviation) = (from, offset, abbreviation)
    }
  }

  /// The zone's name in the IANA database, as `Europe/London`.
  public let name: String
  /// The first period, which also holds for every earlier moment.
  let first: Period
  /// The later ones, oldest first.
  let later: [Period]

  /// `first` holds for all time before `later` begins, too.
  public init(name: String, first: Period, later: [Period] = []) {
    (self.name, self.first, self.later) = (name, first, later.sorted { $0.from < $1.from })
  }

  public static let utc = Zone(
    name: "UTC", first: Period(from: Instant(seconds: 0), offset: Seconds(0), abbreviation: "UTC"))

  public func period(at instant: Instant) -> Period {
    var (low, high) = (0, later.count)
    while low < high {
      let middle = (low + high) / 2
      if later[middle].from <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : later[low - 1]
  }

  public func local(_ instant: Instant) -> LocalTime {
    let shifted = instant + period(at: instant).offset
    let (days, seconds) = shifted.seconds.quotientAndRemainder(dividingBy: 86400)
    return LocalTime(
      date: CivilDate(daysSinceEpoch: Int(seconds < 0 ? days - 1 : days)),
      time: TimeOfDay(secondsAfterMidnight: Int(seconds)))
  }

  /// Every moment at which local clocks show `local`: none in a gap in spring, two in an autumn's repeat.
  public func instants(of local: LocalTime) -> [Instant] {
    let plain = Self.plain(local)
    // No clock is further from UTC than fourteen hours, so two days hold every period that can matter.
    let (earliest, latest) = (plain + .days(-2), plain + .days(2))
    let near = [period(at: earliest)] + later.filter { earliest < $0.from && $0.from <= latest }
    return near.map(\.offset).unique.map { (offset: $0, instant: plain + -$0) }
      .filter { period(at: $0.instant).offset == $0.offset }.map(\.instant).sorted()
  }

  /// The moment local clocks show `local`: the earlier of two, and in a gap the first moment after it.
  public func instant(of local: LocalTime) -> Instant {
    if let found = instants(of: local).first { return found }
    let plain = Self.plain(local)
    let before = period(at: plain + .days(-1))
    let change = later.first { $0.from > plain + .days(-1) }
    return change?.from ?? plain + -before.offset
  }

  /// The moment at which UTC's clocks show `local`.
  private static func plain(_ local: LocalTime) -> Instant {
    Instant(seconds: Int64(local.date.daysSinceEpoch) * 86400 + Int64(local.time.secondsAfterMidnight))
  }
}

extension Sequence where Element: Hashable {
  /// The elements without repeats, in their first order.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
