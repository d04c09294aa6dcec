public import Library
import OrderedCollections
public import Running
import System
public import Time

/// What tests stand on: the shipped library, a small one, London's clock, and a run at a known moment.
public enum Fixtures {
  /// The checkout's root, with no slash behind it.
  public static let root: String = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// The files of the shipped library.
  public static func shippedFiles() throws -> LibraryFiles {
    LibraryFiles(try Files.readTree(root, folders: ["playbooks", "templates"]))
  }

  /// The shipped library; nil where it has no organisation.
  public static func shipped() throws -> Library? { shippedOnce }

  /// Read once: a debug build takes its time over nine playbooks.
  private static let shippedOnce = (try? shippedFiles()).flatMap { readLibrary($0, today: nil).library }

  /// The files of a library with the local incident alone and what it sends, which is read in a third of the time.
  public static func incidentFiles() throws -> LibraryFiles {
    let files = try shippedFiles()
    return shippedOnce?.playbooks["post-incident/local-incident"].map(files.needed) ?? files
  }

  /// London's clock in 2026 and 2027, without the system's zone files.
  public static let london = Zone(
    name: "Europe/London",
    first: Zone.Period(from: Instant(seconds: 0), offset: Seconds(0), abbreviation: "GMT"),
    later: [
      Zone.Period(from: Instant(seconds: 1_774_746_000), offset: .hours(1), abbreviation: "BST"),
      Zone.Period(from: Instant(seconds: 1_792_890_000), offset: Seconds(0), abbreviation: "GMT"),
      Zone.Period(from: Instant(seconds: 1_806_195_600), offset: .hours(1), abbreviation: "BST"),
      Zone.Period(from: Instant(seconds: 1_824_944_400), offset: Seconds(0), abbreviation: "GMT"),
    ])

  /// London's working days, with the holidays of the turn of 2026.
  public static let calendar = WorkingCalendar(
    zone: london,
    bankHolidays: Set(["2026-12-25", "2026-12-28", "2027-01-01"].compactMap { CivilDate($0) }))

  /// 03:12 on Tuesday 24 November 2026 in London.
  public static let night = Instant(seconds: 1_795_489_920)

  /// A plan over one playbook of a library.
  public static func plan(_ library: Library, _ playbook: Playbook.ID) -> Plan? {
    library.playbooks[playbook].map { Plan(library: library, playbook: $0, calendar: calendar) }
  }
}
