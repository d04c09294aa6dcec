import CSystem
import Glibc
public import Time

/// The machine's clock and its zones.
public enum SystemClock {
  public static func now() -> Instant {
    var moment = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &moment)
    return Instant(seconds: Int64(moment.tv_sec))
  }

  /// Waits, for what another process is about to let go.
  public static func pause(milliseconds: Int) { usleep(UInt32(clamping: milliseconds * 1000)) }

  /// A zone of the system's database as a value, with its changes from 2000 to 2050.
  ///
  /// glibc reads an unknown name as UTC without a word; so the file is looked for first.
  public static func zone(named name: String) throws(SystemFault) -> Zone {
    let folder = Environment.value("TZDIR") ?? "/usr/share/zoneinfo"
    let isPlain = !name.isEmpty && !name.hasPrefix("/") && !name.contains("..")
    guard isPlain, Files.exists(folder + "/" + name), !Files.isFolder(folder + "/" + name) else {
      throw SystemFault("find", "the time zone '\(name)'", reason: "\(folder) has no such zone")
    }
    unsafe csystem_set_zone(":" + name)
    let (month, quarter): (Int64, Int64) = (30 * 86400, 900)
    var at: Int64 = 946_684_800
    var last = Look(at: at)
    let first = last.period(from: at)
    var later: [Zone.Period] = []
    while at < 2_524_608_000 {
      let next = at + month
      if Look(at: next) == last {
        at = next
        continue
      }
      if let high = yearly(after: later, from: at, to: next, last) {
        last = Look(at: high)
        later.append(last.period(from: high))
        at = high
        continue
      }
      var (low, high) = (at, next)
      func narrow(to unit: Int64) {
        while high - low > unit {
          let middle = low + (high - low) / unit / 2 * unit
          if Look(at: middle) == last { low = middle } else { high = middle }
        }
      }
      // Nearly every change is at a whole quarter of an hour, which saves half of the looks.
      narrow(to: quarter)
      if Look(at: high - 1) == last { low = high - 1 }
      narrow(to: 1)
      last = Look(at: high)
      later.append(last.period(from: high))
      at = high
    }
    return Zone(name: name, first: first, later: later)
  }

  /// The change that lies whole weeks, a year of them, after the last but one, as nearly every one does; it saves
  /// most looks.
  private static func yearly(
    after later: [Zone.Period], from low: Int64, to high: Int64, _ last: Look
  ) -> Int64? {
    guard later.count >= 2 else { return nil }
    let before = later[later.count - 2].from.seconds
    return [before + 364 * 86400, before + 371 * 86400].first {
      low < $0 && $0 <= high && Look(at: $0 - 1) == last && Look(at: $0) != last
    }
  }

  /// What local clocks show at a moment, in the zone that is set; cheap to compare, for a zone takes thousands.
  private struct Look: Hashable {
    private var offset = 0
    /// The abbreviation's bytes, then zeros.
    private var name: UInt128 = 0

    init(at seconds: Int64) {
      offset = unsafe withUnsafeMutableBytes(of: &name) { bytes in
        unsafe csystem_local_offset(
          seconds, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
      }
    }

    func period(from seconds: Int64) -> Zone.Period {
      let abbreviation = unsafe withUnsafeBytes(of: name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      return Zone.Period(
        from: Instant(seconds: seconds), offset: Seconds(Int64(offset)), abbreviation: abbreviation)
    }
  }
}
