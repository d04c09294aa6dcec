public import Time

extension RunReport.Stamp {
  /// `2026-11-23T03:21:10Z`, and `2026-11-23 03:21:10 GMT`.
  public init(_ instant: Instant, zone: Zone) {
    let universal = Zone.utc.local(instant)
    utc = "\(universal.date)T\(universal.time)Z"
    local = "\(zone.local(instant)) \(zone.period(at: instant).abbreviation)"
    self.instant = instant
  }
}

/// A length of time as people say it: `45 s`, `12 min`, `1 h 20 min`, `3 d 4 h`.
public func spoken(_ length: Seconds) -> String {
  let seconds = length.count.magnitude
  switch seconds {
  case ..<60: return "\(seconds) s"
  case ..<3600: return "\(seconds / 60) min"
  case ..<86400:
    let minutes = seconds % 3600 / 60
    return "\(seconds / 3600) h" + (minutes == 0 ? "" : " \(minutes) min")
  default:
    let hours = seconds % 86400 / 3600
    return "\(seconds / 86400) d" + (hours == 0 ? "" : " \(hours) h")
  }
}

/// Against its target: `3 min early`, `on time`, `12 min late`.
public func punctuality(_ late: Seconds) -> String {
  if late.count.magnitude < 60 { return "on time" }
  return spoken(late) + (late.count < 0 ? " early" : " late")
}

/// Whether so many seconds after a target are late: under a minute is on time.
func isLate(_ seconds: Int64) -> Bool { seconds >= 60 }
