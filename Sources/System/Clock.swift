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

  /// A zone of the system's database as a value, with its changes from 2000 to 2060.
  ///
  /// glibc reads an unknown name as UTC without a word; so the file is looked for first.
  public static func zone(named name: String) throws(SystemFault) -> Zone {
    let folder = Environment.value("TZDIR") ?? "/usr/share/zoneinfo"
    let isPlain = !name.isEmpty && !name.hasPrefix("/") && !name.contains("..")
    guard isPlain, Files.exists(folder + "/" + name), !Files.isFolder(folder + "/" + name) else {
      throw SystemFault("find", "the time zone '\(name)'", reason: "\(folder) has no such zone")
    }
    unsafe csystem_set_zone(":" + name)
    let month: Int64 = 30 * 86400
    var at: Int64 = 946_684_800
    let first = period(at: at)
    var last = first
    var later: [Zone.Period] = []
    while at < 2_840_140_800 {
      let next = at + month
      let reached = period(at: next)
      if reached.offset != last.offset || reached.abbreviation != last.abbreviation {
        var (low, high) = (at, next)
        while high - low > 1 {
          let middle = low + (high - low) / 2
          let here = period(at: middle)
          if here.offset == last.offset && here.abbreviation == last.abbreviation {
            low = middle
          } else {
            high = middle
          }
        }
        let found = period(at: high)
        later.append(found)
        last = found
        at = high
      } else {
        at = next
      }
    }
    return Zone(name: name, first: first, later: later)
  }

  private static func period(at seconds: Int64) -> Zone.Period {
    var name = [CChar](repeating: 0, count: 16)
    let offset = unsafe csystem_local_offset(seconds, &name, Int32(name.count))
    let abbreviation = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return Zone.Period(
      from: Instant(seconds: seconds), offset: Seconds(Int64(offset)), abbreviation: abbreviation)
  }
}
